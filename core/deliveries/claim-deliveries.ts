import type { Transaction } from '../db/transaction.ts';
import { HAND_OVER_MS, type HandOver } from '../outbox/outbox.ts';
import { REPEATABLE } from './delivery.ts';

/**
 * Deliveries that are due, leased to the caller to be handed to the queue; several callers get different ones.
 * A try that was broken off may have reached the person: it is made once more, and left as ambiguous after that,
 * for an admin to look at. Redrawing a card is safe at any time, and so is telling a gateway.
 */
export async function claimDeliveries(
  { sql }: Transaction,
  { limit = 100 }: { limit?: number } = {},
): Promise<HandOver[]> {
  const rows = await sql<HandOver & { state: string }>({
    name: 'deliveries-claim',
    text: `WITH due AS (
             SELECT id, state FROM deliveries
              WHERE run_at <= parley_now()
                AND (state = 'pending' OR (state IN ('leased', 'sending') AND lease_until < parley_now()))
              ORDER BY run_at LIMIT $1 FOR UPDATE SKIP LOCKED)
           UPDATE deliveries d SET lease_until = parley_now() + $2 * interval '1 millisecond',
                  state = CASE WHEN d.state = 'sending' AND doubtful AND notice <> ALL ($3) THEN 'ambiguous' ELSE 'leased' END,
                  doubtful = doubtful OR d.state = 'sending'
             FROM due WHERE d.id = due.id
           RETURNING d.id, d.attempts, due.state <> 'pending' AS again, d.state`,
    values: [limit, HAND_OVER_MS, REPEATABLE],
  });
  return rows.filter(({ state }) => state === 'leased').map(({ id, attempts, again }) => ({ id, attempts, again }));
}
