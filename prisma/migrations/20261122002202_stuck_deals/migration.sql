-- Deals that stand too long are looked for again and again, and told of (R29, R30): by their stage and since when.
CREATE INDEX "opportunities_stage_key_stage_since_idx" ON "opportunities"("stage_key", "stage_since");

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['opportunities', 'stages', 'follow_ups'] LOOP
    EXECUTE format('CREATE POLICY system_schedule_select ON %I FOR SELECT TO parley_app USING ((SELECT parley_system()) = ''schedule'')', t);
  END LOOP;
END $$;

