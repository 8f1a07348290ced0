import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { changeContact, getContactFields } from '../../core/customers/change-contact.ts';
import { CONTACT_ROLE_NAMES, CONTACT_ROLES } from '../../core/customers/contact-role.ts';
import { findContacts } from '../../core/customers/find-contacts.ts';
import { findContactCalled } from '../../core/customers/known-contacts.ts';
import { setContact } from '../../core/customers/set-contact.ts';
import { isId } from '../../core/id.ts';
import { defineCommand, EVERYBODY, SELLERS } from '../command.ts';
import { offeringContact } from '../duplicates.ts';
import {
  choiceField,
  emailField,
  hiddenFlag,
  hiddenId,
  personNameField,
  phoneField,
  recordField,
  textField,
} from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { offeringHeard } from '../heard-contact.ts';
import { contactCard, contactSetCard, contactsCard } from '../views/contact.ts';
import { viewer } from '../views/viewer.ts';
import { contactLeaving } from './contact-left.ts';
import { contactMerge } from './contact-merge.ts';
import { contactRemove } from './contact-remove.ts';

const NAME = { en: 'Name', zh: '姓名' };

const contactField = () => recordField('contact', { en: 'Contact', zh: '联系人' }, { positional: true });

/** Who he is, and what he decides. */
const ROLE = choiceField(CONTACT_ROLES, CONTACT_ROLE_NAMES, { en: 'Role', zh: '角色' });
const TITLE = textField({ en: 'Title', zh: '职务' });
const REPORTS_TO = textField({ en: 'Reports to', zh: '汇报给' });
const anyway = optional(hiddenFlag());

/** Who is on file already by that name, if it is clear who. */
async function calledSo(core: Core, { customer, person, another }: Readonly<Record<string, unknown>>) {
  return typeof customer === 'string' && isId(customer) && typeof person === 'string' && !another
    ? findContactCalled(core, { customerId: customer }, person)
    : undefined;
}

export const contactFind = defineCommand({
  name: 'contact.find',
  words: { en: ['contact find', 'contact', 'phone'], zh: ['找联系人', '联系人', '联系方式'] },
  summary: { en: "Somebody's phone or e-mail", zh: '查联系方式' },
  examples: {
    en: ['contact Wang', 'contact Wang --customer Acme'],
    zh: ['联系人 王总', '联系人 王总 --客户 华星电子'],
  },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    person: optional(textField({ en: 'Name', zh: '姓名' }, { positional: true })),
    customer: optional(textField({ en: 'Customer', zh: '客户' })),
  }),
  async run(core, { person, customer }) {
    const found = await findContacts(core, { person, customer });
    const asked = [customer, person].filter(Boolean).join(' · ');
    return { kind: 'card', card: contactsCard({ asked, isOfCompany: person === undefined }, found, viewer(core)) };
  },
});

const contactShow = defineCommand({
  name: 'contact.show',
  words: { en: ['contact show'], zh: ['查看联系人', '联系人 查看'] },
  summary: { en: 'Who somebody at a customer is', zh: '查看联系人' },
  examples: { en: ['contact show "Mary Major"'], zh: ['查看联系人 孙晓岚'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ contact: contactField() }),
  run: async (core, { contact }) => ({
    kind: 'card',
    card: contactCard(await getContactFields(core, contact), viewer(core)),
  }),
});

const contactSet = defineCommand({
  name: 'contact.set',
  words: { en: ['contact add', 'contact set', 'contact role'], zh: ['添加联系人', '联系人角色'] },
  summary: { en: 'Add a contact, or say what he decides', zh: '添加联系人或设置决策角色' },
  submit: { en: 'Save contact', zh: '保存联系人' },
  examples: {
    en: ['contact add Acme "Mary Major" --role "decision maker" --title CEO'],
    zh: ['添加联系人 华星电子 孙晓岚 --角色 影响者 --职务 设备科科长'],
  },
  effect: 'write',
  allow: SELLERS,
  changes: {
    table: 'contacts',
    record: 'customer',
    line: 'person',
    rowOf: async (core, customer, person) => (await calledSo(core, { customer, person }))?.id,
    shownBy: 'customer.show',
  },
  input: z.strictObject({
    customer: recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true }),
    person: textField(NAME, { positional: true }),
    role: optional(ROLE),
    title: optional(TITLE),
    phone: optional(phoneField()),
    email: optional(emailField()),
    reportsTo: optional(REPORTS_TO),
    anyway,
    another: optional(hiddenFlag()),
    from: optional(hiddenId()),
  }),
  // Whoever works somewhere else now is put on file there with what is known of him.
  async prefill(core, { from, ...known }) {
    const called = await calledSo(core, known);
    const standing = called ? await getContactFields(core, called.id) : {};
    if (typeof from !== 'string') {
      return standing;
    }
    const { name, phone, email, unseen } = await getContactFields(core, from);
    const seen = Object.entries({ phone, email }).filter(([field, value]) => value && !unseen.includes(field));
    return { ...standing, offered: { person: name, ...Object.fromEntries(seen) } };
  },
  run: (core, { anyway: isKnowing, another: isAnother, from: _, ...typed }) =>
    offeringHeard({ ...typed, anyway: isKnowing, another: isAnother }, () =>
      offeringContact('contact.set', typed, async () => {
        const { customer, ...change } = typed;
        const set = await setContact(core, { customerId: customer, ...change, isKnowing, isAnother });
        return { kind: 'card', card: contactSetCard(set, viewer(core)) };
      }),
    ),
});

const contactChange = defineCommand({
  name: 'contact.change',
  words: { en: ['contact change', 'contact edit'], zh: ['修改联系人', '联系人 修改'] },
  summary: { en: "Change a contact's name, title, phone or e-mail", zh: '修改联系人姓名、职务、电话或邮箱' },
  submit: { en: 'Change the contact', zh: '修改联系人' },
  examples: {
    en: ['contact change "Mary Major" --title CFO --phone "+1 202 555 0143"'],
    zh: ['修改联系人 孙晓岚 --职务 设备科科长', '修改联系人 "王总 · 华星电子" --电话 13800138000'],
  },
  effect: 'write',
  allow: SELLERS,
  asksWhenEmpty: true,
  changes: { table: 'contacts', record: 'contact', shownBy: 'contact.show' },
  input: z.strictObject({
    contact: contactField(),
    name: optional(personNameField(NAME)),
    role: clearable(ROLE),
    title: clearable(TITLE),
    phone: clearable(phoneField()),
    email: clearable(emailField()),
    reportsTo: clearable(REPORTS_TO),
    anyway,
  }),
  prefill: (core, { contact }) => getContactFields(core, String(contact)),
  run: (core, { anyway: isKnowing, ...typed }) =>
    offeringContact('contact.change', typed, async () => {
      const { contact, ...change } = typed;
      const changed = await changeContact(core, { contactId: contact, ...change, isKnowing });
      return { kind: 'card', card: contactSetCard(changed, viewer(core)) };
    }),
});

/** In the order help shows them. */
export const contacts = [
  contactSet,
  contactShow,
  contactChange,
  ...contactLeaving,
  contactMerge,
  contactRemove,
] as const;
