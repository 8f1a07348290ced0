-- What an industry keeps of its customers besides (R22): vehicles, showings, store visits. A type and its fields are rows
-- that an admin makes; a record of it hangs on a customer. What its rules ask for, and when, is worked out as it is written.

-- CreateTable
CREATE TABLE "object_types" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "synonyms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "label_zh" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "fields" JSONB NOT NULL DEFAULT '[]',
    "rules" JSONB NOT NULL DEFAULT '[]',
    "position" INTEGER NOT NULL DEFAULT 100,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "object_types_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objects" (
    "id" UUID NOT NULL,
    "type_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "values" JSONB NOT NULL DEFAULT '{}',
    "created_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "objects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "object_dues" (
    "object_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "due_on" DATE,
    "last_on" DATE,

    CONSTRAINT "object_dues_pkey" PRIMARY KEY ("object_id","rule")
);

-- CreateIndex
CREATE UNIQUE INDEX "object_types_key_key" ON "object_types"("key");

-- CreateIndex
CREATE INDEX "objects_customer_id_created_at_idx" ON "objects"("customer_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "objects_type_id_created_at_idx" ON "objects"("type_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "objects" ADD CONSTRAINT "objects_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "object_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objects" ADD CONSTRAINT "objects_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objects" ADD CONSTRAINT "objects_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "object_dues" ADD CONSTRAINT "object_dues_object_id_fkey" FOREIGN KEY ("object_id") REFERENCES "objects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX object_dues_due ON object_dues (due_on) WHERE due_on IS NOT NULL;
-- A number plate is asked for as it is written.
CREATE INDEX objects_grams ON objects USING gin (parley_grams(name)) WITH (fastupdate = off);
ALTER TABLE objects ADD CONSTRAINT objects_values CHECK (jsonb_typeof("values") = 'object');

ALTER TABLE object_types ENABLE ROW LEVEL SECURITY;
ALTER TABLE objects ENABLE ROW LEVEL SECURITY;
ALTER TABLE object_dues ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON object_types, objects TO parley_app;
GRANT SELECT, UPDATE ON object_dues TO parley_app;

CREATE POLICY read ON object_types FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY write ON object_types TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));

-- Seen with the customer, and by the colleague it names, who need not see him; entered by whoever sees him, changed by whoever entered it, by service, and by those whose customer he is.
CREATE POLICY read ON objects FOR SELECT TO parley_app USING (
  parley_sees_customer(customer_id) OR EXISTS (SELECT FROM jsonb_each_text("values") v WHERE v.value = (SELECT parley_actor())::text));
CREATE POLICY add ON objects FOR INSERT TO parley_app WITH CHECK (
  created_by = (SELECT parley_actor()) AND parley_sees_customer(customer_id));
CREATE POLICY change ON objects FOR UPDATE TO parley_app USING (
  created_by = (SELECT parley_actor()) OR (SELECT 'service' = ANY (parley_roles()))
  OR EXISTS (SELECT FROM customers c WHERE c.id = customer_id AND c.owner_id = ANY ((SELECT parley_workable())::uuid[])));
CREATE POLICY remove ON objects FOR DELETE TO parley_app USING (created_by = (SELECT parley_actor()));

CREATE POLICY system_relay_select ON objects FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'relay');
CREATE POLICY system_relay_select ON object_types FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'relay');
CREATE POLICY system_schedule_select ON objects FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule');
CREATE POLICY system_schedule_select ON object_types FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule');
CREATE POLICY system_schedule_all ON object_dues TO parley_app USING ((SELECT parley_system()) = 'schedule');
CREATE POLICY system_schedule_insert ON tasks FOR INSERT TO parley_app WITH CHECK ((SELECT parley_system()) = 'schedule');

-- What it is, whose and by whom stays, but for customers that are merged.
CREATE FUNCTION objects_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND (NEW.id, NEW.type_id, NEW.customer_id, NEW.created_by, NEW.created_at)
       IS DISTINCT FROM (OLD.id, OLD.type_id, OLD.customer_id, OLD.created_by, OLD.created_at) THEN
    RAISE EXCEPTION 'object % is not for % to change so', OLD.id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON objects FOR EACH ROW EXECUTE FUNCTION objects_guard();

