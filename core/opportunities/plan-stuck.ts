import type { Transaction } from '../db/transaction.ts';
import { planDeliveries } from '../deliveries/plan-delivery.ts';
import { lastTouch } from '../digests/idle-since.ts';
import type { Organisation } from '../organisation.ts';

/** A breach is told of within so many days; what stood longer than that when it was first looked at is in the digests. */
const WINDOW_DAYS = 3;

type Breach = { id: string; kind: 'stuck' | 'idle'; since: string; level: number; told: string[] };

const WITHIN = (since: string, until: string) => `${since} BETWEEN ${until} - ${WINDOW_DAYS} AND ${until}`;
/** The same by the days of UTC, which an index knows. */
const NEARLY = (since: string, until: string) => `${since} BETWEEN ${until} - ${WINDOW_DAYS + 1} AND ${until} + 1`;

/**
 * Plans what is said of deals that stand in their stage for longer than it allows (R29) or have not been followed up for
 * too long (R30): once to the owner and whoever leads him, and at twice the limit once to whoever leads that one (R107).
 * Returns how many are new.
 */
export async function planStuck(transaction: Transaction, org: Organisation): Promise<number> {
  const breaches = await transaction.sql<Breach>({
    name: 'deals-stuck',
    text: `WITH bound AS MATERIALIZED (
        SELECT key, level, stuck_on, idle_on, (stuck_on - ${WINDOW_DAYS})::timestamp AT TIME ZONE $1 AS stuck_from, (stuck_on + 1)::timestamp AT TIME ZONE $1 AS stuck_until
          FROM (SELECT key, level, $2::date - (max_days * level + 1) AS stuck_on, $2::date - idle_days * level AS idle_on
                  FROM stages, unnest(ARRAY[1, 2]) level) b),
      breach AS (
        SELECT o.id, o.owner_id, 'stuck' AS kind, (o.stage_since AT TIME ZONE $1)::date AS since, s.level
          FROM bound s JOIN seen.open_opportunities o ON o.stage_key = s.key AND o.stage_since >= s.stuck_from AND o.stage_since < s.stuck_until
        UNION ALL
        SELECT o.id, o.owner_id, 'idle', ${lastTouch('o', '$1')}, s.level
          FROM bound s JOIN seen.open_opportunities o ON o.stage_key = s.key AND ${NEARLY('o.quiet_on', 's.idle_on')} AND ${WITHIN(lastTouch('o', '$1'), 's.idle_on')})
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
  return planDeliveries(
    transaction,
    wanted
      .filter(({ effectKey }) => !isPlanned.has(effectKey))
      .map(({ userId, opportunityId, effectKey }) => ({
        effectKey,
        userId,
        notice: 'dealStuck',
        subject: { opportunityId },
      })),
  );
}

export async function todayOf({ sql }: Transaction, { timeZone }: Organisation): Promise<string | undefined> {
  const [row] = await sql<{ today: string }>({
    name: 'today-of-company',
    text: 'SELECT ((parley_now() AT TIME ZONE $1)::date)::text AS today',
    values: [timeZone],
  });
  return row?.today;
}
