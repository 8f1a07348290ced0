import type { Transaction } from '../db/transaction.ts';
import { planDelivery } from '../deliveries/plan-delivery.ts';
import type { Organisation } from '../organisation.ts';
import { isOpenDeal } from './stage.ts';

/** A breach is told of within so many days; what stood longer than that when it was first looked at is in the digests. */
const WINDOW_DAYS = 3;

type Breach = { id: string; kind: 'stuck' | 'idle'; since: string; level: number; told: string[] };

const WITHIN = (since: string, limit: string) => `$2::date - ${since} BETWEEN ${limit} AND ${limit} + ${WINDOW_DAYS}`;

/**
 * Plans what is said of deals that stand in their stage for longer than it allows (R29) or have not been followed up for
 * too long (R30): once to the owner and whoever leads him, and at twice the limit once to whoever leads that one (R107).
 * Returns how many are new.
 */
export async function planStuck(transaction: Transaction, org: Organisation): Promise<number> {
  const breaches = await transaction.sql<Breach>({
    name: 'deals-stuck',
    text: `WITH standing AS (
        SELECT o.id, o.owner_id, s.max_days, s.idle_days, (o.stage_since AT TIME ZONE $1)::date AS since,
               CASE WHEN s.idle_days IS NOT NULL THEN greatest((o.stage_since AT TIME ZONE $1)::date,
                 (SELECT max(f.happened_on) FROM seen.follow_ups f WHERE f.opportunity_id = o.id),
                 (SELECT max(f.happened_on) FROM seen.follow_ups f WHERE f.customer_id = o.customer_id AND f.opportunity_id IS NULL)) END AS touched
          FROM stages s JOIN seen.opportunities o ON o.stage_key = s.key
           AND o.stage_since <= (SELECT parley_now()) - (least(s.max_days, s.idle_days) - 1) * interval '1 day'
         WHERE ${isOpenDeal('o')} AND (s.max_days IS NOT NULL OR s.idle_days IS NOT NULL)),
      breach AS (
        SELECT id, owner_id, 'stuck' AS kind, since, level FROM standing, unnest(ARRAY[1, 2]) level WHERE ${WITHIN('since', '(max_days * level + 1)')}
        UNION ALL
        SELECT id, owner_id, 'idle', touched, level FROM standing, unnest(ARRAY[1, 2]) level WHERE ${WITHIN('touched', '(idle_days * level)')})
      SELECT b.id, b.kind, b.since::text, b.level,
             array_remove(CASE b.level WHEN 1 THEN ARRAY[b.owner_id, first.lead] ELSE ARRAY[above.lead] END, NULL) AS told
        FROM breach b JOIN users u ON u.id = b.owner_id AND u.active LEFT JOIN teams t ON t.id = u.team_id LEFT JOIN teams p ON p.id = t.parent_id
        LEFT JOIN teams g ON g.id = p.parent_id
        CROSS JOIN LATERAL (SELECT CASE WHEN t.lead_id IS DISTINCT FROM b.owner_id THEN t.lead_id ELSE p.lead_id END AS lead) first
        CROSS JOIN LATERAL (SELECT CASE WHEN t.lead_id IS DISTINCT FROM b.owner_id THEN p.lead_id ELSE g.lead_id END AS lead) above`,
    values: [org.timeZone, await todayOf(transaction, org)],
  });
  const wanted = breaches.flatMap(({ id, kind, since, level, told }) =>
    told.map((userId) => ({ userId, opportunityId: id, effectKey: `${kind}:${id}:${since}:${level}:${userId}` })),
  );
  const planned = await transaction.sql<{ key: string }>({
    name: 'deals-told',
    text: 'SELECT effect_key AS key FROM deliveries WHERE effect_key = ANY ($1)',
    values: [wanted.map(({ effectKey }) => effectKey)],
  });
  const isPlanned = new Set(planned.map(({ key }) => key));
  let added = 0;
  for (const { userId, opportunityId, effectKey } of wanted) {
    if (!isPlanned.has(effectKey)) {
      const delivery = { effectKey, userId, notice: 'dealStuck', subject: { opportunityId } };
      added += Number(await planDelivery(transaction, delivery));
    }
  }
  return added;
}

export async function todayOf({ sql }: Transaction, { timeZone }: Organisation): Promise<string | undefined> {
  const [row] = await sql<{ today: string }>({
    name: 'today-of-company',
    text: 'SELECT ((parley_now() AT TIME ZONE $1)::date)::text AS today',
    values: [timeZone],
  });
  return row?.today;
}
