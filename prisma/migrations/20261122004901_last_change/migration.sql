-- Who changed one field of a record last. The audit is its readers' alone; this says no more than a name and a time, of a
-- record that the caller sees (its only caller reads the record by the caller's own policies).
CREATE FUNCTION parley_last_change(p_entity text, p_record uuid, p_field text) RETURNS TABLE (who text, at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT u.name, c.at
      FROM audit_entries e JOIN changes c ON c.id = e.change_id LEFT JOIN users u ON u.id = c.actor_id
     WHERE e.entity = p_entity AND e.record_id = p_record AND e.action = 'update'
       AND e.before -> p_field IS DISTINCT FROM e.after -> p_field AND (SELECT parley_actor()) IS NOT NULL
     ORDER BY c.at DESC, e.id DESC LIMIT 1
  $$;
REVOKE EXECUTE ON FUNCTION parley_last_change FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_last_change TO parley_app;
