-- What is asked all day is to be as quick in the tenth year as in the first: nothing here reads history to find what is open.

-- Whoever sees everybody's is asked for it once, not for each row; what costs a look elsewhere is asked last.
CREATE FUNCTION parley_sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT parley_roles() && ARRAY['executive', 'admin', 'finance'] $$;
REVOKE EXECUTE ON FUNCTION parley_sees_all FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_sees_all TO parley_app;

ALTER POLICY read ON customers USING (
  (SELECT parley_sees_all()) OR owner_id = ANY ((SELECT parley_visible())::uuid[])
  OR ((SELECT parley_actor()) IS NOT NULL AND owner_id IS NULL) OR (SELECT parley_roles() && ARRAY['service', 'marketing'])
  OR id = ANY ((SELECT parley_granted())::uuid[]));
ALTER POLICY read ON leads USING (
  (SELECT parley_sees_all()) OR owner_id = ANY ((SELECT parley_visible())::uuid[])
  OR ((SELECT parley_actor()) IS NOT NULL AND owner_id IS NULL) OR (SELECT 'marketing' = ANY (parley_roles()))
  OR id = ANY ((SELECT parley_granted())::uuid[]));
ALTER POLICY read ON opportunities USING (
  (SELECT parley_sees_all()) OR owner_id = ANY ((SELECT parley_visible())::uuid[]) OR id = ANY ((SELECT parley_granted())::uuid[]));
ALTER POLICY read ON tasks USING (
  (SELECT parley_sees_all()) OR owner_id = ANY ((SELECT parley_visible())::uuid[]) OR created_by = (SELECT parley_actor()));
ALTER POLICY read ON follow_ups USING (
  (SELECT parley_sees_all()) OR author_id = ANY ((SELECT parley_visible())::uuid[])
  -- OFFSET 0: never by reading every customer first, as a hashed subplan would for one row.
  OR (customer_id IS NOT NULL AND EXISTS (SELECT FROM customers c WHERE c.id = follow_ups.customer_id OFFSET 0))
  OR (lead_id IS NOT NULL AND parley_sees_lead(lead_id)));

-- Who waits for a first answer, by when it was his (the sweep looks at the last days alone), and what came back to the pool last.
DROP INDEX leads_unanswered;
CREATE INDEX leads_unanswered ON leads (coalesce(given_at, created_at)) WHERE first_response_at IS NULL AND owner_id IS NOT NULL AND status = 'new';
CREATE INDEX leads_open ON leads (owner_id, created_at) WHERE status IN ('new', 'working', 'nurturing');
CREATE INDEX pool_moves_back ON pool_moves (created_at DESC, id DESC) WHERE kind IN ('released', 'returned');
-- What a seller was given, and won, of late (parley_lead_takers).
CREATE INDEX customers_pool ON customers (created_at) WHERE owner_id IS NULL;
-- For what goes through all open deals: all it reads of them stands in the index.
DROP INDEX opportunities_stage_key_stage_since_idx;
CREATE INDEX opportunities_stage_key_stage_since_owner_id_id_idx ON opportunities (stage_key, stage_since, owner_id, id);
CREATE INDEX leads_owner_id_given_at_idx ON leads (owner_id, given_at);
CREATE INDEX opportunities_owner_id_stage_since_stage_key_idx ON opportunities (owner_id, stage_since, stage_key);
CREATE INDEX contacts_email_lower ON contacts (lower(email));
CREATE INDEX tasks_open_of_customer ON tasks (customer_id, due_on) WHERE done_at IS NULL;
-- The pool's sweep goes through what has an owner, a page at a time.
CREATE INDEX customers_kept ON customers (id) WHERE owner_id IS NOT NULL;
CREATE INDEX leads_kept ON leads (id) WHERE owner_id IS NOT NULL AND status IN ('new', 'working', 'nurturing');

-- Likely pairs: of the customers put on file last, by whatever each shares with few others. Each mark is looked up by its index.
CREATE OR REPLACE FUNCTION parley_likely_doubles(p_limit int)
RETURNS TABLE (id uuid, name text, "ownerName" text, "otherId" uuid, "otherName" text, "otherOwnerName" text, by text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  c_newest constant int := 500; -- looked at, an equal part of each owner's
  c_least constant int := 2;
  c_shared constant int := 4; -- what more than so many share says nothing
  v_owners uuid[] := parley_workable();
  v_each int := greatest(c_least, c_newest / (cardinality(v_owners) + 1));
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH newest AS MATERIALIZED (
        (SELECT c.id, c.phone, c.name_key FROM customers c WHERE c.owner_id IS NULL ORDER BY c.created_at DESC LIMIT v_each)
        UNION ALL
        SELECT x.id, x.phone, x.name_key FROM unnest(v_owners) owner
          CROSS JOIN LATERAL (SELECT c.id, c.phone, c.name_key FROM customers c WHERE c.owner_id = owner ORDER BY c.created_at DESC LIMIT v_each) x),
      marks AS MATERIALIZED (
        SELECT n.id, 'company' AS kind, 0 AS rank, n.name_key AS value FROM newest n WHERE n.name_key <> ''
        UNION SELECT n.id, 'phone', 1, n.phone FROM newest n WHERE n.phone IS NOT NULL
        UNION SELECT n.id, 'phone', 1, k.phone FROM newest n JOIN contacts k ON k.customer_id = n.id WHERE k.phone IS NOT NULL
        UNION SELECT n.id, 'email', 2, lower(k.email) FROM newest n JOIN contacts k ON k.customer_id = n.id WHERE k.email IS NOT NULL
        UNION SELECT n.id, 'near', 3, y.key FROM newest n JOIN name_keys y ON y.entity = 'customer' AND y.record_id = n.id AND length(y.key) > 2),
      shared AS MATERIALIZED (
        SELECT m.id, m.kind, m.rank, o.ids FROM marks m
          CROSS JOIN LATERAL (SELECT CASE m.kind
            WHEN 'company' THEN ARRAY(SELECT c.id FROM customers c WHERE c.name_key = m.value LIMIT c_shared + 1)
            WHEN 'phone' THEN ARRAY(SELECT c.id FROM customers c WHERE c.phone = m.value
              UNION SELECT k.customer_id FROM contacts k WHERE k.phone = m.value LIMIT c_shared + 1)
            WHEN 'email' THEN ARRAY(SELECT DISTINCT e.customer_id FROM (SELECT k.customer_id FROM contacts k WHERE lower(k.email) = m.value LIMIT 10 * c_shared) e LIMIT c_shared + 1)
            ELSE ARRAY(SELECT y.record_id FROM name_keys y WHERE y.key = m.value AND y.entity = 'customer' LIMIT c_shared + 1) END AS ids) o
         WHERE cardinality(o.ids) BETWEEN 2 AND c_shared),
      pairs AS (
        SELECT DISTINCT ON (1, 2) least(s.id, other) AS one, greatest(s.id, other) AS other, s.kind, s.rank
          FROM shared s, unnest(s.ids) other WHERE other <> s.id ORDER BY 1, 2, s.rank)
    SELECT a.id, a.name, (SELECT u.name FROM users u WHERE u.id = a.owner_id), b.id, b.name, (SELECT u.name FROM users u WHERE u.id = b.owner_id), p.kind
      FROM pairs p JOIN customers a ON a.id = p.one JOIN customers b ON b.id = p.other
     WHERE (a.owner_id IS NULL OR a.owner_id = ANY (v_owners)) AND (b.owner_id IS NULL OR b.owner_id = ANY (v_owners))
     ORDER BY p.rank, b.created_at DESC, a.id, b.id LIMIT p_limit;
END $$;
