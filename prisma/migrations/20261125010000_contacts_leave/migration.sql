-- Somebody leaves his company: he stays on file with what he did, and no longer counts as one of it (R12, R13, R80).
ALTER TABLE "contacts" ADD COLUMN     "left_on" DATE;

SELECT parley_compile_writes();

-- Whoever has left decides nothing there any more.
CREATE OR REPLACE FUNCTION parley_deal_facts(p_opportunity uuid, p_zone text)
  RETURNS TABLE (has_amount boolean, has_close_on boolean, has_product boolean, has_competitor boolean, has_decision_maker boolean,
                 has_next_step boolean, has_file boolean, kinds_since text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT o.amount IS NOT NULL, o.close_on IS NOT NULL,
      EXISTS (SELECT FROM opportunity_products d WHERE d.opportunity_id = o.id),
      EXISTS (SELECT FROM opportunity_competitors c WHERE c.opportunity_id = o.id),
      EXISTS (SELECT FROM contact_roles r JOIN contacts p ON p.id = r.contact_id AND p.left_on IS NULL
          WHERE r.role = 'decision_maker' AND r.opportunity_id = o.id)
        OR EXISTS (SELECT FROM contact_roles r JOIN contacts p ON p.id = r.contact_id AND p.left_on IS NULL
          WHERE r.role = 'decision_maker' AND r.customer_id = o.customer_id AND r.opportunity_id IS NULL),
      EXISTS (SELECT FROM tasks t WHERE t.opportunity_id = o.id AND t.done_at IS NULL)
        OR EXISTS (SELECT FROM tasks t WHERE t.customer_id = o.customer_id AND t.opportunity_id IS NULL AND t.done_at IS NULL),
      EXISTS (SELECT FROM files f WHERE f.entity = 'opportunity' AND f.record_id = o.id AND f.created_at >= o.stage_since),
      ARRAY(SELECT f.kind FROM follow_ups f WHERE f.opportunity_id = o.id AND f.happened_on >= (o.stage_since AT TIME ZONE p_zone)::date
            UNION SELECT f.kind FROM follow_ups f WHERE f.customer_id = o.customer_id AND f.opportunity_id IS NULL
              AND f.happened_on >= (o.stage_since AT TIME ZONE p_zone)::date)
    FROM opportunities o WHERE o.id = p_opportunity
      AND (o.owner_id = ANY (parley_visible()) OR o.id = ANY (parley_granted()))
  $$;

-- His number and his address are his, no longer the company's: he may be on file where he works now.
CREATE OR REPLACE FUNCTION parley_find_duplicates(p_phone text, p_email text, p_company text, p_near text[], p_stems text[])
  RETURNS TABLE (entity text, id uuid, match text, contact text, company text, owner_id uuid, owner_name text, workable boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10 SET search_path = public
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
DECLARE
  c_alike constant int := 40; -- names that begin alike: its caller ranks them
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
      UNION ALL (SELECT 'customer', t.customer_id, 0 FROM contacts t WHERE t.phone = p_phone AND t.left_on IS NULL LIMIT 5)
      UNION ALL (SELECT 'lead', l.id, 0 FROM leads l WHERE l.phone = p_phone AND l.status IN ('new', 'working', 'nurturing') LIMIT 5)
      UNION ALL (SELECT 'customer', t.customer_id, 1 FROM contacts t WHERE t.email = p_email AND t.left_on IS NULL LIMIT 5)
      UNION ALL (SELECT 'lead', l.id, 1 FROM leads l WHERE l.email = p_email AND l.status IN ('new', 'working', 'nurturing') LIMIT 5)
      UNION ALL (SELECT 'customer', c.id, 2 FROM customers c WHERE c.name_key = p_company AND p_company <> '' LIMIT 5)
      UNION ALL (SELECT 'lead', l.id, 2 FROM leads l WHERE l.company_key = p_company AND p_company <> '' AND l.status IN ('new', 'working', 'nurturing') LIMIT 5)
      UNION ALL (SELECT k.entity, k.record_id, 3 FROM name_keys k WHERE k.key = ANY (p_near) AND k.entity IN ('customer', 'lead') LIMIT 20)
      UNION ALL (SELECT 'customer', k.record_id, 4 FROM unnest(p_stems) stem CROSS JOIN LATERAL (SELECT n.record_id FROM name_keys n
          WHERE n.key COLLATE "C" >= stem AND n.key COLLATE "C" < stem || U&'\FFFF' AND n.entity = 'customer'
          ORDER BY n.key COLLATE "C" LIMIT c_alike) k)
      UNION ALL (SELECT 'lead', k.record_id, 4 FROM unnest(p_stems) stem CROSS JOIN LATERAL (SELECT n.record_id FROM name_keys n
          WHERE n.key COLLATE "C" >= stem AND n.key COLLATE "C" < stem || U&'\FFFF' AND n.entity = 'lead'
          ORDER BY n.key COLLATE "C" LIMIT c_alike) k)
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

CREATE OR REPLACE FUNCTION parley_likely_doubles(p_limit int)
RETURNS TABLE (id uuid, name text, "ownerName" text, "otherId" uuid, "otherName" text, "otherOwnerName" text, by text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_bitmapscan = off SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  c_newest constant int := 240; -- looked at, an equal part of each owner's
  c_least constant int := 1;
  c_shared constant int := 4; -- what more than so many share says nothing
  v_owners uuid[] := parley_workable();
  v_each int := greatest(c_least, c_newest / (cardinality(v_owners) + 1));
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH newest AS MATERIALIZED (
        (SELECT c.id, c.phone, c.name_key FROM customers c WHERE c.owner_id IS NULL ORDER BY c.created_at DESC LIMIT v_each)
        UNION ALL
        SELECT x.id, x.phone, x.name_key FROM unnest(v_owners) owner
          CROSS JOIN LATERAL (SELECT c.id, c.phone, c.name_key FROM customers c WHERE c.owner_id = owner ORDER BY c.created_at DESC LIMIT v_each) x),
      marks AS MATERIALIZED (
        SELECT n.id, 'company' AS kind, 0 AS rank, n.name_key AS value FROM newest n WHERE n.name_key <> ''
        UNION SELECT n.id, 'phone', 1, n.phone FROM newest n WHERE n.phone IS NOT NULL
        UNION SELECT n.id, 'phone', 1, k.phone FROM newest n JOIN contacts k ON k.customer_id = n.id WHERE k.phone IS NOT NULL AND k.left_on IS NULL
        UNION SELECT n.id, 'email', 2, lower(k.email) FROM newest n JOIN contacts k ON k.customer_id = n.id WHERE k.email IS NOT NULL AND k.left_on IS NULL
        UNION SELECT n.id, 'near', 3, y.key FROM newest n JOIN name_keys y ON y.entity = 'customer' AND y.record_id = n.id AND length(y.key) > 2
          -- What holds all of his name and more is met by the name alone.
          AND (length(y.key) <= length(n.name_key) OR position(n.name_key IN y.key) = 0)),
      shared AS MATERIALIZED (
        SELECT m.id, m.kind, m.rank, o.ids FROM marks m
          CROSS JOIN LATERAL (SELECT CASE m.kind
            WHEN 'company' THEN ARRAY(SELECT c.id FROM customers c WHERE c.name_key = m.value LIMIT c_shared + 1)
            WHEN 'phone' THEN ARRAY(SELECT c.id FROM customers c WHERE c.phone = m.value
              UNION SELECT k.customer_id FROM contacts k WHERE k.phone = m.value AND k.left_on IS NULL LIMIT c_shared + 1)
            WHEN 'email' THEN ARRAY(SELECT DISTINCT e.customer_id FROM (SELECT k.customer_id FROM contacts k WHERE lower(k.email) = m.value AND k.left_on IS NULL LIMIT 10 * c_shared) e LIMIT c_shared + 1)
            ELSE ARRAY(SELECT y.record_id FROM name_keys y WHERE y.key = m.value AND y.entity = 'customer' LIMIT c_shared + 1) END AS ids OFFSET 0) o
         WHERE cardinality(o.ids) BETWEEN 2 AND c_shared),
      pairs AS (
        SELECT DISTINCT ON (1, 2) least(s.id, other) AS one, greatest(s.id, other) AS other, s.kind, s.rank
          FROM shared s, unnest(s.ids) other WHERE other <> s.id ORDER BY 1, 2, s.rank)
    SELECT a.id, a.name, (SELECT u.name FROM users u WHERE u.id = a.owner_id), b.id, b.name, (SELECT u.name FROM users u WHERE u.id = b.owner_id), p.kind
      FROM pairs p JOIN customers a ON a.id = p.one JOIN customers b ON b.id = p.other
     WHERE (a.owner_id IS NULL OR a.owner_id = ANY (v_owners)) AND (b.owner_id IS NULL OR b.owner_id = ANY (v_owners))
     ORDER BY p.rank, b.created_at DESC, a.id, b.id LIMIT p_limit;
END $$;

-- Nobody is written to of a company he is no longer with.
CREATE OR REPLACE FUNCTION parley_gateway_message(p_send uuid)
  RETURNS TABLE (id uuid, kind text, state text, happened_at timestamptz, is_late boolean, asked_by uuid, gateway json,
    customer json, contact json, ticket json)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT s.id, s.kind, s.state, s.happened_at, s.queued_at < parley_now() - interval '1 day', s.asked_by,
           json_build_object('id', g.id, 'name', g.name, 'url', g.url, 'salt', g.salt, 'zh', g.text_zh, 'en', g.text_en,
             'maxAttempts', g.max_attempts, 'isActive', g.active),
           CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END,
           coalesce((SELECT json_build_object('name', p.name, 'phone', p.phone, 'email', p.email) FROM contacts p
                      WHERE p.customer_id = c.id AND (p.phone IS NOT NULL OR p.email IS NOT NULL) AND p.left_on IS NULL
                      ORDER BY p.id = t.contact_id DESC NULLS LAST, p.phone IS NULL, p.created_at, p.id LIMIT 1),
                    CASE WHEN c.phone IS NOT NULL THEN json_build_object('name', c.name, 'phone', c.phone, 'email', NULL) END),
           CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'title', t.title, 'kind', t.kind, 'isClosed', t.closed_at IS NOT NULL) END
      FROM gateway_sends s JOIN gateways g ON g.id = s.gateway_id
      LEFT JOIN service_tickets t ON t.id = s.ticket_id LEFT JOIN customers c ON c.id = t.customer_id
     WHERE s.id = p_send AND parley_system() = 'relay'
  $$;
