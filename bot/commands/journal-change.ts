import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { isId } from '../../core/id.ts';
import { changeMilestone } from '../../core/journal/change-milestone.ts';
import { changeTouch } from '../../core/journal/change-touch.ts';
import { getMilestone } from '../../core/journal/find-milestones.ts';
import { findOwnTouches, getOwnTouch, type Touch } from '../../core/journal/find-touches.ts';
import { removeMilestone } from '../../core/journal/remove-milestone.ts';
import { removeTouch } from '../../core/journal/remove-touch.ts';
import { TOUCH_KINDS, TOUCH_NAMES } from '../../core/journal/touch.ts';
import type { Text } from '../../core/text.ts';
import { offerInstead } from '../ask-back.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { choiceField, dayField, hiddenId, pastDayField, recordField, textField } from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import type { Viewer } from '../views/format.ts';
import {
  milestoneChangedCard,
  milestoneLine,
  milestoneRemovedCard,
  touchChangedCard,
  touchLine,
  touchName,
  touchRemovedCard,
  whichTouchCard,
} from '../views/journal.ts';
import { viewer } from '../views/viewer.ts';

const PLANNERS = [...SELLERS, 'service'] as const;
const NOTERS = [...SELLERS, 'service', 'marketing'] as const;

/** By whose it is and what it is called, or by the button of its own line. */
const whichMilestone = () => ({
  customer: optional(recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true })),
  which: optional(textField({ en: 'Milestone', zh: '节点' }, { positional: true })),
  milestone: optional(hiddenId()),
});

const whichTouch = () => ({
  party: optional(recordField('party', { en: 'Customer or lead', zh: '客户或线索' }, { positional: true })),
  which: optional(textField({ en: 'Touch', zh: '触达' }, { positional: true })),
  touch: optional(hiddenId()),
});

/** A phone has no room for more buttons side by side. */
const OFFERED = 5;

const WHOSE: Text = { en: 'Whose is it?', zh: '请填写是谁的。' };

const isSaid = ({ milestone, customer, which }: { milestone?: unknown; customer?: unknown; which?: unknown }) =>
  milestone !== undefined || customer !== undefined || which !== undefined;

const said = (value: unknown) => (typeof value === 'string' ? value : undefined);

type Said = Readonly<Record<string, unknown>>;

/** Which one a form is about; none as long as it is not clear whose. */
async function milestoneMeant(core: Core, { milestone, customer, which }: Said) {
  const isClear = milestone !== undefined || customer === undefined || isId(String(customer));
  const meant = { milestoneId: said(milestone), customerId: said(customer), name: milestone ? undefined : said(which) };
  return isClear && isSaid({ milestone, customer, which }) ? getMilestone(core, meant) : undefined;
}

async function touchMeant(core: Core, { touch, party, which }: Said) {
  const [touchId, partyId] = [said(touch), said(party)];
  const isClear = touchId !== undefined || (partyId !== undefined && isId(partyId));
  return isClear ? getOwnTouch(core, { touchId, partyId, words: touchId ? undefined : said(which) }) : undefined;
}

/** Which of several is taken off is chosen, never taken to be the last. */
const offerTouches = (several: readonly Touch[], seenBy: Viewer) =>
  offerInstead(
    several.slice(0, OFFERED).map((touch) => ({
      label: touchName(touch, seenBy),
      invocations: [{ command: 'touch.remove', input: { touch: touch.id }, via: 'form' }],
    })),
    (buttons, { actor }) => whichTouchCard(several.length, buttons, actor.locale),
  );

const milestoneChange = defineCommand({
  name: 'milestone.change',
  words: { en: ['milestone change', 'milestone move'], zh: ['修改节点', '修改交付节点', '交付节点 修改'] },
  summary: { en: 'Change a delivery milestone', zh: '修改交付节点' },
  submit: { en: 'Save milestone', zh: '保存节点' },
  examples: {
    en: ['milestone change Acme Installation --planned "10 June"'],
    zh: ['修改节点 华星电子 安装 --计划 6月10日'],
  },
  effect: 'log',
  allow: PLANNERS,
  asksWhenEmpty: true,
  changes: {
    table: 'milestones',
    record: 'milestone',
    shownBy: 'milestone.change',
    columns: { planned: 'plannedOn', done: 'doneOn' },
  },
  input: z.strictObject({
    ...whichMilestone(),
    planned: clearable(dayField({ en: 'Planned', zh: '计划' })),
    done: clearable(pastDayField({ en: 'Done on', zh: '完成日期' })),
    name: optional(textField({ en: 'New name', zh: '新名称' })),
    remark: clearable(textField({ en: 'Note', zh: '备注' })),
  }),
  wants: async (_, which) => (isSaid(which) ? {} : { customer: WHOSE }),
  async prefill(core, { milestone, customer, which }) {
    if (!isSaid({ milestone, customer, which })) {
      return {};
    }
    const meant = { milestoneId: said(milestone), customerId: said(customer), name: said(which) };
    const { id, name, plannedOn, doneOn, remark } = await getMilestone(core, meant);
    return { milestone: id, planned: plannedOn, done: doneOn, name, remark, unseen: ['customer', 'which'] };
  },
  async run(core, { milestone: milestoneId, customer: customerId, which, planned, done, name, remark }) {
    const meant = { milestoneId, customerId, name: milestoneId ? undefined : which };
    const changed = await changeMilestone(core, meant, { plannedOn: planned, doneOn: done, name, remark });
    return { kind: 'card', card: milestoneChangedCard(changed, viewer(core)) };
  },
});

