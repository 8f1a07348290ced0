-- Own objects are found by their name (a number plate) in the one box (R20, R22): as parley_search, which of them hold the
-- words, among what the caller may see; he reads the rows himself.
CREATE FUNCTION parley_search_objects(p_words text, p_like text[], p_most int) RETURNS TABLE (id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20 SET search_path = public
  SET enable_seqscan = off SET enable_sort = off SET jit = off SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  v_grams text[] := parley_grams(p_words);
  v_visible uuid[] := parley_visible();
  v_granted uuid[] := parley_granted();
  v_all boolean := parley_roles() && ARRAY['executive', 'admin', 'finance', 'service', 'marketing'];
BEGIN
  IF parley_actor() IS NULL OR v_grams = '{}' THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT m.id FROM (
      SELECT x.id, x.customer_id FROM objects x WHERE parley_grams(x.name) @> v_grams AND lower(x.name) LIKE ALL (p_like) LIMIT p_most) m
    CROSS JOIN LATERAL (SELECT y.owner_id FROM customers y WHERE y.id = m.customer_id OFFSET 0) c
   WHERE v_all OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR m.customer_id = ANY (v_granted) LIMIT 60;
END $$;
REVOKE EXECUTE ON FUNCTION parley_search_objects FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_search_objects TO parley_app;
