import { z } from 'zod';
import { CUSTOMER_FIELDS, changeCustomer, getCustomerFields } from '../../core/customers/change-customer.ts';
import { asShown, wasField } from '../both-versions.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { phoneField, recordField, regionField, textField } from '../fields/common.ts';
import { clearable } from '../fields/field.ts';
import { customerChangedCard } from '../views/record-changed.ts';
import { viewer } from '../views/viewer.ts';

export const customerChange = defineCommand({
  name: 'customer.change',
  words: { en: ['customer change', 'customer edit'], zh: ['修改客户', '客户 修改'] },
  summary: { en: 'Change region, industry, phone or address', zh: '修改客户地区、行业、电话或地址' },
  submit: { en: 'Save changes', zh: '保存修改' },
  examples: {
    en: ['customer change Acme --region East --industry Retail'],
    zh: ['修改客户 华星电子 --地区 华东 --行业 电子制造'],
  },
  effect: 'write',
  allow: SELLERS,
  asksWhenEmpty: true,
  changes: { table: 'customers', record: 'customer', shownBy: 'customer.show' },
  input: z.strictObject({
    customer: recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true, isKnown: true }),
    region: clearable(regionField()),
    industry: clearable(textField({ en: 'Industry', zh: '行业' })),
    phone: clearable(phoneField()),
    address: clearable(textField({ en: 'Address', zh: '地址' })),
    was: wasField(),
  }),
  async prefill(core, { customer }) {
    const { unseen, ...fields } = await getCustomerFields(core, String(customer));
    const held = Object.fromEntries(
      CUSTOMER_FIELDS.flatMap((name) => (fields[name] === null ? [] : [[name, fields[name]]])),
    );
    return { ...held, unseen, was: asShown(held) };
  },
  async run(core, { customer, was: _, ...change }) {
    const card = customerChangedCard(await changeCustomer(core, { customerId: customer, ...change }), viewer(core));
    return { kind: 'card', audience: 'asker', card };
  },
});
