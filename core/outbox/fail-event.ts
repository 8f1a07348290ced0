import type { Transaction } from '../db/transaction.ts';
import { MAX_ATTEMPTS, pauseMs } from './outbox.ts';

/** Notes that a try failed and when to try again; dead after the last one. */
export async function failEvent({ sql }: Transaction, { id, reason }: { id: string; reason: string }): Promise<void> {
  const [row] = await sql<{ attempts: number }>({
    name: 'outbox-failing',
    text: `SELECT attempts FROM outbox WHERE id = $1 AND state IN ('pending', 'relayed') FOR UPDATE`,
    values: [id],
  });
  if (!row) {
    return;
  }
  const attempts = row.attempts + 1;
  await sql({
    name: 'outbox-fail',
    text: `UPDATE outbox SET state = $2, attempts = $3, lease_until = NULL, last_error = left($4, 500),
                  run_at = parley_now() + $5 * interval '1 millisecond' WHERE id = $1`,
    values: [id, attempts >= MAX_ATTEMPTS ? 'dead' : 'pending', attempts, reason, pauseMs(attempts)],
  });
}
