-- What several people look up at the same moment, in one statement, as what they write has been: a transaction that only
-- asks for a name cost more in beginning and ending than in looking.

-- As before, with a plan that is kept: put together for the words of each call it cost more than the look-up, and read
-- every customer where one key in forty was his.
CREATE OR REPLACE FUNCTION parley_customers_named(p_keys text[], p_limit int) RETURNS TABLE (id uuid, name text, key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
    SELECT c.id, c.name, k.key
      FROM name_keys k JOIN customers c ON c.id = k.record_id
     WHERE k.key = ANY (p_keys) AND k.entity = 'customer' AND (SELECT parley_actor()) IS NOT NULL
       AND (c.owner_id IS NULL OR c.owner_id = ANY ((SELECT parley_visible())::uuid[])
         OR c.id = ANY ((SELECT parley_granted())::uuid[]) OR (SELECT parley_roles() && ARRAY['service', 'marketing']))
     LIMIT p_limit
  $$;

-- A customer's one open opportunity among those the caller sees; null when there is none or several.
CREATE FUNCTION parley_sole_deal(p_customer uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_deals uuid[];
BEGIN
  v_deals := ARRAY(SELECT o.id FROM opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'open'
    WHERE o.customer_id = p_customer LIMIT 2);
  RETURN CASE WHEN cardinality(v_deals) = 1 THEN v_deals[1] END;
END $$;

-- One of the look-ups that may be sent together, under the policies of whoever asks, as a list of rows.
--   customers_by_key {keys, most}: customers by one of the words they are known by, each with his sole deal
--   customer_with_deal {id}: one customer with his sole deal
--   names {keys}: whom the words of a sentence may mean
CREATE TYPE parley_wanted AS (id uuid, keys text[], most int);
CREATE FUNCTION parley_look_up(p_kind text, p jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  v parley_wanted := jsonb_populate_record(NULL::parley_wanted, p);
  v_rows jsonb;
BEGIN
  CASE p_kind
    WHEN 'customers_by_key' THEN
      SELECT jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'opportunityId', parley_sole_deal(c.id))) INTO v_rows
        FROM (SELECT DISTINCT n.id, n.name FROM parley_customers_named(v.keys, 200) n ORDER BY n.id LIMIT v.most) c;
    WHEN 'customer_with_deal' THEN
      SELECT jsonb_build_array(jsonb_build_object('id', c.id, 'name', c.name, 'opportunityId', parley_sole_deal(c.id))) INTO v_rows
        FROM customers c WHERE c.id = v.id;
    WHEN 'names' THEN
      SELECT jsonb_agg(n) INTO v_rows FROM parley_names(v.keys) n;
  END CASE;
  RETURN coalesce(v_rows, '[]');
END $$;

-- Several of them, each {actor, identity, stamp, kind, wanted}, each as its actor; the answers in their order.
CREATE FUNCTION parley_look_up_all(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v jsonb;
  v_found jsonb := '[]';
BEGIN
  FOR i IN 0 .. jsonb_array_length(p) - 1 LOOP
    v := p -> i;
    PERFORM parley_begin((v ->> 'actor')::uuid, (v ->> 'identity')::uuid, v ->> 'stamp');
    v_found := v_found || jsonb_build_array(parley_look_up(v ->> 'kind', v -> 'wanted'));
  END LOOP;
  RETURN v_found;
END $$;
REVOKE EXECUTE ON FUNCTION parley_look_up_all FROM PUBLIC;
