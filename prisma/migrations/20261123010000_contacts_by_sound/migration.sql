-- People at customers are known by their names as customers and leads are (R20): as written, each word of a spelt one, the sound of a
-- Chinese one. Their keys have indexes of their own, so that those of customers and leads are read past nobody's.
CREATE INDEX name_keys_prefix_contact ON name_keys (key COLLATE "C") WHERE entity = 'contact';
CREATE INDEX name_keys_near_contact ON name_keys USING gin (key gin_trgm_ops) WHERE entity = 'contact' AND key ~ '^[a-z]{4,}$';
DROP INDEX name_keys_near;
CREATE INDEX name_keys_near ON name_keys USING gin (key gin_trgm_ops) WHERE entity IN ('customer', 'lead') AND key ~ '^[a-z]{4,}$';
DROP INDEX name_keys_key_idx;
CREATE INDEX name_keys_key ON name_keys (key) WHERE entity IN ('customer', 'lead');

-- Whoever sees the customer sees by what its people are known; whoever works on it says so.
DROP POLICY read ON name_keys;
CREATE POLICY read ON name_keys FOR SELECT TO parley_app USING (CASE entity
  WHEN 'lead' THEN parley_sees_lead(record_id)
  WHEN 'contact' THEN EXISTS (SELECT FROM contacts p WHERE p.id = record_id)
  ELSE EXISTS (SELECT FROM customers c WHERE c.id = record_id) END);
CREATE OR REPLACE FUNCTION parley_names_record(p_entity text, p_id uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN false;
  END IF;
  IF p_entity = 'lead' THEN
    RETURN parley_works_on_lead(p_id) OR EXISTS (SELECT FROM leads l WHERE l.id = p_id AND l.created_by = parley_actor());
  END IF;
  IF p_entity = 'contact' THEN
    RETURN EXISTS (SELECT FROM contacts p WHERE p.id = p_id AND parley_works_on_customer(p.customer_id));
  END IF;
  RETURN EXISTS (SELECT FROM customers c WHERE c.id = p_id AND (c.owner_id IS NULL OR c.owner_id = ANY (parley_workable())));
END $$;

-- Those on file already, as they are written. How a Chinese name sounds is no SQL's to say: core/names/hear-names.ts does, one after
-- the other, for what stands under '?' here.
INSERT INTO name_keys (id, entity, record_id, key)
  SELECT gen_random_uuid(), 'contact', p.id, k.key
    FROM contacts p CROSS JOIN LATERAL (
      SELECT lower(regexp_replace(p.name, '[[:space:][:punct:]（）·]', '', 'g'))
      UNION SELECT lower(regexp_replace(word, '[[:punct:]]', '', 'g')) FROM regexp_split_to_table(p.name, '[^[:alnum:]''’&]+') word WHERE p.name !~ '[一-鿿]'
      UNION SELECT '?' WHERE p.name ~ '[一-鿿]') k (key)
   WHERE length(k.key) >= 2 OR k.key = '?'
  ON CONFLICT DO NOTHING;
INSERT INTO name_keys (id, entity, record_id, key)
  SELECT gen_random_uuid(), 'lead', l.id, '?' FROM leads l WHERE l.contact_name ~ '[一-鿿]'
  ON CONFLICT DO NOTHING;
CREATE INDEX name_keys_unheard ON name_keys (record_id) WHERE key = '?';
CREATE POLICY system_schedule_select ON name_keys FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule' AND key = '?');
CREATE POLICY system_schedule_delete ON name_keys FOR DELETE TO parley_app USING ((SELECT parley_system()) = 'schedule' AND key = '?');
CREATE POLICY system_schedule_insert ON name_keys FOR INSERT TO parley_app WITH CHECK ((SELECT parley_system()) = 'schedule' AND entity IN ('contact', 'lead'));
CREATE POLICY system_schedule_select ON contacts FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'schedule');

