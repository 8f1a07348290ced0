-- A word too short for parley_grams also stands in the middle of a name (Mary Li Jones): it was found at one's own customers
-- only. Names of two words are found by their ends already.
CREATE INDEX contacts_called_middle ON contacts USING gin (string_to_array(lower(name), ' ')) WHERE name LIKE '% % %';

CREATE OR REPLACE FUNCTION parley_contacts_called(p_name text, p_customers uuid[], p_most int) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20 SET search_path = public
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_sort = off SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  c_each constant int := 60; -- its caller shows fewer and sorts them
  c_enough constant int := 8; -- with so many there is no next way
  c_own constant int := 300; -- of his own customers, the newest
  v_name text := lower(p_name);
  v_until text := v_name || U&'\FFFF';
  v_grams text[] := parley_grams(p_name);
  v_visible uuid[] := parley_visible();
  v_granted uuid[] := parley_granted();
  v_all boolean := parley_roles() && ARRAY['executive', 'admin', 'finance', 'service', 'marketing'];
  v_found uuid[];
BEGIN
  IF parley_actor() IS NULL OR v_name = '' THEN
    RETURN;
  END IF;
  IF p_customers IS NOT NULL THEN
    RETURN QUERY SELECT x.id FROM contacts x WHERE x.customer_id = ANY (p_customers)
      AND (starts_with(lower(x.name), v_name) OR position(' ' || v_name IN lower(x.name)) > 0);
    RETURN;
  END IF;
  v_found := ARRAY(
    SELECT m.id FROM (SELECT x.id, x.customer_id FROM contacts x WHERE lower(x.name) COLLATE "C" >= v_name AND lower(x.name) COLLATE "C" < v_until
        ORDER BY lower(x.name) COLLATE "C" LIMIT p_most) m
      CROSS JOIN LATERAL (SELECT y.id, y.owner_id FROM customers y WHERE y.id = m.customer_id OFFSET 0) c
     WHERE v_all OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) LIMIT c_each);
  IF v_grams <> '{}' THEN
    v_found := v_found || ARRAY(
      SELECT m.id FROM (SELECT x.id, x.customer_id FROM contacts x WHERE parley_grams(x.name || ' ' || coalesce(x.email, '')) @> v_grams
          AND position(' ' || v_name IN lower(x.name)) > 0 LIMIT p_most) m
        CROSS JOIN LATERAL (SELECT y.id, y.owner_id FROM customers y WHERE y.id = m.customer_id OFFSET 0) c
       WHERE v_all OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) LIMIT c_each);
  ELSE
    v_found := v_found || ARRAY(
      SELECT m.id FROM (SELECT x.id, x.customer_id FROM contacts x WHERE x.name LIKE '% %'
          AND lower(substring(x.name FROM ' ([^ ]+)$')) COLLATE "C" >= v_name AND lower(substring(x.name FROM ' ([^ ]+)$')) COLLATE "C" < v_until
          ORDER BY lower(substring(x.name FROM ' ([^ ]+)$')) COLLATE "C" LIMIT p_most) m
        CROSS JOIN LATERAL (SELECT y.id, y.owner_id FROM customers y WHERE y.id = m.customer_id OFFSET 0) c
       WHERE v_all OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) LIMIT c_each);
    v_found := v_found || ARRAY(
      SELECT m.id FROM (SELECT x.id, x.customer_id FROM contacts x WHERE x.name LIKE '% % %'
          AND string_to_array(lower(x.name), ' ') @> ARRAY[v_name] LIMIT p_most) m
        CROSS JOIN LATERAL (SELECT y.id, y.owner_id FROM customers y WHERE y.id = m.customer_id OFFSET 0) c
       WHERE v_all OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) LIMIT c_each);
  END IF;
  -- Of a name that many have, those of his own customers are found however many others have it.
  IF cardinality(v_found) < c_enough THEN
    v_found := v_found || ARRAY(
      SELECT x.id FROM (SELECT y.id FROM customers y WHERE y.owner_id = parley_actor() ORDER BY y.created_at DESC LIMIT c_own) c
        CROSS JOIN LATERAL (SELECT k.id, k.name FROM contacts k WHERE k.customer_id = c.id OFFSET 0) x
       WHERE starts_with(lower(x.name), v_name) OR position(' ' || v_name IN lower(x.name)) > 0 LIMIT c_each);
  END IF;
  RETURN QUERY SELECT DISTINCT f FROM unnest(v_found) f;
END $$;
