-- Whoever was given customers, deals or tickets hears that they are his no more as of leads and tasks (R10, R106).
CREATE OR REPLACE FUNCTION parley_work_withdrawn(p_change uuid) RETURNS TABLE (entity text, name text, contact text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY
    SELECT w.entity, w.name, w.contact FROM (
      SELECT DISTINCT ON (e.entity, e.record_id) e.entity,
             coalesce(e.after ->> 'contact_name', e.after ->> 'title', e.after ->> 'name', e.before ->> 'contact_name', e.before ->> 'title', e.before ->> 'name') AS name,
             coalesce(g.after ->> 'contact_name', g.before ->> 'contact_name') AS contact
        FROM audit_entries e
       CROSS JOIN LATERAL (SELECT CASE WHEN e.entity = 'service_tickets' THEN 'assignee_id' ELSE 'owner_id' END AS owner) c
        LEFT JOIN audit_entries g ON g.change_id = e.change_id AND g.entity = 'leads' AND e.entity = 'tasks'
              AND g.record_id = (e.after ->> 'lead_id')::uuid AND g.after ->> 'owner_id' = parley_actor()::text
       WHERE e.change_id = p_change AND e.entity IN ('customers', 'opportunities', 'leads', 'tasks', 'service_tickets')
         AND e.after ->> c.owner = parley_actor()::text AND e.before ->> c.owner IS DISTINCT FROM e.after ->> c.owner
         AND EXISTS (SELECT FROM changes c WHERE c.id = p_change AND c.undone_by IS NOT NULL)
         -- Whoever has been given it again meanwhile has it.
         AND NOT EXISTS (SELECT FROM customers t WHERE t.id = e.record_id AND t.owner_id = parley_actor())
         AND NOT EXISTS (SELECT FROM opportunities t WHERE t.id = e.record_id AND t.owner_id = parley_actor())
         AND NOT EXISTS (SELECT FROM leads t WHERE t.id = e.record_id AND t.owner_id = parley_actor())
         AND NOT EXISTS (SELECT FROM tasks t WHERE t.id = e.record_id AND t.owner_id = parley_actor())
         AND NOT EXISTS (SELECT FROM service_tickets t WHERE t.id = e.record_id AND t.assignee_id = parley_actor())
       ORDER BY e.entity, e.record_id, e.id) w
     ORDER BY array_position('{customers,opportunities,leads,tasks,service_tickets}'::text[], w.entity), w.name;
END $$;

-- A later change says all that the earlier would, told already or not yet.
CREATE OR REPLACE FUNCTION parley_is_told_later(p_task uuid, p_change uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT EXISTS (
      SELECT FROM changes was, deliveries d JOIN changes later ON later.id = (d.subject ->> 'changeId')::uuid
       WHERE was.id = p_change AND d.notice = 'taskChanged' AND d.subject ->> 'taskId' = p_task::text AND d.user_id = parley_actor()
         AND d.state NOT IN ('skipped', 'dead') AND later.undone_by IS NULL AND (later.at, later.id) > (was.at, was.id))
  $$;
