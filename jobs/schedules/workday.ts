import { asSystem } from '../../core/db/system.ts';
import { planWorkday } from '../../core/deliveries/plan-workday.ts';
import type { Schedule } from './schedule.ts';

const EVERY_MS = 30_000;

function onceAWorkday(name: string, notice: Parameters<typeof planWorkday>[1]): Schedule {
  return {
    name,
    everyMs: EVERY_MS,
    async look({ database, org }) {
      if ((await asSystem(database, 'schedule', (transaction) => planWorkday(transaction, notice, org))) > 0) {
        database.onEvents();
      }
    },
  };
}

/** People whose morning has come: one digest a person and day (R105). */
export const digests = onceAWorkday('digests', 'digest');

/** People whose time for reporting has come: one message for all they have not sent (R40). */
export const reports = onceAWorkday('reports', 'reportDue');