-- People at customers whose names, or their sounds, begin so, or where few do nearly sound so: which they are, nothing of what they
-- hold. p_customers are whose people are meant, where one said so; p_most is how many one way of meeting them looks at.
CREATE FUNCTION parley_contacts_heard(p_keys text[], p_sounds text[], p_customers uuid[], p_most int) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20 SET search_path = public
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_sort = off SET jit = off
  SET plan_cache_mode = force_custom_plan SET pg_trgm.similarity_threshold = 0.4 AS $$
DECLARE
  c_each constant int := 60; -- its caller shows fewer and sorts them
  c_few constant int := 3; -- with fewer it may have been mistyped
  c_shortest constant int := 6; -- what is shorter is near to everybody's
  v_visible uuid[] := parley_visible();
  v_granted uuid[] := parley_granted();
  v_all boolean := parley_roles() && ARRAY['executive', 'admin', 'finance', 'service', 'marketing'];
  v_sounds text[] := ARRAY(SELECT s FROM unnest(p_sounds) s WHERE length(s) >= c_shortest);
  v_found uuid[];
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN;
  END IF;
  IF p_customers IS NOT NULL THEN
    RETURN QUERY SELECT x.id FROM contacts x WHERE x.customer_id = ANY (p_customers) AND EXISTS (SELECT FROM name_keys k
      WHERE k.entity = 'contact' AND k.record_id = x.id AND (EXISTS (SELECT FROM unnest(p_keys) form WHERE starts_with(k.key, form))
        OR EXISTS (SELECT FROM unnest(v_sounds) sound WHERE k.key % sound)));
    RETURN;
  END IF;
  v_found := ARRAY(
    SELECT m.id FROM unnest(p_keys) form
      CROSS JOIN LATERAL (SELECT k.record_id FROM name_keys k
        WHERE k.key COLLATE "C" >= form AND k.key COLLATE "C" < form || U&'\FFFF' AND k.entity = 'contact'
        ORDER BY k.key COLLATE "C" LIMIT p_most) k
      CROSS JOIN LATERAL (SELECT x.id, x.customer_id FROM contacts x WHERE x.id = k.record_id OFFSET 0) m
      CROSS JOIN LATERAL (SELECT y.id, y.owner_id FROM customers y WHERE y.id = m.customer_id OFFSET 0) c
     WHERE v_all OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) LIMIT c_each);
  IF cardinality(v_found) < c_few AND v_sounds <> '{}' THEN
    v_found := v_found || ARRAY(
      SELECT m.id FROM (SELECT k.record_id, max(k.near) AS near FROM unnest(v_sounds) sound
          CROSS JOIN LATERAL (SELECT n.record_id, similarity(n.key, sound) AS near FROM name_keys n
            WHERE n.key % sound AND n.key ~ '^[a-z]{4,}$' AND n.entity = 'contact' LIMIT p_most) k GROUP BY k.record_id) k
        CROSS JOIN LATERAL (SELECT x.id, x.customer_id FROM contacts x WHERE x.id = k.record_id OFFSET 0) m
        CROSS JOIN LATERAL (SELECT y.id, y.owner_id FROM customers y WHERE y.id = m.customer_id OFFSET 0) c
       WHERE v_all OR c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) ORDER BY k.near DESC LIMIT c_each);
  END IF;
  RETURN QUERY SELECT DISTINCT f FROM unnest(v_found) f;
END $$;
REVOKE EXECUTE ON FUNCTION parley_contacts_heard FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_contacts_heard TO parley_app;

-- As it was, but for the names of people at customers.
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

  v_notes := parley_search_notes(p_like, v_grams, p_most);
  RETURN QUERY SELECT DISTINCT 'note', f, 'words' FROM unnest(v_notes) f;

  -- People at customers by how their names sound.
  RETURN QUERY SELECT 'contact', f, 'name' FROM parley_contacts_heard(p_keys,
    CASE WHEN cardinality(v_notes) < c_enough THEN p_sounds ELSE '{}' END, NULL, p_most) f;

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

