import { dayIn } from '../../core/days.ts';
import { asSystem } from '../../core/db/system.ts';
import { sweepPool } from '../../core/pool/sweep-pool.ts';
import type { Schedule } from './schedule.ts';

const BATCH = 100;

/** What nobody works on goes back into the public pool; its owner is warned first (R10). */
export const publicPool: Schedule = {
  name: 'public-pool',
  everyMs: 60 * 60_000,

  async look({ database, org: { timeZone } }) {
    const today = dayIn(database.clock.now(), timeZone);
    const sweep = () =>
      asSystem(database, 'schedule', (transaction) => sweepPool(transaction, { today, limit: BATCH }));
    while ((await sweep()) === BATCH);
    database.onEvents();
  },
};
