import { asSystem } from '../../core/db/system.ts';
import { planLate } from '../../core/leads/plan-late.ts';
import type { Schedule } from './schedule.ts';

/** Leads that nobody has answered in time: their owners hear of it, then whoever leads them (R6, R107). */
export const lateLeads: Schedule = {
  name: 'late-leads',
  everyMs: 60_000,

  async look({ database }) {
    if ((await asSystem(database, 'schedule', planLate)) > 0) {
      database.onEvents();
    }
  },
};
