-- When a lead became a customer, so that what was converted in a month can be asked for (R9, R103). Of what was converted before it
-- was kept, the audit log says when; of whatever it does not know, nobody does.

-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "converted_at" TIMESTAMPTZ(3);

UPDATE leads l SET converted_at = (
  SELECT max(c.at) FROM audit_entries e JOIN changes c ON c.id = e.change_id
   WHERE e.entity = 'leads' AND e.record_id = l.id AND e.action = 'update'
     AND e.after ->> 'status' = 'converted' AND e.before ->> 'status' IS DISTINCT FROM 'converted')
 WHERE status = 'converted';

CREATE INDEX leads_converted ON leads (owner_id, converted_at) WHERE status = 'converted';

SELECT parley_compile_writes();
