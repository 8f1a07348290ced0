import { z } from 'zod';
import { logFollowUp } from '../../core/follow-ups/log-follow-up.ts';
import { isId } from '../../core/id.ts';
import { convertLead, previewConversion, wishIn } from '../../core/leads/convert-lead.ts';
import { findOutcomes } from '../../core/leads/find-outcomes.ts';
import { recordEnquiry } from '../../core/leads/record-enquiry.ts';
import { recordOutcome } from '../../core/leads/record-outcome.ts';
import { findListed } from '../../core/opportunities/open-opportunity.ts';
import { defineCommand, SELLERS } from '../command.ts';
import {
  choiceField,
  dayField,
  emailField,
  keyField,
  moneyField,
  noteField,
  phoneField,
  recordField,
  textField,
} from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { followUpFields } from '../fields/follow-up.ts';
import { drawList, listField } from '../lists.ts';
import { followUpCard } from '../views/follow-up.ts';
import { conversionPreview, convertedCard } from '../views/lead-converted.ts';
import { enquiryCard, outcomeCard } from '../views/lead-work.ts';
import { viewer } from '../views/viewer.ts';
import { LEAD, SOURCE } from './lead.ts';

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
    list: listField(),
  }),
  async wants(core, { outcome, note }) {
    const needsReason = (await findOutcomes(core)).some((each) => each.key === outcome && each.needsReason);
    return needsReason && !note ? { note: { en: 'Say in a few words why.', zh: '请简单说明原因。' } } : {};
  },
  async run(core, { lead: leadId, list, ...input }) {
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

/** Its form asks for the opportunity's name, which says the same. */
const NOT_ASKED = ['deal'];

export const leadConvert = defineCommand({
  name: 'lead.convert',
  words: { en: ['lead convert', 'convert'], zh: ['转化线索', '线索 转化'] },
  summary: { en: 'Turn a lead into a customer', zh: '线索转客户' },
  submit: { en: 'Make it a customer', zh: '转为客户' },
  examples: {
    en: ['convert Mary --opportunity "Line 3 sensors" --amount 120k', 'convert Mary --deal yes', 'convert Mary'],
    zh: ['转化线索 王建国 --商机 传感器采购 --金额 35万', '转化线索 王建国 --同时建商机 是', '转化线索 王建国'],
  },
  effect: 'write',
  allow: SELLERS,
  asksWhenEmpty: true,
  input: z.strictObject({
    lead: recordField('lead', LEAD, { positional: true }),
    company: optional(textField({ en: 'Customer', zh: '客户名称' })),
    contact: optional(textField({ en: 'Contact', zh: '联系人' })),
    phone: optional(phoneField()),
    email: optional(emailField()),
    region: optional(textField({ en: 'Region', zh: '地区' })),
    opportunity: optional(textField({ en: 'Opportunity', zh: '商机' })),
    amount: optional(moneyField({ en: 'Amount', zh: '金额' })),
    closeOn: optional(dayField({ en: 'Close on', zh: '预计成交' })),
    deal: optional(
      choiceField(['yes'], { yes: { en: 'yes', zh: '是' } }, { en: 'With an opportunity', zh: '同时建商机' }),
    ),
  }),
  hides: async () => NOT_ASKED,
  async prefill(core, { lead: leadId, deal, ...said }) {
    if (typeof leadId !== 'string') {
      return {};
    }
    const { lead, known } = await previewConversion(core, { leadId });
    const { contact, phone, email, region, unseen } = lead;
    const company = known?.company ?? lead.company ?? contact;
    const { products } = lead;
    const opportunity = wishIn(core, { ...said, hasDeal: deal === 'yes' }, { products, company });
    return {
      company,
      contact,
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
      ...(region ? { region } : {}),
      ...(opportunity ? { opportunity } : {}),
      unseen: [...unseen, ...NOT_ASKED],
    };
  },
  async preview(core, { lead: leadId, company }) {
    if (typeof leadId !== 'string' || !isId(leadId)) {
      return [];
    }
    const preview = await previewConversion(core, { leadId, company: asText(company) });
    const listed = await findListed(
      core,
      preview.lead.products.map(({ id }) => id),
    );
    return conversionPreview(
      preview,
      listed.filter(({ currency }) => currency === core.org.currency),
    );
  },
  async run(core, { lead, deal, ...input }) {
    const converted = await convertLead(core, { leadId: lead, hasDeal: deal === 'yes', ...input });
    return { kind: 'card', card: convertedCard(converted, viewer(core)) };
  },
});

const asText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
