import { z } from 'zod';
import { logFollowUp } from '../../core/follow-ups/log-follow-up.ts';
import { findOutcomes } from '../../core/leads/find-outcomes.ts';
import { isToClaim } from '../../core/leads/is-to-claim.ts';
import { recordEnquiry } from '../../core/leads/record-enquiry.ts';
import { recordOutcome } from '../../core/leads/record-outcome.ts';
import type { Text } from '../../core/text.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { choiceField, dayField, keyField, noteField, recordField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { followUpFields } from '../fields/follow-up.ts';
import { drawList, listField } from '../lists.ts';
import { followUpCard } from '../views/follow-up.ts';
import { enquiryCard, outcomeCard } from '../views/lead-work.ts';
import { viewer } from '../views/viewer.ts';
import { LEAD, SOURCE, YES } from './lead.ts';

const IN_POOL: Text = {
  en: 'This lead is in the public pool. How the call ended is kept only by claiming it: it becomes yours.',
  zh: '该线索在公海中。记录通话结果需要先认领，认领后归你负责。',
};

export const leadOutcome = defineCommand({
  name: 'lead.outcome',
  words: { en: ['lead outcome', 'outcome'], zh: ['结果', '通话结果', '线索 结果'] },
  summary: { en: 'How a call with a lead ended', zh: '记录通话结果' },
  submit: { en: 'Save outcome', zh: '记录结果' },
  examples: {
    en: ['outcome Mary refused "Too expensive"', 'lead outcome Mary considering --next-on "next Wednesday"'],
    zh: ['结果 王建国 明确拒绝 价格太高', '结果 王建国 考虑 --下次联系 下周三'],
  },
  effect: 'log',
  allow: SELLERS,
  input: z.strictObject({
    lead: recordField('lead', LEAD, { positional: true }),
    outcome: keyField('outcome', { en: 'Outcome', zh: '结果' }, { positional: true }),
    note: optional(noteField({ en: 'What was said', zh: '情况说明' }, { positional: true })),
    nextOn: optional(dayField({ en: 'Next on', zh: '下次联系' })),
    claim: optional(choiceField(['yes'], YES, { en: 'Claim it', zh: '认领' })),
    list: listField(),
  }),
  async hides(core, { lead, list }) {
    return typeof lead === 'string' && !list && (await isToClaim(core, lead)) ? [] : ['claim'];
  },
  async wants(core, { lead, outcome, note, claim, list }) {
    const needsReason = (await findOutcomes(core)).some((each) => each.key === outcome && each.needsReason);
    return {
      ...(needsReason && !note ? { note: { en: 'Say in a few words why.', zh: '请简单说明原因。' } } : {}),
      ...(!claim && !list && (await isToClaim(core, lead)) ? { claim: IN_POOL } : {}),
    };
  },
  async run(core, { lead: leadId, list, claim: _asked, ...input }) {
    const recorded = await recordOutcome(core, { leadId, ...input });
    const card = outcomeCard(recorded, viewer(core));
    return list
      ? { kind: 'card', inPlace: true, card: await drawList(core, list, card.title) }
      : { kind: 'card', card };
  },
});

export const leadLog = defineCommand({
  name: 'lead.log',
  words: { en: ['lead log', 'lead follow-up'], zh: ['线索跟进', '跟进线索'] },
  summary: { en: 'Log a follow-up with a lead', zh: '记录线索跟进' },
  submit: { en: 'Log it', zh: '记录' },
  examples: {
    en: ['lead log Mary "Showed her the sensors" --kind visit --next-step "Send prices" --next-on Friday'],
    zh: ['线索跟进 王建国 看了演示，比较认可 --方式 拜访 --下一步 发报价 --下一步日期 周五'],
  },
  effect: 'log',
  allow: SELLERS,
  input: z.strictObject({
    lead: recordField('lead', LEAD, { positional: true }),
    ...followUpFields(),
  }),
  async run(core, { lead: leadId, kind = 'note', ...input }) {
    const logged = await logFollowUp(core, { leadId, kind, ...input });
    return { kind: 'card', card: followUpCard(logged, viewer(core)) };
  },
});

export const leadEnquiry = defineCommand({
  name: 'lead.enquiry',
  words: { en: ['enquiry', 'inquiry'], zh: ['新咨询', '再次咨询', '线索 咨询'] },
  summary: { en: 'A lead asked again', zh: '记录线索再次咨询' },
  examples: {
    en: ['enquiry Mary "Asks for prices again" --source website'],
    zh: ['新咨询 王建国 又来问价格 --来源 官网'],
  },
  effect: 'log',
  allow: [...SELLERS, 'marketing'],
  input: z.strictObject({
    lead: recordField('lead', LEAD, { positional: true }),
    note: optional(noteField({ en: 'What about', zh: '咨询内容' }, { positional: true })),
    source: optional(keyField('source', SOURCE)),
  }),
  async run(core, { lead: leadId, note, source }) {
    const lead = await recordEnquiry(core, { leadId, note, source });
    return { kind: 'card', card: enquiryCard(lead, note, viewer(core)) };
  },
});
