-- From the quote to the payment (R11–R13): quotes, contracts and orders; invoices, payments and credit limits.

-- CreateTable
CREATE TABLE "sales_documents" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "opportunity_id" UUID,
    "dated_on" DATE NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "sales_documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoices" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "document_id" UUID,
    "issued_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "invoice_id" UUID,
    "received_on" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "reference" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_limits" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "amount" BIGINT,
    "currency" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "credit_limits_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sales_documents_customer_id_dated_on_idx" ON "sales_documents"("customer_id", "dated_on" DESC);

-- CreateIndex
CREATE INDEX "sales_documents_opportunity_id_idx" ON "sales_documents"("opportunity_id");

-- CreateIndex
CREATE INDEX "invoices_customer_id_due_on_idx" ON "invoices"("customer_id", "due_on");

-- CreateIndex
CREATE INDEX "invoices_document_id_idx" ON "invoices"("document_id");

-- CreateIndex
CREATE INDEX "payments_customer_id_received_on_idx" ON "payments"("customer_id", "received_on" DESC);

-- CreateIndex
CREATE INDEX "payments_invoice_id_idx" ON "payments"("invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_limits_customer_id_key" ON "credit_limits"("customer_id");

-- AddForeignKey
ALTER TABLE "sales_documents" ADD CONSTRAINT "sales_documents_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales_documents" ADD CONSTRAINT "sales_documents_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "opportunities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales_documents" ADD CONSTRAINT "sales_documents_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "sales_documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_limits" ADD CONSTRAINT "credit_limits_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_limits" ADD CONSTRAINT "credit_limits_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A number is one record's for ever, also of one that is void.
CREATE UNIQUE INDEX sales_documents_number ON sales_documents (kind, lower(number));
CREATE UNIQUE INDEX invoices_number ON invoices (lower(number));
ALTER TABLE sales_documents ADD CONSTRAINT sales_documents_kind CHECK (kind IN ('quote', 'contract', 'order'));
ALTER TABLE sales_documents ADD CONSTRAINT sales_documents_state CHECK (state = ANY (CASE kind
  WHEN 'quote' THEN ARRAY['draft', 'sent', 'accepted', 'declined'] WHEN 'contract' THEN ARRAY['signed', 'ended'] ELSE ARRAY['open', 'delivered'] END));
ALTER TABLE sales_documents ADD CONSTRAINT sales_documents_days CHECK (ends_on >= coalesce(starts_on, dated_on));
ALTER TABLE sales_documents ADD CONSTRAINT sales_documents_amount CHECK (amount >= 0);
ALTER TABLE invoices ADD CONSTRAINT invoices_days CHECK (due_on >= issued_on);
ALTER TABLE invoices ADD CONSTRAINT invoices_amount CHECK (amount > 0);
ALTER TABLE payments ADD CONSTRAINT payments_amount CHECK (amount > 0);
ALTER TABLE credit_limits ADD CONSTRAINT credit_limits_amount CHECK (amount >= 0);

ALTER TABLE sales_documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE payments ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_limits ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON sales_documents, invoices, payments, credit_limits TO parley_app;

-- All of it is seen with the customer. Quotes, contracts and orders are kept by whoever works on him, and by finance; what was
-- billed, what came in and how much he may owe, by those who keep the books.
CREATE FUNCTION parley_keeps_books() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT parley_roles() && ARRAY['finance', 'executive', 'admin'] $$;
CREATE POLICY read ON sales_documents FOR SELECT TO parley_app USING (parley_sees_customer(customer_id));
CREATE POLICY add ON sales_documents FOR INSERT TO parley_app WITH CHECK (
  created_by = (SELECT parley_actor()) AND ((SELECT parley_keeps_books()) OR EXISTS (SELECT FROM customers c WHERE c.id = customer_id
    AND (c.owner_id IS NULL OR c.owner_id = ANY ((SELECT parley_workable())::uuid[]) OR c.id = ANY ((SELECT parley_granted_work())::uuid[])))));
CREATE POLICY change ON sales_documents FOR UPDATE TO parley_app USING (
  (SELECT parley_keeps_books()) OR EXISTS (SELECT FROM customers c WHERE c.id = customer_id
    AND (c.owner_id IS NULL OR c.owner_id = ANY ((SELECT parley_workable())::uuid[]) OR c.id = ANY ((SELECT parley_granted_work())::uuid[]))));
CREATE POLICY remove ON sales_documents FOR DELETE TO parley_app USING (created_by = (SELECT parley_actor()));
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['invoices', 'payments', 'credit_limits'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO parley_app USING (parley_sees_customer(customer_id))', t);
    EXECUTE format('CREATE POLICY add ON %I FOR INSERT TO parley_app WITH CHECK (
      created_by = (SELECT parley_actor()) AND (SELECT parley_keeps_books()) AND parley_sees_customer(customer_id))', t);
    EXECUTE format('CREATE POLICY change ON %I FOR UPDATE TO parley_app USING ((SELECT parley_keeps_books()) AND parley_sees_customer(customer_id))', t);
    EXECUTE format('CREATE POLICY remove ON %I FOR DELETE TO parley_app USING ((SELECT parley_keeps_books()) AND parley_sees_customer(customer_id))', t);
  END LOOP;
END $$;

-- Amounts are for whoever sells, leads or keeps the books, as a deal's are.
INSERT INTO protected_tables (name, owners, record)
  SELECT t, 'ARRAY[(SELECT c.owner_id FROM customers c WHERE c.id = t.customer_id)]', 't.customer_id'
    FROM unnest(ARRAY['sales_documents', 'invoices', 'payments', 'credit_limits']) t;
INSERT INTO field_policies SELECT p.* FROM unnest(ARRAY['sales_documents', 'invoices', 'payments', 'credit_limits']) t,
  parley_policies(t, 'amount', '{"marketing": "hidden", "service": "hidden"}') p;

-- The number that is wanted, null where another record of its kind has it; without one, the next that is free. Others' records are
-- looked at and nothing of them is told.
CREATE SEQUENCE billing_numbers_quote;
CREATE SEQUENCE billing_numbers_contract;
CREATE SEQUENCE billing_numbers_order;
CREATE SEQUENCE billing_numbers_invoice;
CREATE FUNCTION parley_billing_number(p_kind text, p_wanted text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_number text := p_wanted;
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN NULL;
  END IF;
  LOOP
    IF p_wanted IS NULL THEN
      v_number := CASE p_kind WHEN 'quote' THEN 'Q-' WHEN 'contract' THEN 'C-' WHEN 'order' THEN 'O-' WHEN 'invoice' THEN 'INV-' END
        || lpad(nextval('billing_numbers_' || p_kind)::text, 5, '0');
    END IF;
    IF NOT EXISTS (SELECT FROM sales_documents d WHERE d.kind = p_kind AND lower(d.number) = lower(v_number)
         UNION ALL SELECT FROM invoices i WHERE p_kind = 'invoice' AND lower(i.number) = lower(v_number)) THEN
      RETURN v_number;
    END IF;
    IF p_wanted IS NOT NULL THEN
      RETURN NULL;
    END IF;
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION parley_billing_number FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_billing_number TO parley_app;

-- They belong to what was changed of a customer.
DO $$
DECLARE
  v_changes text := pg_get_functiondef('parley_customer_changes'::regproc);
  v_with text := replace(v_changes, '        ORDER BY id DESC LIMIT p_limit', $line$        UNION ALL
        SELECT x.* FROM sales_documents k JOIN audit_entries x ON x.entity = 'sales_documents' AND x.record_id = k.id WHERE k.customer_id = p_id
        UNION ALL
        SELECT x.* FROM invoices k JOIN audit_entries x ON x.entity = 'invoices' AND x.record_id = k.id WHERE k.customer_id = p_id
        UNION ALL
        SELECT x.* FROM payments k JOIN audit_entries x ON x.entity = 'payments' AND x.record_id = k.id WHERE k.customer_id = p_id
        UNION ALL
        SELECT x.* FROM credit_limits k JOIN audit_entries x ON x.entity = 'credit_limits' AND x.record_id = k.id WHERE k.customer_id = p_id
        ORDER BY id DESC LIMIT p_limit$line$);
BEGIN
  IF v_with = v_changes THEN
    RAISE EXCEPTION 'parley_customer_changes is ordered otherwise';
  END IF;
  EXECUTE v_with;
END $$;

SELECT parley_compile_writes();
