import type { Database } from '../db/database.ts';
import { asSystem } from '../db/system.ts';

/** Sends a dead or ambiguous delivery once more, for the admin who asked for it. False when it is neither. */
export async function resendDelivery(database: Database, id: string): Promise<boolean> {
  const rows = await asSystem(database, 'relay', ({ sql }) =>
    sql({
      name: 'delivery-resend',
      text: `UPDATE deliveries SET state = 'pending', doubtful = false, lease_until = NULL, run_at = parley_now()
              WHERE id = $1 AND state IN ('dead', 'ambiguous') RETURNING id`,
      values: [id],
    }),
  );
  if (rows.length > 0) {
    database.onEvents();
  }
  return rows.length > 0;
}
