-- When a rule asks for something of one own object is worked out from that row alone: asked of “one, or all of its type” by one
-- statement, every write read all objects of the type (20 000 of them took half a minute to be entered).
CREATE FUNCTION parley_due(p_rule jsonb, p_values jsonb, p_kept boolean, p_last date) RETURNS date LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT CASE WHEN p_kept THEN
    parley_next_due(parley_day(p_values ->> (p_rule ->> 'field')), (p_rule ->> 'days')::int, coalesce((p_rule ->> 'repeats')::boolean, false),
      greatest((parley_now() AT TIME ZONE 'UTC')::date, p_last + 1)) END
$$;
REVOKE EXECUTE ON FUNCTION parley_due FROM PUBLIC;

CREATE OR REPLACE FUNCTION parley_plan_object() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO object_dues (object_id, rule, due_on)
    SELECT NEW.id, r ->> 'key', parley_due(r, NEW."values", t.active AND NEW.removed_at IS NULL, d.last_on)
      FROM object_types t CROSS JOIN LATERAL jsonb_array_elements(t.rules) r
      LEFT JOIN object_dues d ON d.object_id = NEW.id AND d.rule = r ->> 'key'
     WHERE t.id = NEW.type_id AND r ->> 'kind' = 'task'
  ON CONFLICT (object_id, rule) DO UPDATE SET due_on = excluded.due_on;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION parley_plan_type() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM object_dues d USING objects o
   WHERE d.object_id = o.id AND o.type_id = NEW.id
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(NEW.rules) r WHERE r ->> 'kind' = 'task' AND r ->> 'key' = d.rule);
  INSERT INTO object_dues (object_id, rule, due_on)
    SELECT o.id, r ->> 'key', parley_due(r, o."values", NEW.active AND o.removed_at IS NULL, d.last_on)
      FROM objects o CROSS JOIN LATERAL jsonb_array_elements(NEW.rules) r
      LEFT JOIN object_dues d ON d.object_id = o.id AND d.rule = r ->> 'key'
     WHERE o.type_id = NEW.id AND r ->> 'kind' = 'task'
  ON CONFLICT (object_id, rule) DO UPDATE SET due_on = excluded.due_on;
  RETURN NULL;
END $$;

DROP FUNCTION parley_plan_dues;

SELECT parley_compile_writes();
