-- What was billed, received and ordered in a time is read by its days (R12, R13). Whose customers one sees is asked row by row where
-- few are read, as a customer's own; a question over all customers says so (core/questions/ask-question.ts) and finds them once for
-- all its rows: asked for each row there is, a quarter took longer than a question may. Both ways tell the same.
CREATE FUNCTION parley_reads_many() RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public AS $$
BEGIN
  RETURN coalesce(current_setting('parley.reads_many', true), '') = 'on';
END $$;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sales_documents', 'invoices', 'payments', 'credit_limits'] LOOP
    EXECUTE format('ALTER POLICY read ON %1$I USING ((SELECT parley_sees_all()) OR (SELECT parley_roles() && ARRAY[''service'', ''marketing''])
      OR CASE WHEN (SELECT parley_reads_many()) THEN EXISTS (SELECT FROM customers c WHERE c.id = %1$I.customer_id)
              ELSE parley_sees_customer(customer_id) END)', t);
  END LOOP;
END $$;
CREATE INDEX "invoices_issued_on_idx" ON "invoices"("issued_on");
CREATE INDEX "payments_received_on_idx" ON "payments"("received_on");
CREATE INDEX "sales_documents_kind_dated_on_idx" ON "sales_documents"("kind", "dated_on");
