-- Whoever was handed a customer has his time from that day (R10, R21): the sweep of the pool reads when that was.
CREATE POLICY system_schedule_select ON handovers FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule');

-- A merge is taken back though the sweep has judged the tier meanwhile: of that row only what was set by hand was moved (R80).
DO $$
DECLARE
  v_rows text := pg_get_functiondef('parley_unmerge_rows'::regproc);
  v_moved text := $q$v_before IS NULL OR v_before -> 'version' <> v.after -> 'version'$q$;
BEGIN
  IF position(v_moved IN v_rows) = 0 THEN
    RAISE EXCEPTION 'parley_unmerge_rows does not say what has moved on';
  END IF;
  EXECUTE replace(v_rows, v_moved, $q$v_before IS NULL
        OR (CASE v.entity WHEN 'customer_tiers' THEN v_before -> 'manual_tier' <> v.after -> 'manual_tier' ELSE v_before -> 'version' <> v.after -> 'version' END)$q$);
END $$;
