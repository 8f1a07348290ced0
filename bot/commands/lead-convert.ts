import { z } from 'zod';
import { isId } from '../../core/id.ts';
import { convertLead, previewConversion, wishIn } from '../../core/leads/convert-lead.ts';
import { findListed } from '../../core/opportunities/open-opportunity.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { offeringCustomers } from '../duplicates.ts';
import {
  choiceField,
  dayField,
  emailField,
  moneyField,
  noteField,
  phoneField,
  recordField,
  textField,
} from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { typedMoney } from '../fields/typed-money.ts';
import { conversionPreview, convertedCard } from '../views/lead-converted.ts';
import { viewer } from '../views/viewer.ts';
import { LEAD, REASON, YES } from './lead.ts';

/** Its form asks for the opportunity's name, and for the reason, which say the same. */
const NOT_ASKED = ['deal', 'own'];

/** Which customer, and why another one, is asked only where there is a choice. */
const unasked = (
  { into, reason, own }: Readonly<Record<string, unknown>>,
  { isKnown = false, isDoubtful = false } = {},
) => [...NOT_ASKED, ...(isDoubtful || into ? [] : ['into']), ...(isKnown || reason || own ? [] : ['reason'])];

export const leadConvert = defineCommand({
  name: 'lead.convert',
  words: { en: ['lead convert', 'convert'], zh: ['转化线索', '线索 转化'] },
  summary: { en: 'Turn a lead into a customer', zh: '线索转客户' },
  submit: { en: 'Make it a customer', zh: '转为客户' },
  examples: {
    en: [
      'convert Mary --opportunity "Line 3 sensors" --amount 120k',
      'convert Mary --deal yes',
      'convert Mary --into Acme',
      'convert Mary --reason "another company"',
      'convert Mary',
    ],
    zh: [
      '转化线索 王建国 --商机 传感器采购 --金额 35万',
      '转化线索 王建国 --同时建商机 是',
      '转化线索 王建国 --并入客户 华星电子',
      '转化线索 王建国 --重复录入理由 另一家公司',
      '转化线索 王建国',
    ],
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
    deal: optional(choiceField(['yes'], YES, { en: 'With an opportunity', zh: '同时建商机' })),
    into: optional(recordField('customer', { en: 'Join customer', zh: '并入客户' })),
    reason: optional(noteField(REASON)),
    own: optional(choiceField(['yes'], YES, { en: 'A customer of its own', zh: '另建客户' })),
  }),
  hides: async (_core, known) => unasked(known),
  async wants(_core, { own, into, reason }) {
    const isWhyOpen = own === 'yes' && !into && !reason;
    return isWhyOpen ? { reason: { en: 'Say in a few words why.', zh: '请简单说明原因。' } } : {};
  },
  async prefill(core, { lead: leadId, deal, ...said }) {
    if (typeof leadId !== 'string') {
      return {};
    }
    const { lead, known, isDoubtful, reason } = await previewConversion(core, { leadId });
    const { contact, phone, email, region, unseen } = lead;
    const company = (isDoubtful ? undefined : known?.company) ?? lead.company ?? contact;
    const { products } = lead;
    const opportunity = wishIn(core, { ...said, hasDeal: deal === 'yes' }, { products, company });
    return {
      company,
      contact,
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
      ...(region ? { region } : {}),
      ...(opportunity ? { opportunity } : {}),
      ...(isDoubtful && reason && !said.into ? { reason } : {}),
      unseen: [...unseen, ...unasked(said, { isKnown: known !== undefined, isDoubtful })],
    };
  },
  async preview(core, { lead: leadId, company, into }) {
    if (typeof leadId !== 'string' || !isId(leadId)) {
      return [];
    }
    const preview = await previewConversion(core, { leadId, company: asText(company), into: asId(into) });
    const listed = await findListed(
      core,
      preview.lead.products.map(({ id }) => id),
    );
    return conversionPreview(
      preview,
      listed.filter(({ currency }) => currency === core.org.currency),
    );
  },
  async run(core, { own: _, ...input }) {
    const { lead: leadId, deal, amount } = input;
    const typed = { ...input, amount: amount && typedMoney(amount.minor, amount.currency, core) };
    return offeringCustomers(typed, async () => {
      const converted = await convertLead(core, { ...input, leadId, hasDeal: deal === 'yes' });
      return { kind: 'card', card: convertedCard(converted, viewer(core)) };
    });
  },
});

const asText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const asId = (value: unknown) => (typeof value === 'string' && isId(value) ? value : undefined);
