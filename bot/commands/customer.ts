import { z } from 'zod';
import { addCustomer } from '../../core/customers/add-customer.ts';
import { findCustomers } from '../../core/customers/find-customers.ts';
import { getCustomer } from '../../core/customers/get-customer.ts';
import { findSection, SECTIONS } from '../../core/customers/sections.ts';
import { findOpenMarks } from '../../core/tickets/open-mark.ts';
import { defineCommand, EVERYBODY, SELLERS } from '../command.ts';
import { offeringMatches } from '../duplicates.ts';
import {
  choiceField,
  emailField,
  hiddenNumber,
  noteField,
  personNameField,
  phoneField,
  recordField,
  regionField,
  textField,
} from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { customerAddedCard, customerCard, customersCard } from '../views/customer.ts';
import { ALL, CONTENTS, contentsCard, customerSectionCard, SECTION_NAMES } from '../views/customer-sections.ts';
import { withLink } from '../views/linked.ts';
import { viewer } from '../views/viewer.ts';
import { REASON } from './lead.ts';

const CUSTOMER_FIELDS = {
  name: textField({ en: 'Name', zh: '名称' }, { positional: true }),
  contact: optional(personNameField()),
  title: optional(textField({ en: 'Title', zh: '联系人职务' })),
  phone: optional(phoneField()),
  email: optional(emailField()),
  region: optional(regionField()),
  industry: optional(textField({ en: 'Industry', zh: '行业' })),
  note: optional(noteField({ en: 'Note', zh: '备注' })),
};

/** A title is somebody's: without a contact it would be nobody's. */
const wantsContact = async (_: unknown, { title, contact }: Record<string, unknown>) =>
  title && !contact ? { contact: { en: 'Say whose title it is.', zh: '请填写该职务对应的联系人。' } } : {};

export const customerAdd = defineCommand({
  name: 'customer.add',
  words: { en: ['customer add', 'customer new'], zh: ['新客户', '客户 新建', '新建客户'] },
  summary: { en: 'Put a customer on file', zh: '新建客户' },
  submit: { en: 'Add customer', zh: '新建客户' },
  examples: {
    en: ['customer add "Acme Manufacturing" --region East'],
    zh: ['新客户 华星电子有限公司 --地区 华东', '新客户 华星电子 上海 王总 13800138000'],
  },
  effect: 'write',
  allow: [...SELLERS, 'service', 'marketing'],
  input: z.strictObject(CUSTOMER_FIELDS),
  wants: wantsContact,
  run: (core, input) =>
    offeringMatches('customer', input, async () => {
      const card = customerAddedCard({ ...input, ...(await addCustomer(core, input)) }, viewer(core));
      return { kind: 'card', card };
    }),
});

/** Reached from the card that shows who is on file already: the same form with everything typed, and a reason. */
export const customerAddAnyway = defineCommand({
  name: 'customer.add-anyway',
  words: { en: ['customer add anyway'], zh: ['仍新建客户'] },
  summary: { en: 'Put it on file all the same', zh: '仍然新建客户' },
  submit: { en: 'Add all the same', zh: '仍然新建' },
  examples: { en: [], zh: [] },
  effect: 'write',
  allow: [...SELLERS, 'service', 'marketing'],
  isInternal: true,
  input: z.strictObject({ reason: noteField(REASON), ...CUSTOMER_FIELDS }),
  wants: wantsContact,
  async run(core, { reason, ...input }) {
    const added = await addCustomer(core, { ...input, duplicateReason: reason });
    return { kind: 'card', card: customerAddedCard({ ...input, ...added }, viewer(core)) };
  },
});

export const customerFind = defineCommand({
  name: 'customer.find',
  words: { en: ['customer find'], zh: ['找客户', '客户 查找'] },
  summary: { en: 'Find a customer', zh: '查找客户' },
  examples: { en: ['customer find Acme'], zh: ['找客户 华星'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ name: textField({ en: 'Name', zh: '名称' }, { positional: true }) }),
  async run(core, { name }) {
    const hits = await findCustomers(core, { mention: name });
    const [only, another] = hits;
    const card =
      only && !another && !only.isGuess
        ? customerCard(await getCustomer(core, only.id), viewer(core))
        : customersCard(
            name,
            hits,
            await findOpenMarks(
              core,
              hits.map(({ id }) => id),
            ),
            viewer(core),
          );
    return { kind: 'card', card };
  },
});

const SHOWN = [CONTENTS, ...SECTIONS] as const;
const SHOWN_NAMES = { [CONTENTS]: ALL, ...SECTION_NAMES };

export const customerShow = defineCommand({
  name: 'customer.show',
  words: { en: ['customer show', 'customer'], zh: ['客户', '查看客户', '客户 查看'] },
  summary: { en: 'A customer at a glance', zh: '查看客户' },
  examples: {
    en: ['customer Acme', 'customer Acme --section tickets'],
    zh: ['客户 华星电子', '客户 华星电子 --内容 联系人'],
  },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    customer: recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true }),
    section: optional(choiceField(SHOWN, SHOWN_NAMES, { en: 'Section', zh: '内容' })),
    page: optional(hiddenNumber()),
  }),
  async run(core, { customer, section, page = 0 }) {
    if (section === CONTENTS) {
      const card = contentsCard(await getCustomer(core, customer), viewer(core));
      return { kind: 'card', inPlace: true, card };
    }
    if (section) {
      const found = await findSection(core, { customerId: customer, name: section, page });
      return {
        kind: 'card',
        inPlace: true,
        card: customerSectionCard(found, page, viewer(core)),
      };
    }
    const card = customerCard(await getCustomer(core, customer), viewer(core));
    return { kind: 'card', card: withLink(card, core, 'customer', customer) };
  },
});
