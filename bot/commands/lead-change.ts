import { z } from 'zod';
import { changeLead, getLeadFields, type LeadChange } from '../../core/leads/change-lead.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { offeringChange } from '../duplicates.ts';
import {
  emailField,
  keyField,
  noteField,
  phoneField,
  productsField,
  recordField,
  regionField,
  textField,
} from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { leadChangedCard } from '../views/record-changed.ts';
import { viewer } from '../views/viewer.ts';
import { LEAD, REASON, SOURCE } from './lead.ts';

const FIELDS = {
  lead: recordField('lead', LEAD, { positional: true }),
  contact: optional(textField({ en: 'Contact', zh: '联系人' })),
  company: clearable(textField({ en: 'Company', zh: '公司' })),
  phone: clearable(phoneField()),
  email: clearable(emailField()),
  source: clearable(keyField('source', SOURCE)),
  region: clearable(regionField()),
  industry: clearable(textField({ en: 'Industry', zh: '行业' })),
  products: clearable(productsField()),
};

export const leadChange = defineCommand({
  name: 'lead.change',
  words: { en: ['lead change', 'lead edit'], zh: ['修改线索', '线索 修改'] },
  summary: { en: 'Change contact, company, phone or source', zh: '修改线索联系人、公司、电话或来源' },
  submit: { en: 'Save changes', zh: '保存修改' },
  examples: {
    en: ['lead change Mary --company "Example Works" --phone "+1 202 555 0143"'],
    zh: ['修改线索 王建国 --电话 13800138000 --来源 展会'],
  },
  effect: 'write',
  allow: SELLERS,
  asksWhenEmpty: true,
  changes: {
    table: 'leads',
    record: 'lead',
    shownBy: 'lead.show',
    columns: { contact: 'contactName', source: 'sourceKey', products: 'productIds' },
  },
  input: z.strictObject(FIELDS),
  prefill: (core, { lead }) => getLeadFields(core, String(lead)),
  run: (core, { lead, ...change }) =>
    offeringChange('lead', { lead, ...change }, () => changed(core, { leadId: lead, ...change })),
});

/** Reached from the card that shows who is on file already: what was typed, and a reason. */
export const leadChangeAnyway = defineCommand({
  name: 'lead.change-anyway',
  words: { en: ['lead change anyway'], zh: ['仍修改线索'] },
  summary: { en: 'Change the lead all the same', zh: '仍然修改线索' },
  submit: { en: 'Change all the same', zh: '仍然修改' },
  examples: { en: [], zh: [] },
  effect: 'write',
  allow: SELLERS,
  isInternal: true,
  input: z.strictObject({ reason: noteField(REASON), ...FIELDS }),
  run: (core, { lead, reason, ...change }) => changed(core, { leadId: lead, duplicateReason: reason, ...change }),
});

async function changed(core: Parameters<typeof changeLead>[0], change: LeadChange) {
  const card = leadChangedCard(await changeLead(core, change), viewer(core));
  return { kind: 'card', card } as const;
}
