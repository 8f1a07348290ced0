-- A number or a reference is found by its index, and what somebody put on record by his.
CREATE INDEX "sales_documents_created_by_dated_on_idx" ON "sales_documents"("created_by", "dated_on" DESC);
CREATE INDEX payments_reference ON payments (lower(reference), received_on DESC) WHERE reference IS NOT NULL;

-- Ids alone, of what is called exactly so; whoever asks reads them through the policies. A reference that hundreds of payments
-- share tells none of them from another: the latest are enough.
CREATE FUNCTION parley_billing_called(p_table text, p_called text) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE WHEN parley_actor() IS NULL THEN '{}' WHEN p_table = 'sales_documents' THEN ARRAY(SELECT d.id FROM sales_documents d
           WHERE d.kind = ANY ('{quote,contract,order}') AND lower(d.number) = lower(p_called))
         WHEN p_table = 'invoices' THEN ARRAY(SELECT i.id FROM invoices i WHERE lower(i.number) = lower(p_called))
         WHEN p_table = 'payments' THEN ARRAY(SELECT p.id FROM payments p WHERE lower(p.reference) = lower(p_called)
           ORDER BY p.received_on DESC LIMIT 200) END
$$;
REVOKE EXECUTE ON FUNCTION parley_billing_called FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_billing_called TO parley_app;
