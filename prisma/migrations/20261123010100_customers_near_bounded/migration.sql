-- Customers called nearly so: the candidates that core/names ranks. Of a short or common beginning (n-101) it read nearly every customer
-- there was; now the nearest in the order of the keys, before and after what was said, and those of the asker's own that begin so.
DROP FUNCTION parley_customers_near;
CREATE FUNCTION parley_customers_near(p_keys text[], p_limit int) RETURNS TABLE (id uuid, name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 40 SET search_path = public
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  c_around constant int := 150; -- keys on either side of one
  c_own constant int := 300; -- of his own customers, the newest
  v_visible uuid[] := parley_visible();
  v_granted uuid[] := parley_granted();
  v_all boolean := parley_roles() && ARRAY['executive', 'admin', 'finance', 'service', 'marketing'];
  v_found uuid[];
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN;
  END IF;
  v_found := ARRAY(
    SELECT c.id FROM (SELECT form, left(form, CASE WHEN form ~ '^[a-z0-9]' THEN 3 ELSE 1 END) AS stem FROM unnest(p_keys) form) f
      CROSS JOIN LATERAL (
        SELECT a.record_id, row_number() OVER () AS far FROM (SELECT k.record_id FROM name_keys k
          WHERE k.key COLLATE "C" >= f.form AND k.key COLLATE "C" < f.stem || U&'\FFFF' AND k.entity = 'customer'
          ORDER BY k.key COLLATE "C" LIMIT c_around) a
        UNION ALL
        SELECT b.record_id, row_number() OVER () FROM (SELECT k.record_id FROM name_keys k
          WHERE k.key COLLATE "C" >= f.stem AND k.key COLLATE "C" < f.form AND k.entity = 'customer'
          ORDER BY k.key COLLATE "C" DESC LIMIT c_around) b) n
      CROSS JOIN LATERAL (SELECT x.id, x.owner_id FROM customers x WHERE x.id = n.record_id OFFSET 0) c
     WHERE v_all OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted)
     GROUP BY c.id ORDER BY min(n.far), c.id LIMIT p_limit);
  IF cardinality(v_found) < p_limit THEN
    v_found := v_found || ARRAY(
      SELECT c.id FROM (SELECT x.id, x.created_at FROM customers x WHERE x.owner_id = parley_actor() ORDER BY x.created_at DESC LIMIT c_own) c
       WHERE c.id <> ALL (v_found) AND EXISTS (SELECT FROM name_keys k JOIN unnest(p_keys) form
         ON starts_with(k.key, left(form, CASE WHEN form ~ '^[a-z0-9]' THEN 3 ELSE 1 END)) WHERE k.entity = 'customer' AND k.record_id = c.id)
       ORDER BY c.created_at DESC LIMIT p_limit);
  END IF;
  RETURN QUERY SELECT x.id, x.name FROM unnest(v_found) f JOIN customers x ON x.id = f;
END $$;
REVOKE EXECUTE ON FUNCTION parley_customers_near FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_customers_near TO parley_app;
