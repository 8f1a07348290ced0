-- An own object that was recorded by mistake goes out of sight and comes back with Undo; so do all those of a kind that is no
-- longer kept (R22). What is out of sight is not reminded of, not found, and what became of it stands among the customer's changes.

-- AlterTable
ALTER TABLE "objects" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

CREATE OR REPLACE FUNCTION parley_plan_dues(p_type uuid, p_object uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  DELETE FROM object_dues d USING objects o JOIN object_types t ON t.id = o.type_id
   WHERE d.object_id = o.id AND o.type_id = p_type AND (p_object IS NULL OR o.id = p_object)
     AND NOT EXISTS (SELECT FROM jsonb_array_elements(t.rules) r WHERE r ->> 'kind' = 'task' AND r ->> 'key' = d.rule);
  INSERT INTO object_dues (object_id, rule, due_on)
    SELECT o.id, r ->> 'key', CASE WHEN t.active AND o.removed_at IS NULL THEN
        parley_next_due(b.base, (r ->> 'days')::int, coalesce((r ->> 'repeats')::boolean, false),
          greatest((parley_now() AT TIME ZONE 'UTC')::date, d.last_on + 1)) END
      FROM objects o JOIN object_types t ON t.id = o.type_id CROSS JOIN LATERAL jsonb_array_elements(t.rules) r
      CROSS JOIN LATERAL (SELECT parley_day(o."values" ->> (r ->> 'field')) AS base OFFSET 0) b
      LEFT JOIN object_dues d ON d.object_id = o.id AND d.rule = r ->> 'key'
     WHERE o.type_id = p_type AND (p_object IS NULL OR o.id = p_object) AND r ->> 'kind' = 'task'
  ON CONFLICT (object_id, rule) DO UPDATE SET due_on = excluded.due_on;
$$;
DROP TRIGGER plan_dues ON objects;
CREATE TRIGGER plan_dues AFTER INSERT OR UPDATE OF "values", removed_at ON objects FOR EACH ROW EXECUTE FUNCTION parley_plan_object();
DROP TRIGGER plan_dues ON object_types;
CREATE TRIGGER plan_dues AFTER UPDATE OF rules, active ON object_types FOR EACH ROW EXECUTE FUNCTION parley_plan_type();

CREATE OR REPLACE FUNCTION parley_search_objects(p_words text, p_like text[], p_most int) RETURNS TABLE (id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20 SET search_path = public
  SET enable_seqscan = off SET enable_sort = off SET jit = off SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  v_grams text[] := parley_grams(p_words);
  v_visible uuid[] := parley_visible();
  v_granted uuid[] := parley_granted();
  v_all boolean := parley_roles() && ARRAY['executive', 'admin', 'finance', 'service', 'marketing'];
BEGIN
  IF parley_actor() IS NULL OR v_grams = '{}' THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT m.id FROM (
      SELECT x.id, x.customer_id, x.type_id FROM objects x
       WHERE parley_grams(x.name) @> v_grams AND lower(x.name) LIKE ALL (p_like) AND x.removed_at IS NULL LIMIT p_most) m
    CROSS JOIN LATERAL (SELECT y.owner_id FROM customers y WHERE y.id = m.customer_id OFFSET 0) c
   WHERE (v_all OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR m.customer_id = ANY (v_granted))
     AND EXISTS (SELECT FROM object_types t WHERE t.id = m.type_id AND t.active) LIMIT 60;
END $$;

-- A row of an own object as the audit kept it, with what it takes to read it: its type, and the names of whom it names.
CREATE FUNCTION parley_told_object(p_row jsonb) RETURNS jsonb LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT p_row || jsonb_build_object(
      'type', jsonb_build_object('key', t.key, 'name', jsonb_build_object('zh', t.name_zh, 'en', t.name_en),
        'label', jsonb_build_object('zh', t.label_zh, 'en', t.label_en), 'fields', t.fields),
      'people', (SELECT coalesce(jsonb_object_agg(u.id, u.name), '{}') FROM jsonb_array_elements(t.fields) f
        JOIN users u ON f ->> 'kind' = 'person' AND u.id::text = p_row -> 'values' ->> (f ->> 'key')))
    FROM object_types t WHERE t.id = (p_row ->> 'type_id')::uuid
$$;

CREATE OR REPLACE FUNCTION parley_customer_changes(p_id uuid, p_limit int, p_offset int)
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
        UNION ALL
        SELECT x.* FROM objects k JOIN object_types t ON t.id = k.type_id AND t.active
          JOIN audit_entries x ON x.entity = 'objects' AND x.record_id = k.id WHERE k.customer_id = p_id
        ORDER BY id DESC LIMIT p_limit OFFSET p_offset) e
      JOIN changes h ON h.id = e.change_id LEFT JOIN users u ON u.id = h.actor_id
      CROSS JOIN LATERAL (SELECT CASE WHEN e.entity = 'objects' THEN parley_told_object(e.before) ELSE e.before END AS before,
                                 CASE WHEN e.entity = 'objects' THEN parley_told_object(e.after) ELSE e.after END AS after) told
      CROSS JOIN LATERAL (SELECT parley_seen_row(e.entity, told.before, v_near) AS row) seen_before
      CROSS JOIN LATERAL (SELECT parley_seen_row(e.entity, told.after, v_near) AS row) seen_after
     ORDER BY e.id DESC;
END $$;
REVOKE EXECUTE ON FUNCTION parley_told_object FROM PUBLIC;

SELECT parley_compile_writes();
