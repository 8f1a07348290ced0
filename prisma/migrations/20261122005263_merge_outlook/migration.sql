-- Who changed a field last is asked of nobody any more: the values of the one that stays are kept unless somebody chooses others.
CREATE OR REPLACE FUNCTION parley_merge_outlook(p_from uuid, p_to uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_place record;
  v_count int;
  v_moves jsonb := '{}';
BEGIN
  IF NOT parley_may_merge(p_from, p_to) THEN
    RETURN NULL;
  END IF;
  FOR v_place IN SELECT * FROM parley_hanging() LOOP
    EXECUTE format('SELECT count(*) FROM %I t WHERE t.%I = $1 AND %s', v_place.name, v_place.col, v_place.fence) INTO v_count USING p_from;
    v_moves := v_moves || jsonb_build_object(v_place.name, v_count + coalesce((v_moves ->> v_place.name)::int, 0));
  END LOOP;
  RETURN jsonb_build_object('moves', v_moves);
END $$;
