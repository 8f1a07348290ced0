-- Which role sees which field (R84, R87), and the one door through which fields are read: schema seen.
-- Every table that has a protected field has a view of its name there. What is read through it is judged by what the view
-- gives, wherever it stands in the statement: shown, compared, sorted by, summed up.
CREATE TABLE "field_policies" (
    "id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "access" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "field_policies_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "field_policies_entity_field_role_key" ON "field_policies"("entity", "field", "role");
ALTER TABLE field_policies ADD CONSTRAINT field_policies_role CHECK (role IN ('rep','manager','director','executive','service','marketing','finance','admin'));
ALTER TABLE field_policies ADD CONSTRAINT field_policies_access CHECK (access IN ('full', 'masked', 'hidden'));

-- Tables with protected fields. In SQL about a row t: to whom it belongs (uuid[]), and the record a grant on it would name.
CREATE TABLE "protected_tables" (
    "name" TEXT NOT NULL,
    "owners" TEXT NOT NULL,
    "record" TEXT NOT NULL,

    CONSTRAINT "protected_tables_pkey" PRIMARY KEY ("name")
);

ALTER TABLE field_policies ENABLE ROW LEVEL SECURITY;
ALTER TABLE protected_tables ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON field_policies TO parley_app;
GRANT SELECT ON protected_tables TO parley_app; -- with no policy: nobody's
CREATE POLICY read ON field_policies FOR SELECT TO parley_app USING ((SELECT parley_actor()) IS NOT NULL);
CREATE POLICY change ON field_policies FOR UPDATE TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));

-- A policy says for ever which role and field it is about.
CREATE FUNCTION field_policies_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.role, NEW.entity, NEW.field) IS DISTINCT FROM (OLD.id, OLD.role, OLD.entity, OLD.field) THEN
    RAISE EXCEPTION 'policy % is about something else', OLD.id USING ERRCODE = 'PA403';
  END IF;
  PERFORM set_config('parley.sight', '', true);
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON field_policies FOR EACH ROW EXECUTE FUNCTION field_policies_guard();

