import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { type CustomerChange, changeCustomer, getCustomerFields } from '../../core/customers/change-customer.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { offeringChange } from '../duplicates.ts';
import { noteField, phoneField, recordField, regionField, textField } from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { customerChangedCard } from '../views/record-changed.ts';
import { viewer } from '../views/viewer.ts';
import { REASON } from './lead.ts';

const FIELDS = {
  customer: recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true, isKnown: true }),
  name: optional(textField({ en: 'Name', zh: '名称' })),
  region: clearable(regionField()),
  industry: clearable(textField({ en: 'Industry', zh: '行业' })),
  phone: clearable(phoneField()),
  address: clearable(textField({ en: 'Address', zh: '地址' })),
};

export const customerChange = defineCommand({
  name: 'customer.change',
  words: { en: ['customer change', 'customer edit'], zh: ['修改客户', '客户 修改'] },
  summary: { en: 'Change name, region, industry, phone or address', zh: '修改客户名称、地区、行业、电话或地址' },
  submit: { en: 'Save changes', zh: '保存修改' },
  examples: {
    en: ['customer change Acme --region East --industry Retail', 'customer change Acme --name "Acme Works"'],
    zh: ['修改客户 华星电子 --地区 华东 --行业 电子制造', '修改客户 华星电子 --名称 华星科技有限公司'],
  },
  effect: 'write',
  allow: SELLERS,
  asksWhenEmpty: true,
  changes: { table: 'customers', record: 'customer', shownBy: 'customer.show' },
  input: z.strictObject(FIELDS),
  prefill: (core, { customer }) => getCustomerFields(core, String(customer)),
  run: (core, { customer, ...change }) =>
    offeringChange('customer', { customer, ...change }, () => changed(core, { customerId: customer, ...change })),
});

/** Reached from the card that shows who is on file already: what was typed, and a reason. */
export const customerChangeAnyway = defineCommand({
  name: 'customer.change-anyway',
  words: { en: ['customer change anyway'], zh: ['仍修改客户'] },
  summary: { en: 'Change the customer all the same', zh: '仍然修改客户' },
  submit: { en: 'Change all the same', zh: '仍然修改' },
  examples: { en: [], zh: [] },
  effect: 'write',
  allow: SELLERS,
  isInternal: true,
  input: z.strictObject({ reason: noteField(REASON), ...FIELDS }),
  run: (core, { customer, reason, ...change }) =>
    changed(core, { customerId: customer, duplicateReason: reason, ...change }),
});

async function changed(core: Core, change: CustomerChange) {
  const card = customerChangedCard(await changeCustomer(core, change), viewer(core));
  return { kind: 'card', card } as const;
}
