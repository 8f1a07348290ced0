-- How soon a lead is answered (R6): within the hours its source says, else within those that hold for all.

-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "first_response_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "lead_rules" (
    "id" UUID NOT NULL,
    "response_hours" INTEGER NOT NULL DEFAULT 2,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "lead_rules_pkey" PRIMARY KEY ("id")
);
ALTER TABLE lead_rules ADD CONSTRAINT lead_rules_hours CHECK (response_hours > 0);
INSERT INTO lead_rules (id) VALUES ('00000000-0000-7000-8000-000000003011');

UPDATE leads l SET first_response_at = coalesce((SELECT min(f.created_at) FROM follow_ups f WHERE f.lead_id = l.id), l.last_touch_at);
CREATE INDEX leads_unanswered ON leads (created_at) WHERE first_response_at IS NULL AND owner_id IS NOT NULL AND status = 'new';

ALTER TABLE lead_rules ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON lead_rules TO parley_app;
CREATE POLICY read ON lead_rules FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY write ON lead_rules TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY system_schedule_select ON lead_rules FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule');
CREATE POLICY system_schedule_select ON lead_sources FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule');
CREATE POLICY system_schedule_select ON leads FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule');

SELECT parley_compile_writes();
