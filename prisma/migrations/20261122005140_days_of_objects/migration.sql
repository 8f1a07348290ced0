-- What was written while a field held something else (text, and now a day) is no day: it asks for nothing, and stops nobody
-- from changing the type it belongs to.
CREATE FUNCTION parley_day(p_said text) RETURNS date LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN CASE WHEN p_said ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN p_said::date END;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION parley_plan_dues(p_type uuid, p_object uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  DELETE FROM object_dues d USING objects o JOIN object_types t ON t.id = o.type_id
   WHERE d.object_id = o.id AND o.type_id = p_type AND (p_object IS NULL OR o.id = p_object)
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(t.rules) r WHERE r ->> 'kind' = 'task' AND r ->> 'key' = d.rule);
  INSERT INTO object_dues (object_id, rule, due_on)
    SELECT o.id, r ->> 'key', parley_next_due(b.base, (r ->> 'days')::int, coalesce((r ->> 'repeats')::boolean, false),
        greatest((parley_now() AT TIME ZONE 'UTC')::date, d.last_on + 1))
      FROM objects o JOIN object_types t ON t.id = o.type_id CROSS JOIN LATERAL jsonb_array_elements(t.rules) r
      CROSS JOIN LATERAL (SELECT parley_day(o."values" ->> (r ->> 'field')) AS base OFFSET 0) b
      LEFT JOIN object_dues d ON d.object_id = o.id AND d.rule = r ->> 'key'
     WHERE o.type_id = p_type AND (p_object IS NULL OR o.id = p_object) AND r ->> 'kind' = 'task'
  ON CONFLICT (object_id, rule) DO UPDATE SET due_on = excluded.due_on;
$$;
