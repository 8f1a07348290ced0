-- Leads as the sales flow needs them: sources with their priority, tags, outcomes of calls, enquiries of people who are on
-- file already, follow-ups of a lead, and a key no two live records share.

-- A task may name a lead from now on only while there is one.
UPDATE tasks t SET lead_id = NULL WHERE lead_id IS NOT NULL AND NOT EXISTS (SELECT FROM leads l WHERE l.id = t.lead_id);

-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "duplicate_reason" TEXT,
ADD COLUMN     "source_key" TEXT;

-- AlterTable
ALTER TABLE "follow_ups" ADD COLUMN     "lead_id" UUID,
ALTER COLUMN "customer_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "company_key" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "drop_reason" TEXT,
ADD COLUMN     "duplicate_reason" TEXT,
ADD COLUMN     "last_enquiry_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_touch_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_touch_on" DATE,
ADD COLUMN     "outcome_key" TEXT,
ADD COLUMN     "source_key" TEXT;

-- CreateTable
CREATE TABLE "lead_sources" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "synonyms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "priority" INTEGER NOT NULL DEFAULT 2,
    "response_hours" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 100,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "lead_sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_outcomes" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "synonyms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "status" TEXT,
    "needs_reason" BOOLEAN NOT NULL DEFAULT false,
    "next_days" INTEGER,
    "task_zh" TEXT,
    "task_en" TEXT,
    "position" INTEGER NOT NULL DEFAULT 100,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "lead_outcomes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiries" (
    "id" UUID NOT NULL,
    "lead_id" UUID,
    "customer_id" UUID,
    "source_key" TEXT,
    "source" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "enquiries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tags" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "synonyms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "taggings" (
    "id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "lead_id" UUID,
    "customer_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "taggings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicate_questions" (
    "id" UUID NOT NULL,
    "asker_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "contact" TEXT,
    "company" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "duplicate_questions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "duplicate_questions_owner_id_idx" ON "duplicate_questions"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "lead_sources_key_key" ON "lead_sources"("key");

-- CreateIndex
CREATE UNIQUE INDEX "lead_outcomes_key_key" ON "lead_outcomes"("key");

-- CreateIndex
CREATE INDEX "enquiries_lead_id_created_at_idx" ON "enquiries"("lead_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "enquiries_customer_id_created_at_idx" ON "enquiries"("customer_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "tags_key_key" ON "tags"("key");

-- CreateIndex
CREATE INDEX "taggings_lead_id_idx" ON "taggings"("lead_id");

-- CreateIndex
CREATE INDEX "taggings_customer_id_idx" ON "taggings"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "taggings_tag_id_lead_id_key" ON "taggings"("tag_id", "lead_id");

-- CreateIndex
CREATE UNIQUE INDEX "taggings_tag_id_customer_id_key" ON "taggings"("tag_id", "customer_id");

-- CreateIndex
CREATE INDEX "contacts_phone_idx" ON "contacts"("phone");

-- CreateIndex
CREATE INDEX "contacts_email_idx" ON "contacts"("email");

-- CreateIndex
CREATE INDEX "follow_ups_lead_id_happened_on_idx" ON "follow_ups"("lead_id", "happened_on" DESC);

-- CreateIndex
CREATE INDEX "leads_email_idx" ON "leads"("email");

-- CreateIndex
CREATE INDEX "leads_company_key_idx" ON "leads"("company_key");

-- CreateIndex
CREATE INDEX "tasks_lead_id_idx" ON "tasks"("lead_id");

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_source_key_fkey" FOREIGN KEY ("source_key") REFERENCES "lead_sources"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_source_key_fkey" FOREIGN KEY ("source_key") REFERENCES "lead_sources"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_outcome_key_fkey" FOREIGN KEY ("outcome_key") REFERENCES "lead_outcomes"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "leads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_source_key_fkey" FOREIGN KEY ("source_key") REFERENCES "lead_sources"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "taggings" ADD CONSTRAINT "taggings_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tags"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "taggings" ADD CONSTRAINT "taggings_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "leads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "taggings" ADD CONSTRAINT "taggings_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "leads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "leads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is true of the words used in the tables.
ALTER TABLE leads DROP CONSTRAINT leads_status;
ALTER TABLE leads ADD CONSTRAINT leads_status CHECK (status IN ('new', 'working', 'nurturing', 'converted', 'dropped'));
ALTER TABLE lead_sources ADD CONSTRAINT lead_sources_priority CHECK (priority BETWEEN 1 AND 3);
ALTER TABLE lead_sources ADD CONSTRAINT lead_sources_hours CHECK (response_hours > 0);
ALTER TABLE lead_outcomes ADD CONSTRAINT lead_outcomes_status CHECK (status IN ('working', 'nurturing', 'dropped'));
ALTER TABLE lead_outcomes ADD CONSTRAINT lead_outcomes_days CHECK (next_days BETWEEN 0 AND 365);
ALTER TABLE follow_ups ADD CONSTRAINT follow_ups_subject CHECK (customer_id IS NOT NULL OR lead_id IS NOT NULL);
ALTER TABLE taggings ADD CONSTRAINT taggings_subject CHECK (num_nonnulls(lead_id, customer_id) = 1);
ALTER TABLE enquiries ADD CONSTRAINT enquiries_subject CHECK (num_nonnulls(lead_id, customer_id) = 1);

-- What every company starts with; all of it is data (R1, R2, R7).
INSERT INTO lead_sources (id, key, name_zh, name_en, synonyms, priority, position) VALUES
  ('00000000-0000-7000-8000-000000002001', 'website', '官网咨询', 'Website', '{官网,网站,官网留资,官网留言,网站咨询,在线咨询,web,web site,web form,inbound}', 1, 1),
  ('00000000-0000-7000-8000-000000002002', 'referral', '转介绍', 'Referral', '{介绍,推荐,朋友介绍,客户介绍,老客户介绍,转介,referred,recommendation,word of mouth}', 1, 2),
  ('00000000-0000-7000-8000-000000002003', 'existing', '老客户', 'Existing customer', '{复购,老客户复购,returning customer,repeat customer,upsell}', 1, 3),
  ('00000000-0000-7000-8000-000000002004', 'exhibition', '展会留资', 'Trade show', '{展会,展览,展览会,博览会,会展,trade fair,tradeshow,expo,exhibition,conference,event,booth}', 2, 4),
  ('00000000-0000-7000-8000-000000002005', 'ad', '广告', 'Advertisement', '{广告投放,投放,抖音,百度,公众号,小红书,搜索广告,ad,ads,advertising,advert,google ads,facebook,google,linkedin}', 2, 5),
  ('00000000-0000-7000-8000-000000002006', 'cold_call', '陌拜', 'Cold call', '{陌生拜访,陌生电话,电话销售,电销,扫楼,cold calling,cold email,outbound,prospecting}', 3, 6),
  ('00000000-0000-7000-8000-000000002007', 'other', '其他', 'Other', '{其它,其他来源,misc,unknown}', 3, 99);
INSERT INTO lead_outcomes (id, key, name_zh, name_en, synonyms, status, needs_reason, next_days, task_zh, task_en, position) VALUES
  ('00000000-0000-7000-8000-000000002101', 'interested', '有意向', 'Interested', '{感兴趣,很感兴趣,有兴趣,keen,wants to know more}', 'working', false, 2, '继续跟进{contact}', 'Follow up with {contact}', 1),
  ('00000000-0000-7000-8000-000000002102', 'considering', '感兴趣但需考虑', 'Thinking about it', '{考虑,考虑一下,需考虑,再考虑,再想想,considering,needs time,not now}', 'nurturing', false, 7, '回访{contact}', 'Get back to {contact}', 2),
  ('00000000-0000-7000-8000-000000002103', 'appointment', '约了见面', 'Meeting agreed', '{约见,约见面,约了拜访,appointment,meeting,meeting booked}', 'working', false, 3, '与{contact}见面', 'Meet {contact}', 3),
  ('00000000-0000-7000-8000-000000002104', 'no_answer', '未接通', 'No answer', '{没接,没接电话,无人接听,占线,打不通,未接,关机,no reply,not reached,voicemail,busy}', NULL, false, 1, '再次致电{contact}', 'Call {contact} again', 4),
  ('00000000-0000-7000-8000-000000002105', 'refused', '明确拒绝', 'Said no', '{拒绝,不需要,没兴趣,没有兴趣,不感兴趣,refused,declined,not interested,rejected}', 'dropped', true, NULL, NULL, NULL, 5),
  ('00000000-0000-7000-8000-000000002106', 'wrong_number', '空号', 'Wrong number', '{错号,号码错误,号码无效,停机,wrong phone,invalid number,number not in service}', 'dropped', false, NULL, NULL, NULL, 6);
INSERT INTO tags (id, key, name_zh, name_en, synonyms) VALUES
  ('00000000-0000-7000-8000-000000002201', '高意向', '高意向', 'high intent', '{highintent,hot,意向高}'),
  ('00000000-0000-7000-8000-000000002202', '需培育', '需培育', 'to nurture', '{tonurture,nurture,nurturing,培育}'),
  ('00000000-0000-7000-8000-000000002203', '竞品对比', '竞品对比', 'comparing competitors', '{comparingcompetitors,comparing,竞品}');

-- Leads that are there already: their source out of their words, a rough company key (new ones get theirs from
-- core/names), the names a sentence finds them by.
UPDATE leads l SET source_key = coalesce((
    SELECT s.key FROM lead_sources s WHERE lower(trim(l.source)) IN (lower(s.name_zh), lower(s.name_en), s.key) OR lower(trim(l.source)) = ANY (s.synonyms)
     LIMIT 1), 'other') WHERE trim(l.source) <> '';
UPDATE leads SET source = NULL WHERE source_key <> 'other';
UPDATE leads SET company_key = lower(regexp_replace(regexp_replace(company, '(股份|控股|有限|责任|集团|总公司|分公司|公司)+$', ''), '[[:space:][:punct:]]', '', 'g'))
  WHERE company IS NOT NULL;
INSERT INTO name_keys (id, entity, record_id, key)
  SELECT gen_random_uuid(), 'lead', l.id, k.key
    FROM leads l CROSS JOIN LATERAL (VALUES (lower(replace(l.contact_name, ' ', ''))), (lower(split_part(l.contact_name, ' ', 1)))) AS k (key)
   WHERE length(k.key) >= 2
  ON CONFLICT DO NOTHING;

-- No two live leads with the same phone and company, no two customers with the same name and phone (R80): the one who
-- comes second is shown the first. A row added all the same says why, and is left out.
UPDATE leads l SET duplicate_reason = '-' WHERE phone IS NOT NULL AND status IN ('new', 'working') AND EXISTS (
  SELECT FROM leads o WHERE o.phone = l.phone AND o.company_key = l.company_key AND o.status IN ('new', 'working')
    AND (o.created_at, o.id) < (l.created_at, l.id));
CREATE UNIQUE INDEX leads_one_of_a_kind ON leads (phone, company_key)
  WHERE phone IS NOT NULL AND duplicate_reason IS NULL AND status IN ('new', 'working', 'nurturing');
UPDATE customers c SET duplicate_reason = '-' WHERE EXISTS (
  SELECT FROM customers o WHERE o.name_key = c.name_key AND coalesce(o.phone, '') = coalesce(c.phone, '')
    AND (o.created_at, o.id) < (c.created_at, c.id));
CREATE UNIQUE INDEX customers_one_of_a_kind ON customers (name_key, (coalesce(phone, ''))) WHERE duplicate_reason IS NULL;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['lead_sources', 'lead_outcomes', 'tags', 'taggings', 'enquiries', 'duplicate_questions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO parley_app', t);
  END LOOP;
END $$;
REVOKE DELETE ON duplicate_questions FROM parley_app;

-- May the person see this lead, may he work on it? Functions, as for customers: a query in a policy is made ready for every row.
CREATE FUNCTION parley_sees_lead(p_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE
  AS $$ BEGIN RETURN EXISTS (SELECT FROM leads l WHERE l.id = p_id); END $$;
CREATE FUNCTION parley_works_on_lead(p_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN parley_actor() IS NOT NULL AND EXISTS (SELECT FROM leads l WHERE l.id = p_id
    AND (l.owner_id IS NULL OR l.owner_id = ANY (parley_workable()) OR l.id = ANY (parley_granted_work())));
END $$;
CREATE FUNCTION parley_works_on_customer(p_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN parley_actor() IS NOT NULL AND EXISTS (SELECT FROM customers c WHERE c.id = p_id
    AND (c.owner_id IS NULL OR c.owner_id = ANY (parley_workable()) OR c.id = ANY (parley_granted_work())));
END $$;

-- Reference data: read by everybody, set by an admin. A tag is made by whoever types it first.
CREATE POLICY read ON lead_sources FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY write ON lead_sources TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY read ON lead_outcomes FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY write ON lead_outcomes TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY read ON tags FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY own ON tags TO parley_app USING (created_by = (SELECT parley_actor()));
CREATE POLICY write ON tags TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));

-- A tag is seen by whoever sees what it is on, and put on by whoever works on it.
CREATE POLICY read ON taggings FOR SELECT TO parley_app USING (
  (lead_id IS NOT NULL AND parley_sees_lead(lead_id)) OR (customer_id IS NOT NULL AND parley_sees_customer(customer_id)));
CREATE POLICY write ON taggings TO parley_app USING (
  (lead_id IS NOT NULL AND (parley_works_on_lead(lead_id) OR ('marketing' = ANY ((SELECT parley_roles())::text[]) AND parley_sees_lead(lead_id))))
  OR (customer_id IS NOT NULL AND (parley_works_on_customer(customer_id)
    OR ((SELECT parley_roles() && ARRAY['service', 'marketing']) AND parley_sees_customer(customer_id)))));

CREATE POLICY read ON enquiries FOR SELECT TO parley_app USING (
  (lead_id IS NOT NULL AND parley_sees_lead(lead_id)) OR (customer_id IS NOT NULL AND parley_sees_customer(customer_id)));
CREATE POLICY own ON enquiries TO parley_app USING (created_by = (SELECT parley_actor()));
CREATE POLICY hangs_on ON enquiries AS RESTRICTIVE FOR INSERT TO parley_app WITH CHECK (
  (lead_id IS NULL OR parley_sees_lead(lead_id)) AND (customer_id IS NULL OR parley_sees_customer(customer_id)));
CREATE POLICY system_relay_select ON enquiries FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'relay');

CREATE POLICY read ON duplicate_questions FOR SELECT TO parley_app USING (
  asker_id = (SELECT parley_actor()) OR owner_id = (SELECT parley_actor()));
CREATE POLICY add ON duplicate_questions FOR INSERT TO parley_app WITH CHECK (asker_id = (SELECT parley_actor()));
CREATE POLICY system_relay_select ON duplicate_questions FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'relay');

-- Whoever may take a lead in may say that it asked again, and nothing else of what is a colleague's.
CREATE POLICY enquire ON leads FOR UPDATE TO parley_app USING ('marketing' = ANY ((SELECT parley_roles())::text[]));
CREATE FUNCTION leads_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND OLD.owner_id IS NOT NULL AND NOT OLD.owner_id = ANY (parley_workable())
     AND NOT OLD.id = ANY (parley_granted_work())
     AND to_jsonb(NEW) - '{last_enquiry_at,version}'::text[] <> to_jsonb(OLD) - '{last_enquiry_at,version}'::text[] THEN
    RAISE EXCEPTION 'lead % is not for % to change', OLD.id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON leads FOR EACH ROW EXECUTE FUNCTION leads_guard();

-- Names of leads beside those of customers.
DROP POLICY read ON name_keys;
CREATE POLICY read ON name_keys FOR SELECT TO parley_app USING (
  CASE entity WHEN 'lead' THEN parley_sees_lead(record_id) ELSE EXISTS (SELECT FROM customers c WHERE c.id = record_id) END);
DROP POLICY write ON name_keys;
CREATE FUNCTION parley_names_record(p_entity text, p_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN false;
  END IF;
  IF p_entity = 'lead' THEN
    RETURN parley_works_on_lead(p_id) OR EXISTS (SELECT FROM leads l WHERE l.id = p_id AND l.created_by = parley_actor());
  END IF;
  RETURN EXISTS (SELECT FROM customers c WHERE c.id = p_id AND (c.owner_id IS NULL OR c.owner_id = ANY (parley_workable())));
END $$;
CREATE POLICY write ON name_keys TO parley_app USING (parley_names_record(entity, record_id));
CREATE INDEX name_keys_prefix_lead ON name_keys (key COLLATE "C") WHERE entity = 'lead';

-- Follow-ups and tasks of a lead.
DROP POLICY read ON follow_ups;
CREATE POLICY read ON follow_ups FOR SELECT TO parley_app USING (
  author_id = ANY ((SELECT parley_visible())::uuid[])
  OR (customer_id IS NOT NULL AND EXISTS (SELECT FROM customers c WHERE c.id = customer_id))
  OR (lead_id IS NOT NULL AND parley_sees_lead(lead_id)));
DROP POLICY add ON follow_ups;
CREATE POLICY add ON follow_ups FOR INSERT TO parley_app WITH CHECK (
  author_id = (SELECT parley_actor())
  AND (customer_id IS NULL OR parley_sees_customer(customer_id)) AND (lead_id IS NULL OR parley_sees_lead(lead_id)));
-- They move to the customer the lead becomes, whoever wrote them.
CREATE POLICY move ON follow_ups FOR UPDATE TO parley_app USING (lead_id IS NOT NULL AND parley_works_on_lead(lead_id));
CREATE FUNCTION follow_ups_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND NOT OLD.author_id = ANY (parley_workable())
     AND to_jsonb(NEW) - '{customer_id,opportunity_id,version}'::text[] <> to_jsonb(OLD) - '{customer_id,opportunity_id,version}'::text[] THEN
    RAISE EXCEPTION 'follow-up % is not for % to change', OLD.id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON follow_ups FOR EACH ROW EXECUTE FUNCTION follow_ups_guard();
DROP POLICY hangs_on ON tasks;
CREATE POLICY hangs_on ON tasks AS RESTRICTIVE FOR INSERT TO parley_app WITH CHECK (
  (customer_id IS NULL OR parley_sees_customer(customer_id)) AND (opportunity_id IS NULL OR parley_sees_opportunity(opportunity_id))
  AND (lead_id IS NULL OR parley_sees_lead(lead_id)));

-- Who is on file already under this phone, e-mail or company, or nearly so. A definer function: of a record the caller may
-- not see it says that there is one, and whose it is, nothing else. `near` rows share a way of writing the name; `alike` are
-- visible ones that begin like it, for the caller to compare.
DROP FUNCTION parley_duplicate_customer;
CREATE FUNCTION parley_find_duplicates(p_phone text, p_email text, p_company text, p_near text[], p_stems text[])
  RETURNS TABLE (entity text, id uuid, match text, contact text, company text, owner_id uuid, owner_name text, workable boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_visible uuid[] := parley_visible();
  v_granted uuid[] := parley_granted();
  v_workable uuid[] := parley_workable();
  v_work uuid[] := parley_granted_work();
  v_all_customers boolean := parley_roles() && ARRAY['service', 'marketing'];
  v_all_leads boolean := 'marketing' = ANY (parley_roles());
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH met AS (
      (SELECT 'customer' AS entity, c.id, 0 AS rank FROM customers c WHERE c.phone = p_phone LIMIT 5)
      UNION ALL (SELECT 'customer', t.customer_id, 0 FROM contacts t WHERE t.phone = p_phone LIMIT 5)
      UNION ALL (SELECT 'lead', l.id, 0 FROM leads l WHERE l.phone = p_phone AND l.status IN ('new', 'working', 'nurturing') LIMIT 5)
      UNION ALL (SELECT 'customer', t.customer_id, 1 FROM contacts t WHERE t.email = p_email LIMIT 5)
      UNION ALL (SELECT 'lead', l.id, 1 FROM leads l WHERE l.email = p_email AND l.status IN ('new', 'working', 'nurturing') LIMIT 5)
      UNION ALL (SELECT 'customer', c.id, 2 FROM customers c WHERE c.name_key = p_company AND p_company <> '' LIMIT 5)
      UNION ALL (SELECT 'lead', l.id, 2 FROM leads l WHERE l.company_key = p_company AND p_company <> '' AND l.status IN ('new', 'working', 'nurturing') LIMIT 5)
      UNION ALL (SELECT k.entity, k.record_id, 3 FROM name_keys k WHERE k.key = ANY (p_near) LIMIT 20)
      UNION ALL (SELECT 'customer', k.record_id, 4 FROM unnest(p_stems) stem
        JOIN name_keys k ON k.key COLLATE "C" >= stem AND k.key COLLATE "C" < stem || U&'\FFFF' AND k.entity = 'customer' LIMIT 40)
      UNION ALL (SELECT 'lead', k.record_id, 4 FROM unnest(p_stems) stem
        JOIN name_keys k ON k.key COLLATE "C" >= stem AND k.key COLLATE "C" < stem || U&'\FFFF' AND k.entity = 'lead' LIMIT 40)
    ), best AS (
      SELECT m.entity, m.id, min(m.rank) AS rank FROM met m GROUP BY m.entity, m.id
    ), rows AS (
      SELECT b.entity, b.id, b.rank, NULL::text AS contact, c.name AS company, c.owner_id,
             c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) OR v_all_customers AS seen,
             c.owner_id IS NULL OR c.owner_id = ANY (v_workable) OR c.id = ANY (v_work) AS workable
        FROM best b JOIN customers c ON c.id = b.id WHERE b.entity = 'customer'
      UNION ALL
      SELECT b.entity, b.id, b.rank, l.contact_name, l.company, l.owner_id,
             l.owner_id IS NULL OR l.owner_id = ANY (v_visible) OR l.id = ANY (v_granted) OR v_all_leads,
             l.owner_id IS NULL OR l.owner_id = ANY (v_workable) OR l.id = ANY (v_work)
        FROM best b JOIN leads l ON l.id = b.id WHERE b.entity = 'lead' AND l.status IN ('new', 'working', 'nurturing')
    )
    SELECT r.entity, CASE WHEN r.seen THEN r.id END, (ARRAY['phone', 'email', 'company', 'near', 'alike'])[r.rank + 1],
           CASE WHEN r.seen THEN r.contact END, CASE WHEN r.seen THEN r.company END, r.owner_id, u.name, r.workable
      FROM rows r LEFT JOIN users u ON u.id = r.owner_id
     WHERE r.seen OR r.rank < 4
     ORDER BY r.rank, r.entity, r.id LIMIT 60;
END $$;
REVOKE EXECUTE ON FUNCTION parley_find_duplicates FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_find_duplicates TO parley_app;

-- Open leads by a word they are known by, among those the caller may see: as parley_customers_named.
CREATE FUNCTION parley_leads_named(p_keys text[], p_limit int) RETURNS TABLE (id uuid, contact text, company text, key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT l.id, l.contact_name, l.company, k.key
      FROM name_keys k JOIN leads l ON l.id = k.record_id
     WHERE k.key = ANY (p_keys) AND k.entity = 'lead' AND (SELECT parley_actor()) IS NOT NULL
       AND l.status IN ('new', 'working', 'nurturing')
       AND (l.owner_id IS NULL OR l.owner_id = ANY ((SELECT parley_visible())::uuid[])
         OR l.id = ANY ((SELECT parley_granted())::uuid[]) OR 'marketing' = ANY ((SELECT parley_roles())::text[]))
     LIMIT p_limit
  $$;

CREATE OR REPLACE FUNCTION parley_names(p_keys text[]) RETURNS TABLE (kind text, id uuid, name text, key text)
  LANGUAGE sql STABLE AS $$
    SELECT 'customer', c.id, c.name, c.key FROM parley_customers_named(p_keys, 200) c
    UNION ALL
    SELECT 'lead', l.id, l.contact, l.key FROM parley_leads_named(p_keys, 200) l
    UNION ALL
    SELECT DISTINCT 'person', u.id, u.name, k.key
      FROM users u CROSS JOIN LATERAL (VALUES
        (lower(replace(u.name, ' ', ''))), (lower(split_part(u.name, ' ', 1))),
        (CASE WHEN u.name ~ '^[一-鿿]{3}$' THEN substr(u.name, 2) END)) AS k (key)
     WHERE k.key = ANY (p_keys) AND u.active
    UNION ALL
    SELECT 'product', p.id, p.name, lower(p.code) FROM products p WHERE lower(p.code) = ANY (p_keys) OR lower(p.name) = ANY (p_keys)
  $$;

-- What was said to a lead is as private as what was said to a customer.
UPDATE protected_tables SET
    owners = 'ARRAY[t.author_id, (SELECT c.owner_id FROM customers c WHERE c.id = t.customer_id), (SELECT l.owner_id FROM leads l WHERE l.id = t.lead_id)]',
    record = 'coalesce(t.customer_id, t.lead_id)'
  WHERE name = 'follow_ups';
INSERT INTO protected_tables (name, owners, record) VALUES
  ('enquiries', 'ARRAY[t.created_by, (SELECT l.owner_id FROM leads l WHERE l.id = t.lead_id), (SELECT c.owner_id FROM customers c WHERE c.id = t.customer_id)]',
    'coalesce(t.lead_id, t.customer_id)');
INSERT INTO field_policies SELECT p.* FROM parley_policies('leads', 'drop_reason', '{"finance": "hidden", "service": "hidden"}') p;
INSERT INTO field_policies SELECT p.* FROM parley_policies('enquiries', 'note', '{"finance": "hidden", "service": "hidden"}') p;

SELECT parley_compile_writes();
