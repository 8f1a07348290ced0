import { z } from 'zod';
import { addTouch } from '../../core/journal/add-touch.ts';
import { addMilestone, completeMilestone } from '../../core/journal/milestones.ts';
import { TOUCH_KINDS, TOUCH_NAMES } from '../../core/journal/touch.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { choiceField, dayField, pastDayField, recordField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { milestoneCard, touchCard } from '../views/journal.ts';
import { viewer } from '../views/viewer.ts';

const customerField = () => recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true });

export const touchAdd = defineCommand({
  name: 'touch.add',
  words: { en: ['touch add', 'touch'], zh: ['记录触达', '营销触达', '触达'] },
  summary: {
    en: 'Note what a customer or lead did: a download, an event',
    zh: '记录客户或线索的营销触达（下载、活动等）',
  },
  submit: { en: 'Note it', zh: '记录触达' },
  examples: {
    en: ['touch Acme White paper on sensors --kind download --on yesterday'],
    zh: ['记录触达 华星电子 传感器白皮书 --类型 下载资料 --日期 昨天', '记录触达 王建国 报价单 --类型 下载资料'],
  },
  effect: 'log',
  allow: [...SELLERS, 'service', 'marketing'],
  input: z.strictObject({
    party: recordField('party', { en: 'Customer or lead', zh: '客户或线索' }, { positional: true }),
    what: textField({ en: 'What', zh: '内容' }, { positional: true }),
    kind: optional(choiceField(TOUCH_KINDS, TOUCH_NAMES, { en: 'Kind', zh: '类型' })),
    on: optional(pastDayField({ en: 'On', zh: '日期' })),
  }),
  async run(core, { party, what, kind = 'other', on }) {
    const added = await addTouch(core, { partyId: party, what, kind, on });
    return { kind: 'card', card: touchCard(added, viewer(core)) };
  },
});

export const milestoneAdd = defineCommand({
  name: 'milestone.add',
  words: { en: ['milestone add', 'milestone'], zh: ['新交付节点', '交付节点', '交付'] },
  summary: { en: 'Plan a delivery milestone', zh: '新增交付节点' },
  submit: { en: 'Add milestone', zh: '新增节点' },
  examples: {
    en: ['milestone Acme "Installation" --planned "5 December"'],
    zh: ['交付节点 华星电子 安装 --计划 12月5日'],
  },
  effect: 'log',
  allow: [...SELLERS, 'service'],
  input: z.strictObject({
    customer: customerField(),
    name: textField({ en: 'Milestone', zh: '节点' }, { positional: true }),
    planned: optional(dayField({ en: 'Planned', zh: '计划' })),
    remark: optional(textField({ en: 'Note', zh: '备注' })),
  }),
  async run(core, { customer, name, planned, remark }) {
    const added = await addMilestone(core, { customerId: customer, name, plannedOn: planned, remark });
    return { kind: 'card', card: milestoneCard(added, viewer(core)) };
  },
});

export const milestoneDone = defineCommand({
  name: 'milestone.done',
  words: { en: ['milestone done'], zh: ['交付完成', '节点完成'] },
  summary: { en: 'A delivery milestone is done', zh: '交付节点完成' },
  submit: { en: 'Mark as done', zh: '标记完成' },
  examples: { en: ['milestone done Acme Installation'], zh: ['交付完成 华星电子 安装'] },
  effect: 'log',
  allow: [...SELLERS, 'service'],
  input: z.strictObject({
    customer: customerField(),
    name: textField({ en: 'Milestone', zh: '节点' }, { positional: true }),
    on: optional(pastDayField({ en: 'On', zh: '日期' })),
  }),
  async run(core, { customer, name, on }) {
    const done = await completeMilestone(core, { customerId: customer, name, on });
    return { kind: 'card', inPlace: true, card: milestoneCard(done, viewer(core)) };
  },
});
