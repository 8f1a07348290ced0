-- One box for names, phones, e-mails and what was said (R20).
-- Names near in sound or spelling: name keys in Latin letters (pinyin, initials, English names) by trigrams. Chinese has
-- words of two characters, which trigrams do not know: text is found by pairs of characters, Latin letters and figures by threes.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;

CREATE FUNCTION parley_grams(p text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT gram), '{}')
    FROM (SELECT CASE WHEN k = 'h' AND k1 = 'h' THEN c || c1 WHEN k = 'l' AND k1 = 'l' AND k2 = 'l' THEN c || c1 || c2 END AS gram
            FROM (SELECT c, k, lead(c) OVER w AS c1, lead(k) OVER w AS k1, lead(c, 2) OVER w AS c2, lead(k, 2) OVER w AS k2
                    FROM (SELECT c, i, CASE WHEN c COLLATE "C" BETWEEN U&'\3400' AND U&'\9FFF' THEN 'h'
                                            WHEN c COLLATE "C" BETWEEN 'a' AND 'z' OR c COLLATE "C" BETWEEN '0' AND '9'
                                              OR c COLLATE "C" BETWEEN U&'\00E0' AND U&'\024F' THEN 'l' END AS k
                            FROM string_to_table(lower(p), NULL) WITH ORDINALITY AS x (c, i)) classed
                  WINDOW w AS (ORDER BY i)) neighbours) grams
   WHERE gram IS NOT NULL
$$;

CREATE INDEX name_keys_near ON name_keys USING gin (key gin_trgm_ops);
CREATE INDEX customers_grams ON customers USING gin (parley_grams(name));
CREATE INDEX contacts_grams ON contacts USING gin (parley_grams(name || ' ' || coalesce(email, '')));
CREATE INDEX leads_grams ON leads USING gin (parley_grams(contact_name || ' ' || coalesce(company, '') || ' ' || coalesce(email, '')));
CREATE INDEX opportunities_grams ON opportunities USING gin (parley_grams(name));
CREATE INDEX follow_ups_grams ON follow_ups USING gin (parley_grams(note));
-- Phones by their last figures.
CREATE INDEX customers_phone_end ON customers (reverse(phone) COLLATE "C") WHERE phone IS NOT NULL;
CREATE INDEX contacts_phone_end ON contacts (reverse(phone) COLLATE "C") WHERE phone IS NOT NULL;
CREATE INDEX leads_phone_end ON leads (reverse(phone) COLLATE "C") WHERE phone IS NOT NULL;

