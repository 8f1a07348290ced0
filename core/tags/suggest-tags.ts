import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { Party } from './party.ts';
import { rankTags, TAG_FLOOR, type TagEvidence } from './rank-tags.ts';
import { TAG_NOW, tagsOf } from './tags-of.ts';

export type TagSuggestions = { party: Party; suggestions: TagEvidence[] };

/** So many of each kind of alike are looked at, the newest: what was tagged years ago says little. */
const LOOKED_AT = 100;

/**
 * What customers like this one carry and it does not (R23), counted over those the actor may see, in one statement.
 * Throws not_found.
 */
export async function suggestTags(core: Core, customerId: string): Promise<TagSuggestions> {
  const [found] = await core.sql<{ name: string; tags: Party['tags']; evidence: TagEvidence[] }>({
    name: 'tags-alike',
    text: QUERY,
    values: [customerId, LOOKED_AT],
    isRead: true,
  });
  if (!found) {
    throw new DomainError('not_found', `customer ${customerId}`);
  }
  return {
    party: { entity: 'customer', id: customerId, name: found.name, tags: found.tags },
    suggestions: rankTags(found.evidence, core.org.tagFloor ?? TAG_FLOOR),
  };
}

/** The newest others that have the same of a column. */
const sameOf = (likeness: string, column: string, zh: string, en: string) =>
  `SELECT '${likeness}' AS likeness, ${zh} AS zh, ${en} AS en, x.id FROM me CROSS JOIN LATERAL (
     SELECT c.id FROM seen.customers c WHERE c.${column} = me.${column} AND c.id <> me.id ORDER BY c.created_at DESC LIMIT $2) x`;

const QUERY = `
WITH me AS (
  SELECT c.id, c.name, c.industry, c.region, c.source_key, s.name_zh AS source_zh, s.name_en AS source_en
    FROM seen.customers c LEFT JOIN lead_sources s ON s.key = c.source_key WHERE c.id = $1),
wanted AS (
  SELECT DISTINCT p.product_id, g.name_zh, g.name_en FROM seen.opportunities o JOIN seen.opportunity_products p ON p.opportunity_id = o.id JOIN products g ON g.id = p.product_id
   WHERE o.customer_id = $1),
alike AS (
  ${sameOf('industry', 'industry', 'me.industry', 'me.industry')}
  UNION ALL ${sameOf('region', 'region', 'me.region', 'me.region')}
  UNION ALL ${sameOf('source', 'source_key', 'me.source_zh', 'me.source_en')}
  UNION ALL SELECT DISTINCT 'product', w.name_zh, w.name_en, x.customer_id FROM wanted w CROSS JOIN LATERAL (
    SELECT o.customer_id FROM seen.opportunity_products p JOIN seen.opportunities o ON o.id = p.opportunity_id
     WHERE p.product_id = w.product_id AND o.customer_id <> $1 ORDER BY o.created_at DESC LIMIT $2) x JOIN seen.customers c ON c.id = x.customer_id),
sizes AS (SELECT likeness, zh, en, count(*)::int AS of FROM alike GROUP BY likeness, zh, en),
own AS (SELECT t.id FROM taggings g ${TAG_NOW} WHERE g.customer_id = $1),
carried AS (
  SELECT a.likeness, a.zh, a.en, t.id AS tag_id, count(DISTINCT a.id)::int AS carriers FROM alike a JOIN taggings g ON g.customer_id = a.id ${TAG_NOW}
   WHERE t.active AND t.id NOT IN (SELECT id FROM own)
   GROUP BY a.likeness, a.zh, a.en, t.id)
SELECT me.name,
  ${tagsOf('g.customer_id = me.id')} AS tags,
  (SELECT coalesce(json_agg(json_build_object('tag', json_build_object('id', t.id, 'name', json_build_object('zh', t.name_zh, 'en', t.name_en)),
      'likeness', k.likeness, 'value', json_build_object('zh', k.zh, 'en', k.en), 'carriers', k.carriers, 'of', z.of)), '[]')
     FROM carried k JOIN sizes z USING (likeness, zh, en) JOIN tags t ON t.id = k.tag_id) AS evidence
FROM me`;
