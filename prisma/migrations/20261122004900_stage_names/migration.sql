-- What is no letter is named one by one: a server with the locale C takes every Chinese character for none.
-- Stages are named in sentences by what their admin calls them (把华星推进到样品测试); the name given back is the stage's key.
CREATE OR REPLACE FUNCTION parley_names(p_keys text[]) RETURNS TABLE (kind text, id uuid, name text, key text)
  LANGUAGE sql STABLE AS $$
    SELECT 'customer', c.id, c.name, c.key FROM parley_customers_named(p_keys, 200) c
    UNION ALL
    SELECT 'lead', l.id, l.contact, l.key FROM parley_leads_named(p_keys, 200) l
    UNION ALL
    SELECT DISTINCT 'person', u.id, u.name, k.key
      FROM users u CROSS JOIN LATERAL (VALUES
        (lower(replace(u.name, ' ', ''))), (lower(split_part(u.name, ' ', 1))),
        (CASE WHEN u.name ~ '^[一-鿿]{3}$' THEN substr(u.name, 2) END)) AS k (key)
     WHERE k.key = ANY (p_keys) AND u.active
    UNION ALL
    SELECT 'product', p.id, p.name, lower(p.code) FROM products p WHERE lower(p.code) = ANY (p_keys) OR lower(p.name) = ANY (p_keys)
    UNION ALL
    SELECT DISTINCT 'team', t.id, t.name, k.key
      FROM teams t CROSS JOIN LATERAL unnest(string_to_array(lower(t.name), ' ') || lower(replace(t.name, ' ', ''))) AS k (key)
     WHERE k.key = ANY (p_keys)
    UNION ALL
    SELECT DISTINCT 'stage', s.id, s.key, k.key
      FROM stages s CROSS JOIN LATERAL (VALUES (s.name_zh), (s.name_en)) AS n (name)
           CROSS JOIN LATERAL (SELECT lower(regexp_replace(replace(n.name, '&', 'and'), '[[:space:][:punct:]（）【】《》“”‘’、，。：；！？·—…]', '', 'g')) AS key) AS k
     WHERE k.key = ANY (p_keys)
  $$;
