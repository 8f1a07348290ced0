import type { Core } from '../context.ts';
import type { PoolParty } from './claim-party.ts';

export type PoolNews = PoolParty & { kind: 'warned' | 'returned' };

/** Of the actor's: what will go back into the pool and still may be kept, and what went there in the last day and is still there. */
export async function findPoolNews(core: Core, { limit = 20 }: { limit?: number } = {}): Promise<PoolNews[]> {
  return core.sql<PoolNews>({
    name: 'pool-news',
    text: `WITH party AS (
        SELECT 'lead' AS entity, l.id, concat_ws(' · ', l.contact_name, l.company) AS name, l.owner_id, m.kind, m.created_at, l.last_touch_at AS touched
          FROM pool_moves m JOIN seen.leads l ON l.id = m.lead_id WHERE m.user_id = $1 AND m.kind IN ('warned', 'returned') AND l.status IN ('new', 'working', 'nurturing')
        UNION ALL
        SELECT 'customer', c.id, c.name, c.owner_id, m.kind, m.created_at, (SELECT max(f.created_at) FROM seen.follow_ups f WHERE f.customer_id = c.id)
          FROM pool_moves m JOIN seen.customers c ON c.id = m.customer_id WHERE m.user_id = $1 AND m.kind IN ('warned', 'returned'))
      SELECT DISTINCT ON (kind, id) entity, id, name, kind FROM party
       WHERE (kind = 'warned' AND owner_id = $1 AND (touched IS NULL OR touched < created_at))
          OR (kind = 'returned' AND owner_id IS NULL AND created_at > parley_now() - interval '1 day')
       ORDER BY kind DESC, id LIMIT $2`,
    values: [core.actor.userId, limit],
  });
}
