import { z } from 'zod';
import { addLead } from '../../core/leads/add-lead.ts';
import { convertLead } from '../../core/leads/convert-lead.ts';
import { findLeads, getLead } from '../../core/leads/find-leads.ts';
import { defineCommand, SELLERS } from '../command.ts';
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
import { convertedCard, leadAddedCard, leadCard, leadsCard } from '../views/lead.ts';
import { viewer } from '../views/viewer.ts';

const LEAD = { en: 'Lead', zh: '线索' };

export const leadAdd = defineCommand({
  name: 'lead.add',
  words: { en: ['lead add', 'lead new', 'new lead'], zh: ['新线索', '线索 新建', '添加线索'] },
  summary: { en: 'Add a lead', zh: '新建线索' },
  examples: {
    en: ['lead add "Mary Major" --company "Example Works" --phone "+1 202 555 0143" --source referral'],
    zh: ['新线索 王建国 --公司 星河科技 --电话 13800138000 --来源 展会'],
  },
  effect: 'write',
  allow: [...SELLERS, 'marketing'],
  input: z.strictObject({
    contact: textField({ en: 'Contact', zh: '联系人' }, { positional: true }),
    company: optional(textField({ en: 'Company', zh: '公司' })),
    phone: optional(phoneField()),
    email: optional(emailField()),
    source: optional(textField({ en: 'Source', zh: '来源' })),
    note: optional(noteField({ en: 'Note', zh: '备注' })),
    owner: optional(recordField('person', { en: 'Owner', zh: '负责人' })),
  }),
  async run(core, { owner, ...input }) {
    const lead = await addLead(core, { ...input, ownerId: owner });
    return { kind: 'card', audience: 'asker', card: leadAddedCard(lead, viewer(core)) };
  },
});

export const leadList = defineCommand({
  name: 'lead.list',
  words: { en: ['lead list', 'leads', 'my leads'], zh: ['线索列表', '我的线索', '线索'] },
  summary: { en: 'My open leads, or the pool', zh: '我的线索或公海线索' },
  examples: { en: ['leads', 'leads --which pool'], zh: ['我的线索', '线索 --范围 公海'] },
  effect: 'read',
  allow: [...SELLERS, 'marketing'],
  input: z.strictObject({
    which: optional(
      choiceField(
        ['mine', 'pool'],
        { mine: { en: 'mine', zh: '我的' }, pool: { en: 'pool', zh: '公海' } },
        { en: 'Which', zh: '范围' },
      ),
    ),
  }),
  async run(core, { which = 'mine' }) {
    const leads = await findLeads(core, { pool: which === 'pool' });
    return { kind: 'card', audience: 'asker', card: leadsCard(leads, which, viewer(core)) };
  },
});

export const leadShow = defineCommand({
  name: 'lead.show',
  words: { en: ['lead show', 'lead'], zh: ['查看线索'] },
  summary: { en: 'Show a lead', zh: '查看线索' },
  examples: { en: ['lead show Mary'], zh: ['查看线索 王建国'] },
  effect: 'read',
  allow: [...SELLERS, 'marketing'],
  input: z.strictObject({ lead: recordField('lead', LEAD, { positional: true }) }),
  run: async (core, { lead }) => ({
    kind: 'card',
    audience: 'asker',
    card: leadCard(await getLead(core, lead), viewer(core)),
  }),
});

export const leadConvert = defineCommand({
  name: 'lead.convert',
  words: { en: ['lead convert', 'convert'], zh: ['转化线索', '线索 转化'] },
  summary: { en: 'Turn a lead into a customer', zh: '线索转客户' },
  examples: {
    en: ['convert Mary --opportunity "Line 3 sensors" --amount 120k'],
    zh: ['转化线索 王建国 --商机 传感器采购 --金额 35万'],
  },
  effect: 'write',
  allow: SELLERS,
  input: z.strictObject({
    lead: recordField('lead', LEAD, { positional: true }),
    opportunity: optional(textField({ en: 'Opportunity', zh: '商机' })),
    amount: optional(moneyField({ en: 'Amount', zh: '金额' })),
    closeOn: optional(dayField({ en: 'Close on', zh: '预计成交' })),
  }),
  async run(core, { lead, ...input }) {
    return {
      kind: 'card',
      audience: 'asker',
      card: convertedCard(await convertLead(core, { leadId: lead, ...input }), viewer(core)),
    };
  },
});
