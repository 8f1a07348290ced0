-- Who changed something last, also by id: two colleagues may be called the same (R22).
DROP FUNCTION parley_last_change(text, uuid, text);
CREATE FUNCTION parley_last_change(p_entity text, p_record uuid, p_field text) RETURNS TABLE (who text, at timestamptz, person uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT u.name, c.at, c.actor_id
      FROM audit_entries e JOIN changes c ON c.id = e.change_id LEFT JOIN users u ON u.id = c.actor_id
     WHERE e.entity = p_entity AND e.record_id = p_record AND e.action IN ('insert', 'update')
       AND coalesce(e.before -> p_field, 'null') IS DISTINCT FROM coalesce(e.after -> p_field, 'null')
       AND (SELECT parley_actor()) IS NOT NULL
     ORDER BY c.at DESC, e.id DESC LIMIT 1
  $$;
REVOKE EXECUTE ON FUNCTION parley_last_change FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_last_change TO parley_app;
