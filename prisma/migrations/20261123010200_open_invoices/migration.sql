-- What is not paid beside all that was ever billed (R13, R31, R56): whose each invoice is, when it is due and how much of it is open. What
-- asks who owes reads these few rows instead of every customer's invoices and payments. Nobody writes here: triggers keep it,
-- whatever path led there, so it has no version, no audit, and nothing to undo. No foreign key to the invoice: whoever takes one
-- back waits for its customer, whom somebody may hold who would wait for that invoice.
CREATE TABLE "open_invoices" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "owner_id" UUID,
    "number" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "open" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,

    CONSTRAINT "open_invoices_pkey" PRIMARY KEY ("id")
);
ALTER TABLE open_invoices ADD CONSTRAINT open_invoices_open CHECK (open > 0);

-- As invoices: with the customer.
ALTER TABLE open_invoices ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON open_invoices TO parley_app;
CREATE POLICY read ON open_invoices FOR SELECT TO parley_app USING (
  (SELECT parley_sees_all()) OR owner_id = ANY ((SELECT parley_visible())::uuid[])
  OR ((SELECT parley_actor()) IS NOT NULL AND owner_id IS NULL) OR (SELECT parley_roles() && ARRAY['service', 'marketing'])
  OR customer_id = ANY ((SELECT parley_granted())::uuid[]));

-- What is open tells of invoices and payments, and is shown to whoever sees the amounts of both.
CREATE VIEW seen.open_invoices WITH (security_invoker = true) AS
  SELECT t.id, t.customer_id, t.owner_id, t.number, t.issued_on, t.due_on,
         CASE WHEN (SELECT parley_access('invoices.amount')) = 'full' THEN t.amount
              WHEN t.owner_id = ANY ((SELECT parley_line())::uuid[]) OR t.customer_id = ANY ((SELECT parley_entrusted())::uuid[]) THEN t.amount END AS amount,
         CASE WHEN (SELECT parley_access('invoices.amount') = 'full' AND parley_access('payments.amount') = 'full') THEN t.open
              WHEN t.owner_id = ANY ((SELECT parley_line())::uuid[]) OR t.customer_id = ANY ((SELECT parley_entrusted())::uuid[]) THEN t.open END AS open,
         t.currency,
         array_remove(ARRAY[CASE WHEN (SELECT parley_access('invoices.amount')) <> 'full' AND NOT coalesce(t.owner_id = ANY ((SELECT parley_line())::uuid[])
           OR t.customer_id = ANY ((SELECT parley_entrusted())::uuid[]), false) THEN 'amount' END]::text[], NULL) AS unseen
    FROM public.open_invoices t;
GRANT SELECT ON seen.open_invoices TO parley_app;

