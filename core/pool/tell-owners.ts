import type { Transaction } from '../db/transaction.ts';
import { planDeliveries } from '../deliveries/plan-delivery.ts';

/** SQL: the effect key of the one message a day that tells somebody of all that goes back. */
export const toldKey = (owner: string, day: string): string => `'pool:' || ${owner} || ':' || ${day}`;

/**
 * Tells whoever was warned or lost something, also to somebody above him who put it back, once for each day on which he did, after all pages of a sweep: the message is
 * drawn when it goes out, and so shows everything. Moves of a sweep that was cut off before are told of by the next one.
 */
export async function tellOwners(transaction: Transaction, { timeZone }: { timeZone: string }): Promise<number> {
  const owners = await transaction.sql<{ userId: string; effectKey: string }>({
    name: 'pool-owners-to-tell',
    text: `SELECT DISTINCT m.user_id AS "userId", k.key AS "effectKey" FROM pool_moves m
             CROSS JOIN LATERAL (SELECT ${toldKey('m.user_id', "to_char(m.created_at AT TIME ZONE $1, 'YYYY-MM-DD')")} AS key) k
            WHERE (m.kind IN ('warned', 'returned') OR (m.kind = 'released' AND m.created_by <> m.user_id)) AND m.created_at > parley_now() - interval '2 days'
              AND NOT EXISTS (SELECT FROM deliveries d WHERE d.effect_key = k.key)`,
    values: [timeZone],
  });
  return planDeliveries(
    transaction,
    owners.map((owner) => ({ ...owner, notice: 'poolMoved', subject: {} })),
  );
}
