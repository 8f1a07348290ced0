-- Own objects that name a colleague in one of their fields, so that they can be handed over with all else of his (R21, R22). A definer
-- function: beneath the policies each object there is would be asked whose customer it is. It answers with ids alone, and only
-- whoever may work for him; what he may see and change of them, the policies say.
CREATE FUNCTION parley_objects_naming(p_user uuid) RETURNS TABLE (id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT DISTINCT o.id
      FROM object_types t CROSS JOIN LATERAL jsonb_array_elements(t.fields) f
      JOIN objects o ON o.type_id = t.id AND o."values" ->> (f ->> 'key') = p_user::text
     WHERE f ->> 'kind' = 'person' AND t.active AND o.removed_at IS NULL AND p_user = ANY (parley_workable())
  $$;
REVOKE EXECUTE ON FUNCTION parley_objects_naming FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_objects_naming TO parley_app;

SELECT parley_compile_writes();
