-- What a deal is made of: what they buy, whom we are up against, who decides there, who of us works on it.
CREATE TABLE "opportunity_products" (
    "id" UUID NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "price" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "opportunity_products_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "opportunity_competitors" (
    "id" UUID NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "opportunity_competitors_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "opportunity_members" (
    "id" UUID NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "share" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "opportunity_members_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "contact_roles" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "opportunity_id" UUID,
    "role" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contact_roles_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "opportunity_products_opportunity_id_product_id_key" ON "opportunity_products"("opportunity_id", "product_id");
CREATE UNIQUE INDEX "opportunity_competitors_opportunity_id_name_key" ON "opportunity_competitors"("opportunity_id", "name");
CREATE UNIQUE INDEX "opportunity_members_opportunity_id_user_id_key" ON "opportunity_members"("opportunity_id", "user_id");
CREATE INDEX "opportunity_members_user_id_idx" ON "opportunity_members"("user_id");
CREATE INDEX "contact_roles_customer_id_idx" ON "contact_roles"("customer_id");
CREATE INDEX "contact_roles_opportunity_id_idx" ON "contact_roles"("opportunity_id");
-- One role for a person at his company, and one of his own in each deal.
CREATE UNIQUE INDEX contact_roles_one ON contact_roles (contact_id, coalesce(opportunity_id, '00000000-0000-0000-0000-000000000000'));
CREATE INDEX tasks_open_of_deal ON tasks (opportunity_id) WHERE done_at IS NULL;

ALTER TABLE "opportunity_products" ADD CONSTRAINT "opportunity_products_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "opportunities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "opportunity_products" ADD CONSTRAINT "opportunity_products_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "opportunity_competitors" ADD CONSTRAINT "opportunity_competitors_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "opportunities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "opportunity_members" ADD CONSTRAINT "opportunity_members_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "opportunities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "opportunity_members" ADD CONSTRAINT "opportunity_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contact_roles" ADD CONSTRAINT "contact_roles_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contact_roles" ADD CONSTRAINT "contact_roles_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contact_roles" ADD CONSTRAINT "contact_roles_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "opportunities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE opportunity_products ADD CONSTRAINT opportunity_products_figures CHECK (quantity > 0 AND price >= 0);
ALTER TABLE opportunity_members ADD CONSTRAINT opportunity_members_share CHECK (share BETWEEN 0 AND 100);
ALTER TABLE contact_roles ADD CONSTRAINT contact_roles_role CHECK (
  role IN ('decision_maker', 'champion', 'influencer', 'gatekeeper', 'user', 'blocker'));

-- The shares of a deal are the whole of it, whatever path led here; judged when the transaction ends.
CREATE FUNCTION opportunity_shares() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_deal uuid := coalesce(NEW.opportunity_id, OLD.opportunity_id);
BEGIN
  IF (SELECT coalesce(sum(share), 100) FROM opportunity_members WHERE opportunity_id = v_deal) <> 100 THEN
    RAISE EXCEPTION 'the shares of opportunity % are not 100 percent', v_deal USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER shares AFTER INSERT OR UPDATE OR DELETE ON opportunity_members
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION opportunity_shares();

-- Whoever works on a joint deal sees whose deal it is.
CREATE OR REPLACE FUNCTION parley_granted() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN ARRAY(SELECT record_id FROM grants WHERE user_id = parley_actor() AND (ends_at IS NULL OR ends_at > parley_now()))
    || ARRAY(SELECT o.customer_id FROM grants g JOIN opportunities o ON o.id = g.record_id
              WHERE g.user_id = parley_actor() AND g.reason = 'joint_deal' AND (g.ends_at IS NULL OR g.ends_at > parley_now()))
    || parley_asked();
END $$;

ALTER TABLE opportunity_products ENABLE ROW LEVEL SECURITY;
ALTER TABLE opportunity_competitors ENABLE ROW LEVEL SECURITY;
ALTER TABLE opportunity_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_roles ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON opportunity_products, opportunity_competitors, opportunity_members, contact_roles TO parley_app;
CREATE POLICY read ON opportunity_products FOR SELECT TO parley_app USING (parley_sees_opportunity(opportunity_id));
CREATE POLICY work ON opportunity_products TO parley_app USING (parley_works_on(opportunity_id));
CREATE POLICY read ON opportunity_competitors FOR SELECT TO parley_app USING (parley_sees_opportunity(opportunity_id));
CREATE POLICY work ON opportunity_competitors TO parley_app USING (parley_works_on(opportunity_id));
-- Who shares in a deal is for its owner and those above him, not for whoever shares in it.
CREATE POLICY read ON opportunity_members FOR SELECT TO parley_app USING (parley_sees_opportunity(opportunity_id));
CREATE POLICY share ON opportunity_members TO parley_app USING (EXISTS (
  SELECT FROM opportunities o WHERE o.id = opportunity_id AND o.owner_id = ANY ((SELECT parley_workable())::uuid[])));
CREATE POLICY read ON contact_roles FOR SELECT TO parley_app USING (
  CASE WHEN opportunity_id IS NULL THEN parley_sees_customer(customer_id) ELSE parley_sees_opportunity(opportunity_id) END);
CREATE POLICY work ON contact_roles TO parley_app USING (
  CASE WHEN opportunity_id IS NULL
    THEN EXISTS (SELECT FROM customers c WHERE c.id = customer_id
      AND (c.owner_id IS NULL OR c.owner_id = ANY ((SELECT parley_workable())::uuid[]) OR c.id = ANY ((SELECT parley_granted_work())::uuid[])))
    ELSE parley_works_on(opportunity_id) END);

-- What was agreed for one piece is as confidential as the amount.
INSERT INTO protected_tables (name, owners, record) VALUES
  ('opportunity_products', 'ARRAY[(SELECT o.owner_id FROM opportunities o WHERE o.id = t.opportunity_id)]', 't.opportunity_id');
INSERT INTO field_policies SELECT p.* FROM parley_policies('opportunity_products', 'price', '{"marketing": "hidden", "service": "hidden"}') p;

SELECT parley_compile_writes();
