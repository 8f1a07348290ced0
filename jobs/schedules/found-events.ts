import { HookDesk } from '../../core/hooks/hook-desk.ts';
import type { Schedule } from './schedule.ts';

const BATCH = 100;

/** Events of somebody who was not on file and now is: a visit before the form, a download before the call (R18). */
export const foundEvents: Schedule = {
  name: 'found-events',
  everyMs: 60_000,

  async look({ database, org }) {
    const desk = new HookDesk(database, org);
    for (const id of await desk.findFound(BATCH)) {
      await desk.attach(id);
    }
  },
};
