-- Whose work somebody else has moved is told of it, in words that were his own to read before it went: a definer function, for
-- what has gone may be out of his sight.
CREATE FUNCTION parley_work_taken(p_change uuid) RETURNS TABLE (
    title text, due_on text, due_time text, lead_id uuid, contact text, taker_id uuid, taker text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY
    SELECT e.before ->> 'title', e.before ->> 'due_on', e.before ->> 'due_time', l.id, l.contact_name, u.id, u.name
      FROM audit_entries e
      LEFT JOIN leads l ON l.id = (e.before ->> 'lead_id')::uuid
      -- What is given anew with a lead (parley_workable) is his who was given the lead.
      LEFT JOIN audit_entries g ON e.action = 'delete' AND g.change_id = e.change_id AND g.entity = 'leads' AND g.record_id = l.id AND g.action = 'update'
      JOIN users u ON u.id = coalesce(e.after ->> 'owner_id', g.after ->> 'owner_id')::uuid
     WHERE e.change_id = p_change AND e.entity = 'tasks' AND e.before ->> 'owner_id' = parley_actor()::text AND u.id <> parley_actor()
       -- Nobody hears of the going of what he never heard of having.
       AND coalesce((SELECT d.state FROM deliveries d
                      WHERE d.notice = 'taskGiven' AND d.subject ->> 'taskId' = e.record_id::text AND d.user_id = parley_actor()
                      ORDER BY d.created_at DESC LIMIT 1), 'sent') NOT IN ('pending', 'skipped')
     ORDER BY e.id;
END $$;
REVOKE EXECUTE ON FUNCTION parley_work_taken FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_work_taken TO parley_app;

CREATE INDEX deliveries_task_given ON deliveries ((subject ->> 'taskId')) WHERE notice = 'taskGiven';

-- Whether something has been taken back: yes or no, of anybody's.
CREATE FUNCTION parley_is_undone(p_change uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT parley_actor() IS NOT NULL AND EXISTS (SELECT FROM changes WHERE id = p_change AND undone_by IS NOT NULL) $$;
REVOKE EXECUTE ON FUNCTION parley_is_undone FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_is_undone TO parley_app;
