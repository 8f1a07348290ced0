import { z } from 'zod';
import { findUnmatched, makeLeadOf } from '../../core/hooks/unmatched-events.ts';
import { getLead } from '../../core/leads/find-leads.ts';
import { ADMIN, defineCommand } from '../command.ts';
import { hiddenId } from '../fields/common.ts';
import { pageField, readPage } from '../page.ts';
import { attachedCard, unmatchedCard } from '../views/hook-unmatched.ts';
import { leadAddedCard } from '../views/lead.ts';
import { viewer } from '../views/viewer.ts';

export const hookUnmatched = defineCommand({
  name: 'hook.unmatched',
  words: { en: ['admin unmatched', 'unmatched'], zh: ['管理 未匹配', '未匹配', '未匹配访客'] },
  summary: { en: 'Who came and is not on file', zh: '未匹配到客户的访客' },
  examples: { en: ['admin unmatched'], zh: ['未匹配访客'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({ page: pageField() }),
  async run(core, { page }) {
    const unmatched = await readPage(page, (window) => findUnmatched(core, window));
    return {
      kind: 'card',
      inPlace: page !== undefined,
      card: unmatchedCard(unmatched, viewer(core)),
    };
  },
});

export const hookLead = defineCommand({
  name: 'hook.lead',
  words: { en: ['admin unmatched lead'], zh: ['访客建为线索'] },
  summary: { en: 'Make a lead of who came', zh: '把访客建为线索' },
  submit: { en: 'Make it a lead', zh: '建为线索' },
  examples: { en: [], zh: [] },
  effect: 'log',
  undoable: false,
  allow: ADMIN,
  isInternal: true,
  input: z.strictObject({ delivery: hiddenId() }),
  async run(core, { delivery }) {
    const { leadId } = await makeLeadOf(core, delivery);
    const card = leadId ? leadAddedCard(await getLead(core, leadId), viewer(core)) : attachedCard(viewer(core));
    return { kind: 'card', card };
  },
});
