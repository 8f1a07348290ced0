import type { AddedTouch, Party } from '../../core/journal/add-touch.ts';
import type { Milestone } from '../../core/journal/find-milestones.ts';
import type { Touch } from '../../core/journal/find-touches.ts';
import type { KeptMilestone } from '../../core/journal/milestones.ts';
import { TOUCH_NAMES } from '../../core/journal/touch.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { type Fact, factsOf } from './facts.ts';
import { day, type Viewer } from './format.ts';
import { openParty } from './tag.ts';
import { CHANGE, OPEN_CUSTOMER, REMOVE } from './words.ts';

const DONE: Text = { en: 'Done', zh: '完成' };
const PLANNED: Text = { en: 'Planned', zh: '计划' };
const NAME: Text = { en: 'Milestone', zh: '节点' };
const NOTE: Text = { en: 'Note', zh: '备注' };

type ShownTouch = Pick<AddedTouch, 'id' | 'party' | 'kind' | 'what' | 'on'>;

export function touchCard(touch: ShownTouch, viewer: Viewer): Card {
  return touchAs({ en: `Noted: ${touch.party.name}`, zh: `已记录：${touch.party.name}` }, touch, viewer);
}

export function touchChangedCard(touch: Touch, viewer: Viewer): Card {
  return touchAs({ en: `Changed: ${touch.party.name}`, zh: `触达已修改：${touch.party.name}` }, touch, viewer);
}

function touchAs(title: Text, { id, party, kind, what, on }: ShownTouch, viewer: Viewer): Card {
  const { locale } = viewer;
  const [change, remove] = touchButtons(id, locale);
  return {
    title: title[locale],
    tone: 'good',
    body: [
      { type: 'facts', facts: [{ label: TOUCH_NAMES[kind][locale], value: `${what} · ${day(on, viewer)}` }] },
      { type: 'actions', buttons: [openParty(party, locale)], more: [change, remove] },
    ],
  };
}

/** Which one it is, before it is taken off. */
export function touchLine(touch: Touch, viewer: Viewer): Text {
  const line = `${touch.party.name} · ${touchName(touch, viewer)[viewer.locale]}`;
  return { en: line, zh: line };
}

/** Among others of the same customer. */
export function touchName({ kind, what, on }: Touch, viewer: Viewer): Text {
  const line = `${TOUCH_NAMES[kind][viewer.locale]} · ${what} · ${day(on, viewer)}`;
  return { en: line, zh: line };
}

/** Several are called so: nothing is taken off until one of them is chosen. */
export function whichTouchCard(count: number, buttons: Button[], locale: Viewer['locale']): Card {
  const rest = count > buttons.length;
  const text = rest
    ? {
        en: `There are ${count}; these are the last. Others by their words.`,
        zh: `共 ${count} 条，以下是最近的；其他的请写明内容。`,
      }
    : { en: 'There are several. Nothing is removed yet.', zh: '有多条记录，尚未删除。' };
  return {
    title: { en: 'Which touch is to go?', zh: '删除哪一条触达？' }[locale],
    body: [
      { type: 'text', text: text[locale] },
      { type: 'actions', buttons },
    ],
  };
}

export function milestoneLine({ customer, name, plannedOn }: Milestone, viewer: Viewer): Text {
  const line = [customer.name, name, ...(plannedOn ? [day(plannedOn, viewer)] : [])].join(' · ');
  return { en: line, zh: line };
}

/** What may be done about one that was entered wrongly. */
export function touchButtons(touch: string, locale: Viewer['locale']): [change: Button, remove: Button] {
  return [press(CHANGE, locale, 'touch.change', { touch }), press(REMOVE, locale, 'touch.remove', { touch })];
}

export function touchRemovedCard({ party, kind, what }: Touch, { locale }: Viewer): Card {
  return removed({ en: `Touch removed: ${party.name}`, zh: `触达已删除：${party.name}` }, party, locale, [
    [TOUCH_NAMES[kind], what],
  ]);
}

export function milestoneCard(milestone: KeptMilestone, viewer: Viewer): Card {
  const { customer, doneOn } = milestone;
  const title = doneOn
    ? { en: `Delivered: ${customer.name}`, zh: `交付完成：${customer.name}` }
    : { en: `On the plan: ${customer.name}`, zh: `交付节点已加：${customer.name}` };
  return milestoneAs(title, milestone, viewer);
}

export function milestoneChangedCard(milestone: Milestone, viewer: Viewer): Card {
  const { name } = milestone.customer;
  return milestoneAs({ en: `Changed: ${name}`, zh: `交付节点已修改：${name}` }, milestone, viewer);
}

function milestoneAs(title: Text, milestone: KeptMilestone, viewer: Viewer): Card {
  const { locale } = viewer;
  const { id, customer, name, plannedOn, doneOn, remark = null } = milestone;
  const facts: Fact[] = [
    [NAME, name],
    [PLANNED, plannedOn && day(plannedOn, viewer)],
    [DONE, doneOn && day(doneOn, viewer)],
    [NOTE, remark],
  ];
  const [change, remove] = milestoneButtons(id, locale);
  return {
    title: title[locale],
    tone: 'good',
    body: [
      { type: 'facts', facts: factsOf(facts, locale) },
      {
        type: 'actions',
        buttons: [
          doneOn
            ? press(OPEN_CUSTOMER, locale, 'customer.show', { customer: customer.id })
            : press(DONE, locale, 'milestone.done', { customer: customer.id, name }),
        ],
        more: [change, remove],
      },
    ],
  };
}

export function milestoneButtons(milestone: string, locale: Viewer['locale']): [change: Button, remove: Button] {
  return [
    press(CHANGE, locale, 'milestone.change', { milestone }),
    press(REMOVE, locale, 'milestone.remove', { milestone }),
  ];
}

export function milestoneRemovedCard({ customer, name }: Milestone, { locale }: Viewer): Card {
  const title = { en: `Off the plan: ${customer.name}`, zh: `交付节点已删除：${customer.name}` };
  return removed(title, { entity: 'customer', ...customer }, locale, [[NAME, name]]);
}

function removed(title: Text, party: Party, locale: Viewer['locale'], facts: Fact[]): Card {
  return {
    title: title[locale],
    tone: 'good',
    body: [
      { type: 'facts', facts: factsOf(facts, locale) },
      { type: 'actions', buttons: [openParty(party, locale)] },
    ],
  };
}
