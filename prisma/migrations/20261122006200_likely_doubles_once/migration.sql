-- As it was, but what a mark is shared by is looked up once a mark, not three times (OFFSET 0 keeps it apart from what asks for it),
-- and no further than tells that it says nothing: a bitmap would gather every row of a common word first (R80).
CREATE OR REPLACE FUNCTION parley_likely_doubles(p_limit int)
RETURNS TABLE (id uuid, name text, "ownerName" text, "otherId" uuid, "otherName" text, "otherOwnerName" text, by text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_bitmapscan = off SET plan_cache_mode = force_custom_plan AS $$
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
            ELSE ARRAY(SELECT y.record_id FROM name_keys y WHERE y.key = m.value AND y.entity = 'customer' LIMIT c_shared + 1) END AS ids OFFSET 0) o
         WHERE cardinality(o.ids) BETWEEN 2 AND c_shared),
      pairs AS (
        SELECT DISTINCT ON (1, 2) least(s.id, other) AS one, greatest(s.id, other) AS other, s.kind, s.rank
          FROM shared s, unnest(s.ids) other WHERE other <> s.id ORDER BY 1, 2, s.rank)
    SELECT a.id, a.name, (SELECT u.name FROM users u WHERE u.id = a.owner_id), b.id, b.name, (SELECT u.name FROM users u WHERE u.id = b.owner_id), p.kind
      FROM pairs p JOIN customers a ON a.id = p.one JOIN customers b ON b.id = p.other
     WHERE (a.owner_id IS NULL OR a.owner_id = ANY (v_owners)) AND (b.owner_id IS NULL OR b.owner_id = ANY (v_owners))
     ORDER BY p.rank, b.created_at DESC, a.id, b.id LIMIT p_limit;
END $$;
