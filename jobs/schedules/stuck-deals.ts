import { asSystem } from '../../core/db/system.ts';
import { planStuck } from '../../core/opportunities/plan-stuck.ts';
import type { Schedule } from './schedule.ts';

/** Deals that have begun to stand too long: their owners and managers hear of it once (R29, R30, R107). */
export const stuckDeals: Schedule = {
  name: 'stuck-deals',
  everyMs: 15 * 60_000,

  async look({ database, org }) {
    if ((await asSystem(database, 'schedule', (transaction) => planStuck(transaction, org))) > 0) {
      database.onEvents();
    }
  },
};
