import type { Transaction } from '../db/transaction.ts';

/** Takes a hand-over back: the queue could not be reached, so these are due again in a second. */
export async function returnDeliveries({ sql }: Transaction, ids: readonly string[]): Promise<void> {
  await sql({
    name: 'deliveries-return',
    text: `UPDATE deliveries SET state = 'pending', lease_until = NULL, run_at = parley_now() + interval '1 second'
            WHERE id = ANY ($1) AND state = 'leased'`,
    values: [ids],
  });
}