const milestoneRemove = defineCommand({
  name: 'milestone.remove',
  words: { en: ['milestone remove', 'milestone delete'], zh: ['删除节点', '删除交付节点', '取消节点'] },
  summary: { en: 'Take a delivery milestone off the plan', zh: '删除交付节点' },
  submit: { en: 'Take it off', zh: '删除节点' },
  examples: { en: ['milestone remove Acme Installation'], zh: ['删除节点 华星电子 安装'] },
  effect: 'write',
  allow: PLANNERS,
  input: z.strictObject(whichMilestone()),
  hides: async (_, { milestone }) => (milestone === undefined ? [] : ['customer', 'which']),
  wants: async (_, which) => (isSaid(which) ? {} : { customer: WHOSE }),
  async prefill(core, { milestone, customer, which }) {
    const found = await milestoneMeant(core, { milestone, customer, which });
    return found ? { milestone: found.id, unseen: ['customer', 'which'] } : {};
  },
  async preview(core, { milestone, customer, which }) {
    const found = await milestoneMeant(core, { milestone, customer, which });
    return found ? [milestoneLine(found, viewer(core))] : [];
  },
  async run(core, { milestone: milestoneId, customer: customerId, which }) {
    const removed = await removeMilestone(core, { milestoneId, customerId, name: milestoneId ? undefined : which });
    return { kind: 'card', inPlace: true, card: milestoneRemovedCard(removed, viewer(core)) };
  },
});

const touchChange = defineCommand({
  name: 'touch.change',
  words: { en: ['touch change'], zh: ['修改触达', '触达 修改'] },
  summary: { en: 'Correct a marketing touch', zh: '修改营销触达' },
  submit: { en: 'Save touch', zh: '保存触达' },
  examples: {
    en: ['touch change Acme "White paper" --on yesterday'],
    zh: ['修改触达 华星电子 白皮书 --日期 昨天'],
  },
  effect: 'log',
  allow: NOTERS,
  asksWhenEmpty: true,
  changes: { table: 'touches', record: 'touch', shownBy: 'touch.change', columns: { on: 'occurredAt' } },
  input: z.strictObject({
    ...whichTouch(),
    what: optional(textField({ en: 'What', zh: '内容' })),
    kind: optional(choiceField(TOUCH_KINDS, TOUCH_NAMES, { en: 'Kind', zh: '类型' })),
    on: optional(pastDayField({ en: 'On', zh: '日期' })),
  }),
  wants: async (_, { touch, party }) => (touch === undefined && party === undefined ? { party: WHOSE } : {}),
  async prefill(core, { touch, party, which }) {
    if (touch === undefined && party === undefined) {
      return {};
    }
    const meant = { touchId: said(touch), partyId: said(party), words: said(which) };
    const { id, what, kind, on } = await getOwnTouch(core, meant);
    return { touch: id, what, kind, on, unseen: ['party', 'which'] };
  },
  async run(core, { touch: touchId, party: partyId, which: words, ...change }) {
    const changed = await changeTouch(core, { touchId, partyId, words }, change);
    return { kind: 'card', card: touchChangedCard(changed, viewer(core)) };
  },
});

const touchRemove = defineCommand({
  name: 'touch.remove',
  words: { en: ['touch remove', 'touch delete'], zh: ['删除触达', '触达 删除'] },
  summary: { en: 'Remove a touch entered wrongly', zh: '删除记错的触达' },
  submit: { en: 'Remove it', zh: '删除触达' },
  examples: { en: ['touch remove Acme "White paper"'], zh: ['删除触达 华星电子 白皮书'] },
  effect: 'write',
  allow: NOTERS,
  input: z.strictObject(whichTouch()),
  hides: async (_, { touch }) => (touch === undefined ? [] : ['party', 'which']),
  wants: async (_, { touch, party }) => (touch === undefined && party === undefined ? { party: WHOSE } : {}),
  async prefill(core, { touch, party, which }) {
    const found = await touchMeant(core, { touch, party, which });
    return found ? { touch: found.id, unseen: ['party', 'which'] } : {};
  },
  async preview(core, { touch, party, which }) {
    const found = await touchMeant(core, { touch, party, which });
    return found ? [touchLine(found, viewer(core))] : [];
  },
  async run(core, { touch: touchId, party: partyId, which: words }) {
    const several = touchId ? [] : await findOwnTouches(core, { partyId, words });
    if (several.length > 1) {
      throw offerTouches(several, viewer(core));
    }
    const removed = await removeTouch(core, { touchId, partyId, words });
    return { kind: 'card', inPlace: true, card: touchRemovedCard(removed, viewer(core)) };
  },
});

/** In the order help shows them. */
export const journalChanges = [touchChange, touchRemove, milestoneChange, milestoneRemove] as const;
