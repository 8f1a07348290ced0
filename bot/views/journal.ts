import { CONTACT_ROLE_NAMES } from '../../core/customers/contact-role.ts';
import type { SetContact } from '../../core/customers/set-contact.ts';
import type { AddedTouch } from '../../core/journal/add-touch.ts';
import type { KeptMilestone } from '../../core/journal/milestones.ts';
import { TOUCH_NAMES } from '../../core/journal/touch.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { day, type Viewer } from './format.ts';

const CUSTOMER: Text = { en: 'Open customer', zh: '查看客户' };
const DONE: Text = { en: 'Done', zh: '完成' };
const PLANNED: Text = { en: 'Planned', zh: '计划' };
const NAME: Text = { en: 'Milestone', zh: '节点' };
const ROLE: Text = { en: 'Role', zh: '角色' };
const JOB: Text = { en: 'Title', zh: '职务' };
const REPORTS: Text = { en: 'Reports to', zh: '汇报给' };

export function touchCard({ customer, kind, what, on }: AddedTouch, viewer: Viewer): Card {
  const { locale } = viewer;
  return {
    title: { en: `Noted: ${customer.name}`, zh: `已记录：${customer.name}` }[locale],
    tone: 'good',
    body: [
      { type: 'facts', facts: [{ label: TOUCH_NAMES[kind][locale], value: `${what} · ${day(on, viewer)}` }] },
      { type: 'actions', buttons: [press(CUSTOMER, locale, 'customer.show', { customer: customer.id })] },
    ],
  };
}

export function milestoneCard({ customer, name, plannedOn, doneOn }: KeptMilestone, viewer: Viewer): Card {
  const { locale } = viewer;
  const facts = [
    { label: NAME[locale], value: name },
    ...(plannedOn ? [{ label: PLANNED[locale], value: day(plannedOn, viewer) }] : []),
    ...(doneOn ? [{ label: DONE[locale], value: day(doneOn, viewer) }] : []),
  ];
  return {
    title: doneOn
      ? { en: `Delivered: ${customer.name}`, zh: `交付完成：${customer.name}` }[locale]
      : { en: `On the plan: ${customer.name}`, zh: `交付节点已加：${customer.name}` }[locale],
    tone: 'good',
    body: [
      { type: 'facts', facts },
      {
        type: 'actions',
        buttons: [
          doneOn
            ? press(CUSTOMER, locale, 'customer.show', { customer: customer.id })
            : press(DONE, locale, 'milestone.done', { customer: customer.id, name }),
        ],
      },
    ],
  };
}

export function contactSetCard(
  { name, isNew, customer, title, role, reportsTo }: SetContact,
  { locale }: Viewer,
): Card {
  const facts = [
    ...(role ? [{ label: ROLE[locale], value: CONTACT_ROLE_NAMES[role][locale] }] : []),
    ...(title ? [{ label: JOB[locale], value: title }] : []),
    ...(reportsTo ? [{ label: REPORTS[locale], value: reportsTo }] : []),
  ];
  return {
    title: isNew
      ? { en: `Contact added: ${name}, ${customer.name}`, zh: `联系人已添加：${customer.name} · ${name}` }[locale]
      : { en: `Contact updated: ${name}, ${customer.name}`, zh: `联系人已更新：${customer.name} · ${name}` }[locale],
    tone: 'good',
    body: [
      ...(facts.length > 0 ? [{ type: 'facts' as const, facts }] : []),
      {
        type: 'actions',
        buttons: [
          press({ en: 'All contacts', zh: '全部联系人' }, locale, 'customer.show', {
            customer: customer.id,
            section: 'contacts',
          }),
        ],
      },
    ],
  };
}
