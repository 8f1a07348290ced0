import type { Database } from '../../core/db/database.ts';

/** Moves the one clock, so that it is `instant` now, and never a moment before, and goes on from there. */
export async function moveClock(database: Database, instant: string | Date): Promise<void> {
  await database.pool.query(
    `UPDATE clock SET offset_ms = ceil(extract(epoch FROM $1::timestamptz - date_trunc('milliseconds', now())) * 1000)`,
    [instant],
  );
  await database.syncClock();
}
