-- Which products somebody asks for, and who knows them (R5): ids of the price list, with the lead and with the seller, and what
-- knowing one counts when a lead is given.

-- AlterTable
ALTER TABLE "assignment_rules" ADD COLUMN     "product" INTEGER NOT NULL DEFAULT 6;

-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "product_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "routing_profiles" ADD COLUMN     "product_ids" UUID[] DEFAULT ARRAY[]::UUID[];

ALTER TABLE assignment_rules DROP CONSTRAINT assignment_rules_weights,
  ADD CONSTRAINT assignment_rules_weights CHECK (
    least(territory, expertise, product, wins, load, fairness) >= 0 AND greatest(territory, expertise, product, wins, load, fairness) <= 100);

-- As it was, and the products each knows.
DROP FUNCTION parley_lead_takers(date);
CREATE FUNCTION parley_lead_takers(p_today date) RETURNS TABLE (
    id uuid, name text, locale text, "timeZone" text, "teamId" uuid, regions text[], industries text[], "productIds" uuid[], open int, recent int, won int, lost int)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  v_given_after timestamptz := parley_now() - interval '30 days';
  v_closed_after timestamptz := parley_now() - interval '180 days';
  v_workable uuid[] := parley_workable();
  v_all boolean := 'marketing' = ANY (parley_roles());
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('parley_lead_takers'));
  RETURN QUERY
    WITH takers AS MATERIALIZED (
      SELECT u.id, u.name, u.locale, u.time_zone, u.team_id, coalesce(p.regions, '{}') AS regions, coalesce(p.industries, '{}') AS industries,
             coalesce(p.product_ids, '{}') AS product_ids
        FROM users u LEFT JOIN routing_profiles p ON p.user_id = u.id
       WHERE u.active AND 'rep' = ANY (u.roles) AND (p.away_until IS NULL OR p.away_until < p_today) AND (v_all OR u.id = ANY (v_workable)))
    SELECT t.id, t.name, t.locale, t.time_zone, t.team_id, t.regions, t.industries, t.product_ids,
           (SELECT count(*)::int FROM leads l WHERE l.owner_id = t.id AND l.status IN ('new', 'working', 'nurturing')),
           (SELECT count(*)::int FROM leads l WHERE l.owner_id = t.id AND l.given_at > v_given_after),
           (SELECT count(*)::int FROM stages s JOIN opportunities o ON o.stage_key = s.key
             WHERE s.kind = 'won' AND o.owner_id = t.id AND o.stage_since > v_closed_after),
           (SELECT count(*)::int FROM stages s JOIN opportunities o ON o.stage_key = s.key
             WHERE s.kind = 'lost' AND o.owner_id = t.id AND o.stage_since > v_closed_after)
      FROM takers t ORDER BY t.id;
END $$;
REVOKE EXECUTE ON FUNCTION parley_lead_takers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_lead_takers TO parley_app;

SELECT parley_compile_writes();
