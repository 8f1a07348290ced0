import type { Transaction } from '../db/transaction.ts';

export type TakenEvent = { id: string; event: string; payload: unknown; attempts: number };

/**
 * Marks an event done and locks it until the transaction ends, so that what is done about it commits with the mark.
 * Undefined when it has been done already, or is dead.
 */
export async function takeEvent({ sql }: Transaction, id: string): Promise<TakenEvent | undefined> {
  const [taken] = await sql<TakenEvent>({
    name: 'outbox-take',
    text: `UPDATE outbox SET state = 'done', lease_until = NULL, attempts = attempts + 1
            WHERE id = $1 AND state IN ('pending', 'relayed') AND run_at <= parley_now()
        RETURNING id, event, payload, attempts`,
    values: [id],
  });
  return taken;
}
