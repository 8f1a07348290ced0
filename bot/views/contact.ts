import type { ContactFields } from '../../core/customers/change-contact.ts';
import { CONTACT_ROLE_NAMES, CONTACT_ROLES, type ContactRole } from '../../core/customers/contact-role.ts';
import type { Reachable } from '../../core/customers/find-contacts.ts';
import { phoneText } from '../../core/customers/phone.ts';
import type { SavedField, SetContact } from '../../core/customers/set-contact.ts';
import type { Day } from '../../core/days.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card, CardNode, Rich } from '../cards/card.ts';
import { press } from '../press.ts';
import { BACK, LEFT, leftMark } from './contact-left.ts';
import { removeButton } from './contact-removed.ts';
import { type Fact, factsOf } from './facts.ts';
import { bracketed, day, phone as phoneOf, type Viewer } from './format.ts';
import { savedText } from './record-changed.ts';
import { OPEN } from './words.ts';

/** Instead of a number. */
export const UNKNOWN: Text = { en: 'no phone on file', zh: '未记录电话' };
export const UNSEEN: Text = { en: 'the phone is not shown to your role', zh: '电话对你的角色不可见' };

/** Numbers to call, and plainly where none is on file (never a guess); of one who has left no number is the company's. */
export function contactsCard(
  { asked, isOfCompany }: { asked: string; isOfCompany: boolean },
  found: readonly Reachable[],
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  if (found.length === 0) {
    return {
      title: { en: `I know nobody called “${asked}”`, zh: `没有找到“${asked}”` }[locale],
      tone: 'warning',
      body: [
        {
          type: 'text',
          text: { en: 'I looked among those you may see.', zh: '已在你可见的范围内查找。' }[locale],
          muted: true,
        },
        {
          type: 'actions',
          buttons: [press({ en: 'Find a customer', zh: '查找客户' }, locale, 'customer.find', {})],
        },
      ],
    };
  }
  const reachable = found.filter(({ phone, email }) => phone ?? email);
  const [only] = reachable;
  const [known, another] = isOfCompany ? reachable.filter(({ leftOn }) => leftOn === null) : reachable;
  const who = known && `${known.name}${marked(known.leftOn, viewer)}`;
  const title =
    known && !another
      ? { en: `${who}: ${reach(known)}`, zh: `${who}：${reach(known)}` }
      : only
        ? { en: `How to reach ${asked}`, zh: `${asked}的联系方式` }
        : found.some(({ isUnseen }) => isUnseen)
          ? { en: `How to reach ${asked}`, zh: `${asked}的联系方式` }
          : { en: `No phone on file for ${asked}`, zh: `没有记录${asked}的电话` };
  return {
    title: title[locale],
    ...(only ? {} : { tone: 'warning' as const }),
    body: [
      {
        type: 'records',
        records: found.map((each) => ({
          title: [each.name, each.title ?? ''].filter(Boolean).join(' · '),
          detail: detailOf(each, viewer),
          buttons: [open(each, locale)],
        })),
      },
    ],
  };
}

function reach({ phone, email }: Reachable): string {
  return [phone && phoneText(phone), email].filter(Boolean).join(' · ');
}

/** Whose he is, and the number to tap. */
function detailOf({ customerName, phone, email, isUnseen, leftOn }: Reachable, viewer: Viewer): Rich {
  const { locale } = viewer;
  const before = [customerName ?? '', leftMark(leftOn, viewer)]
    .flatMap((each) => (each ? [`${each} · `] : []))
    .join('');
  if (!phone) {
    return before + (email ?? (isUnseen ? UNSEEN : UNKNOWN)[locale]);
  }
  return [...(before ? [before] : []), phoneOf(phone), ...(email ? [` · ${email}`] : [])];
}

function open({ kind, id }: Reachable, locale: Viewer['locale']): Button {
  return kind === 'lead'
    ? press(OPEN, locale, 'lead.show', { lead: id })
    : press(OPEN, locale, 'customer.show', { customer: id });
}