-- As it was, but of what is known by a way of writing only companies and leads may be one of them.
CREATE OR REPLACE FUNCTION parley_find_duplicates(p_phone text, p_email text, p_company text, p_near text[], p_stems text[])
  RETURNS TABLE (entity text, id uuid, match text, contact text, company text, owner_id uuid, owner_name text, workable boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_visible uuid[] := parley_visible();
  v_granted uuid[] := parley_granted();
  v_workable uuid[] := parley_workable();
  v_work uuid[] := parley_granted_work();
  v_all_customers boolean := parley_roles() && ARRAY['service', 'marketing'];
  v_all_leads boolean := 'marketing' = ANY (parley_roles());
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH met AS (
      (SELECT 'customer' AS entity, c.id, 0 AS rank FROM customers c WHERE c.phone = p_phone LIMIT 5)
      UNION ALL (SELECT 'customer', t.customer_id, 0 FROM contacts t WHERE t.phone = p_phone LIMIT 5)
      UNION ALL (SELECT 'lead', l.id, 0 FROM leads l WHERE l.phone = p_phone AND l.status IN ('new', 'working', 'nurturing') LIMIT 5)
      UNION ALL (SELECT 'customer', t.customer_id, 1 FROM contacts t WHERE t.email = p_email LIMIT 5)
      UNION ALL (SELECT 'lead', l.id, 1 FROM leads l WHERE l.email = p_email AND l.status IN ('new', 'working', 'nurturing') LIMIT 5)
      UNION ALL (SELECT 'customer', c.id, 2 FROM customers c WHERE c.name_key = p_company AND p_company <> '' LIMIT 5)
      UNION ALL (SELECT 'lead', l.id, 2 FROM leads l WHERE l.company_key = p_company AND p_company <> '' AND l.status IN ('new', 'working', 'nurturing') LIMIT 5)
      UNION ALL (SELECT k.entity, k.record_id, 3 FROM name_keys k WHERE k.key = ANY (p_near) AND k.entity IN ('customer', 'lead') LIMIT 20)
      UNION ALL (SELECT 'customer', k.record_id, 4 FROM unnest(p_stems) stem
        JOIN name_keys k ON k.key COLLATE "C" >= stem AND k.key COLLATE "C" < stem || U&'\FFFF' AND k.entity = 'customer' LIMIT 40)
      UNION ALL (SELECT 'lead', k.record_id, 4 FROM unnest(p_stems) stem
        JOIN name_keys k ON k.key COLLATE "C" >= stem AND k.key COLLATE "C" < stem || U&'\FFFF' AND k.entity = 'lead' LIMIT 40)
    ), best AS (
      SELECT m.entity, m.id, min(m.rank) AS rank FROM met m GROUP BY m.entity, m.id
    ), rows AS (
      SELECT b.entity, b.id, b.rank, NULL::text AS contact, c.name AS company, c.owner_id,
             c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) OR v_all_customers AS seen,
             c.owner_id IS NULL OR c.owner_id = ANY (v_workable) OR c.id = ANY (v_work) AS workable
        FROM best b JOIN customers c ON c.id = b.id WHERE b.entity = 'customer'
      UNION ALL
      SELECT b.entity, b.id, b.rank, l.contact_name, l.company, l.owner_id,
             l.owner_id IS NULL OR l.owner_id = ANY (v_visible) OR l.id = ANY (v_granted) OR v_all_leads,
             l.owner_id IS NULL OR l.owner_id = ANY (v_workable) OR l.id = ANY (v_work)
        FROM best b JOIN leads l ON l.id = b.id WHERE b.entity = 'lead' AND l.status IN ('new', 'working', 'nurturing')
    )
    SELECT r.entity, CASE WHEN r.seen THEN r.id END, (ARRAY['phone', 'email', 'company', 'near', 'alike'])[r.rank + 1],
           CASE WHEN r.seen THEN r.contact END, CASE WHEN r.seen THEN r.company END, r.owner_id, u.name, r.workable
      FROM rows r LEFT JOIN users u ON u.id = r.owner_id
     WHERE r.seen OR r.rank < 4
     ORDER BY r.rank, r.entity, r.id LIMIT 60;
END $$;
