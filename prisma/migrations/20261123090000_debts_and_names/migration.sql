-- That an invoice is open tells who has not paid: it is a row to nobody but whoever is shown what is open of it (R84).
CREATE OR REPLACE VIEW seen.open_invoices WITH (security_invoker = true) AS
  SELECT t.id, t.customer_id, t.owner_id, t.number, t.issued_on, t.due_on,
         CASE WHEN (SELECT parley_access('invoices.amount')) = 'full' THEN t.amount
              WHEN t.owner_id = ANY ((SELECT parley_line())::uuid[]) OR t.customer_id = ANY ((SELECT parley_entrusted())::uuid[]) THEN t.amount END AS amount,
         CASE WHEN (SELECT parley_access('invoices.amount') = 'full' AND parley_access('payments.amount') = 'full') THEN t.open
              WHEN t.owner_id = ANY ((SELECT parley_line())::uuid[]) OR t.customer_id = ANY ((SELECT parley_entrusted())::uuid[]) THEN t.open END AS open,
         t.currency,
         array_remove(ARRAY[CASE WHEN (SELECT parley_access('invoices.amount')) <> 'full' AND NOT coalesce(t.owner_id = ANY ((SELECT parley_line())::uuid[])
           OR t.customer_id = ANY ((SELECT parley_entrusted())::uuid[]), false) THEN 'amount' END]::text[], NULL) AS unseen
    FROM public.open_invoices t
   WHERE (SELECT parley_access('invoices.amount') = 'full' AND parley_access('payments.amount') = 'full')
      OR t.owner_id = ANY ((SELECT parley_line())::uuid[]) OR t.customer_id = ANY ((SELECT parley_entrusted())::uuid[]);

-- As it was, but whose people are meant is judged here too, not by its callers alone.
CREATE OR REPLACE FUNCTION parley_contacts_heard(p_keys text[], p_sounds text[], p_customers uuid[], p_most int) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20 SET search_path = public
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_sort = off SET jit = off
  SET plan_cache_mode = force_custom_plan SET pg_trgm.similarity_threshold = 0.4 AS $$
DECLARE
  c_each constant int := 60; -- its caller shows fewer and sorts them
  c_few constant int := 3; -- with fewer it may have been mistyped
  c_shortest constant int := 6; -- what is shorter is near to everybody's
  v_visible uuid[] := parley_visible();
  v_granted uuid[] := parley_granted();
  v_all boolean := parley_roles() && ARRAY['executive', 'admin', 'finance', 'service', 'marketing'];
  v_sounds text[] := ARRAY(SELECT s FROM unnest(p_sounds) s WHERE length(s) >= c_shortest);
  v_found uuid[];
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN;
  END IF;
  IF p_customers IS NOT NULL THEN
    RETURN QUERY SELECT x.id FROM customers c JOIN contacts x ON x.customer_id = c.id
      WHERE c.id = ANY (p_customers) AND (v_all OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted))
        AND EXISTS (SELECT FROM name_keys k
      WHERE k.entity = 'contact' AND k.record_id = x.id AND (EXISTS (SELECT FROM unnest(p_keys) form WHERE starts_with(k.key, form))
        OR EXISTS (SELECT FROM unnest(v_sounds) sound WHERE k.key % sound)));
    RETURN;
  END IF;
  v_found := ARRAY(
    SELECT m.id FROM unnest(p_keys) form
      CROSS JOIN LATERAL (SELECT k.record_id FROM name_keys k
        WHERE k.key COLLATE "C" >= form AND k.key COLLATE "C" < form || U&'\FFFF' AND k.entity = 'contact'
        ORDER BY k.key COLLATE "C" LIMIT p_most) k
      CROSS JOIN LATERAL (SELECT x.id, x.customer_id FROM contacts x WHERE x.id = k.record_id OFFSET 0) m
      CROSS JOIN LATERAL (SELECT y.id, y.owner_id FROM customers y WHERE y.id = m.customer_id OFFSET 0) c
     WHERE v_all OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) LIMIT c_each);
  IF cardinality(v_found) < c_few AND v_sounds <> '{}' THEN
    v_found := v_found || ARRAY(
      SELECT m.id FROM (SELECT k.record_id, max(k.near) AS near FROM unnest(v_sounds) sound
          CROSS JOIN LATERAL (SELECT n.record_id, similarity(n.key, sound) AS near FROM name_keys n
            WHERE n.key % sound AND n.key ~ '^[a-z]{4,}$' AND n.entity = 'contact' LIMIT p_most) k GROUP BY k.record_id) k
        CROSS JOIN LATERAL (SELECT x.id, x.customer_id FROM contacts x WHERE x.id = k.record_id OFFSET 0) m
        CROSS JOIN LATERAL (SELECT y.id, y.owner_id FROM customers y WHERE y.id = m.customer_id OFFSET 0) c
       WHERE v_all OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) ORDER BY k.near DESC LIMIT c_each);
  END IF;
  RETURN QUERY SELECT DISTINCT f FROM unnest(v_found) f;
END $$;

-- Names with letters that are not plain (José) were put down as written; how they are looked for is core/names' to say, as with Chinese ones.
INSERT INTO name_keys (id, entity, record_id, key)
  SELECT gen_random_uuid(), 'contact', p.id, '?' FROM contacts p WHERE p.name ~ '[^ -~]'
  ON CONFLICT DO NOTHING;
