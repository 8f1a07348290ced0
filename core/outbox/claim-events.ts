import type { Transaction } from '../db/transaction.ts';
import { HAND_OVER_MS, type HandOver } from './outbox.ts';

/** Events that are due, leased to the caller to be handed to the queue; several callers get different ones. */
export function claimEvents({ sql }: Transaction, { limit = 100 }: { limit?: number } = {}): Promise<HandOver[]> {
  return sql<HandOver>({
    name: 'outbox-claim',
    text: `WITH due AS (
             SELECT id, state = 'relayed' AS again FROM outbox
              WHERE run_at <= parley_now() AND (state = 'pending' OR (state = 'relayed' AND lease_until < parley_now()))
              ORDER BY run_at LIMIT $1 FOR UPDATE SKIP LOCKED)
           UPDATE outbox o SET state = 'relayed', lease_until = parley_now() + $2 * interval '1 millisecond'
             FROM due WHERE o.id = due.id
           RETURNING o.id, o.attempts, due.again`,
    values: [limit, HAND_OVER_MS],
  });
}
