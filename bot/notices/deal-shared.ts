import { z } from 'zod';
import { getDeal } from '../../core/opportunities/get-deal.ts';
import { dealCard } from '../views/deal.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** Somebody was given a part of a deal. */
export const dealShared = defineNotice({
  name: { en: 'a deal shared with somebody', zh: '商机协作邀请' },
  subject: z.object({ opportunityId: z.uuid() }),
  mayWait: () => true,

  async draw(core, { opportunityId }) {
    const deal = await getDeal(core, opportunityId);
    const mine = deal.members.find(({ userId }) => userId === core.actor.userId);
    if (!mine) {
      return undefined;
    }
    const { locale } = core.actor;
    const card = dealCard(deal, undefined, viewer(core));
    const title = {
      en: `You are on this deal (${mine.share}%): ${deal.name}`,
      zh: `你已加入商机协作（${mine.share}%）：${deal.name}`,
    };
    return { ...card, title: title[locale] };
  },
});