const NAME: Text = { en: 'Name', zh: '姓名' };
const ROLE: Text = { en: 'Role', zh: '角色' };
const JOB: Text = { en: 'Title', zh: '职务' };
const REPORTS: Text = { en: 'Reports to', zh: '汇报给' };
const PHONE: Text = { en: 'Phone', zh: '电话' };
const EMAIL: Text = { en: 'E-mail', zh: '邮箱' };
const CUSTOMER: Text = { en: 'Customer', zh: '客户' };
const LEFT_ON: Text = { en: 'Left on', zh: '离职日期' };
const CHANGE: Text = { en: 'Change', zh: '修改' };
const ALL: Text = { en: 'All contacts', zh: '全部联系人' };

export const CONTACT_LABELS = { name: NAME, role: ROLE, title: JOB, reportsTo: REPORTS, phone: PHONE, email: EMAIL };

type Told = { role: ContactRole | null | undefined; title: string | null; reportsTo: string | null | undefined };

const told = ({ role, title, reportsTo }: Told, locale: Viewer['locale']): Fact[] => [
  [ROLE, role && CONTACT_ROLE_NAMES[role][locale]],
  [JOB, title],
  [REPORTS, reportsTo],
];

const around = (
  { contact, name, customer, leftOn = null }: { contact: string; name: string; customer: string; leftOn?: Day | null },
  locale: Viewer['locale'],
): CardNode => ({
  type: 'actions',
  buttons: [
    press(ALL, locale, 'customer.show', { customer, section: 'contacts' }),
    press(CHANGE, locale, 'contact.change', { contact }),
    leftOn ? press(BACK, locale, 'contact.back', { contact }) : press(LEFT, locale, 'contact.left', { contact }),
  ],
  more: [removeButton({ id: contact, name }, locale)],
});

/** （5月20日离职） behind a name. */
const marked = (leftOn: Day | null, viewer: Viewer): string =>
  leftOn ? bracketed(leftMark(leftOn, viewer), viewer.locale) : '';

/** One person at a customer, with his number to tap. */
export function contactCard(contact: ContactFields, viewer: Viewer): Card {
  const { locale } = viewer;
  const { id, name, customerId, customerName, phone, email, unseen, leftOn, reportsTo, superiorLeftOn } = contact;
  const superior = reportsTo && `${reportsTo}${marked(superiorLeftOn, viewer)}`;
  const facts: Fact[] = [
    [CUSTOMER, customerName],
    [LEFT_ON, leftOn && day(leftOn, viewer)],
    ...told({ ...contact, reportsTo: superior }, locale),
    [PHONE, phone ? [phoneOf(phone)] : unseen.includes('phone') ? UNSEEN[locale] : null],
    [EMAIL, email],
  ];
  return {
    title: name,
    ...(leftOn ? { tone: 'warning' as const } : {}),
    body: [
      { type: 'facts', facts: factsOf(facts, locale) },
      around({ contact: id, name, customer: customerId, leftOn }, locale),
    ],
  };
}

/** What was saved of him: from what to what, or what is new. */
export function contactSetCard({ id, name, isNew, customer, saved, leftOn }: SetContact, viewer: Viewer): Card {
  const { locale } = viewer;
  const saidOf = (field: SavedField['field'], value: string | null) => {
    const role = field === 'role' ? CONTACT_ROLES.find((each) => each === value) : undefined;
    return role ? CONTACT_ROLE_NAMES[role][locale] : value;
  };
  const facts = saved.map(({ field, before, after }) => ({
    label: CONTACT_LABELS[field][locale],
    value: isNew
      ? field === 'phone' && after
        ? [phoneOf(after)]
        : (saidOf(field, after) ?? '')
      : savedText({ field, before: saidOf(field, before), after: saidOf(field, after) }, viewer),
  }));
  return {
    title: isNew
      ? { en: `Contact added: ${name}, ${customer.name}`, zh: `联系人已添加：${customer.name} · ${name}` }[locale]
      : { en: `Contact updated: ${name}, ${customer.name}`, zh: `联系人已更新：${customer.name} · ${name}` }[locale],
    tone: 'good',
    body: [
      ...(facts.length > 0 ? [{ type: 'facts' as const, facts }] : []),
      around({ contact: id, name, customer: customer.id, leftOn }, locale),
    ],
  };
}
