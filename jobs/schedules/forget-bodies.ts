import { forgetBodies } from '../../core/hooks/hook-desk.ts';
import type { Schedule } from './schedule.ts';

const BATCH = 200;

/** Takes away what other systems sent and we refused, once its days are over. */
export const forgetRefused: Schedule = {
  name: 'forget-bodies',
  everyMs: 60 * 60_000,

  async look({ database }) {
    while ((await forgetBodies(database, { limit: BATCH })) === BATCH);
  },
};
