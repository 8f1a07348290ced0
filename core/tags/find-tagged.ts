import type { Core } from '../context.ts';

export type TaggedLine = { entity: 'lead' | 'customer'; id: string; name: string; ownerName: string | null };

/** Open leads and customers that carry a tag, among what the actor may see; whatever was tagged last first. */
export async function findTagged(
  core: Core,
  { tagId, limit = 20, offset = 0 }: { tagId: string; limit?: number; offset?: number },
): Promise<TaggedLine[]> {
  return core.sql<TaggedLine>({
    name: 'tagged',
    text: `SELECT p.entity, p.id, p.name, u.name AS "ownerName" FROM taggings g
             JOIN LATERAL (
               SELECT 'lead' AS entity, l.id, concat_ws(' · ', l.contact_name, l.company) AS name, l.owner_id FROM seen.leads l
                WHERE l.id = g.lead_id AND l.status IN ('new', 'working', 'nurturing')
               UNION ALL SELECT 'customer', c.id, c.name, c.owner_id FROM seen.customers c WHERE c.id = g.customer_id) p ON true
             LEFT JOIN users u ON u.id = p.owner_id
            WHERE g.tag_id IN (SELECT id FROM tags WHERE id = $1 OR merged_into = $1)
              AND (g.tag_id = $1 OR NOT EXISTS (SELECT FROM taggings o WHERE o.tag_id = $1
                AND (o.lead_id = g.lead_id OR o.customer_id = g.customer_id)))
            ORDER BY g.created_at DESC, g.id LIMIT $2 OFFSET $3`,
    values: [tagId, limit, offset],
  });
}
