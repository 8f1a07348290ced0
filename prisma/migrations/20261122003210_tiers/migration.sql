-- How much a customer matters (R15): rules as data, judged anew whenever what they look at has changed, and once a day for
-- what time alone changes.

-- CreateTable
CREATE TABLE "tier_rules" (
    "id" UUID NOT NULL,
    "tier" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "needs" TEXT NOT NULL,
    "conditions" JSONB NOT NULL,
    "cares" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "tier_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_tiers" (
    "id" UUID NOT NULL,
    "tier" TEXT,
    "why" JSONB NOT NULL DEFAULT '[]',
    "manual_tier" TEXT,
    "manual_reason" TEXT,
    "manual_by" UUID,
    "stale" BOOLEAN NOT NULL DEFAULT true,
    "checked_on" DATE NOT NULL DEFAULT '2000-01-01',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "customer_tiers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "tier_rules_tier_key" ON "tier_rules"("tier");

-- CreateIndex
CREATE INDEX "customer_tiers_checked_on_idx" ON "customer_tiers"("checked_on");

-- AddForeignKey
ALTER TABLE "customer_tiers" ADD CONSTRAINT "customer_tiers_id_fkey" FOREIGN KEY ("id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_tiers" ADD CONSTRAINT "customer_tiers_manual_by_fkey" FOREIGN KEY ("manual_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE tier_rules ADD CONSTRAINT tier_rules_needs CHECK (needs IN ('all', 'any'));
ALTER TABLE customer_tiers ADD CONSTRAINT customer_tiers_manual CHECK ((manual_tier IS NULL) = (manual_by IS NULL));
CREATE INDEX customer_tiers_stale ON customer_tiers (id) WHERE stale;

-- What every company starts with; the first rule that holds says it, one without conditions always does.
INSERT INTO tier_rules (id, tier, position, needs, conditions, cares) VALUES
  ('00000000-0000-7000-8000-000000002301', 'A', 1, 'all', '[{"kind": "contacts", "days": 30, "atLeast": 3}, {"kind": "intent"}]', true),
  ('00000000-0000-7000-8000-000000002302', 'B', 2, 'any', '[{"kind": "contacts", "days": 30, "atLeast": 1}, {"kind": "open_deals", "atLeast": 1}]', false),
  ('00000000-0000-7000-8000-000000002303', 'C', 3, 'all', '[]', false);

ALTER TABLE tier_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_tiers ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON tier_rules, customer_tiers TO parley_app;
CREATE POLICY read ON tier_rules FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY change ON tier_rules FOR UPDATE TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
-- Seen with its customer; set by hand by those whose customer it is.
CREATE POLICY read ON customer_tiers FOR SELECT TO parley_app USING (parley_sees_customer(id));
CREATE POLICY change ON customer_tiers FOR UPDATE TO parley_app USING (
  EXISTS (SELECT FROM customers c WHERE c.id = customer_tiers.id
    AND (c.owner_id = ANY ((SELECT parley_workable())::uuid[]) OR c.id = ANY ((SELECT parley_granted_work())::uuid[]))));
CREATE POLICY system_schedule_select ON tier_rules FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule');
CREATE POLICY system_schedule_all ON customer_tiers TO parley_app USING ((SELECT parley_system()) = 'schedule');
CREATE POLICY system_relay_select ON tier_rules FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'relay');
CREATE POLICY system_relay_select ON customer_tiers FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'relay');
CREATE POLICY system_relay_insert ON tasks FOR INSERT TO parley_app WITH CHECK ((SELECT parley_system()) = 'relay');

-- What the rules say is for the rules alone.
CREATE FUNCTION customer_tiers_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND (NEW.id, NEW.tier, NEW.why) IS DISTINCT FROM (OLD.id, OLD.tier, OLD.why) THEN
    RAISE EXCEPTION 'tier of % is not for % to set so', OLD.id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON customer_tiers FOR EACH ROW EXECUTE FUNCTION customer_tiers_guard();

-- Every customer has a tier row from its first moment; whatever the rules look at marks it, whatever path led there. The mark is
-- written even where it stands already: the lock is what keeps a judgement from missing what is not committed yet.
CREATE FUNCTION parley_begin_tier() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO customer_tiers (id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER begin_tier AFTER INSERT ON customers FOR EACH ROW EXECUTE FUNCTION parley_begin_tier();
CREATE FUNCTION parley_mark_tier() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE customer_tiers SET stale = true WHERE id = coalesce(NEW.customer_id, OLD.customer_id);
  IF TG_OP = 'UPDATE' AND OLD.customer_id IS DISTINCT FROM NEW.customer_id THEN
    UPDATE customer_tiers SET stale = true WHERE id = OLD.customer_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER mark_tier AFTER INSERT OR UPDATE OR DELETE ON follow_ups FOR EACH ROW EXECUTE FUNCTION parley_mark_tier();
CREATE TRIGGER mark_tier AFTER INSERT OR UPDATE OR DELETE ON opportunities FOR EACH ROW EXECUTE FUNCTION parley_mark_tier();
CREATE TRIGGER mark_tier AFTER INSERT OR UPDATE OR DELETE ON taggings FOR EACH ROW EXECUTE FUNCTION parley_mark_tier();
CREATE FUNCTION parley_mark_tiers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE customer_tiers SET stale = true WHERE NOT stale;
  RETURN NULL;
END $$;
CREATE TRIGGER mark_tiers AFTER UPDATE ON tier_rules FOR EACH STATEMENT EXECUTE FUNCTION parley_mark_tiers();
INSERT INTO customer_tiers (id) SELECT id FROM customers;

-- What the rules look at, of a few customers. A definer function for the product's own sweep and nobody else: it sees deals
-- and follow-ups whosever they are. Notes are no contact; amounts are minor units of the one currency asked for.
CREATE FUNCTION parley_tier_figures(p_ids uuid[], p_today date, p_days int[], p_currency text)
  RETURNS TABLE (id uuid, contacts jsonb, "openDeals" int, probability int, "openAmount" bigint, "wonAmounts" jsonb, tags text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF coalesce(parley_system(), '') <> 'schedule' THEN
    RAISE EXCEPTION 'figures are for the sweep' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT c.id,
      (SELECT jsonb_object_agg(d, (SELECT count(*) FROM follow_ups f WHERE f.customer_id = c.id AND f.kind <> 'note'
          AND f.happened_on > p_today - d AND f.happened_on <= p_today)) FROM unnest(p_days) d),
      open.deals, open.probability, open.amount,
      (SELECT jsonb_object_agg(d, (SELECT coalesce(sum(o.amount), 0)::text FROM opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'won'
          WHERE o.customer_id = c.id AND o.currency = p_currency AND o.stage_since > (p_today - d)::timestamptz)) FROM unnest(p_days) d),
      ARRAY(SELECT t.name_zh FROM taggings g JOIN tags t ON t.id = g.tag_id WHERE g.customer_id = c.id)
    FROM unnest(p_ids) AS c (id)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS deals, coalesce(max(s.probability), 0) AS probability,
             coalesce(sum(o.amount) FILTER (WHERE o.currency = p_currency), 0)::bigint AS amount
        FROM opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'open' WHERE o.customer_id = c.id) open;
END $$;
REVOKE EXECUTE ON FUNCTION parley_tier_figures FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_tier_figures TO parley_app;

SELECT parley_compile_writes();
