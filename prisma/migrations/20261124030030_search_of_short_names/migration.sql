-- As it was, but a short name that many have (wang) is not looked for in every note whose letters are like it (R20).
CREATE OR REPLACE FUNCTION parley_search(p_words text, p_like text[], p_keys text[], p_sounds text[], p_end text, p_most int)
  RETURNS TABLE (kind text, id uuid, met text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_sort = off SET jit = off
  SET plan_cache_mode = force_custom_plan SET pg_trgm.similarity_threshold = 0.4 AS $$
DECLARE
  c_each constant int := 60; -- of each kind: its caller shows fewer and sorts them
  c_enough constant int := 20; -- with so many there is no next way
  c_few constant int := 3; -- with fewer it may have been mistyped
  v_visible uuid[] := parley_visible();
  v_granted uuid[] := parley_granted();
  v_all boolean := parley_roles() && ARRAY['executive', 'admin', 'finance'];
  v_all_customers boolean := v_all OR parley_roles() && ARRAY['service', 'marketing'];
  v_all_leads boolean := v_all OR 'marketing' = ANY (parley_roles());
  v_grams text[] := parley_grams(p_words);
  v_until text := p_end || U&'\FFFF';
  v_found uuid[];
  v_leads uuid[];
  v_notes uuid[];
  v_called uuid[];
  v_few text[];
  v_near record;
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN;
  END IF;

  -- Customers: a name that begins so (the very name first), one that holds it.
  v_found := ARRAY(
    SELECT c.id FROM unnest(p_keys) form
      CROSS JOIN LATERAL (SELECT k.record_id FROM name_keys k
        WHERE k.key COLLATE "C" >= form AND k.key COLLATE "C" < form || U&'\FFFF' AND k.entity = 'customer'
        ORDER BY k.key COLLATE "C" LIMIT p_most) k
      CROSS JOIN LATERAL (SELECT x.id, x.owner_id FROM customers x WHERE x.id = k.record_id OFFSET 0) c
     WHERE v_all_customers OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) LIMIT c_each);
  IF cardinality(v_found) < c_enough AND v_grams <> '{}' THEN
    v_found := v_found || ARRAY(SELECT x.id FROM customers x WHERE parley_grams(x.name) @> v_grams AND lower(x.name) LIKE ALL (p_like)
      AND (v_all_customers OR x.owner_id IS NULL OR x.owner_id = ANY (v_visible) OR x.id = ANY (v_granted)) LIMIT c_each);
  END IF;

  -- Leads by their company likewise.
  v_leads := ARRAY(
    SELECT l.id FROM unnest(p_keys) form
      CROSS JOIN LATERAL (SELECT k.record_id FROM name_keys k
        WHERE k.key COLLATE "C" >= form AND k.key COLLATE "C" < form || U&'\FFFF' AND k.entity = 'lead'
        ORDER BY k.key COLLATE "C" LIMIT p_most) k
      CROSS JOIN LATERAL (SELECT x.id, x.owner_id, x.status FROM leads x WHERE x.id = k.record_id OFFSET 0) l
    WHERE l.status <> 'converted' AND (v_all_leads OR l.owner_id IS NULL OR l.owner_id = ANY (v_visible) OR l.id = ANY (v_granted)) LIMIT c_each);

  IF p_end IS NOT NULL THEN
    RETURN QUERY SELECT 'customer', x.id, 'phone' FROM customers x
      WHERE reverse(x.phone) COLLATE "C" >= p_end AND reverse(x.phone) COLLATE "C" < v_until
        AND (v_all_customers OR x.owner_id IS NULL OR x.owner_id = ANY (v_visible) OR x.id = ANY (v_granted)) LIMIT c_each;
    RETURN QUERY SELECT 'contact', x.id, 'phone' FROM contacts x
        CROSS JOIN LATERAL (SELECT y.id, y.owner_id FROM customers y WHERE y.id = x.customer_id OFFSET 0) c
      WHERE reverse(x.phone) COLLATE "C" >= p_end AND reverse(x.phone) COLLATE "C" < v_until
        AND (v_all_customers OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted)) LIMIT c_each;
    RETURN QUERY SELECT 'lead', x.id, 'phone' FROM leads x
      WHERE reverse(x.phone) COLLATE "C" >= p_end AND reverse(x.phone) COLLATE "C" < v_until AND x.status <> 'converted'
        AND (v_all_leads OR x.owner_id IS NULL OR x.owner_id = ANY (v_visible) OR x.id = ANY (v_granted)) LIMIT c_each;
  END IF;

  IF v_grams <> '{}' THEN
    RETURN QUERY SELECT 'contact', m.id, 'words' FROM (
        SELECT x.id, x.customer_id FROM contacts x WHERE parley_grams(x.name || ' ' || coalesce(x.email, '')) @> v_grams
          AND lower(x.name || ' ' || coalesce(x.email, '')) LIKE ALL (p_like) LIMIT p_most) m
      CROSS JOIN LATERAL (SELECT y.id, y.owner_id FROM customers y WHERE y.id = m.customer_id OFFSET 0) c
     WHERE v_all_customers OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) LIMIT c_each;
    RETURN QUERY SELECT 'lead', x.id, 'words' FROM leads x
      WHERE parley_grams(x.contact_name || ' ' || coalesce(x.company, '') || ' ' || coalesce(x.email, '')) @> v_grams
        AND lower(x.contact_name || ' ' || coalesce(x.company, '') || ' ' || coalesce(x.email, '')) LIKE ALL (p_like)
        AND x.status <> 'converted' AND (v_all_leads OR x.owner_id IS NULL OR x.owner_id = ANY (v_visible) OR x.id = ANY (v_granted)) LIMIT c_each;
    RETURN QUERY SELECT 'opportunity', x.id, 'name' FROM opportunities x
      WHERE parley_grams(x.name) @> v_grams AND lower(x.name) LIKE ALL (p_like)
        AND (v_all OR x.owner_id = ANY (v_visible) OR x.id = ANY (v_granted)) LIMIT c_each;
  END IF;

  -- A word that many are called by is a name: of the notes that say it only the newest are looked at, for so few letters stand in too many.
  v_called := ARRAY(SELECT f FROM parley_contacts_heard(p_keys, '{}', NULL, p_most) f);
  IF cardinality(v_called) >= c_enough AND p_words ~ '^[a-z]{1,6}$' THEN
    v_notes := parley_search_notes(p_like, '{}', p_most);
  ELSE
    v_notes := parley_search_notes(p_like, v_grams, p_most);
  END IF;
  RETURN QUERY SELECT DISTINCT 'note', f, 'words' FROM unnest(v_notes) f;

  -- People at customers by how their names sound.
  IF cardinality(v_called) < c_few AND cardinality(v_notes) < c_enough THEN
    v_called := ARRAY(SELECT f FROM parley_contacts_heard(p_keys, p_sounds, NULL, p_most) f);
  END IF;
  RETURN QUERY SELECT 'contact', f, 'name' FROM unnest(v_called) f;

  -- What nearly sounds so, where a name may have been mistyped, which what stands in many notes is not.
  v_few := ARRAY(SELECT e FROM (VALUES ('customer', cardinality(v_found)), ('lead', cardinality(v_leads))) few (e, known) WHERE few.known < c_few);
  IF v_few <> '{}' AND p_sounds <> '{}' AND cardinality(v_notes) < c_enough THEN
    FOR v_near IN
      SELECT k.entity, array_agg(k.record_id ORDER BY k.near DESC) AS ids FROM unnest(p_sounds) sound
        CROSS JOIN LATERAL (SELECT n.entity, n.record_id, similarity(n.key, sound) AS near FROM name_keys n
          WHERE n.key % sound AND n.key ~ '^[a-z]{4,}$' AND n.entity = ANY (v_few) LIMIT p_most * cardinality(v_few)) k
       GROUP BY k.entity
    LOOP
      IF v_near.entity = 'customer' THEN
        v_found := v_found || ARRAY(SELECT c.id FROM unnest(v_near.ids) WITH ORDINALITY k (near_id, at)
          CROSS JOIN LATERAL (SELECT x.id, x.owner_id FROM customers x WHERE x.id = k.near_id OFFSET 0) c
         WHERE v_all_customers OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) ORDER BY k.at LIMIT c_each);
      ELSE
        v_leads := v_leads || ARRAY(SELECT l.id FROM unnest(v_near.ids) WITH ORDINALITY k (near_id, at)
          CROSS JOIN LATERAL (SELECT x.id, x.owner_id, x.status FROM leads x WHERE x.id = k.near_id OFFSET 0) l
         WHERE l.status <> 'converted' AND (v_all_leads OR l.owner_id IS NULL OR l.owner_id = ANY (v_visible) OR l.id = ANY (v_granted)) ORDER BY k.at LIMIT c_each);
      END IF;
    END LOOP;
  END IF;
  RETURN QUERY SELECT DISTINCT 'customer', f, 'name' FROM unnest(v_found) f;
  RETURN QUERY SELECT DISTINCT 'lead', f, 'name' FROM unnest(v_leads) f;
END $$;
