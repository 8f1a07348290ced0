-- Whoever was given leads or tasks by somebody who takes that back is told what is his no more, in words that were his own to read
-- before: a definer function, for what has gone may be out of his sight or gone altogether (R10, R106).
CREATE FUNCTION parley_work_withdrawn(p_change uuid) RETURNS TABLE (entity text, name text, contact text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY
    SELECT DISTINCT ON (e.entity, e.record_id) e.entity, coalesce(e.after ->> 'contact_name', e.after ->> 'title', e.before ->> 'contact_name', e.before ->> 'title'),
           coalesce(g.after ->> 'contact_name', g.before ->> 'contact_name')
      FROM audit_entries e
      LEFT JOIN audit_entries g ON g.change_id = e.change_id AND g.entity = 'leads' AND e.entity = 'tasks'
            AND g.record_id = (e.after ->> 'lead_id')::uuid AND g.after ->> 'owner_id' = parley_actor()::text
     WHERE e.change_id = p_change AND e.entity IN ('leads', 'tasks')
       AND e.after ->> 'owner_id' = parley_actor()::text AND e.before ->> 'owner_id' IS DISTINCT FROM e.after ->> 'owner_id'
       AND EXISTS (SELECT FROM changes c WHERE c.id = p_change AND c.undone_by IS NOT NULL)
       -- Whoever has been given it again meanwhile has it.
       AND NOT EXISTS (SELECT FROM leads l WHERE l.id = e.record_id AND l.owner_id = parley_actor())
       AND NOT EXISTS (SELECT FROM tasks t WHERE t.id = e.record_id AND t.owner_id = parley_actor())
     ORDER BY e.entity, e.record_id, e.id;
END $$;
REVOKE EXECUTE ON FUNCTION parley_work_withdrawn FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_work_withdrawn TO parley_app;

-- Whether the actor is still to be told of a later change to a task of his, which says all that this one would.
CREATE FUNCTION parley_is_told_later(p_task uuid, p_change uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT EXISTS (
      SELECT FROM changes was, deliveries d JOIN changes later ON later.id = (d.subject ->> 'changeId')::uuid
       WHERE was.id = p_change AND d.notice = 'taskChanged' AND d.subject ->> 'taskId' = p_task::text AND d.user_id = parley_actor()
         AND d.state IN ('pending', 'leased', 'sending') AND later.undone_by IS NULL AND (later.at, later.id) > (was.at, was.id))
  $$;
REVOKE EXECUTE ON FUNCTION parley_is_told_later FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_is_told_later TO parley_app;

CREATE INDEX deliveries_task_changed ON deliveries ((subject ->> 'taskId')) WHERE notice = 'taskChanged';
