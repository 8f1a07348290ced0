import { z } from 'zod';
import { findHandover } from '../../core/handover/find-handover.ts';
import { handoverCard } from '../views/handover.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** Somebody was given what a colleague had (R21). */
export const handoverGiven = defineNotice({
  name: { en: 'a handover', zh: '工作交接' },
  subject: z.object({ handoverId: z.uuid() }),
  mayWait: () => false,

  async draw(core, { handoverId }) {
    const handover = await findHandover(core, handoverId);
    if (!handover) {
      return undefined; // taken back meanwhile
    }
    const { fromName, count } = handover;
    const title = {
      en: `Yours now, from ${fromName}: ${count}`,
      zh: `你已接手${fromName}的工作（${count} 项）`,
    };
    return { ...handoverCard(handover, viewer(core)), title: title[core.actor.locale], tone: 'info' };
  },
});
