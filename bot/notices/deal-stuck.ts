import { z } from 'zod';
import { getDeal } from '../../core/opportunities/get-deal.ts';
import { findStages, nextStage } from '../../core/opportunities/stage.ts';
import { dealCard } from '../views/deal.ts';
import { warningOf } from '../views/standing.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** A deal stands too long where it stands (R29), or nobody has followed it up (R30). */
export const dealStuck = defineNotice({
  name: { en: 'a deal that stands too long', zh: '商机停滞提醒' },
  subject: z.object({ opportunityId: z.uuid() }),
  mayWait: () => true,

  async draw(core, { opportunityId }) {
    const [deal, stages] = await Promise.all([getDeal(core, opportunityId), findStages(core)]);
    const reader = viewer(core);
    if (!warningOf(deal, reader)) {
      return undefined; // it has moved since
    }
    const card = dealCard(deal, nextStage(stages, deal.stageKey), reader);
    return { ...card, title: { en: `Needs a push: ${deal.name}`, zh: `商机停滞：${deal.name}` }[reader.locale] };
  },
});
