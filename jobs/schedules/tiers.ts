import { dayIn } from '../../core/days.ts';
import { asSystem } from '../../core/db/system.ts';
import { sweepTiers } from '../../core/tiers/sweep-tiers.ts';
import type { Schedule } from './schedule.ts';

/** Few at a time: whoever logs something of one of them waits until they are through. */
const BATCH = 100;

/** Customers whose tier may be another by now (R15). */
export const tiers: Schedule = {
  name: 'tiers',
  everyMs: 15_000,

  async look({ database, org: { currency, timeZone } }) {
    const today = dayIn(database.clock.now(), timeZone);
    const sweep = () =>
      asSystem(database, 'schedule', (transaction) => sweepTiers(transaction, { today, currency, limit: BATCH }));
    while ((await sweep()) === BATCH);
  },
};
