import { dayIn } from '../../core/days.ts';
import { asSystem } from '../../core/db/system.ts';
import { remindOwners } from '../../core/objects/remind-owners.ts';
import type { Schedule } from './schedule.ts';

const BATCH = 100;

/** Own objects whose rules ask for a task by today: a car that is due for its service (R22). */
export const dueObjects: Schedule = {
  name: 'due-objects',
  everyMs: 60_000,

  async look({ database, org }) {
    const today = dayIn(database.clock.now(), org.timeZone);
    const sweep = () =>
      asSystem(database, 'schedule', (transaction) => remindOwners(transaction, { today, org, limit: BATCH }));
    while ((await sweep()) === BATCH);
  },
};
