import { asSystem } from '../../core/db/system.ts';
import { hearNames } from '../../core/hear-names.ts';
import type { Schedule } from './schedule.ts';

const BATCH = 500;

/** Finds out how the names sound that were on file before names were found by their sound (R20). */
export const nameSounds: Schedule = {
  name: 'hear-names',
  everyMs: 60 * 60_000,

  async look({ database }) {
    const hear = () => asSystem(database, 'schedule', (transaction) => hearNames(transaction, { limit: BATCH }));
    while ((await hear()) === BATCH);
  },
};
