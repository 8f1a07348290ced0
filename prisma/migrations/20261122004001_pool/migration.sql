-- The public pool (R10): who took what out of it and put what back, why, and within which limits.

-- AlterTable
ALTER TABLE "lead_rules" ADD COLUMN     "claims_per_day" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "held_most" INTEGER NOT NULL DEFAULT 200,
ADD COLUMN     "protect_days" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "warn_days" INTEGER NOT NULL DEFAULT 3;

-- CreateTable
CREATE TABLE "recycle_reasons" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "synonyms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL DEFAULT 100,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recycle_reasons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_moves" (
    "id" UUID NOT NULL,
    "lead_id" UUID,
    "customer_id" UUID,
    "kind" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "reason_key" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "pool_moves_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recycle_reasons_key_key" ON "recycle_reasons"("key");

-- CreateIndex
CREATE INDEX "pool_moves_lead_id_created_at_idx" ON "pool_moves"("lead_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "pool_moves_customer_id_created_at_idx" ON "pool_moves"("customer_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "pool_moves_user_id_kind_created_at_idx" ON "pool_moves"("user_id", "kind", "created_at");

-- AddForeignKey
ALTER TABLE "pool_moves" ADD CONSTRAINT "pool_moves_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "leads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_moves" ADD CONSTRAINT "pool_moves_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_moves" ADD CONSTRAINT "pool_moves_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_moves" ADD CONSTRAINT "pool_moves_reason_key_fkey" FOREIGN KEY ("reason_key") REFERENCES "recycle_reasons"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE lead_rules ADD CONSTRAINT lead_rules_pool CHECK (
  claims_per_day > 0 AND held_most > 0 AND protect_days >= 0 AND warn_days > 0 AND (protect_days = 0 OR protect_days > warn_days));
ALTER TABLE pool_moves ADD CONSTRAINT pool_moves_kind CHECK (kind IN ('claimed', 'released', 'warned', 'returned'));
ALTER TABLE pool_moves ADD CONSTRAINT pool_moves_party CHECK (num_nonnulls(lead_id, customer_id) = 1);

INSERT INTO recycle_reasons (id, key, name_zh, name_en, synonyms, position) VALUES
  ('00000000-0000-7000-8000-000000004001', 'no_budget', '没有预算', 'no budget', '{预算没了,没预算,预算不足,预算砍了,budget is gone,budget gone,out of budget}', 10),
  ('00000000-0000-7000-8000-000000004002', 'no_need', '暂无需求', 'no need now', '{没需求,没有需求,不需要,不需要了,no need,not interested,does not need it}', 20),
  ('00000000-0000-7000-8000-000000004003', 'unreachable', '联系不上', 'cannot be reached', '{找不到人,打不通,失联,cannot reach,no answer,unreachable}', 30),
  ('00000000-0000-7000-8000-000000004004', 'not_mine', '不在我负责的范围', 'not my area', '{不归我管,不是我的区域,不在我的区域,not my region,not mine}', 40),
  ('00000000-0000-7000-8000-000000004005', 'no_time', '顾不过来', 'no time for it', '{没时间,忙不过来,太忙,too busy,no time}', 50),
  ('00000000-0000-7000-8000-000000004006', 'idle', '长期未跟进', 'not followed up', '{}', 90);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['recycle_reasons', 'pool_moves'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO parley_app', t);
  END LOOP;
END $$;
CREATE POLICY read ON recycle_reasons FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY write ON recycle_reasons TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));

CREATE POLICY read ON pool_moves FOR SELECT TO parley_app USING (
  (lead_id IS NOT NULL AND parley_sees_lead(lead_id)) OR (customer_id IS NOT NULL AND parley_sees_customer(customer_id)));
CREATE POLICY own ON pool_moves TO parley_app USING (created_by = (SELECT parley_actor()));
CREATE POLICY hangs_on ON pool_moves AS RESTRICTIVE FOR INSERT TO parley_app WITH CHECK (
  (SELECT parley_system()) = 'schedule'
  OR (lead_id IS NOT NULL AND parley_works_on_lead(lead_id)) OR (customer_id IS NOT NULL AND parley_works_on_customer(customer_id)));
CREATE POLICY system_schedule_all ON pool_moves TO parley_app USING ((SELECT parley_system()) = 'schedule');
CREATE POLICY system_schedule_select ON customers FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule');
CREATE POLICY system_schedule_update ON customers FOR UPDATE TO parley_app USING ((SELECT parley_system()) = 'schedule');
CREATE POLICY system_schedule_update ON leads FOR UPDATE TO parley_app USING ((SELECT parley_system()) = 'schedule');

-- What stands against taking a lead or a customer out of the pool. It waits for whoever is just taking the same one, and for
-- the caller's own other claims, so that both count. A definer function: whoever comes second no longer sees the record, and
-- hears whose it is and since when, nothing else.
CREATE FUNCTION parley_pool_take(p_id uuid, p_since timestamptz) RETURNS TABLE (
    entity text, name text, version int, open boolean, owner_id uuid, owner_name text, taken_at timestamptz, claims int, held int)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  v_me uuid := parley_actor();
BEGIN
  IF v_me IS NULL THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('parley_pool_take'), hashtext(v_me::text));
  PERFORM FROM leads l WHERE l.id = p_id FOR UPDATE;
  PERFORM FROM customers c WHERE c.id = p_id FOR UPDATE;
  RETURN QUERY
    WITH party AS (
      SELECT 'lead' AS entity, l.id, concat_ws(' · ', l.contact_name, l.company) AS name, l.version, l.status IN ('new', 'working', 'nurturing') AS open, l.owner_id
        FROM leads l WHERE l.id = p_id
      UNION ALL SELECT 'customer', c.id, c.name, c.version, true, c.owner_id FROM customers c WHERE c.id = p_id)
    SELECT p.entity, CASE WHEN p.owner_id IS NULL THEN p.name END, p.version, p.open, p.owner_id, u.name, m.created_at,
           (SELECT count(*)::int FROM pool_moves x WHERE x.user_id = v_me AND x.kind = 'claimed' AND x.created_at >= p_since),
           CASE p.entity WHEN 'lead' THEN (SELECT count(*)::int FROM leads l WHERE l.owner_id = v_me AND l.status IN ('new', 'working', 'nurturing'))
             ELSE (SELECT count(*)::int FROM customers c WHERE c.owner_id = v_me) END
      FROM party p LEFT JOIN users u ON u.id = p.owner_id
      LEFT JOIN LATERAL (SELECT y.created_at, y.kind, y.user_id FROM pool_moves y WHERE y.lead_id = p.id OR y.customer_id = p.id
                          ORDER BY y.created_at DESC, y.id DESC LIMIT 1) m ON m.kind = 'claimed' AND m.user_id = p.owner_id
     WHERE p.owner_id IS NULL OR m.kind IS NOT NULL OR p.owner_id = ANY (parley_visible());
END $$;
REVOKE EXECUTE ON FUNCTION parley_pool_take FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_pool_take TO parley_app;

SELECT parley_compile_writes();
