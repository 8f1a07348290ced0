import type { Core } from '../context.ts';
import { IS_OPEN } from '../leads/lead.ts';
import type { Text } from '../text.ts';
import type { PoolMoveKind, PoolParty } from './claim-party.ts';

export type PoolLine = PoolParty & {
  region: string | null;
  source: Text | null;
  createdAt: Date;
  /** The last that happened with it here: who put it back, when and why; null where it never was anybody's. */
  kind: PoolMoveKind | null;
  by: string | null;
  at: Date | null;
  reason: Text | null;
};

/** Moves looked at: some of what came back has been taken out again. */
const LOOKED_AT = 100;

/** What anybody may take on (R10): whatever came back last first. */
export async function findPool(
  core: Core,
  {
    which,
    limit = 10,
    offset = 0,
  }: { which?: 'leads' | 'customers' | undefined; limit?: number; offset?: number } = {},
): Promise<PoolLine[]> {
  return core.sql<PoolLine>({
    name: 'pool',
    // Whatever came back last, and what was put into the pool as it was taken in; one of them is what comes first.
    text: `WITH back AS (SELECT m.lead_id, m.customer_id FROM pool_moves m WHERE m.kind IN ('released', 'returned')
          AND (m.lead_id IS NULL OR $1 IS DISTINCT FROM 'customers') AND (m.customer_id IS NULL OR $1 IS DISTINCT FROM 'leads')
        ORDER BY m.created_at DESC, m.id DESC LIMIT greatest(${LOOKED_AT}, $2::int)),
      party AS (
        SELECT 'lead' AS entity, l.id, concat_ws(' · ', l.contact_name, l.company) AS name, l.region, l.source_key, l.created_at FROM seen.leads l
         WHERE l.id = ANY (ARRAY(SELECT b.lead_id FROM back b) || ARRAY(SELECT x.id FROM seen.leads x
             WHERE x.owner_id IS NULL AND x.status ${IS_OPEN} AND $1 IS DISTINCT FROM 'customers' ORDER BY x.created_at DESC LIMIT $2))
           AND l.owner_id IS NULL AND l.status ${IS_OPEN}
        UNION ALL
        SELECT 'customer', c.id, c.name, c.region, c.source_key, c.created_at FROM seen.customers c
         WHERE c.id = ANY (ARRAY(SELECT b.customer_id FROM back b) || ARRAY(SELECT x.id FROM seen.customers x
             WHERE x.owner_id IS NULL AND $1 IS DISTINCT FROM 'leads' ORDER BY x.created_at DESC LIMIT $2))
           AND c.owner_id IS NULL)
      SELECT p.entity, p.id, p.name, p.region, p.created_at AS "createdAt",
             CASE WHEN s.key IS NOT NULL THEN json_build_object('zh', s.name_zh, 'en', s.name_en) END AS source, m.kind, u.name AS by, m.created_at AS at,
             CASE WHEN r.key IS NOT NULL THEN json_build_object('zh', r.name_zh, 'en', r.name_en) END AS reason
        FROM party p
        LEFT JOIN LATERAL (SELECT x.kind, x.user_id, x.created_at, x.reason_key FROM pool_moves x WHERE (x.lead_id = p.id OR x.customer_id = p.id) AND x.kind <> 'warned'
                            ORDER BY x.created_at DESC, x.id DESC LIMIT 1) m ON true
        LEFT JOIN lead_sources s ON s.key = p.source_key LEFT JOIN users u ON u.id = m.user_id LEFT JOIN recycle_reasons r ON r.key = m.reason_key
       ORDER BY coalesce(m.created_at, p.created_at) DESC, p.id LIMIT $2::int - $3::int OFFSET $3::int`,
    values: [which ?? null, offset + limit, offset],
  });
}
