import { asSystem } from '../../core/db/system.ts';
import { forgetAnswers } from '../../core/gateways/settle-send.ts';
import { forgetBodies } from '../../core/hooks/hook-desk.ts';
import type { Schedule } from './schedule.ts';

const BATCH = 200;

/** Takes away what other systems sent and we refused, and what gateways answered, once their days are over. */
export const forgetRefused: Schedule = {
  name: 'forget-bodies',
  everyMs: 60 * 60_000,

  async look({ database }) {
    while ((await forgetBodies(database, { limit: BATCH })) === BATCH);
    const forget = () => asSystem(database, 'schedule', (transaction) => forgetAnswers(transaction, { limit: BATCH }));
    while ((await forget()) === BATCH);
  },
};
