import { sweepFiles } from '../../core/files/file-desk.ts';
import type { Schedule } from './schedule.ts';

const BATCH = 50;

/** Takes away files that were sent and put nowhere. */
export const sweepUnclaimed: Schedule = {
  name: 'sweep-files',
  everyMs: 10 * 60_000,

  async look({ database, storage }) {
    while ((await sweepFiles(database, { storage, limit: BATCH })) === BATCH);
  },
};
