import { dayIn } from '../../core/days.ts';
import { asSystem } from '../../core/db/system.ts';
import { sweepPool } from '../../core/pool/sweep-pool.ts';
import { tellOwners } from '../../core/pool/tell-owners.ts';
import type { Schedule } from './schedule.ts';

/** Records looked at in one transaction: whoever works on one of them waits for no more than these. */
const PAGE = 500;

/** What nobody works on goes back into the public pool; its owner is warned first (R10). */
export const publicPool: Schedule = {
  name: 'public-pool',
  everyMs: 60 * 60_000,

  async look({ database, org: { timeZone } }) {
    const today = dayIn(database.clock.now(), timeZone);
    let after: string | null | undefined;
    do {
      const about = { today, limit: PAGE, ...(after ? { after } : {}) };
      const { next } = await asSystem(database, 'schedule', (transaction) => sweepPool(transaction, about));
      after = next;
    } while (after !== null);
    await asSystem(database, 'schedule', (transaction) => tellOwners(transaction, { timeZone }));
    database.onEvents();
  },
};
