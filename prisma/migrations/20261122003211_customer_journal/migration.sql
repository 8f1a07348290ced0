-- What a customer did (touches), what he is promised (milestones), and whom a contact reports to (R13, R18, R24).

-- CreateTable
CREATE TABLE "touches" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'typed',
    "detail" JSONB NOT NULL DEFAULT '{}',
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "touches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestones" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "planned_on" DATE,
    "done_on" DATE,
    "remark" TEXT,
    "created_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "milestones_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "contacts" ADD COLUMN     "reports_to" UUID;

-- CreateIndex
CREATE INDEX "touches_customer_id_occurred_at_idx" ON "touches"("customer_id", "occurred_at" DESC);

-- CreateIndex
CREATE INDEX "milestones_customer_id_planned_on_idx" ON "milestones"("customer_id", "planned_on");

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_reports_to_fkey" FOREIGN KEY ("reports_to") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touches" ADD CONSTRAINT "touches_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touches" ADD CONSTRAINT "touches_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE touches ADD CONSTRAINT touches_kind CHECK (kind IN ('site_visit', 'email_open', 'download', 'shop_order', 'event', 'ad', 'other'));
ALTER TABLE contacts ADD CONSTRAINT contacts_reports_to_another CHECK (reports_to <> id);

ALTER TABLE touches ENABLE ROW LEVEL SECURITY;
ALTER TABLE milestones ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON touches, milestones TO parley_app;

-- Seen with the customer; entered by whoever sees him, changed by whoever entered it or works on him.
CREATE POLICY read ON touches FOR SELECT TO parley_app USING (parley_sees_customer(customer_id));
CREATE POLICY add ON touches FOR INSERT TO parley_app WITH CHECK (
  created_by = (SELECT parley_actor()) AND parley_sees_customer(customer_id));
CREATE POLICY change ON touches FOR UPDATE TO parley_app USING (created_by = (SELECT parley_actor()));
CREATE POLICY remove ON touches FOR DELETE TO parley_app USING (created_by = (SELECT parley_actor()));

CREATE POLICY read ON milestones FOR SELECT TO parley_app USING (parley_sees_customer(customer_id));
CREATE POLICY add ON milestones FOR INSERT TO parley_app WITH CHECK (
  created_by = (SELECT parley_actor()) AND parley_sees_customer(customer_id));
CREATE POLICY change ON milestones FOR UPDATE TO parley_app USING (
  created_by = (SELECT parley_actor()) OR (SELECT 'service' = ANY (parley_roles()))
  OR EXISTS (SELECT FROM customers c WHERE c.id = customer_id AND c.owner_id = ANY ((SELECT parley_workable())::uuid[])));
CREATE POLICY remove ON milestones FOR DELETE TO parley_app USING (created_by = (SELECT parley_actor()));

-- What was changed of a customer and his people, for whoever sees him, as he may see it: audit entries themselves are for
-- admins. Fields his roles do not show him in full are masked as they are in schema seen; people are named.
CREATE FUNCTION parley_customer_changes(p_id uuid, p_limit int, p_offset int)
  RETURNS TABLE (id bigint, at timestamptz, "actorName" text, entity text, action text, before jsonb, after jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  v_customer customers;
  v_near boolean;
BEGIN
  SELECT * INTO v_customer FROM customers c WHERE c.id = p_id;
  IF parley_actor() IS NULL OR v_customer.id IS NULL OR NOT (
       v_customer.owner_id IS NULL OR v_customer.owner_id = ANY (parley_visible()) OR p_id = ANY (parley_granted())
       OR parley_roles() && ARRAY['service', 'marketing']) THEN
    RETURN;
  END IF;
  v_near := coalesce(v_customer.owner_id = ANY (parley_line()), false) OR p_id = ANY (parley_entrusted());
  RETURN QUERY
    SELECT e.id, h.at, coalesce(u.name, h.system), e.entity, e.action, seen_before.row, seen_after.row
      FROM (
        SELECT x.* FROM audit_entries x WHERE x.entity IN ('customers', 'customer_tiers') AND x.record_id = p_id
        UNION ALL
        SELECT x.* FROM contacts k JOIN audit_entries x ON x.entity = 'contacts' AND x.record_id = k.id WHERE k.customer_id = p_id
        UNION ALL
        SELECT x.* FROM milestones k JOIN audit_entries x ON x.entity = 'milestones' AND x.record_id = k.id WHERE k.customer_id = p_id
        ORDER BY id DESC LIMIT p_limit OFFSET p_offset) e
      JOIN changes h ON h.id = e.change_id LEFT JOIN users u ON u.id = h.actor_id
      CROSS JOIN LATERAL (SELECT parley_seen_row(e.entity, e.before, v_near) AS row) seen_before
      CROSS JOIN LATERAL (SELECT parley_seen_row(e.entity, e.after, v_near) AS row) seen_after
     ORDER BY e.id DESC;
END $$;
CREATE FUNCTION parley_seen_row(p_entity text, p_row jsonb, p_near boolean) RETURNS jsonb
  LANGUAGE sql STABLE SET search_path = public AS $$
    SELECT jsonb_object_agg(f.key, CASE
        WHEN f.value = 'null' THEN f.value
        WHEN f.key IN ('owner_id', 'manual_by') THEN to_jsonb((SELECT u.name FROM users u WHERE u.id = (f.value #>> '{}')::uuid))
        WHEN f.key = 'reports_to' THEN to_jsonb((SELECT k.name FROM contacts k WHERE k.id = (f.value #>> '{}')::uuid))
        WHEN p_near OR NOT EXISTS (SELECT FROM field_policies p WHERE p.entity = p_entity AND p.field = f.key) THEN f.value
        WHEN parley_access(p_entity || '.' || f.key) = 'full' THEN f.value
        WHEN parley_access(p_entity || '.' || f.key) = 'masked' THEN to_jsonb(parley_masked(f.key, f.value #>> '{}'))
        ELSE to_jsonb('••••'::text) END)
      FROM jsonb_each(CASE jsonb_typeof(p_row) WHEN 'object' THEN p_row ELSE '{}' END) f
  $$;
REVOKE EXECUTE ON FUNCTION parley_customer_changes, parley_seen_row FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_customer_changes TO parley_app;

SELECT parley_compile_writes();
