-- The spine in one commit: a delivery that is answered at once is recorded with its answer, and what several people do
-- at the same moment is written together. A statement beneath these functions costs more than the row it writes, so
-- there are few of them, and what is recorded beside the rows is recorded for all changes at once.

-- History is written by the spine alone, beside the change it belongs to: nobody else may add to it, and no foreign key
-- has to look for a change that the same statement has written.
REVOKE INSERT ON changes, audit_entries FROM parley_app;
ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_change_id_fkey;
DROP INDEX audit_entries_seq_key;
CREATE UNIQUE INDEX audit_entries_seq_key ON audit_entries (seq) WHERE seq IS NOT NULL;

-- Roles and visible people of an active user. Whoever says who he took him for (the identity, the row's xmin) is told
-- nothing when that is no longer so.
DROP FUNCTION parley_standing;
CREATE FUNCTION parley_standing(p_user uuid, p_identity uuid, p_stamp text, OUT roles text[], OUT visible uuid[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_leads boolean;
BEGIN
  SELECT u.roles, EXISTS (SELECT FROM teams t WHERE t.lead_id = u.id) INTO roles, v_leads
    FROM users u
   WHERE u.id = p_user AND u.active AND (p_stamp IS NULL OR u.xmin::text = p_stamp)
     AND (p_identity IS NULL OR EXISTS (SELECT FROM identities d WHERE d.id = p_identity AND d.user_id = u.id));
  visible := CASE WHEN v_leads OR roles && ARRAY['executive', 'admin', 'finance'] THEN parley_visible_to(p_user, roles)
    ELSE ARRAY[p_user] END;
END $$;

DROP FUNCTION parley_begin;
CREATE FUNCTION parley_begin(p_actor uuid, p_identity uuid DEFAULT NULL, p_stamp text DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE
  v record := parley_standing(p_actor, p_identity, p_stamp);
  v_set text;
BEGIN
  IF v.roles IS NULL THEN
    RAISE EXCEPTION 'no active user %, or not as he was', p_actor USING ERRCODE = 'PA401';
  END IF;
  -- Assigned one by one, because an assignment needs no statement.
  v_set := set_config('parley.actor', p_actor::text, true);
  v_set := set_config('parley.system', '', true);
  v_set := set_config('parley.roles', v.roles::text, true);
  v_set := set_config('parley.visible', v.visible::text, true);
  v_set := set_config('role', 'parley_app', true);
END $$;

-- What a new row may hang on. Asked by functions: a query in a policy is made ready for every row, also where the row
-- hangs on nothing.
CREATE FUNCTION parley_sees_customer(p_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE
  AS $$ BEGIN RETURN EXISTS (SELECT FROM customers c WHERE c.id = p_id); END $$;
CREATE FUNCTION parley_sees_opportunity(p_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE
  AS $$ BEGIN RETURN EXISTS (SELECT FROM opportunities o WHERE o.id = p_id); END $$;
DROP POLICY hangs_on ON tasks;
CREATE POLICY hangs_on ON tasks AS RESTRICTIVE FOR INSERT TO parley_app WITH CHECK (
  (customer_id IS NULL OR parley_sees_customer(customer_id)) AND (opportunity_id IS NULL OR parley_sees_opportunity(opportunity_id)));
DROP POLICY hangs_on ON follow_ups;
CREATE POLICY hangs_on ON follow_ups AS RESTRICTIVE FOR INSERT TO parley_app WITH CHECK (
  opportunity_id IS NULL OR parley_sees_opportunity(opportunity_id));
DROP POLICY add ON follow_ups;
CREATE POLICY add ON follow_ups FOR INSERT TO parley_app WITH CHECK (
  author_id = (SELECT parley_actor()) AND parley_sees_customer(customer_id));

-- Records what changes leave beside their rows, for all of them at once: headers, audit, events, and the deliveries with
-- their answers. Each item: {actor, system, change, events, inbox}, its audit entries at the same place of the other list.
-- Only for the owner, who says who did what.
-- PA410 when a delivery has been answered by somebody else: it was being handled twice, and one of the two must not commit.
CREATE FUNCTION parley_record_all(p jsonb, p_entries jsonb[]) RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  v_now timestamptz := parley_now();
  v_deliveries int;
  v_answered int;
  v_delivery jsonb;
BEGIN
  INSERT INTO changes (id, at, actor_id, system, via, platform, command, inbox_id, undoable_until)
    SELECT (c ->> 'id')::uuid, v_now, (i ->> 'actor')::uuid, i ->> 'system', c ->> 'via', c ->> 'platform', c ->> 'command',
           (c ->> 'inboxId')::uuid, v_now + (c ->> 'undoableMs')::bigint * interval '1 millisecond'
      FROM jsonb_array_elements(p) i, LATERAL (SELECT i -> 'change') x (c)
     WHERE c ? 'via'; -- absent when an earlier flush of the same transaction has written the header
  INSERT INTO audit_entries (change_id, entity, record_id, action, before, after)
    SELECT (i #>> '{change,id}')::uuid, e ->> 'entity', (e ->> 'record_id')::uuid, e ->> 'action', e -> 'before', e -> 'after'
      FROM jsonb_array_elements(p) WITH ORDINALITY x (i, n), jsonb_array_elements(p_entries[n]) e;
  IF jsonb_path_exists(p, '$[*].events[0]') THEN
    INSERT INTO outbox (id, event, payload, change_id, run_at)
      SELECT (e ->> 'id')::uuid, e ->> 'event', e -> 'payload', (i #>> '{change,id}')::uuid,
             coalesce((e ->> 'runAt')::timestamptz, v_now)
        FROM jsonb_array_elements(p) i, jsonb_array_elements(i -> 'events') e;
  END IF;

  v_deliveries := jsonb_array_length(jsonb_path_query_array(p, '$[*].inbox'));
  IF v_deliveries > 0 THEN
    -- Those not recorded before come with all there is of them.
    INSERT INTO inbox AS known (id, platform, workspace, dedupe_key, body_hash, body, reply, state, lease_until, received_at)
      SELECT (d ->> 'id')::uuid, d ->> 'platform', d ->> 'workspace', d ->> 'key', decode(d ->> 'hash', 'base64'),
             decode(d ->> 'body', 'base64'), decode(d ->> 'reply', 'base64'), 'done',
             v_now + (d ->> 'leaseMs')::int * interval '1 millisecond', v_now
        FROM jsonb_array_elements(p) i, LATERAL (SELECT i -> 'inbox') x (d)
       WHERE d ? 'key'
      ON CONFLICT (platform, workspace, dedupe_key) DO UPDATE SET state = 'done', reply = excluded.reply
       WHERE known.id = excluded.id AND known.state = 'new';
    GET DIAGNOSTICS v_answered = ROW_COUNT;
    IF v_answered < v_deliveries THEN
      FOR v_delivery IN SELECT i -> 'inbox' FROM jsonb_array_elements(p) i WHERE NOT i -> 'inbox' ? 'key' LOOP
        UPDATE inbox SET state = 'done', reply = decode(v_delivery ->> 'reply', 'base64')
         WHERE id = (v_delivery ->> 'id')::uuid AND state = 'new';
        v_answered := v_answered + FOUND::int;
      END LOOP;
    END IF;
    IF v_answered < v_deliveries THEN
      RAISE EXCEPTION 'a delivery has been answered' USING ERRCODE = 'PA410';
    END IF;
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION parley_record_all FROM PUBLIC;

-- The same for a transaction that is somebody's already: who did it is read from the session and cannot be claimed.
CREATE OR REPLACE FUNCTION parley_record(p jsonb, p_entries jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF parley_actor() IS NULL AND coalesce(parley_system(), '') NOT IN ('identity', 'relay', 'schedule') THEN
    RAISE EXCEPTION 'nobody may record a change' USING ERRCODE = '42501';
  END IF;
  IF p ? 'change' AND NOT p -> 'change' ? 'via' AND NOT EXISTS (SELECT FROM changes c WHERE c.id = (p #>> '{change,id}')::uuid
      AND c.actor_id IS NOT DISTINCT FROM parley_actor() AND c.system IS NOT DISTINCT FROM parley_system()) THEN
    RAISE EXCEPTION 'change % is not of this session', p #>> '{change,id}' USING ERRCODE = '42501';
  END IF;
  PERFORM parley_record_all(jsonb_build_array(
    p || jsonb_build_object('actor', parley_actor(), 'system', parley_system())), ARRAY[p_entries]);
END $$;
DROP FUNCTION parley_answer;

-- The rows of one person's change, under his policies, as entries of the audit.
CREATE FUNCTION parley_write_all(p_ops jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_entries jsonb := '[]';
BEGIN
  FOR i IN 0 .. jsonb_array_length(p_ops) - 1 LOOP
    v_entries := v_entries || parley_write(p_ops -> i);
  END LOOP;
  RETURN v_entries;
END $$;

-- Everything a transaction changes, in it.
--   p.change: the header of the audit; p.ops: [{op, table, id, row | set, version?, when?}]; p.events: [{id, event, payload, runAt}]
--   p.inbox: the delivery this answers: {id, reply}, and where it was not recorded before {platform, workspace, key, hash, body, leaseMs}.
-- Raises PA404 where a row is not there (or not visible), PA409 where its version or state moved on.
DROP FUNCTION parley_apply;
CREATE FUNCTION parley_apply(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM parley_record(p, parley_write_all(p -> 'ops'));
END $$;

-- Several of them, each with its actor, as one transaction of their own: each is written as its actor, then the owner
-- records who did what. All or nothing; whoever sent them together sends them one by one when that fails. One that waits
-- for a lock for so long keeps the others waiting no longer (0: as long as it takes).
CREATE FUNCTION parley_apply_all(p jsonb, p_wait_ms int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v jsonb;
  v_entries jsonb[];
  v_set text;
BEGIN
  IF p_wait_ms > 0 THEN
    v_set := set_config('lock_timeout', p_wait_ms::text, true);
  END IF;
  FOR i IN 0 .. jsonb_array_length(p) - 1 LOOP
    v := p -> i;
    PERFORM parley_begin((v ->> 'actor')::uuid, (v ->> 'identity')::uuid, v ->> 'stamp');
    v_entries[i + 1] := parley_write_all(v -> 'ops');
  END LOOP;
  v_set := set_config('role', 'none', true);
  PERFORM parley_record_all(p, v_entries);
END $$;
REVOKE EXECUTE ON FUNCTION parley_apply_all FROM PUBLIC;

-- As before, and what the sender was known by: the identity and the row's xmin, which changes with whatever changes of him.
DROP FUNCTION parley_receive;
CREATE FUNCTION parley_receive(p_id uuid, p_platform text, p_workspace text, p_key text, p_hash bytea, p_body bytea,
  p_external text, p_lease_ms int)
  RETURNS TABLE (inbox_id uuid, fresh boolean, state text, reply bytea,
    user_id uuid, name text, roles text[], locale text, time_zone text, active boolean, identity uuid, stamp text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_now timestamptz := parley_now();
  v_hash bytea;
BEGIN
  INSERT INTO inbox AS i (id, platform, workspace, dedupe_key, body_hash, body, lease_until, received_at)
    VALUES (p_id, p_platform, p_workspace, p_key, p_hash, p_body, v_now + p_lease_ms * interval '1 millisecond', v_now)
    ON CONFLICT (platform, workspace, dedupe_key) DO NOTHING
    RETURNING i.id, true, 'new', NULL::bytea INTO inbox_id, fresh, state, reply;
  IF inbox_id IS NULL THEN
    SELECT i.id, false, i.state, i.reply, i.body_hash
      INTO inbox_id, fresh, state, reply, v_hash
      FROM inbox i WHERE i.platform = p_platform AND i.workspace = p_workspace AND i.dedupe_key = p_key;
    IF v_hash <> p_hash THEN
      state := 'mismatch';
    END IF;
  END IF;
  SELECT u.id, u.name, u.roles, u.locale, u.time_zone, u.active, d.id, u.xmin::text
    INTO user_id, name, roles, locale, time_zone, active, identity, stamp
    FROM identities d JOIN users u ON u.id = d.user_id
   WHERE d.platform = p_platform AND d.workspace = p_workspace AND d.external_id = p_external;
  RETURN NEXT;
END $$;
REVOKE EXECUTE ON FUNCTION parley_receive FROM PUBLIC;

-- By their keys: the index of what is unfinished would be read from end to end, with all that is finished and not yet swept out.
CREATE OR REPLACE FUNCTION parley_replied(p_ids uuid[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public SET enable_seqscan = off
  AS $$ UPDATE inbox SET state = 'replied', body = NULL WHERE id = ANY (p_ids) AND state NOT IN ('replied', 'failed') $$;

-- As before, but what is inserted is read off a variable, which needs no scan.
CREATE OR REPLACE FUNCTION parley_compile_writes() RETURNS void LANGUAGE plpgsql SET search_path = public AS $compile$
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
           string_agg(CASE WHEN c.column_default IS NULL THEN format('r.%I', c.column_name)
             ELSE format('coalesce(r.%I, %s)', c.column_name, c.column_default) END, ', ' ORDER BY c.ordinal_position),
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
        r %2$I;
      BEGIN
        IF p ->> 'op' = 'insert' THEN
          r := jsonb_populate_record(NULL::%2$I, p -> 'row');
          INSERT INTO %2$I AS t (%3$s) VALUES (%4$s) RETURNING to_jsonb(t) INTO v_after;
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
