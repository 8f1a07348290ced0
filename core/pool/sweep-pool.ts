import type { Day } from '../days.ts';
import type { Transaction } from '../db/transaction.ts';
import { dropFirstCalls } from '../leads/close-lead-tasks.ts';
import { shelveTasks } from '../leads/pass-tasks.ts';
import { recordMove } from './claim-party.ts';
import { CUTOFF, HELD_CUSTOMERS, HELD_LEADS, IDLE } from './idle.ts';
import { IDLE as IDLE_REASON } from './recycle-reasons.ts';
import { toldKey } from './tell-owners.ts';

type Idle = {
  entity: 'lead' | 'customer';
  id: string;
  version: number;
  ownerId: string;
  /** Warned of since the last that was done with it, and long enough ago. */
  isDue: boolean;
};

/** Of what has an owner and is open the next few by their ids: `$1` is after which, `$2` how many. */
const PAGE = `(${HELD_LEADS} AND EXISTS (SELECT FROM cutoff) AND l.id > $1 ORDER BY l.id LIMIT $2)
  UNION ALL (${HELD_CUSTOMERS} AND EXISTS (SELECT FROM cutoff) AND c.id > $1 ORDER BY c.id LIMIT $2)
  ORDER BY id LIMIT $2`;

/** Before the first of all ids. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Warns the owners of what will go back into the pool, and puts back what was warned of and stood on (R10). Whoever was told
 * today already keeps the rest until tomorrow, so that nothing happens to him behind the day's one message (tell-owners.ts).
 * It looks at so many records after `after`; gives how many it warned of or put back, and after which one to go on, null
 * where it has come to the end.
 */
export async function sweepPool(
  transaction: Transaction,
  { today, limit, after = FIRST }: { today: Day; limit: number; after?: string },
): Promise<{ moved: number; next: string | null }> {
  const found = await transaction.sql<Partial<Idle> & { last: string | null; looked: number }>({
    name: 'pool-idle',
    text: `WITH cutoff AS MATERIALIZED (${CUTOFF}), page AS MATERIALIZED (${PAGE}),
        moving AS (
          SELECT i.entity, i.id, i.version, i.owner_id AS "ownerId", i.warned IS NOT NULL AS "isDue" FROM (${IDLE}) i
           WHERE (i.warned IS NULL OR i.back <= parley_now()) AND NOT EXISTS (SELECT FROM deliveries d WHERE d.effect_key = ${toldKey('i.owner_id', '$3')}))
      SELECT g.last, g.looked, i.* FROM (SELECT (SELECT id FROM page ORDER BY id DESC LIMIT 1) AS last, (SELECT count(*)::int FROM page) AS looked) g
        LEFT JOIN moving i ON true ORDER BY i.id`,
    values: [after, limit, today],
  });
  const idle = found.filter((row): row is Idle & (typeof found)[number] => row.id !== null);
  const leads = idle.flatMap(({ entity, id: leadId, ownerId, isDue }) =>
    isDue && entity === 'lead' ? [{ leadId, ownerId }] : [],
  );
  const shelved = await shelveTasks(transaction, leads);
  for (const { entity, id, version, ownerId, isDue } of idle) {
    recordMove(
      transaction,
      { entity, id },
      isDue
        ? { kind: 'returned', userId: ownerId, reasonKey: IDLE_REASON, tasks: shelved.get(id) }
        : { kind: 'warned', userId: ownerId },
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
  await dropFirstCalls(transaction, leads);
  const [page] = found;
  return { moved: idle.length, next: page && page.looked === limit ? page.last : null };
}
