import { z } from 'zod';
import { getCustomer } from '../../core/customers/get-customer.ts';
import { timeIn } from '../../core/days.ts';
import { changeFollowUp, getOwnFollowUp } from '../../core/follow-ups/change-follow-up.ts';
import { findFollowUps } from '../../core/follow-ups/find-follow-ups.ts';
import { logFollowUp } from '../../core/follow-ups/log-follow-up.ts';
import { isId } from '../../core/id.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { hiddenId, recordField } from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import {
  contactKindField,
  followUpFields,
  HAPPENED,
  happenedAtField,
  happenedField,
  happenedOnField,
  moodField,
  outcomeField,
} from '../fields/follow-up.ts';
import { drawList, listField } from '../lists.ts';
import { isKept, keptText } from '../long-text.ts';
import { pageField, readPage } from '../page.ts';
import { followUpCard, followUpChangedCard, historyCard } from '../views/follow-up.ts';
import { viewer } from '../views/viewer.ts';

const CUSTOMER = { en: 'Customer', zh: '客户' };

export const followUpLog = defineCommand({
  name: 'follow-up.log',
  words: { en: ['follow-up log', 'follow-up', 'log', 'visit', 'call'], zh: ['跟进', '记录跟进', '拜访'] },
  summary: { en: 'Log a follow-up', zh: '记录跟进' },
  submit: { en: 'Log it', zh: '记录' },
  examples: {
    en: [
      'log "Acme Manufacturing" They like the offer --kind visit --next-step "Send the contract" --next-on "next Wednesday"',
    ],
    zh: ['跟进 华星电子 王总对报价基本满意 --方式 拜访 --下一步 发合同 --下一步日期 下周三'],
  },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    customer: recordField('customer', CUSTOMER, { positional: true, mayBeContact: true }),
    ...followUpFields(),
    list: listField(),
  }),
  async run(core, { customer, kind = 'note', list, ...input }) {
    const logged = await logFollowUp(core, { customerId: customer, kind, ...input });
    const card = followUpCard(logged, viewer(core));
    return list
      ? { kind: 'card', inPlace: true, card: await drawList(core, list, card.title) }
      : { kind: 'card', card };
  },
});

export const followUpChange = defineCommand({
  name: 'follow-up.change',
  words: {
    en: ['follow-up change', 'follow-up edit', 'change follow-up'],
    zh: ['修改跟进', '跟进 修改', '更正跟进'],
  },
  summary: { en: 'Change a follow-up', zh: '修改跟进记录' },
  submit: { en: 'Save follow-up', zh: '保存跟进' },
  examples: {
    en: [
      'follow-up change Acme --kind call --mood hesitant',
      'follow-up change',
      'follow-up change Acme --move-to-customer Acme',
    ],
    zh: ['修改跟进 华星电子 --方式 电话 --情绪 犹豫', '修改跟进', '修改跟进 华星电子 --改记到客户 华星电子'],
  },
  effect: 'log',
  allow: EVERYBODY,
  asksWhenEmpty: true,
  changes: {
    table: 'follow_ups',
    record: 'followUp',
    shownBy: 'follow-up.change',
    columns: { on: 'happenedOn', at: 'happenedAt', movedTo: 'customerId' },
  },
  input: z.strictObject({
    /** The last one with him; without him the one just now. */
    customer: optional(recordField('customer', CUSTOMER, { positional: true })),
    kind: optional(contactKindField()),
    note: optional(happenedField()),
    on: optional(happenedOnField()),
    at: clearable(happenedAtField()),
    mood: clearable(moodField()),
    outcome: clearable(outcomeField()),
    movedTo: optional(recordField('customer', { en: 'Move to customer', zh: '改记到客户' })),
    /** The last one of this kind, where a sentence says so. */
    ofKind: optional(contactKindField({ hidden: true })),
    followUp: optional(hiddenId()),
  }),
  async prefill(core, { followUp, customer }) {
    const { id, subject, kind, note, on, happenedAt, mood, outcome } = await getOwnFollowUp(core, {
      followUpId: idOf(followUp),
      customerId: idOf(customer),
    });
    // Which one is settled: whom it was with is not asked again.
    return {
      followUp: id,
      kind,
      note: isKept(note) ? null : note,
      on,
      at: happenedAt && timeIn(happenedAt, core.actor.timeZone),
      mood,
      outcome,
      ...(subject.entity === 'customer' ? { movedTo: subject.id } : {}),
      // One of a lead counts as its answer, and stays there.
      unseen: subject.entity === 'customer' ? ['customer'] : ['customer', 'movedTo'],
    };
  },
  async preview(core, { followUp, note: shown }) {
    if (shown !== undefined || typeof followUp !== 'string' || !isId(followUp)) {
      return [];
    }
    const { note } = await getOwnFollowUp(core, { followUpId: followUp });
    return keptText(isKept(note) ? [HAPPENED] : []);
  },
  async run(core, { followUp: followUpId, customer: customerId, ...change }) {
    const changed = await changeFollowUp(core, { followUpId, customerId, ...change });
    return { kind: 'card', card: followUpChangedCard(changed, viewer(core)) };
  },
});

const idOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

export const followUpList = defineCommand({
  name: 'follow-up.list',
  words: { en: ['follow-up list', 'history'], zh: ['跟进记录', '历史'] },
  summary: { en: "A customer's history", zh: '客户跟进记录' },
  examples: { en: ['history Acme'], zh: ['跟进记录 华星电子'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ customer: recordField('customer', CUSTOMER, { positional: true }), page: pageField() }),
  async run(core, { customer: customerId, page }) {
    const [customer, followUps] = await Promise.all([
      getCustomer(core, customerId),
      readPage(page, (window) => findFollowUps(core, { customerId, ...window })),
    ]);
    const card = historyCard(customer, followUps, viewer(core));
    return { kind: 'card', inPlace: page !== undefined, card };
  },
});
