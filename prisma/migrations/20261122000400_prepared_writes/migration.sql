-- The same spine, planned once a connection instead of once a row. Statements put together at run time are planned
-- each time, and beneath row policies the plan cost three times what the write does.

-- Writes a function for every table that may be changed: parley_write_<table>(op) applies one op under the caller's row
-- policies and returns its audit entry. A migration that adds a table or a column calls this at its end.
CREATE FUNCTION parley_compile_writes() RETURNS void LANGUAGE plpgsql SET search_path = public AS $compile$
DECLARE
  v_table text;
  v_columns text;
  v_values text;
  v_set text;
  v_get text;
  v_cases text := '';
BEGIN
  FOR v_table IN
    SELECT c.relname FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND has_table_privilege('parley_app', c.oid, 'INSERT')
       AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'version' AND NOT a.attisdropped)
     ORDER BY 1
  LOOP
    SELECT string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position),
           string_agg(CASE WHEN c.column_default IS NULL THEN format('n.%I', c.column_name)
             ELSE format('coalesce(n.%I, %s)', c.column_name, c.column_default) END, ', ' ORDER BY c.ordinal_position),
           string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position) FILTER (WHERE c.column_name NOT IN ('id', 'version')),
           string_agg(format('n.%I', c.column_name), ', ' ORDER BY c.ordinal_position) FILTER (WHERE c.column_name NOT IN ('id', 'version'))
      INTO v_columns, v_values, v_set, v_get
      FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = v_table;
    EXECUTE format($write$
      CREATE OR REPLACE FUNCTION %1$I(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $body$
      DECLARE
        v_id uuid := (p ->> 'id')::uuid;
        v_before jsonb;
        v_after jsonb;
      BEGIN
        IF p ->> 'op' = 'insert' THEN
          INSERT INTO %2$I AS t (%3$s) SELECT %4$s FROM jsonb_populate_record(NULL::%2$I, p -> 'row') n RETURNING to_jsonb(t) INTO v_after;
          v_id := (v_after ->> 'id')::uuid;
        ELSE
          SELECT to_jsonb(t) INTO v_before FROM %2$I t WHERE t.id = v_id FOR UPDATE;
          IF v_before IS NULL THEN
            RAISE EXCEPTION 'no %% %%', %2$L, v_id USING ERRCODE = 'PA404';
          END IF;
          IF (p ? 'version' AND v_before -> 'version' <> p -> 'version') OR NOT v_before @> coalesce(p -> 'when', '{}') THEN
            RAISE EXCEPTION '%% %% moved on', %2$L, v_id USING ERRCODE = 'PA409', DETAIL = v_before ->> 'version';
          END IF;
          IF p ->> 'op' = 'delete' THEN
            DELETE FROM %2$I t WHERE t.id = v_id;
          ELSE
            UPDATE %2$I AS t SET (%5$s, version) = (SELECT %6$s, t.version + 1 FROM jsonb_populate_record(t, p -> 'set') n)
             WHERE t.id = v_id RETURNING to_jsonb(t) INTO v_after;
          END IF;
        END IF;
        RETURN jsonb_build_object('entity', %2$L, 'record_id', v_id, 'action', p ->> 'op', 'before', v_before, 'after', v_after);
      END $body$
      $write$, 'parley_write_' || v_table, v_table, v_columns, v_values, v_set, v_get);
    v_cases := v_cases || format(E'    WHEN %L THEN RETURN %I(p);\n', v_table, 'parley_write_' || v_table);
  END LOOP;
  EXECUTE format($dispatch$
    CREATE OR REPLACE FUNCTION parley_write(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $body$
    BEGIN
      CASE p ->> 'table'
    %s  ELSE RAISE EXCEPTION 'no table %%', p ->> 'table';
      END CASE;
    END $body$
    $dispatch$, v_cases);
END $compile$;
REVOKE EXECUTE ON FUNCTION parley_compile_writes FROM PUBLIC;
SELECT parley_compile_writes();

-- What every transaction leaves beside its rows: header, audit, events, the answer. As the owner, because who did it is
-- read from the session here and cannot be claimed by the caller.
CREATE FUNCTION parley_record(p jsonb, p_entries jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_header jsonb := p -> 'change';
  v_change uuid := (v_header ->> 'id')::uuid;
BEGIN
  IF parley_actor() IS NULL AND coalesce(parley_system(), '') NOT IN ('identity', 'relay', 'schedule') THEN
    RAISE EXCEPTION 'nobody may record a change' USING ERRCODE = '42501';
  END IF;
  IF v_header ? 'via' THEN -- absent when an earlier flush of the same transaction has written the header
    INSERT INTO changes (id, actor_id, system, via, platform, command, inbox_id, undoable_until)
      VALUES (v_change, parley_actor(), parley_system(), v_header ->> 'via', v_header ->> 'platform', v_header ->> 'command',
        (v_header ->> 'inboxId')::uuid, parley_now() + (v_header ->> 'undoableMs')::bigint * interval '1 millisecond');
  ELSIF NOT EXISTS (SELECT FROM changes c WHERE c.id = v_change
      AND c.actor_id IS NOT DISTINCT FROM parley_actor() AND c.system IS NOT DISTINCT FROM parley_system()) THEN
    RAISE EXCEPTION 'change % is not of this session', v_change USING ERRCODE = '42501';
  END IF;
  IF p_entries <> '[]' THEN
    INSERT INTO audit_entries (change_id, entity, record_id, action, before, after)
      SELECT v_change, e.entity, e.record_id, e.action, e.before, e.after
        FROM jsonb_to_recordset(p_entries) AS e (entity text, record_id uuid, action text, before jsonb, after jsonb);
  END IF;
  IF p -> 'events' <> '[]' THEN
    INSERT INTO outbox (id, event, payload, change_id, run_at)
      SELECT e.id, e.event, e.payload, v_change, coalesce(e."runAt", parley_now())
        FROM jsonb_to_recordset(p -> 'events') AS e (id uuid, event text, payload jsonb, "runAt" timestamptz);
  END IF;
  IF p ? 'inbox' THEN
    PERFORM parley_answer((p #>> '{inbox,id}')::uuid, decode(p #>> '{inbox,reply}', 'base64'));
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION parley_record FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_record TO parley_app;

-- Everything one transaction changes, as before; it gives nothing back, because nobody reads it.
DROP FUNCTION parley_apply;
CREATE FUNCTION parley_apply(p_actor uuid, p jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_op jsonb;
  v_entries jsonb := '[]';
BEGIN
  IF p_actor IS NOT NULL THEN
    PERFORM parley_begin(p_actor);
  END IF;
  FOR v_op IN SELECT * FROM jsonb_array_elements(coalesce(p -> 'ops', '[]')) LOOP
    v_entries := v_entries || parley_write(v_op);
  END LOOP;
  PERFORM parley_record(p, v_entries);
END $$;

-- Roles and visible people in one look; only who leads a team or sees everybody needs the search through the teams.
CREATE FUNCTION parley_standing(p_user uuid, OUT roles text[], OUT visible uuid[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  SELECT u.roles INTO roles FROM users u WHERE u.id = p_user AND u.active;
  IF roles && ARRAY['executive', 'admin', 'finance'] OR EXISTS (SELECT FROM teams t WHERE t.lead_id = p_user) THEN
    visible := parley_visible_to(p_user, roles);
  ELSE
    visible := ARRAY[p_user];
  END IF;
END $$;

CREATE OR REPLACE FUNCTION parley_begin(p_actor uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_roles text[];
  v_visible uuid[];
BEGIN
  SELECT s.roles, s.visible INTO v_roles, v_visible FROM parley_standing(p_actor) s;
  IF v_roles IS NULL THEN
    RAISE EXCEPTION 'no active user %', p_actor USING ERRCODE = 'PA401';
  END IF;
  PERFORM set_config('parley.actor', p_actor::text, true), set_config('parley.system', '', true),
    set_config('parley.roles', v_roles::text, true), set_config('parley.visible', v_visible::text, true),
    set_config('role', 'parley_app', true);
END $$;
DROP FUNCTION parley_active_user;

-- Customers by one of the words they are known by, among those the caller may see. A definer function like
-- parley_customers_near: beneath the policies of name_keys the plan reads every key there is.
CREATE FUNCTION parley_customers_named(p_keys text[], p_limit int) RETURNS TABLE (id uuid, name text, key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.id, c.name, k.key
      FROM name_keys k JOIN customers c ON c.id = k.record_id
     WHERE k.key = ANY (p_keys) AND k.entity = 'customer' AND (SELECT parley_actor()) IS NOT NULL
       AND (c.owner_id IS NULL OR c.owner_id = ANY ((SELECT parley_visible())::uuid[])
         OR c.id = ANY ((SELECT parley_granted())::uuid[]) OR (SELECT parley_roles() && ARRAY['service', 'marketing']))
     LIMIT p_limit
  $$;

CREATE OR REPLACE FUNCTION parley_names(p_keys text[]) RETURNS TABLE (kind text, id uuid, name text, key text)
  LANGUAGE sql STABLE AS $$
    SELECT 'customer', c.id, c.name, c.key FROM parley_customers_named(p_keys, 200) c
    UNION ALL
    SELECT 'person', u.id, u.name, lower(u.name) FROM users u WHERE lower(u.name) = ANY (p_keys) AND u.active
    UNION ALL
    SELECT 'product', p.id, p.name, lower(p.code) FROM products p WHERE lower(p.code) = ANY (p_keys) OR lower(p.name) = ANY (p_keys)
  $$;
