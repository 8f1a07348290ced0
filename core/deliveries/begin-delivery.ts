import type { Transaction } from '../db/transaction.ts';
import { type Delivery, REPEATABLE, SENDING_MS } from './delivery.ts';

/**
 * Starts one try; undefined when there is nothing to do, or somebody else is at it.
 * With `tookOver` the caller knows that whoever was at it is gone, without waiting for the lease.
 */
export async function beginDelivery(
  { sql }: Transaction,
  { id, tookOver = false }: { id: string; tookOver?: boolean },
): Promise<Delivery | undefined> {
  const [delivery] = await sql<Delivery & { state: string }>({
    name: 'delivery-begin',
    text: `UPDATE deliveries
              SET state = CASE WHEN state = 'sending' AND doubtful AND notice <> ALL ($4) THEN 'ambiguous' ELSE 'sending' END,
                  doubtful = doubtful OR state = 'sending', attempts = attempts + 1,
                  lease_until = parley_now() + $3 * interval '1 millisecond'
            WHERE id = $1 AND run_at <= parley_now() AND (state IN ('pending', 'leased') OR ($2 AND state = 'sending'))
        RETURNING id, effect_key AS "effectKey", user_id AS "userId", notice, subject, attempts, doubtful, state`,
    values: [id, tookOver, SENDING_MS, REPEATABLE],
  });
  return delivery?.state === 'sending' ? delivery : undefined;
}
