import type { AddedTouch } from '../../core/journal/add-touch.ts';
import type { KeptMilestone } from '../../core/journal/milestones.ts';
import { TOUCH_NAMES } from '../../core/journal/touch.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { day, type Viewer } from './format.ts';
import { openParty } from './tag.ts';
import { OPEN_CUSTOMER } from './words.ts';

const DONE: Text = { en: 'Done', zh: '完成' };
const PLANNED: Text = { en: 'Planned', zh: '计划' };
const NAME: Text = { en: 'Milestone', zh: '节点' };

export function touchCard({ party, kind, what, on }: AddedTouch, viewer: Viewer): Card {
  const { locale } = viewer;
  return {
    title: { en: `Noted: ${party.name}`, zh: `已记录：${party.name}` }[locale],
    tone: 'good',
    body: [
      { type: 'facts', facts: [{ label: TOUCH_NAMES[kind][locale], value: `${what} · ${day(on, viewer)}` }] },
      { type: 'actions', buttons: [openParty(party, locale)] },
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
            ? press(OPEN_CUSTOMER, locale, 'customer.show', { customer: customer.id })
            : press(DONE, locale, 'milestone.done', { customer: customer.id, name }),
        ],
      },
    ],
  };
}
