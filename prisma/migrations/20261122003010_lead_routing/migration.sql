-- Who gets a lead (R4, R5): rules as rows, what each seller knows as rows, and with every giving the reason for it.

-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "given_at" TIMESTAMPTZ(3),
ADD COLUMN     "given_en" TEXT,
ADD COLUMN     "given_zh" TEXT,
ADD COLUMN     "industry" TEXT,
ADD COLUMN     "region" TEXT;

-- CreateTable
CREATE TABLE "assignment_rules" (
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "regions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "industries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sources" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "team_id" UUID,
    "territory" INTEGER NOT NULL DEFAULT 10,
    "expertise" INTEGER NOT NULL DEFAULT 6,
    "wins" INTEGER NOT NULL DEFAULT 4,
    "load" INTEGER NOT NULL DEFAULT 1,
    "fairness" INTEGER NOT NULL DEFAULT 1,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "routing_profiles" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "regions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "industries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "away_until" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "routing_profiles_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "assignment_rules_position_key" ON "assignment_rules"("position");

-- CreateIndex
CREATE UNIQUE INDEX "routing_profiles_user_id_key" ON "routing_profiles"("user_id");

-- AddForeignKey
ALTER TABLE "assignment_rules" ADD CONSTRAINT "assignment_rules_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_profiles" ADD CONSTRAINT "routing_profiles_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE assignment_rules ADD CONSTRAINT assignment_rules_weights CHECK (
  least(territory, expertise, wins, load, fairness) >= 0 AND greatest(territory, expertise, wins, load, fairness) <= 100);

-- What every company starts with: whatever no other rule names goes to whoever fits and has the least.
INSERT INTO assignment_rules (id, position) VALUES ('00000000-0000-7000-8000-000000003010', 999);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['assignment_rules', 'routing_profiles'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO parley_app', t);
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL)', t);
    EXECUTE format('CREATE POLICY write ON %I TO parley_app USING (''admin'' = ANY ((SELECT parley_roles())::text[]))', t);
  END LOOP;
END $$;

-- Everybody the caller may give a lead to who sells and is there, with what he has in hand. A definer function: the counts
-- take in leads and deals the caller does not see. One giving at a time: whoever waits here counts what the one before gave.
CREATE FUNCTION parley_lead_takers(p_today date) RETURNS TABLE (
    id uuid, name text, locale text, "timeZone" text, "teamId" uuid, regions text[], industries text[], open int, recent int, won int, lost int)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('parley_lead_takers'));
  RETURN QUERY
    SELECT u.id, u.name, u.locale, u.time_zone, u.team_id, coalesce(p.regions, '{}'), coalesce(p.industries, '{}'),
           (SELECT count(*)::int FROM leads l WHERE l.owner_id = u.id AND l.status IN ('new', 'working', 'nurturing')),
           (SELECT count(*)::int FROM leads l WHERE l.owner_id = u.id AND l.given_at > parley_now() - interval '30 days'),
           coalesce(d.won, 0), coalesce(d.lost, 0)
      FROM users u
      LEFT JOIN routing_profiles p ON p.user_id = u.id
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE s.kind = 'won')::int AS won, count(*) FILTER (WHERE s.kind = 'lost')::int AS lost
          FROM opportunities o JOIN stages s ON s.key = o.stage_key
         WHERE o.owner_id = u.id AND s.kind IN ('won', 'lost') AND o.stage_since > parley_now() - interval '180 days') d ON true
     WHERE u.active AND 'rep' = ANY (u.roles) AND (p.away_until IS NULL OR p.away_until < p_today)
       AND (u.id = ANY (parley_workable()) OR 'marketing' = ANY (parley_roles()))
     ORDER BY u.id;
END $$;
REVOKE EXECUTE ON FUNCTION parley_lead_takers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_lead_takers TO parley_app;

-- Marketing gives leads to whom it gives no tasks; what comes with the lead is his to do all the same.
CREATE OR REPLACE FUNCTION tasks_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND NOT NEW.owner_id = ANY (parley_workable())
     AND (TG_OP = 'INSERT' OR NEW.owner_id IS DISTINCT FROM OLD.owner_id)
     AND NOT (TG_OP = 'INSERT' AND 'marketing' = ANY (parley_roles()) AND EXISTS (
       SELECT FROM leads l WHERE l.id = NEW.lead_id AND l.owner_id = NEW.owner_id AND l.given_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'task % is not for % to give', NEW.id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;

SELECT parley_compile_writes();
