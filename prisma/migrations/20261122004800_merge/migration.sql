-- Two customers that are one become one (R80): what hangs on the duplicate moves to the survivor, the duplicate goes, and what
-- was chosen of it stays. Some of that hangs there by colleagues' hands and is theirs alone to change, so it is moved by the
-- owner of the tables, for whoever may work on both, and nothing else about it is written.

-- Where a customer is named: every foreign key there is, read from the catalogue, and the columns that have none.
CREATE FUNCTION parley_hanging() RETURNS TABLE (name text, col text, fence text) LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT t.relname::text, a.attname::text, 'true' FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
   WHERE k.contype = 'f' AND k.confrelid = 'customers'::regclass AND a.attname <> 'id'
  UNION ALL VALUES ('leads', 'customer_id', 'true'), ('files', 'record_id', $q$t.entity = 'customer'$q$),
    ('name_keys', 'record_id', $q$t.entity = 'customer'$q$), ('grants', 'record_id', $q$t.entity = 'customer'$q$)
  ORDER BY 1, 2
$$;
REVOKE EXECUTE ON FUNCTION parley_hanging FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_hanging TO parley_app;

CREATE FUNCTION parley_may_merge(p_one uuid, p_other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT parley_actor() IS NOT NULL AND p_one <> p_other
    AND (SELECT count(*) = 2 AND bool_and(c.owner_id IS NULL OR c.owner_id = ANY (parley_workable())) FROM customers c WHERE c.id IN (p_one, p_other))
$$;
REVOKE EXECUTE ON FUNCTION parley_may_merge FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_may_merge TO parley_app;

-- What would move, by table, and which of the two had each field set last: for whoever may merge them.
CREATE FUNCTION parley_merge_outlook(p_from uuid, p_to uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_place record;
  v_count int;
  v_moves jsonb := '{}';
BEGIN
  IF NOT parley_may_merge(p_from, p_to) THEN
    RETURN NULL;
  END IF;
  FOR v_place IN SELECT * FROM parley_hanging() LOOP
    EXECUTE format('SELECT count(*) FROM %I t WHERE t.%I = $1 AND %s', v_place.name, v_place.col, v_place.fence) INTO v_count USING p_from;
    v_moves := v_moves || jsonb_build_object(v_place.name, v_count + coalesce((v_moves ->> v_place.name)::int, 0));
  END LOOP;
  RETURN jsonb_build_object('moves', v_moves, 'latest', (
    SELECT jsonb_object_agg(f.name, (
      SELECT x.id FROM customers x WHERE x.id IN (p_from, p_to)
       ORDER BY (SELECT max(h.at) FROM audit_entries e JOIN changes h ON h.id = e.change_id
                  WHERE e.entity = 'customers' AND e.record_id = x.id AND e.before -> f.name IS DISTINCT FROM e.after -> f.name) DESC NULLS LAST,
         x.created_at DESC, x.id DESC LIMIT 1))
      FROM unnest(ARRAY['name', 'owner_id', 'region', 'industry', 'phone', 'address', 'source_key']) AS f (name)));
END $$;
REVOKE EXECUTE ON FUNCTION parley_merge_outlook FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_merge_outlook TO parley_app;

-- Two rows of the duplicate and the survivor that only one of them may have: the duplicate's goes.
CREATE FUNCTION parley_drop_doubles(p_name text, p_col text, p_fence text, p_from uuid, p_to uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_same text;
  v_entries jsonb;
  v_all jsonb := '[]';
BEGIN
  FOR v_same IN
    SELECT coalesce(string_agg(format('o.%1$I = t.%1$I', a.attname), ' AND ') FILTER (WHERE a.attname <> p_col), 'true')
      FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) AS k (attnum) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
     WHERE i.indrelid = p_name::regclass AND i.indisunique AND NOT i.indisprimary AND i.indexprs IS NULL AND i.indpred IS NULL
     GROUP BY i.indexrelid HAVING bool_or(a.attname = p_col)
  LOOP
    EXECUTE format($sql$
      WITH gone AS (DELETE FROM %1$I t WHERE t.%2$I = $1 AND %3$s
          AND EXISTS (SELECT FROM %1$I o WHERE o.%2$I = $2 AND %4$s) RETURNING t.id, to_jsonb(t) AS before)
      SELECT coalesce(jsonb_agg(jsonb_build_object('entity', %1$L, 'record_id', id, 'action', 'delete', 'before', before)), '[]') FROM gone
      $sql$, p_name, p_col, p_fence, v_same) INTO v_entries USING p_from, p_to;
    v_all := v_all || v_entries;
  END LOOP;
  RETURN v_all;
END $$;
REVOKE EXECUTE ON FUNCTION parley_drop_doubles FROM PUBLIC;

-- The rows themselves. Its caller is nobody in particular meanwhile: the guards of what moves ask who changes it, and nothing about it is changed.
CREATE FUNCTION parley_merge_rows(p_from uuid, p_to uuid, p_take text[]) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_from customers;
  v_before jsonb;
  v_after jsonb;
  v_place record;
  v_entries jsonb;
  v_all jsonb := '[]';
  v_tier customer_tiers;
  v_kept jsonb;
BEGIN
  FOR v_place IN SELECT * FROM parley_hanging() LOOP
    v_all := v_all || parley_drop_doubles(v_place.name, v_place.col, v_place.fence, p_from, p_to);
    EXECUTE format($sql$
      WITH old AS MATERIALIZED (SELECT t.id, to_jsonb(t) AS before FROM %1$I t WHERE t.%2$I = $1 AND %3$s FOR UPDATE OF t),
        new AS (UPDATE %1$I t SET %2$I = $2, version = t.version + 1 FROM old WHERE t.id = old.id RETURNING t.id, to_jsonb(t) AS after)
      SELECT coalesce(jsonb_agg(jsonb_build_object('entity', %1$L, 'record_id', id, 'action', 'update', 'before', old.before, 'after', new.after)), '[]')
        FROM old JOIN new USING (id)
      $sql$, v_place.name, v_place.col, v_place.fence) INTO v_entries USING p_from, p_to;
    v_all := v_all || v_entries;
  END LOOP;

  -- A tier set by hand stays with whom it was set for; where the survivor has none, he takes it over.
  DELETE FROM customer_tiers t WHERE t.id = p_from RETURNING * INTO v_tier;
  v_all := v_all || jsonb_build_object('entity', 'customer_tiers', 'record_id', p_from, 'action', 'delete', 'before', to_jsonb(v_tier));
  SELECT to_jsonb(t) INTO v_kept FROM customer_tiers t WHERE t.id = p_to FOR UPDATE;
  IF v_tier.manual_tier IS NOT NULL AND v_kept ->> 'manual_tier' IS NULL THEN
    UPDATE customer_tiers t SET manual_tier = v_tier.manual_tier, manual_reason = v_tier.manual_reason, manual_by = v_tier.manual_by,
      version = t.version + 1 WHERE t.id = p_to RETURNING to_jsonb(t) INTO v_after;
    v_all := v_all || jsonb_build_object('entity', 'customer_tiers', 'record_id', p_to, 'action', 'update', 'before', v_kept, 'after', v_after);
  END IF;
  UPDATE customer_tiers t SET stale = true WHERE t.id = p_to;

  -- First gone, then changed: a name and a phone together are one customer's only. Where it went is read from this entry.
  DELETE FROM customers c WHERE c.id = p_from RETURNING * INTO v_from;
  v_all := v_all || jsonb_build_object('entity', 'customers', 'record_id', p_from, 'action', 'delete', 'before', to_jsonb(v_from),
    'after', jsonb_build_object('merged_into', p_to));
  SELECT to_jsonb(c) INTO v_before FROM customers c WHERE c.id = p_to;
  UPDATE customers c SET version = c.version + 1,
    name = CASE WHEN 'name' = ANY (p_take) THEN v_from.name ELSE c.name END,
    name_key = CASE WHEN 'name' = ANY (p_take) THEN v_from.name_key ELSE c.name_key END,
    owner_id = CASE WHEN 'owner_id' = ANY (p_take) THEN v_from.owner_id ELSE c.owner_id END,
    region = CASE WHEN 'region' = ANY (p_take) THEN v_from.region ELSE c.region END,
    industry = CASE WHEN 'industry' = ANY (p_take) THEN v_from.industry ELSE c.industry END,
    phone = CASE WHEN 'phone' = ANY (p_take) THEN v_from.phone ELSE c.phone END,
    address = CASE WHEN 'address' = ANY (p_take) THEN v_from.address ELSE c.address END,
    source_key = CASE WHEN 'source_key' = ANY (p_take) THEN v_from.source_key ELSE c.source_key END
   WHERE c.id = p_to RETURNING to_jsonb(c) INTO v_after;
  RETURN v_all || jsonb_build_object('entity', 'customers', 'record_id', p_to, 'action', 'update', 'before', v_before, 'after', v_after);
END $$;
REVOKE EXECUTE ON FUNCTION parley_merge_rows FROM PUBLIC;

-- {op: 'merge', id: the survivor, version, from: the duplicate, fromVersion, take: columns of the duplicate}
CREATE FUNCTION parley_write_merge(p jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_to uuid := (p ->> 'id')::uuid;
  v_from uuid := (p ->> 'from')::uuid;
  v_actor text := current_setting('parley.actor', true);
  v_set text;
  v_all jsonb;
BEGIN
  PERFORM FROM customers c WHERE c.id IN (v_to, v_from) ORDER BY c.id FOR UPDATE;
  IF NOT parley_may_merge(v_from, v_to) THEN
    RAISE EXCEPTION 'customers % and % are not for % to merge', v_from, v_to, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  IF EXISTS (SELECT FROM customers c WHERE c.id = v_to AND c.version <> (p ->> 'version')::int OR c.id = v_from AND c.version <> (p ->> 'fromVersion')::int) THEN
    RAISE EXCEPTION 'customer % or % moved on', v_from, v_to USING ERRCODE = 'PA409';
  END IF;
  -- Not in the function's head: an owner who is no superuser may not set it there.
  v_set := set_config('parley.actor', '', true);
  v_all := parley_merge_rows(v_from, v_to, ARRAY(SELECT jsonb_array_elements_text(p -> 'take')));
  v_set := set_config('parley.actor', v_actor, true);
  RETURN v_all;
END $$;
REVOKE EXECUTE ON FUNCTION parley_write_merge FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_write_merge TO parley_app;

-- Puts every row back as its audit entry says it was, the last one first; one that was changed since is a conflict.
CREATE FUNCTION parley_unmerge_rows(p_change uuid) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v record;
  v_columns text;
  v_before jsonb;
  v_after jsonb;
  v_all jsonb := '[]';
BEGIN
  FOR v IN SELECT * FROM audit_entries e WHERE e.change_id = p_change ORDER BY e.id DESC LOOP
    SELECT string_agg(format('%I', b.key), ', ') INTO v_columns FROM jsonb_each(v.before) b
     WHERE b.key <> 'version' AND (v.action = 'delete' OR b.value IS DISTINCT FROM v.after -> b.key);
    IF v.action = 'delete' THEN
      -- A customer begins with a tier; it is the one he had.
      IF v.entity = 'customer_tiers' THEN
        DELETE FROM customer_tiers t WHERE t.id = v.record_id;
      END IF;
      EXECUTE format('INSERT INTO %1$I AS t SELECT (jsonb_populate_record(NULL::%1$I, $1)).* RETURNING to_jsonb(t)', v.entity) INTO v_after USING v.before;
      v_all := v_all || jsonb_build_object('entity', v.entity, 'record_id', v.record_id, 'action', 'insert', 'after', v_after);
    ELSE
      EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE t.id = $1 FOR UPDATE', v.entity) INTO v_before USING v.record_id;
      IF v_before IS NULL OR v_before -> 'version' <> v.after -> 'version' THEN
        RAISE EXCEPTION '% % moved on', v.entity, v.record_id USING ERRCODE = 'PA409';
      END IF;
      EXECUTE format('UPDATE %1$I t SET (%2$s, version) = (SELECT %3$s, t.version + 1 FROM jsonb_populate_record(NULL::%1$I, $2) n)
          WHERE t.id = $1 RETURNING to_jsonb(t)', v.entity, coalesce(v_columns, 'id'),
        (SELECT string_agg('n.' || c, ', ') FROM unnest(string_to_array(coalesce(v_columns, 'id'), ', ')) c)) INTO v_after USING v.record_id, v.before;
      v_all := v_all || jsonb_build_object('entity', v.entity, 'record_id', v.record_id, 'action', 'update', 'before', v_before, 'after', v_after);
    END IF;
  END LOOP;
  RETURN v_all;
END $$;
REVOKE EXECUTE ON FUNCTION parley_unmerge_rows FROM PUBLIC;

-- {op: 'unmerge', id: the change}: whoever merged them, while he may still work on the one that was left and be given the other.
CREATE FUNCTION parley_write_unmerge(p jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_change uuid := (p ->> 'id')::uuid;
  v_actor text := current_setting('parley.actor', true);
  v_set text;
  v_all jsonb;
BEGIN
  IF NOT EXISTS (
    SELECT FROM changes h JOIN audit_entries e ON e.change_id = h.id AND e.entity = 'customers' AND e.action = 'delete' AND e.after ? 'merged_into'
      LEFT JOIN customers c ON c.id = (e.after ->> 'merged_into')::uuid
     WHERE h.id = v_change AND h.actor_id = parley_actor() AND parley_now() <= h.undoable_until
       AND (c.owner_id IS NULL OR c.owner_id = ANY (parley_workable()))
       AND (e.before ->> 'owner_id' IS NULL OR (e.before ->> 'owner_id')::uuid = ANY (parley_workable()))) THEN
    RAISE EXCEPTION 'merge % is not for % to take back', v_change, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  v_set := set_config('parley.actor', '', true);
  v_all := parley_unmerge_rows(v_change);
  v_set := set_config('parley.actor', v_actor, true);
  RETURN v_all;
END $$;
REVOKE EXECUTE ON FUNCTION parley_write_unmerge FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_write_unmerge TO parley_app;

CREATE OR REPLACE FUNCTION parley_write_all(p_ops jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_entries jsonb := '[]';
BEGIN
  FOR i IN 0 .. jsonb_array_length(p_ops) - 1 LOOP
    v_entries := v_entries || CASE p_ops -> i ->> 'op' WHEN 'updates' THEN parley_write_alike(p_ops -> i)
      WHEN 'merge' THEN parley_write_merge(p_ops -> i) WHEN 'unmerge' THEN parley_write_unmerge(p_ops -> i)
      ELSE parley_write(p_ops -> i) END;
  END LOOP;
  RETURN v_entries;
END $$;

-- Which customer somebody was merged into, however often; null for one that is there, or never was.
CREATE FUNCTION parley_merged_into(p_id uuid) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_id uuid := p_id;
  v_next uuid;
BEGIN
  LOOP
    SELECT (e.after ->> 'merged_into')::uuid INTO v_next FROM audit_entries e JOIN changes h ON h.id = e.change_id
     WHERE e.entity = 'customers' AND e.record_id = v_id AND e.action = 'delete' AND e.after ? 'merged_into' AND h.undone_by IS NULL
     ORDER BY e.id DESC LIMIT 1;
    EXIT WHEN v_next IS NULL;
    v_id := v_next;
  END LOOP;
  RETURN nullif(v_id, p_id);
END $$;
REVOKE EXECUTE ON FUNCTION parley_merged_into FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_merged_into TO parley_app;

-- A file sent beneath an old card goes to the survivor.
CREATE OR REPLACE FUNCTION parley_cards_beneath(p_platform text, p_workspace text, p_messages text[], p_thread text)
  RETURNS TABLE (entity text, record_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.entity, CASE WHEN c.entity = 'customer' AND NOT EXISTS (SELECT FROM customers x WHERE x.id = c.record_id)
        THEN coalesce(parley_merged_into(c.record_id), c.record_id) ELSE c.record_id END FROM record_cards c
     WHERE c.platform = p_platform AND c.workspace = p_workspace
       AND (c.message_id = ANY (p_messages) OR c.place = p_thread)
     ORDER BY (c.message_id = ANY (p_messages)) DESC, c.posted_at DESC, c.id DESC LIMIT 1
  $$;

-- Pairs among those the caller may work on that have a phone, an e-mail or a word of their name in common. A word that many
-- share (a trade, a place) says nothing.
CREATE FUNCTION parley_likely_doubles(p_limit int)
  RETURNS TABLE (id uuid, name text, "ownerName" text, "otherId" uuid, "otherName" text, "otherOwnerName" text, by text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH mine AS MATERIALIZED (
        SELECT c.id, c.name, c.name_key, c.phone, c.owner_id, c.created_at FROM customers c WHERE c.owner_id IS NULL OR c.owner_id = ANY (parley_workable())),
      marks AS MATERIALIZED (
        SELECT m.id, 'phone' AS kind, 1 AS rank, m.phone AS value FROM mine m WHERE m.phone IS NOT NULL
        UNION SELECT m.id, 'phone', 1, k.phone FROM mine m JOIN contacts k ON k.customer_id = m.id WHERE k.phone IS NOT NULL
        UNION SELECT m.id, 'email', 2, lower(k.email) FROM mine m JOIN contacts k ON k.customer_id = m.id WHERE k.email IS NOT NULL
        UNION SELECT m.id, 'company', 0, m.name_key FROM mine m WHERE m.name_key <> ''
        UNION SELECT m.id, 'near', 3, n.key FROM mine m JOIN name_keys n ON n.entity = 'customer' AND n.record_id = m.id AND length(n.key) > 2),
      shared AS (SELECT k.kind, k.value FROM marks k GROUP BY 1, 2 HAVING count(*) BETWEEN 2 AND 4),
      pairs AS (
        SELECT DISTINCT ON (a.id, b.id) a.id AS one, b.id AS other, a.kind, a.rank FROM shared s
          JOIN marks a ON (a.kind, a.value) = (s.kind, s.value) JOIN marks b ON (b.kind, b.value) = (s.kind, s.value) AND b.id > a.id
         ORDER BY a.id, b.id, a.rank)
    SELECT a.id, a.name, (SELECT u.name FROM users u WHERE u.id = a.owner_id), b.id, b.name, (SELECT u.name FROM users u WHERE u.id = b.owner_id), p.kind
      FROM pairs p JOIN mine a ON a.id = p.one JOIN mine b ON b.id = p.other ORDER BY p.rank, b.created_at DESC, a.id, b.id LIMIT p_limit;
END $$;
REVOKE EXECUTE ON FUNCTION parley_likely_doubles FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_likely_doubles TO parley_app;