-- What the words may mean, among the rows the caller may see: which, and by what it was met, nothing of what they hold. A
-- definer function: beneath the policies none of these indexes can be used. Its caller reads the rows through schema seen
-- and judges there by what he is shown. p_like are the words as patterns; p_keys the forms a name is known by (core/names),
-- p_sounds those in Latin letters; p_end the figures a phone ends with, backwards. Where a word is in thousands of rows, the
-- first p_most of them are looked at, and besides all that belongs to whoever sees but a few people's records.
CREATE FUNCTION parley_search(p_words text, p_like text[], p_keys text[], p_sounds text[], p_end text, p_most int)
  RETURNS TABLE (kind text, id uuid, met text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  SET enable_seqscan = off SET pg_trgm.similarity_threshold = 0.45 AS $$
DECLARE
  v_visible uuid[] := parley_visible();
  v_granted uuid[] := parley_granted();
  v_all_customers boolean := parley_roles() && ARRAY['service', 'marketing'];
  v_all_leads boolean := 'marketing' = ANY (parley_roles());
  v_grams text[] := parley_grams(p_words);
  v_book uuid[] := '{}';
  v_until text := p_end || U&'\FFFF';
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN;
  END IF;
  IF cardinality(v_visible) <= 3 THEN
    v_book := ARRAY(SELECT c.id FROM customers c WHERE c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted));
  END IF;

  RETURN QUERY SELECT 'customer', m.id, m.met FROM (
      (SELECT k.record_id AS id, 'name' AS met FROM name_keys k WHERE k.key = ANY (p_keys) AND k.entity = 'customer' LIMIT p_most)
      UNION (SELECT k.record_id, 'name' FROM unnest(p_keys) form
        JOIN name_keys k ON k.key COLLATE "C" >= form AND k.key COLLATE "C" < form || U&'\FFFF' AND k.entity = 'customer' LIMIT p_most)
      UNION (SELECT k.record_id, 'name' FROM unnest(p_sounds) sound JOIN name_keys k ON k.key % sound AND k.entity = 'customer' LIMIT p_most)
      UNION (SELECT x.id, 'name' FROM customers x WHERE v_grams <> '{}' AND parley_grams(x.name) @> v_grams LIMIT p_most)
      UNION (SELECT x.id, 'name' FROM customers x WHERE x.id = ANY (v_book) AND lower(x.name) LIKE ALL (p_like))
      UNION (SELECT x.id, 'phone' FROM customers x WHERE reverse(x.phone) COLLATE "C" >= p_end AND reverse(x.phone) COLLATE "C" < v_until LIMIT p_most)
    ) m JOIN customers c ON c.id = m.id
   WHERE c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) OR v_all_customers;

  RETURN QUERY SELECT 'contact', m.id, m.met FROM (
      (SELECT x.id, 'words' AS met, x.customer_id FROM contacts x
        WHERE v_grams <> '{}' AND parley_grams(x.name || ' ' || coalesce(x.email, '')) @> v_grams LIMIT p_most)
      UNION (SELECT x.id, 'words', x.customer_id FROM contacts x
        WHERE x.customer_id = ANY (v_book) AND lower(x.name || ' ' || coalesce(x.email, '')) LIKE ALL (p_like))
      UNION (SELECT x.id, 'phone', x.customer_id FROM contacts x
        WHERE reverse(x.phone) COLLATE "C" >= p_end AND reverse(x.phone) COLLATE "C" < v_until LIMIT p_most)
    ) m JOIN customers c ON c.id = m.customer_id
   WHERE c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) OR v_all_customers;

  RETURN QUERY SELECT 'lead', m.id, m.met FROM (
      (SELECT k.record_id AS id, 'name' AS met FROM name_keys k WHERE k.key = ANY (p_keys) AND k.entity = 'lead' LIMIT p_most)
      UNION (SELECT k.record_id, 'name' FROM unnest(p_sounds) sound JOIN name_keys k ON k.key % sound AND k.entity = 'lead' LIMIT p_most)
      UNION (SELECT x.id, 'words' FROM leads x
        WHERE v_grams <> '{}' AND parley_grams(x.contact_name || ' ' || coalesce(x.company, '') || ' ' || coalesce(x.email, '')) @> v_grams LIMIT p_most)
      UNION (SELECT x.id, 'words' FROM leads x WHERE cardinality(v_visible) <= 3 AND x.owner_id = ANY (v_visible)
        AND lower(x.contact_name || ' ' || coalesce(x.company, '') || ' ' || coalesce(x.email, '')) LIKE ALL (p_like))
      UNION (SELECT x.id, 'phone' FROM leads x WHERE reverse(x.phone) COLLATE "C" >= p_end AND reverse(x.phone) COLLATE "C" < v_until LIMIT p_most)
    ) m JOIN leads l ON l.id = m.id
   WHERE l.status <> 'converted'
     AND (l.owner_id IS NULL OR l.owner_id = ANY (v_visible) OR l.id = ANY (v_granted) OR v_all_leads);

  RETURN QUERY SELECT 'opportunity', m.id, 'name' FROM (
      (SELECT x.id FROM opportunities x WHERE v_grams <> '{}' AND parley_grams(x.name) @> v_grams LIMIT p_most)
      UNION (SELECT x.id FROM opportunities x WHERE cardinality(v_visible) <= 3 AND x.owner_id = ANY (v_visible) AND lower(x.name) LIKE ALL (p_like))
    ) m JOIN opportunities o ON o.id = m.id
   WHERE o.owner_id = ANY (v_visible) OR o.id = ANY (v_granted);

  RETURN QUERY SELECT 'note', m.id, 'words' FROM (
      (SELECT x.id FROM follow_ups x WHERE v_grams <> '{}' AND parley_grams(x.note) @> v_grams LIMIT p_most)
      UNION (SELECT x.id FROM follow_ups x WHERE x.customer_id = ANY (v_book) AND lower(x.note) LIKE ALL (p_like))
      UNION (SELECT x.id FROM follow_ups x WHERE cardinality(v_visible) <= 3 AND x.author_id = ANY (v_visible) AND lower(x.note) LIKE ALL (p_like))
    ) m JOIN follow_ups f ON f.id = m.id LEFT JOIN customers c ON c.id = f.customer_id LEFT JOIN leads l ON l.id = f.lead_id
   WHERE f.author_id = ANY (v_visible)
      OR (c.id IS NOT NULL AND (c.owner_id IS NULL OR c.owner_id = ANY (v_visible) OR c.id = ANY (v_granted) OR v_all_customers))
      OR (l.id IS NOT NULL AND (l.owner_id IS NULL OR l.owner_id = ANY (v_visible) OR l.id = ANY (v_granted) OR v_all_leads))
   ORDER BY f.happened_on DESC, f.id LIMIT 20;
END $$;
REVOKE EXECUTE ON FUNCTION parley_search FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_search TO parley_app;
