-- What is on record of a customer is mended later: a milestone goes off the plan and stays in the history, a touch that was
-- entered wrongly is changed or removed by whoever entered it and those above, one that a system sent by marketing and admins (R13, R18).
ALTER TABLE milestones ADD COLUMN "removed_at" TIMESTAMPTZ(3);

ALTER POLICY change ON touches USING (
  created_by = ANY ((SELECT parley_workable())::uuid[])
  OR (created_by IS NULL AND (SELECT parley_roles() && ARRAY['admin', 'marketing']))
  OR (lead_id IS NOT NULL AND parley_works_on_lead(lead_id)));
ALTER POLICY remove ON touches USING (
  created_by = ANY ((SELECT parley_workable())::uuid[])
  OR (created_by IS NULL AND (SELECT parley_roles() && ARRAY['admin', 'marketing'])));

SELECT parley_compile_writes();
