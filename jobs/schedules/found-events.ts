import { HookDesk } from '../../core/hooks/hook-desk.ts';
import type { Schedule } from './schedule.ts';

const BATCH = 100;

/** Events of somebody who was not on file and now is: a visit before the form, a download before the call (R18). */
export const foundEvents: Schedule = {
  name: 'found-events',
  everyMs: 60_000,

  async look({ database, org }) {
    const desk = new HookDesk(database, org);
    const failed: unknown[] = [];
    for (const id of await desk.findFound(BATCH)) {
      // One that cannot be attached does not hold up those behind it.
      await desk.attach(id).catch((error: unknown) => failed.push(error));
    }
    if (failed.length > 0) {
      throw new AggregateError(failed, `${failed.length} events could not be attached`);
    }
  },
};
