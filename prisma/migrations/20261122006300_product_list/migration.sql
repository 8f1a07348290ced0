-- The price list is the company's own: a sales director keeps it as well as an admin. A product is called something in each
-- language and may have a code; what is no longer sold stays on the deals that hold it.
-- AlterTable
ALTER TABLE "products" ADD COLUMN     "name_zh" TEXT,
ADD COLUMN     "name_en" TEXT,
ADD COLUMN     "active" BOOLEAN NOT NULL DEFAULT true,
ALTER COLUMN "code" DROP NOT NULL;

UPDATE "products" SET "name_zh" = "name", "name_en" = "name";

-- AlterTable
ALTER TABLE "products" ALTER COLUMN "name_zh" SET NOT NULL,
ALTER COLUMN "name_en" SET NOT NULL,
DROP COLUMN "name";

ALTER TABLE products ADD CONSTRAINT products_price CHECK (price >= 0);

DROP POLICY write ON products;
CREATE POLICY write ON products TO parley_app USING ((SELECT parley_roles())::text[] && ARRAY['admin', 'director']);

-- Products are named in sentences by their code or by what they are called in either language.
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
    SELECT DISTINCT 'product', p.id, n.name, k.key
      FROM products p CROSS JOIN LATERAL (VALUES (p.name_zh, p.name_zh), (p.name_en, p.name_en), (p.name_zh, p.code)) AS n (name, said)
           CROSS JOIN LATERAL (SELECT lower(regexp_replace(n.said, '[[:space:][:punct:]（）【】《》“”‘’、，。：；！？·—…]', '', 'g')) AS key) AS k
     WHERE k.key = ANY (p_keys)
    UNION ALL
    SELECT DISTINCT 'team', t.id, t.name, k.key
      FROM teams t CROSS JOIN LATERAL unnest(string_to_array(lower(t.name), ' ') || lower(replace(t.name, ' ', ''))) AS k (key)
     WHERE k.key = ANY (p_keys)
    UNION ALL
    SELECT DISTINCT 'stage', s.id, s.key, k.key
      FROM stages s CROSS JOIN LATERAL (VALUES (s.name_zh), (s.name_en)) AS n (name)
           CROSS JOIN LATERAL (SELECT lower(regexp_replace(replace(n.name, '&', 'and'), '[[:space:][:punct:]（）【】《》“”‘’、，。：；！？·—…]', '', 'g')) AS key) AS k
     WHERE k.key = ANY (p_keys)
    UNION ALL
    SELECT DISTINCT 'object', t.id, t.key, k.key
      FROM object_types t CROSS JOIN LATERAL unnest(t.name_zh || (t.name_en || t.synonyms)) AS n (name)
           CROSS JOIN LATERAL (SELECT lower(regexp_replace(n.name, '[[:space:][:punct:]（）【】《》“”‘’、，。：；！？·—…]', '', 'g')) AS one) AS o
           CROSS JOIN LATERAL (VALUES (o.one), (CASE WHEN o.one ~ '[a-z]$' THEN o.one || 's' END)) AS k (key)
     WHERE t.active AND k.key = ANY (p_keys)
  $$;

SELECT parley_compile_writes();