-- full, masked or hidden: the most any of the actor's roles may see of a field; hidden for what no policy speaks of and
-- for the product itself. Worked out once a transaction, so a change is in force everywhere with the next one.
CREATE FUNCTION parley_access(p_key text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_actor text := current_setting('parley.actor', true);
  v_sight text := current_setting('parley.sight', true);
BEGIN
  IF coalesce(v_actor, '') = '' THEN
    RETURN 'hidden';
  END IF;
  IF v_sight IS NULL OR NOT starts_with(v_sight, v_actor) THEN
    v_sight := set_config('parley.sight', v_actor || (
      SELECT coalesce(jsonb_object_agg(key, rank), '{}')
        FROM (SELECT p.entity || '.' || p.field AS key, max(array_position(ARRAY['hidden', 'masked', 'full'], p.access)) AS rank
                FROM public.field_policies p WHERE p.role = ANY (public.parley_roles()) GROUP BY 1) best)::text, true);
  END IF;
  RETURN (ARRAY['hidden', 'masked', 'full'])[coalesce((substr(v_sight, length(v_actor) + 1)::jsonb ->> p_key)::int, 1)];
END $$;

-- The actor and those below him in the teams he leads, whatever his roles show him besides.
CREATE FUNCTION parley_line() RETURNS uuid[] LANGUAGE sql STABLE
  AS $$
    SELECT CASE WHEN parley_roles() && ARRAY['executive', 'admin', 'finance']
      THEN parley_visible_to(parley_actor(), '{}') ELSE parley_visible() END
  $$;

-- Records somebody was asked to work on or to sign, whosever they are.
CREATE FUNCTION parley_entrusted() RETURNS uuid[] LANGUAGE sql STABLE
  AS $$ SELECT parley_granted_work() || parley_asked() $$;

-- As much as tells a number from another one. What is masked holds a character no true value holds.
CREATE FUNCTION parley_masked(p_field text, p_value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
    SELECT CASE
      WHEN p_value IS NULL THEN NULL
      WHEN p_field = 'phone' AND length(p_value) > 9 THEN left(p_value, length(p_value) - 8) || '••••' || right(p_value, 4)
      WHEN p_field = 'email' AND position('@' IN p_value) > 1 THEN left(p_value, 1) || '•••' || substr(p_value, position('@' IN p_value))
      ELSE '••••'
    END
  $$;

-- A policy of a field for every role: full where `p_access` ({"role": "masked" …}) says nothing else.
CREATE FUNCTION parley_policies(p_table text, p_field text, p_access jsonb) RETURNS SETOF field_policies LANGUAGE sql STABLE
  AS $$
    SELECT md5(p_table || '.' || p_field || '.' || role)::uuid, role, p_table, p_field, coalesce(p_access ->> role, 'full'), 1
      FROM unnest(ARRAY['rep','manager','director','executive','service','marketing','finance','admin']) role
  $$;

-- Writes the views anew. `unseen` names the fields of a row that are on file and not shown in full. What somebody does not
-- see in full he does not change, whatever path led there: he would put what he was shown in place of what is true.
CREATE FUNCTION parley_compile_reads() RETURNS void LANGUAGE plpgsql SET search_path = public AS $compile$
DECLARE
  v record;
  v_near text;
  v_columns text;
  v_unseen text;
  v_changed text;
BEGIN
  CREATE SCHEMA IF NOT EXISTS seen;
  GRANT USAGE ON SCHEMA seen TO parley_app;
  FOR v IN SELECT p.name, p.owners, p.record FROM protected_tables p ORDER BY p.name LOOP
    v_near := format('(%s && (SELECT parley_line())::uuid[] OR %s = ANY ((SELECT parley_entrusted())::uuid[]))', v.owners, v.record);
    SELECT string_agg(CASE WHEN p.field IS NULL THEN format('t.%I', c.column_name)
             ELSE format($$CASE WHEN (SELECT parley_access(%1$L)) = 'full' THEN t.%2$I WHEN %3$s THEN t.%2$I %4$s END AS %2$I$$,
               v.name || '.' || c.column_name, c.column_name, v_near,
               CASE WHEN c.data_type = 'text' THEN format($$WHEN (SELECT parley_access(%1$L)) = 'masked' THEN parley_masked(%2$L, t.%2$I)$$,
                 v.name || '.' || c.column_name, c.column_name) END) END, ', ' ORDER BY c.ordinal_position),
           coalesce(string_agg(format($$CASE WHEN t.%2$I IS NOT NULL AND (SELECT parley_access(%1$L)) <> 'full' AND NOT coalesce(%3$s, false) THEN %2$L END$$,
             v.name || '.' || c.column_name, c.column_name, v_near), ', ' ORDER BY c.ordinal_position) FILTER (WHERE p.field IS NOT NULL), ''),
           string_agg(format($$NEW.%2$I IS DISTINCT FROM OLD.%2$I AND parley_access(%1$L) <> 'full'$$,
             v.name || '.' || c.column_name, c.column_name), ' OR ') FILTER (WHERE p.field IS NOT NULL)
      INTO v_columns, v_unseen, v_changed
      FROM information_schema.columns c
      LEFT JOIN (SELECT DISTINCT entity, field FROM field_policies) p ON p.entity = v.name AND p.field = c.column_name
     WHERE c.table_schema = 'public' AND c.table_name = v.name;
    EXECUTE format('DROP VIEW IF EXISTS seen.%I', v.name);
    EXECUTE format('CREATE VIEW seen.%1$I WITH (security_invoker = true) AS SELECT %2$s, array_remove(ARRAY[%3$s]::text[], NULL) AS unseen FROM public.%1$I t',
      v.name, v_columns, v_unseen);
    EXECUTE format('GRANT SELECT ON seen.%I TO parley_app', v.name);
    EXECUTE format($trigger$
      CREATE OR REPLACE FUNCTION %1$I() RETURNS trigger LANGUAGE plpgsql AS $body$
      DECLARE
        t public.%2$I := OLD;
      BEGIN
        IF parley_actor() IS NOT NULL AND (%3$s) AND NOT coalesce(%4$s, false) THEN
          RAISE EXCEPTION '%% %% holds what %% does not see', %2$L, OLD.id, parley_actor() USING ERRCODE = 'PA403';
        END IF;
        RETURN NEW;
      END $body$
      $trigger$, 'parley_sight_' || v.name, v.name, v_changed, v_near);
    EXECUTE format('CREATE OR REPLACE TRIGGER sight BEFORE UPDATE ON public.%I FOR EACH ROW EXECUTE FUNCTION %I()', v.name, 'parley_sight_' || v.name);
  END LOOP;
END $compile$;
REVOKE EXECUTE ON FUNCTION parley_compile_reads FROM PUBLIC;

-- Whoever adds a column compiles the writes, and with them the reads.
ALTER FUNCTION parley_compile_writes RENAME TO parley_compile_write_functions;
CREATE FUNCTION parley_compile_writes() RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  PERFORM parley_compile_write_functions();
  PERFORM parley_compile_reads();
END $$;
REVOKE EXECUTE ON FUNCTION parley_compile_writes FROM PUBLIC;

INSERT INTO protected_tables (name, owners, record) VALUES
  ('customers', 'ARRAY[t.owner_id]', 't.id'),
  ('contacts', 'ARRAY[(SELECT c.owner_id FROM customers c WHERE c.id = t.customer_id)]', 't.customer_id'),
  ('leads', 'ARRAY[t.owner_id]', 't.id'),
  ('opportunities', 'ARRAY[t.owner_id]', 't.id'),
  ('follow_ups', 'ARRAY[t.author_id, (SELECT c.owner_id FROM customers c WHERE c.id = t.customer_id)]', 't.customer_id');

-- Who sells sees what he sells with. Marketing writes to many and calls nobody; finance calls the company, not its people,
-- and reads figures, not what was talked about; service answers calls and has no business with prices.
INSERT INTO field_policies SELECT p.* FROM (VALUES
  ('customers', 'phone', '{"marketing": "masked"}'),
  ('customers', 'address', '{"marketing": "hidden"}'),
  ('contacts', 'phone', '{"marketing": "masked", "finance": "masked"}'),
  ('contacts', 'email', '{"marketing": "masked", "finance": "masked"}'),
  ('leads', 'phone', '{"marketing": "masked", "finance": "masked", "service": "masked"}'),
  ('leads', 'email', '{"marketing": "masked", "finance": "masked", "service": "masked"}'),
  ('leads', 'note', '{"finance": "hidden", "service": "hidden"}'),
  ('opportunities', 'amount', '{"marketing": "hidden", "service": "hidden"}'),
  ('opportunities', 'discount_bps', '{"marketing": "hidden", "service": "hidden"}'),
  ('opportunities', 'lost_reason', '{"service": "hidden"}'),
  ('follow_ups', 'note', '{"marketing": "hidden", "finance": "hidden"}')
) AS x (entity, field, access), parley_policies(x.entity, x.field, x.access::jsonb) p;

SELECT parley_compile_writes();
