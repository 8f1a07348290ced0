-- The spine in few round trips: who is asking (parley_begin), what came in (parley_receive),
-- what changed (parley_apply: rows, audit, outbox and the inbox entry's answer in one statement).

-- Starts a person's transaction. Raises PA401 for somebody unknown or deactivated.
CREATE FUNCTION parley_begin(p_actor uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_roles text[];
BEGIN
  SELECT roles INTO v_roles FROM parley_active_user(p_actor);
  IF v_roles IS NULL THEN
    RAISE EXCEPTION 'no active user %', p_actor USING ERRCODE = 'PA401';
  END IF;
  PERFORM set_config('parley.actor', p_actor::text, true), set_config('parley.system', '', true),
    set_config('parley.roles', v_roles::text, true),
    set_config('parley.visible', parley_visible_to(p_actor, v_roles)::text, true),
    set_config('role', 'parley_app', true);
END $$;

CREATE FUNCTION parley_active_user(p_user uuid) RETURNS TABLE (roles text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT u.roles FROM users u WHERE u.id = p_user AND u.active $$;

-- Starts a transaction of the product itself; the policies name what each may touch.
CREATE FUNCTION parley_begin_system(p_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('parley.actor', '', true), set_config('parley.roles', '', true), set_config('parley.visible', '', true),
    set_config('parley.system', p_name, true), set_config('role', 'parley_app', true);
END $$;

-- Records a verified delivery and says who sent it. A second delivery of the same key gets fresh = false and what is
-- known of the first; another body under the same key is 'mismatch'.
CREATE FUNCTION parley_receive(p_id uuid, p_platform text, p_workspace text, p_key text, p_hash bytea, p_body bytea,
  p_external text, p_lease_ms int)
  RETURNS TABLE (inbox_id uuid, fresh boolean, state text, reply bytea, received_at timestamptz,
    user_id uuid, name text, roles text[], locale text, time_zone text, active boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_hash bytea;
BEGIN
  INSERT INTO inbox AS i (id, platform, workspace, dedupe_key, body_hash, body, lease_until)
    VALUES (p_id, p_platform, p_workspace, p_key, p_hash, p_body, parley_now() + p_lease_ms * interval '1 millisecond')
    ON CONFLICT (platform, workspace, dedupe_key) DO NOTHING
    RETURNING i.id, true, 'new', NULL::bytea, i.received_at INTO inbox_id, fresh, state, reply, received_at;
  IF inbox_id IS NULL THEN
    SELECT i.id, false, i.state, i.reply, i.received_at, i.body_hash
      INTO inbox_id, fresh, state, reply, received_at, v_hash
      FROM inbox i WHERE i.platform = p_platform AND i.workspace = p_workspace AND i.dedupe_key = p_key;
    IF v_hash <> p_hash THEN
      state := 'mismatch';
    END IF;
  END IF;
  SELECT u.id, u.name, u.roles, u.locale, u.time_zone, u.active
    INTO user_id, name, roles, locale, time_zone, active
    FROM identities d JOIN users u ON u.id = d.user_id
   WHERE d.platform = p_platform AND d.workspace = p_workspace AND d.external_id = p_external;
  RETURN NEXT;
END $$;

-- Inbox entries whose answer has left the house; their bodies are no longer needed.
CREATE FUNCTION parley_replied(p_ids uuid[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public
  AS $$ UPDATE inbox SET state = 'replied', body = NULL WHERE id = ANY (p_ids) AND state IN ('new', 'done') $$;

-- Everything one transaction changes. Runs under the caller's row policies.
--   p.change: the header of the audit; p.ops: [{op, table, id, row | set, version?, when?}]; p.events: [{id, event, payload, runAt}]
--   p.inbox: {id, reply} of the delivery this answers.
-- Raises PA404 where a row is not there (or not visible), PA409 where its version or state moved on.
CREATE FUNCTION parley_apply(p_actor uuid, p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_change uuid := (p -> 'change' ->> 'id')::uuid;
  v_op jsonb;
  v_table text;
  v_id uuid;
  v_columns text;
  v_before jsonb;
  v_after jsonb;
  v_rows jsonb := '[]';
BEGIN
  IF p_actor IS NOT NULL THEN
    PERFORM parley_begin(p_actor);
  END IF;

  IF p -> 'change' ? 'via' THEN -- absent when an earlier flush of the same transaction has written the header
    INSERT INTO changes (id, actor_id, system, via, platform, command, inbox_id, undoable_until)
      VALUES (v_change, parley_actor(), parley_system(), p -> 'change' ->> 'via', p -> 'change' ->> 'platform',
        p -> 'change' ->> 'command', (p -> 'change' ->> 'inboxId')::uuid,
        parley_now() + (p -> 'change' ->> 'undoableMs')::bigint * interval '1 millisecond');
  END IF;

  FOR v_op IN SELECT * FROM jsonb_array_elements(coalesce(p -> 'ops', '[]')) LOOP
    v_table := v_op ->> 'table';
    v_id := (v_op ->> 'id')::uuid;
    IF v_op ->> 'op' = 'insert' THEN
      SELECT string_agg(quote_ident(k), ', ') INTO v_columns FROM jsonb_object_keys(v_op -> 'row') k;
      EXECUTE format('INSERT INTO %1$I AS t (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $1) RETURNING to_jsonb(t)',
        v_table, v_columns) INTO v_after USING v_op -> 'row';
      v_before := NULL;
    ELSE
      EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE id = $1 FOR UPDATE', v_table) INTO v_before USING v_id;
      IF v_before IS NULL THEN
        RAISE EXCEPTION 'no % %', v_table, v_id USING ERRCODE = 'PA404';
      END IF;
      IF (v_op ? 'version' AND v_before -> 'version' <> v_op -> 'version') OR NOT v_before @> coalesce(v_op -> 'when', '{}') THEN
        RAISE EXCEPTION '% % moved on', v_table, v_id USING ERRCODE = 'PA409', DETAIL = v_before ->> 'version';
      END IF;
      IF v_op ->> 'op' = 'delete' THEN
        EXECUTE format('DELETE FROM %I WHERE id = $1', v_table) USING v_id;
        v_after := NULL;
      ELSE
        SELECT string_agg(quote_ident(k), ', ') INTO v_columns FROM jsonb_object_keys(v_op -> 'set') k;
        EXECUTE format('UPDATE %1$I AS t SET (%2$s, version) = (SELECT %2$s, t.version + 1 FROM jsonb_populate_record(NULL::%1$I, $2)) WHERE id = $1 RETURNING to_jsonb(t)',
          v_table, v_columns) INTO v_after USING v_id, v_op -> 'set';
      END IF;
    END IF;
    INSERT INTO audit_entries (change_id, entity, record_id, action, before, after)
      VALUES (v_change, v_table, coalesce((v_after ->> 'id')::uuid, v_id), v_op ->> 'op', v_before, v_after);
    v_rows := v_rows || jsonb_build_array(v_after);
  END LOOP;

  INSERT INTO outbox (id, event, payload, change_id, run_at)
    SELECT e.id, e.event, e.payload, v_change, coalesce(e."runAt", parley_now())
      FROM jsonb_to_recordset(coalesce(p -> 'events', '[]')) AS e (id uuid, event text, payload jsonb, "runAt" timestamptz);

  IF p ? 'inbox' THEN
    PERFORM parley_answer((p -> 'inbox' ->> 'id')::uuid, decode(p -> 'inbox' ->> 'reply', 'base64'));
  END IF;
  RETURN v_rows;
END $$;

-- The answer to a delivery, stored with the rows it tells of.
-- PA409 when somebody else has answered it: the same delivery was being handled twice, and one of the two must not commit.
CREATE FUNCTION parley_answer(p_id uuid, p_reply bytea) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE inbox SET state = 'done', reply = p_reply WHERE id = p_id AND state = 'new';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'delivery % has been answered', p_id USING ERRCODE = 'PA410';
  END IF;
END $$;

-- Records whose name is one of these words, among those the caller may see (the policies apply: SECURITY INVOKER).
CREATE FUNCTION parley_names(p_keys text[]) RETURNS TABLE (kind text, id uuid, name text, key text)
  LANGUAGE sql STABLE AS $$
    SELECT 'customer', c.id, c.name, k.key
      FROM (SELECT key, record_id FROM name_keys WHERE key = ANY (p_keys) AND entity = 'customer' LIMIT 200) k
      JOIN customers c ON c.id = k.record_id
    UNION ALL
    SELECT 'person', u.id, u.name, lower(u.name) FROM users u WHERE lower(u.name) = ANY (p_keys) AND u.active
    UNION ALL
    SELECT 'product', p.id, p.name, lower(p.code) FROM products p WHERE lower(p.code) = ANY (p_keys) OR lower(p.name) = ANY (p_keys)
  $$;

-- "Exists, and whose it is": the one thing a person may learn of a record he may not see (R10).
CREATE FUNCTION parley_duplicate_customer(p_name_key text, p_phone text, OUT customer_id uuid, OUT owner_name text, OUT is_visible boolean)
  RETURNS SETOF record LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT CASE WHEN v THEN c.id END, u.name, v
      FROM customers c
      LEFT JOIN users u ON u.id = c.owner_id
      CROSS JOIN LATERAL (SELECT c.owner_id IS NULL OR c.owner_id = ANY (parley_visible()) OR c.id = ANY (parley_granted())
        OR parley_roles() && ARRAY['service', 'marketing'] AS v) seen
     WHERE parley_actor() IS NOT NULL AND (c.name_key = p_name_key OR (p_phone IS NOT NULL AND c.phone = p_phone))
     LIMIT 5
  $$;

REVOKE EXECUTE ON FUNCTION parley_receive, parley_replied, parley_answer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_answer TO parley_app;

-- Customers one of whose name keys begins with one of these stems: the candidates that core/names ranks.
-- A definer function, because prefix comparison of text is not leakproof and could not use the index beneath a policy.
CREATE INDEX name_keys_prefix ON name_keys (key COLLATE "C") WHERE entity = 'customer';
CREATE FUNCTION parley_customers_near(p_stems text[], p_limit int) RETURNS TABLE (id uuid, name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT DISTINCT c.id, c.name
      FROM unnest(p_stems) stem
      JOIN name_keys k ON k.key COLLATE "C" >= stem AND k.key COLLATE "C" < stem || U&'\FFFF' AND k.entity = 'customer'
      JOIN customers c ON c.id = k.record_id
     WHERE parley_actor() IS NOT NULL
       AND (c.owner_id IS NULL OR c.owner_id = ANY (parley_visible()) OR c.id = ANY (parley_granted())
         OR parley_roles() && ARRAY['service', 'marketing'])
     LIMIT p_limit
  $$;
