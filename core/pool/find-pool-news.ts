import type { Core } from '../context.ts';
import type { PoolParty } from './claim-party.ts';
import { CUTOFF, HELD_CUSTOMERS, HELD_LEADS, IDLE } from './idle.ts';

export type PoolNews = PoolParty &
  (
    | {
        kind: 'warned';
        /** Whole days until it goes, at least one. */
        days: number;
      }
    | { kind: 'returned' }
  );

/**
 * Of the actor's: what by the sweep's own rule will go back into the pool, and what went there in the last day, by itself or by
 * somebody above, and is still there.
 */
export async function findPoolNews(core: Core, { limit = 20 }: { limit?: number } = {}): Promise<PoolNews[]> {
  return core.sql<PoolNews>({
    name: 'pool-news',
    text: `WITH cutoff AS MATERIALIZED (${CUTOFF}),
        told AS MATERIALIZED (SELECT m.lead_id, m.customer_id, CASE m.kind WHEN 'released' THEN 'returned' ELSE m.kind END AS kind, m.created_at FROM pool_moves m
                                 WHERE m.user_id = $1 AND (m.kind IN ('warned', 'returned') OR (m.kind = 'released' AND m.created_by <> $1))),
        page AS MATERIALIZED (
          ${HELD_LEADS} AND l.owner_id = $1 AND l.id IN (SELECT lead_id FROM told WHERE kind = 'warned')
          UNION ALL ${HELD_CUSTOMERS} AND c.owner_id = $1 AND c.id IN (SELECT customer_id FROM told WHERE kind = 'warned')),
        news AS (
          SELECT i.entity, i.id, 'warned' AS kind, greatest(1, ceil(extract(epoch FROM i.back - parley_now()) / 86400))::int AS days
            FROM (${IDLE}) i WHERE i.warned IS NOT NULL
          UNION SELECT CASE WHEN t.lead_id IS NULL THEN 'customer' ELSE 'lead' END, coalesce(t.lead_id, t.customer_id), t.kind, NULL::int
            FROM told t WHERE t.kind = 'returned' AND t.created_at > parley_now() - interval '1 day')
      SELECT n.entity, n.id, p.name, n.kind, n.days FROM news n CROSS JOIN LATERAL (
          SELECT concat_ws(' · ', l.contact_name, l.company) AS name FROM seen.leads l
           WHERE n.entity = 'lead' AND l.id = n.id AND (n.kind = 'warned' OR (l.owner_id IS NULL AND l.status IN ('new', 'working', 'nurturing')))
          UNION ALL SELECT c.name FROM seen.customers c WHERE n.entity = 'customer' AND c.id = n.id AND (n.kind = 'warned' OR c.owner_id IS NULL)) p
       ORDER BY n.kind DESC, n.days, n.id LIMIT $2`,
    values: [core.actor.userId, limit],
  });
}