-- The first day from p_from on that is so many days after another, again and again where it repeats; null where that is over.
CREATE FUNCTION parley_next_due(p_base date, p_days int, p_repeats boolean, p_from date) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_base + p_days >= p_from THEN p_base + p_days
              WHEN p_repeats THEN p_base + p_days * ((p_from - p_base + p_days - 1) / p_days) END
$$;

-- When the rules of a type ask for something, of one record or of all of it. Derived rows, kept whatever path led there: what was
-- asked for already (last_on) is not asked for again, and what lay in the past when it was entered never is.
CREATE FUNCTION parley_plan_dues(p_type uuid, p_object uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  DELETE FROM object_dues d USING objects o JOIN object_types t ON t.id = o.type_id
   WHERE d.object_id = o.id AND o.type_id = p_type AND (p_object IS NULL OR o.id = p_object)
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(t.rules) r WHERE r ->> 'kind' = 'task' AND r ->> 'key' = d.rule);
  INSERT INTO object_dues (object_id, rule, due_on)
    SELECT o.id, r ->> 'key', CASE WHEN o."values" ->> (r ->> 'field') ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN
        parley_next_due((o."values" ->> (r ->> 'field'))::date, (r ->> 'days')::int, coalesce((r ->> 'repeats')::boolean, false),
          greatest((parley_now() AT TIME ZONE 'UTC')::date, d.last_on + 1)) END
      FROM objects o JOIN object_types t ON t.id = o.type_id CROSS JOIN LATERAL jsonb_array_elements(t.rules) r
      LEFT JOIN object_dues d ON d.object_id = o.id AND d.rule = r ->> 'key'
     WHERE o.type_id = p_type AND (p_object IS NULL OR o.id = p_object) AND r ->> 'kind' = 'task'
  ON CONFLICT (object_id, rule) DO UPDATE SET due_on = excluded.due_on;
$$;
REVOKE EXECUTE ON FUNCTION parley_plan_dues FROM PUBLIC;
CREATE FUNCTION parley_plan_object() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM parley_plan_dues(NEW.type_id, NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER plan_dues AFTER INSERT OR UPDATE OF "values" ON objects FOR EACH ROW EXECUTE FUNCTION parley_plan_object();
CREATE FUNCTION parley_plan_type() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM parley_plan_dues(NEW.id, NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER plan_dues AFTER UPDATE OF rules ON object_types FOR EACH ROW EXECUTE FUNCTION parley_plan_type();

-- Types are named in sentences by what their admin calls them (给陈先生登记一辆车); the name given back is the type's key.
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
    UNION ALL
    SELECT DISTINCT 'team', t.id, t.name, k.key
      FROM teams t CROSS JOIN LATERAL unnest(string_to_array(lower(t.name), ' ') || lower(replace(t.name, ' ', ''))) AS k (key)
     WHERE k.key = ANY (p_keys)
    UNION ALL
    SELECT DISTINCT 'stage', s.id, s.key, k.key
      FROM stages s CROSS JOIN LATERAL (VALUES (s.name_zh), (s.name_en)) AS n (name)
           CROSS JOIN LATERAL (SELECT lower(regexp_replace(replace(n.name, '&', 'and'), '[[:space:][:punct:]（）【】《》“”‘’、，。：；！？·—…]', '', 'g')) AS key) AS k
     WHERE k.key = ANY (p_keys)
    UNION ALL
    SELECT DISTINCT 'object', t.id, t.key, k.key
      FROM object_types t CROSS JOIN LATERAL unnest(t.name_zh || (t.name_en || t.synonyms)) AS n (name)
           CROSS JOIN LATERAL (SELECT lower(regexp_replace(n.name, '[[:space:][:punct:]（）【】《》“”‘’、，。：；！？·—…]', '', 'g')) AS one) AS o
           CROSS JOIN LATERAL (VALUES (o.one), (CASE WHEN o.one ~ '[a-z]$' THEN o.one || 's' END)) AS k (key)
     WHERE t.active AND k.key = ANY (p_keys)
  $$;

SELECT parley_compile_writes();
