import { asSystem } from '../../core/db/system.ts';
import { planPiles } from '../../core/opportunities/plan-piles.ts';
import { planStuck } from '../../core/opportunities/plan-stuck.ts';
import type { Schedule } from './schedule.ts';

/** Deals that have begun to stand too long, stages that pile up: who owns or leads hears of it once (R29–R31, R107). */
export const stuckDeals: Schedule = {
  name: 'stuck-deals',
  everyMs: 15 * 60_000,

  async look({ database, org }) {
    const told = await asSystem(
      database,
      'schedule',
      async (transaction) => (await planStuck(transaction, org)) + (await planPiles(transaction, org)),
    );
    if (told > 0) {
      database.onEvents();
    }
  },
};
