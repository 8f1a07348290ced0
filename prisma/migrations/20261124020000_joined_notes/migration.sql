-- What a check-in and what was told of the same visit said are notes: they are seen as the note is, not as the place (R37, R84).
ALTER TABLE protected_tables ADD COLUMN "follows" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE follow_ups ADD COLUMN "joined_notes" JSONB NOT NULL DEFAULT '{}';

UPDATE protected_tables SET follows = '{"joined_notes": "note"}' WHERE name = 'follow_ups';
UPDATE follow_ups
   SET joined_notes = jsonb_build_object('checkIn', check_in #> '{joined,checkIn,note}', 'told', check_in #> '{joined,told,note}'),
       check_in = check_in #- '{joined,checkIn,note}' #- '{joined,told,note}'
 WHERE check_in ? 'joined';

-- As before; a column that follows another is judged by the policies of that.
CREATE OR REPLACE FUNCTION parley_compile_reads() RETURNS void LANGUAGE plpgsql SET search_path = public AS $compile$
DECLARE
  v record;
  v_near text;
  v_columns text;
  v_unseen text;
  v_changed text;
BEGIN
  CREATE SCHEMA IF NOT EXISTS seen;
  GRANT USAGE ON SCHEMA seen TO parley_app;
  FOR v IN SELECT p.name, p.owners, p.record, p.follows FROM protected_tables p ORDER BY p.name LOOP
    v_near := format('(%s && (SELECT parley_line())::uuid[] OR %s = ANY ((SELECT parley_entrusted())::uuid[]))', v.owners, v.record);
    SELECT string_agg(CASE WHEN p.field IS NULL THEN format('t.%I', c.column_name)
             ELSE format($$CASE WHEN (SELECT parley_access(%1$L)) = 'full' THEN t.%2$I WHEN %3$s THEN t.%2$I %4$s END AS %2$I$$,
               v.name || '.' || p.field, c.column_name, v_near,
               CASE WHEN c.data_type = 'text' THEN format($$WHEN (SELECT parley_access(%1$L)) = 'masked' THEN parley_masked(%2$L, t.%2$I)$$,
                 v.name || '.' || p.field, c.column_name) END) END, ', ' ORDER BY c.ordinal_position),
           coalesce(string_agg(format($$CASE WHEN t.%2$I IS NOT NULL AND (SELECT parley_access(%1$L)) <> 'full' AND NOT coalesce(%3$s, false) THEN %2$L END$$,
             v.name || '.' || p.field, c.column_name, v_near), ', ' ORDER BY c.ordinal_position) FILTER (WHERE p.field = c.column_name), ''),
           string_agg(format($$NEW.%2$I IS DISTINCT FROM OLD.%2$I AND parley_access(%1$L) <> 'full'$$,
             v.name || '.' || p.field, c.column_name), ' OR ') FILTER (WHERE p.field IS NOT NULL)
      INTO v_columns, v_unseen, v_changed
      FROM information_schema.columns c
      LEFT JOIN (SELECT DISTINCT entity, field FROM field_policies) p ON p.entity = v.name AND p.field = coalesce(v.follows ->> c.column_name, c.column_name)
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

SELECT parley_compile_writes();
