import type { Day } from '../days.ts';
import type { Transaction } from '../db/transaction.ts';
import { planDelivery } from '../deliveries/plan-delivery.ts';
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

/**
 * Whatever has an owner and has stood without progress: a lead nobody spoke with, a customer nobody logged anything of and
 * with whom there is no deal, open or won. `$1` days until it goes back, `$2` of them after a warning.
 */
const STANDING = `
  SELECT 'lead' AS entity, l.id, l.version, l.owner_id, greatest(l.created_at, l.given_at, l.last_touch_at) AS since
    FROM seen.leads l WHERE l.owner_id IS NOT NULL AND l.status IN ('new', 'working', 'nurturing') AND l.created_at < parley_now() - ($1::int - $2::int) * interval '1 day'
  UNION ALL
  SELECT 'customer', c.id, c.version, c.owner_id, greatest(c.created_at,
           (SELECT max(f.created_at) FROM seen.follow_ups f WHERE f.customer_id = c.id),
           (SELECT max(m.created_at) FROM pool_moves m WHERE m.customer_id = c.id AND m.kind = 'claimed'),
           (SELECT max(h.created_at) FROM handovers h WHERE h.to_id = c.owner_id AND h.items @> jsonb_build_array(jsonb_build_array('customers', c.id))))
    FROM seen.customers c WHERE c.owner_id IS NOT NULL AND c.created_at < parley_now() - ($1::int - $2::int) * interval '1 day'
     AND NOT EXISTS (SELECT FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key WHERE o.customer_id = c.id AND s.kind IN ('open', 'won'))`;

/**
 * Warns the owners of what will go back into the pool, and puts back what was warned of and stood on (R10). Each is told once
 * a day, of all together. Gives how many records it went through.
 */
export async function sweepPool(
  transaction: Transaction,
  { today, limit }: { today: Day; limit: number },
): Promise<number> {
  const { protectDays, warnDays } = await findPoolRules(transaction);
  if (protectDays === 0) {
    return 0;
  }
  const idle = await transaction.sql<Idle>({
    name: 'pool-idle',
    text: `WITH standing AS (${STANDING})
      SELECT s.entity, s.id, s.version, s.owner_id AS "ownerId", w.at IS NOT NULL AS "isDue"
        FROM standing s JOIN users u ON u.id = s.owner_id
        LEFT JOIN LATERAL (SELECT max(m.created_at) AS at FROM pool_moves m
          WHERE (m.lead_id = s.id OR m.customer_id = s.id) AND m.kind = 'warned' AND m.user_id = s.owner_id AND m.created_at > s.since) w ON true
       WHERE s.since <= parley_now() - ($1::int - $2::int) * interval '1 day'
         AND (w.at IS NULL OR (w.at <= parley_now() - $2::int * interval '1 day' AND s.since <= parley_now() - $1::int * interval '1 day'))
       ORDER BY s.since, s.id LIMIT $3`,
    values: [protectDays, warnDays, limit],
  });
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
  return idle.length;
}
