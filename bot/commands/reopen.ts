import { z } from 'zod';
import { getOpportunity } from '../../core/opportunities/find-opportunities.ts';
import { reopenOpportunity } from '../../core/opportunities/reopen-opportunity.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { recordField } from '../fields/common.ts';
import { field, optional } from '../fields/field.ts';
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
    opportunity: recordField('anyDeal', { en: 'Opportunity', zh: '商机' }, { positional: true }),
    version: optional(
      field(z.number().int().positive(), { kind: 'number', label: { en: 'version', zh: '版本' }, hidden: true }),
    ),
  }),
  stands: {
    record: 'opportunity',
    read: async (core, id) => ({ version: (await getOpportunity(core, id)).version }),
  },
  async run(core, { opportunity, version }) {
    const moved = await reopenOpportunity(core, { opportunityId: opportunity, version });
    return {
      kind: 'card',
      inPlace: true,
      card: advancedCard({ ...moved, kind: 'advanced' }, viewer(core)),
    };
  },
});
