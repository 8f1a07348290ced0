import type { Day } from '../days.ts';
import type { Transaction } from '../db/transaction.ts';
import { planDelivery } from '../deliveries/plan-delivery.ts';
import { IS_OPEN } from '../leads/lead.ts';
import { recordMove } from './claim-party.ts';
import { findPoolRules } from './pool-rules.ts';
import { IDLE } from './recycle-reasons.ts';

type Idle = {
  entity: 'lead' | 'customer';
  id: string;
  version: number;
  ownerId: string;
  /** Warned of since the last that was done with it, and long enough ago. */
  isDue: boolean;
};

/** Of what has an owner and is open the next few by their ids: `$3` is after which, `$4` how many. */
const PAGE = `
  (SELECT 'lead' AS entity, l.id, l.version, l.owner_id, greatest(l.created_at, l.given_at, l.last_touch_at) AS since
     FROM seen.leads l WHERE l.owner_id IS NOT NULL AND l.status ${IS_OPEN} AND l.id > $3 ORDER BY l.id LIMIT $4)
  UNION ALL
  (SELECT 'customer', c.id, c.version, c.owner_id, c.created_at FROM seen.customers c WHERE c.owner_id IS NOT NULL AND c.id > $3 ORDER BY c.id LIMIT $4)
  ORDER BY id LIMIT $4`;

/**
 * Which of a page have stood without progress: a lead nobody spoke with, a customer nobody logged anything of and with whom
 * there is no deal, open or won. `$1` days until it goes back, `$2` of them after a warning.
 */
const STANDING = `
  SELECT p.* FROM page p, cutoff t WHERE p.entity = 'lead' AND p.since <= t.warn
  UNION ALL
  SELECT p.entity, p.id, p.version, p.owner_id, greatest(p.since, (SELECT max(f.created_at) FROM seen.follow_ups f WHERE f.customer_id = p.id), m.claimed,
           (SELECT max(h.created_at) FROM handovers h WHERE h.to_id = p.owner_id AND h.items @> jsonb_build_array(jsonb_build_array('customers', p.id))))
    FROM page p CROSS JOIN cutoff t
    CROSS JOIN LATERAL (SELECT max(m.created_at) AS claimed FROM pool_moves m WHERE m.customer_id = p.id AND m.kind = 'claimed') m
   WHERE p.entity = 'customer' AND greatest(p.since, m.claimed) <= t.warn
     AND NOT EXISTS (SELECT FROM seen.follow_ups f WHERE f.customer_id = p.id AND f.created_at > t.warn)
     AND NOT EXISTS (SELECT FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key WHERE o.customer_id = p.id AND s.kind IN ('open', 'won'))`;

/** Before the first of all ids. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Warns the owners of what will go back into the pool, and puts back what was warned of and stood on (R10). Each is told once
 * a day, of all together. It looks at so many records after `after`; gives how many it warned of or put back, and after
 * which one to go on, null where it has come to the end.
 */
export async function sweepPool(
  transaction: Transaction,
  { today, limit, after = FIRST }: { today: Day; limit: number; after?: string },
): Promise<{ moved: number; next: string | null }> {
  const { protectDays, warnDays } = await findPoolRules(transaction);
  if (protectDays === 0) {
    return { moved: 0, next: null };
  }
  const found = await transaction.sql<Partial<Idle> & { last: string | null; looked: number }>({
    name: 'pool-idle',
    text: `WITH page AS MATERIALIZED (${PAGE}),
        cutoff AS (SELECT parley_now() - ($1::int - $2::int) * interval '1 day' AS warn, parley_now() - $1::int * interval '1 day' AS back,
                          parley_now() - $2::int * interval '1 day' AS told),
        standing AS (${STANDING}),
        idle AS (
          SELECT s.entity, s.id, s.version, s.owner_id AS "ownerId", w.at IS NOT NULL AS "isDue"
            FROM standing s JOIN users u ON u.id = s.owner_id CROSS JOIN cutoff t
            LEFT JOIN LATERAL (SELECT max(m.created_at) AS at FROM pool_moves m
              WHERE (m.lead_id = s.id OR m.customer_id = s.id) AND m.kind = 'warned' AND m.user_id = s.owner_id AND m.created_at > s.since) w ON true
           WHERE s.since <= t.warn AND (w.at IS NULL OR (w.at <= t.told AND s.since <= t.back)))
      SELECT g.last, g.looked, i.* FROM (SELECT (SELECT id FROM page ORDER BY id DESC LIMIT 1) AS last, (SELECT count(*)::int FROM page) AS looked) g
        LEFT JOIN idle i ON true ORDER BY i.id`,
    values: [protectDays, warnDays, after, limit],
  });
  const idle = found.filter((row): row is Idle & (typeof found)[number] => row.id !== null);
  for (const { entity, id, version, ownerId, isDue } of idle) {
    recordMove(
      transaction,
      { entity, id },
      isDue ? { kind: 'returned', userId: ownerId, reasonKey: IDLE } : { kind: 'warned', userId: ownerId },
    );
    if (isDue && entity === 'lead') {
      transaction.change.update(
        'leads',
        id,
        { ownerId: null, givenAt: null, givenEn: null, givenZh: null },
        { version },
      );
    } else if (isDue) {
      transaction.change.update('customers', id, { ownerId: null }, { version });
    }
  }
  for (const userId of new Set(idle.map(({ ownerId }) => ownerId))) {
    await planDelivery(transaction, { effectKey: `pool:${userId}:${today}`, userId, notice: 'poolMoved', subject: {} });
  }
  const [page] = found;
  return { moved: idle.length, next: page && page.looked === limit ? page.last : null };
}