-- What is open of these customers' invoices, of everybody's where there are none named: the same as BALANCES in core/billing/balances.ts
-- says to whoever may see all.
CREATE FUNCTION parley_unpaid(p_customers uuid[]) RETURNS SETOF open_invoices LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT r.id, r.customer_id, c.owner_id, r.number, r.issued_on, r.due_on, r.amount, (r.rest - greatest(0, least(r.rest, r.pool - r.before)))::bigint, r.currency
    FROM (
      SELECT n.*, coalesce(sum(n.rest) OVER (PARTITION BY n.customer_id, n.currency ORDER BY n.due_on, n.issued_on, n.id
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before,
        n.paid - sum(n.amount - n.rest) OVER (PARTITION BY n.customer_id, n.currency) AS pool
      FROM (
        SELECT i.id, i.customer_id, i.currency, i.number, i.issued_on, i.due_on, i.amount, greatest(0, i.amount - coalesce(named.sum, 0)) AS rest, coalesce(paid.sum, 0) AS paid
          FROM invoices i
          LEFT JOIN (SELECT p.customer_id, p.currency, p.invoice_id, sum(p.amount) AS sum FROM payments p
                      WHERE p.invoice_id IS NOT NULL AND p.voided_at IS NULL AND (p_customers IS NULL OR p.customer_id = ANY (p_customers)) GROUP BY 1, 2, 3) named
            ON named.customer_id = i.customer_id AND named.currency = i.currency AND named.invoice_id = i.id
          LEFT JOIN (SELECT p.customer_id, p.currency, sum(p.amount) AS sum FROM payments p
                      WHERE p.voided_at IS NULL AND (p_customers IS NULL OR p.customer_id = ANY (p_customers)) GROUP BY 1, 2) paid
            ON paid.customer_id = i.customer_id AND paid.currency = i.currency
         WHERE i.voided_at IS NULL AND (p_customers IS NULL OR i.customer_id = ANY (p_customers))) n) r
    JOIN customers c ON c.id = r.customer_id
   WHERE r.rest > greatest(0, least(r.rest, r.pool - r.before)) $$;
REVOKE EXECUTE ON FUNCTION parley_unpaid FROM PUBLIC;

-- One after the other for each customer: two payments at once would each be reckoned without the other.
CREATE FUNCTION parley_reckon(p_customers uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  PERFORM FROM customers c WHERE c.id = ANY (p_customers) ORDER BY c.id FOR NO KEY UPDATE;
  WITH fresh AS MATERIALIZED (SELECT * FROM parley_unpaid(p_customers)),
    paid AS (DELETE FROM open_invoices o WHERE o.customer_id = ANY (p_customers) AND NOT EXISTS (SELECT FROM fresh f WHERE f.id = o.id))
  INSERT INTO open_invoices AS o SELECT * FROM fresh
    ON CONFLICT (id) DO UPDATE SET customer_id = excluded.customer_id, owner_id = excluded.owner_id, number = excluded.number,
      issued_on = excluded.issued_on, due_on = excluded.due_on, amount = excluded.amount, open = excluded.open, currency = excluded.currency
     WHERE o IS DISTINCT FROM excluded;
END $$;
REVOKE EXECUTE ON FUNCTION parley_reckon FROM PUBLIC;

-- Once a statement: a merge brings all of a customer's at once.
CREATE FUNCTION parley_keep_unpaid() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_customers uuid[];
BEGIN
  CASE TG_OP
    WHEN 'INSERT' THEN v_customers := ARRAY(SELECT DISTINCT n.customer_id FROM is_now n);
    WHEN 'DELETE' THEN v_customers := ARRAY(SELECT DISTINCT w.customer_id FROM was w);
    WHEN 'UPDATE' THEN v_customers := ARRAY(SELECT w.customer_id FROM was w UNION SELECT n.customer_id FROM is_now n);
  END CASE;
  IF v_customers <> '{}' THEN
    PERFORM parley_reckon(v_customers);
  END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['invoices', 'payments'] LOOP
    EXECUTE format('CREATE TRIGGER reckon_add AFTER INSERT ON %I REFERENCING NEW TABLE AS is_now FOR EACH STATEMENT EXECUTE FUNCTION parley_keep_unpaid()', t);
    EXECUTE format('CREATE TRIGGER reckon_change AFTER UPDATE ON %I REFERENCING OLD TABLE AS was NEW TABLE AS is_now FOR EACH STATEMENT EXECUTE FUNCTION parley_keep_unpaid()', t);
    EXECUTE format('CREATE TRIGGER reckon_remove AFTER DELETE ON %I REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION parley_keep_unpaid()', t);
  END LOOP;
END $$;

CREATE FUNCTION parley_keep_owed_to() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE open_invoices SET owner_id = NEW.owner_id WHERE customer_id = NEW.id AND owner_id IS DISTINCT FROM NEW.owner_id;
  RETURN NULL;
END $$;
CREATE TRIGGER owed_to AFTER UPDATE OF owner_id ON customers FOR EACH ROW
  WHEN (NEW.owner_id IS DISTINCT FROM OLD.owner_id) EXECUTE FUNCTION parley_keep_owed_to();

-- All anew, for this migration and whoever fills tables past the triggers.
CREATE FUNCTION parley_reckon_all() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM open_invoices;
  INSERT INTO open_invoices SELECT * FROM parley_unpaid(NULL);
END $$;
REVOKE EXECUTE ON FUNCTION parley_reckon_all FROM PUBLIC;
SELECT parley_reckon_all();

CREATE INDEX "open_invoices_due_on_issued_on_id_idx" ON "open_invoices"("due_on", "issued_on", "id");
CREATE INDEX "open_invoices_owner_id_due_on_idx" ON "open_invoices"("owner_id", "due_on");
CREATE INDEX "open_invoices_customer_id_idx" ON "open_invoices"("customer_id");
