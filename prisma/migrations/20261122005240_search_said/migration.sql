-- What people said in an archived conversation is found in the one box (R20, R39): as notes are, by pairs of Chinese
-- characters and by threes of Latin letters and figures.
CREATE FUNCTION parley_said_words(p jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(m ->> 'text', E'\n') FROM jsonb_array_elements(p) m
$$;

CREATE INDEX follow_ups_said_grams ON follow_ups USING gin (parley_grams(parley_said_words(said))) WITH (fastupdate = off) WHERE said IS NOT NULL;
CREATE INDEX follow_ups_said_newest ON follow_ups (happened_on DESC, id DESC) WHERE said IS NOT NULL;

-- As parley_search: which of them hold the words, among what the caller may see. He reads the rows through schema seen, and
-- judges there by what he is shown. Whole conversations are long, so of a word that people use often only the newest are
-- looked through: p_newest of them; of one they do not the index knows the few places.
CREATE FUNCTION parley_search_said(p_words text, p_like text[], p_newest int, p_most int) RETURNS TABLE (id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20 SET search_path = public
  SET enable_seqscan = off SET enable_sort = off SET jit = off SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  c_enough constant int := 20;
  v_grams text[] := parley_grams(p_words);
  v_visible uuid[] := parley_visible();
  v_granted uuid[] := parley_granted();
  v_all boolean := parley_roles() && ARRAY['executive', 'admin', 'finance'];
  v_all_customers boolean := v_all OR parley_roles() && ARRAY['service', 'marketing'];
  v_found uuid[];
BEGIN
  IF parley_actor() IS NULL OR p_words = '' THEN
    RETURN;
  END IF;
  v_found := ARRAY(
    SELECT m.id FROM (SELECT f.id, f.author_id, f.customer_id, f.said FROM follow_ups f WHERE f.said IS NOT NULL
        ORDER BY f.happened_on DESC, f.id DESC LIMIT p_newest) m
     WHERE (v_all OR m.author_id = ANY (v_visible) OR EXISTS (SELECT FROM customers c WHERE c.id = m.customer_id
              AND (v_all_customers OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted))))
       AND lower(parley_said_words(m.said)) LIKE ALL (p_like) LIMIT c_enough);
  IF cardinality(v_found) < c_enough AND v_grams <> '{}' THEN
    v_found := v_found || ARRAY(
      SELECT m.id FROM (SELECT f.id, f.author_id, f.customer_id, f.said FROM follow_ups f
          WHERE f.said IS NOT NULL AND parley_grams(parley_said_words(f.said)) @> v_grams LIMIT p_most) m
       WHERE (v_all OR m.author_id = ANY (v_visible) OR EXISTS (SELECT FROM customers c WHERE c.id = m.customer_id
                AND (v_all_customers OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted))))
         AND lower(parley_said_words(m.said)) LIKE ALL (p_like) LIMIT c_enough);
  END IF;
  RETURN QUERY SELECT DISTINCT f FROM unnest(v_found) f;
END $$;
REVOKE EXECUTE ON FUNCTION parley_search_said FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_search_said TO parley_app;
