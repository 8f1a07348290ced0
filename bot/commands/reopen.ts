import { z } from 'zod';
import { reopenOpportunity } from '../../core/opportunities/reopen-opportunity.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { recordField } from '../fields/common.ts';
import { advancedCard } from '../views/opportunity.ts';
import { viewer } from '../views/viewer.ts';

export const opportunityReopen = defineCommand({
  name: 'opportunity.reopen',
  words: {
    en: ['opportunity reopen', 'reopen deal', 'deal reopen'],
    zh: ['重新打开商机', '商机 重新打开', '重启商机'],
  },
  summary: { en: 'Open a won or lost deal again', zh: '重新打开已关闭的商机' },
  submit: { en: 'Open it again', zh: '重新打开' },
  examples: { en: ['reopen deal Acme'], zh: ['重新打开商机 华星电子'] },
  effect: 'write',
  allow: SELLERS,
  input: z.strictObject({
    opportunity: recordField('opportunity', { en: 'Opportunity', zh: '商机' }, { positional: true }),
  }),
  async run(core, { opportunity }) {
    const moved = await reopenOpportunity(core, { opportunityId: opportunity });
    return {
      kind: 'card',
      audience: 'asker',
      inPlace: true,
      card: advancedCard({ ...moved, kind: 'advanced' }, viewer(core)),
    };
  },
});
