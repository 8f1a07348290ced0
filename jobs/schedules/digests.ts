import { asSystem } from '../../core/db/system.ts';
import { planDigests } from '../../core/digests/plan-digests.ts';
import type { Schedule } from './schedule.ts';

/** People whose morning has come: one digest a person and day (R105). */
export const digests: Schedule = {
  name: 'digests',
  everyMs: 30_000,

  async look({ database, org }) {
    if ((await asSystem(database, 'schedule', (transaction) => planDigests(transaction, org))) > 0) {
      database.onEvents();
    }
  },
};
