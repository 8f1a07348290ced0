import { z } from 'zod';
import { getCustomer } from '../../core/customers/get-customer.ts';
import { findFollowUps } from '../../core/follow-ups/find-follow-ups.ts';
import { FOLLOW_UP_KINDS, FOLLOW_UP_NAMES } from '../../core/follow-ups/follow-up.ts';
import { logFollowUp } from '../../core/follow-ups/log-follow-up.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { choiceField, dayField, noteField, pastDayField, recordField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { followUpCard, historyCard } from '../views/follow-up.ts';
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
    customer: recordField('customer', CUSTOMER, { positional: true }),
    note: noteField({ en: 'What happened', zh: '情况' }, { positional: true }),
    kind: optional(choiceField(FOLLOW_UP_KINDS, FOLLOW_UP_NAMES, { en: 'Kind', zh: '方式' })),
    on: optional(pastDayField({ en: 'On', zh: '日期' })),
    nextStep: optional(textField({ en: 'Next step', zh: '下一步' })),
    nextOn: optional(dayField({ en: 'Next on', zh: '下一步日期' })),
  }),
  async run(core, { customer, note, kind = 'note', on, nextStep, nextOn }) {
    const logged = await logFollowUp(core, { customerId: customer, note, kind, on, nextStep, nextOn });
    return { kind: 'card', audience: 'asker', card: followUpCard(logged, viewer(core)) };
  },
});

export const followUpList = defineCommand({
  name: 'follow-up.list',
  words: { en: ['follow-up list', 'history'], zh: ['跟进记录', '历史'] },
  summary: { en: "A customer's history", zh: '客户跟进记录' },
  examples: { en: ['history Acme'], zh: ['跟进记录 华星电子'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ customer: recordField('customer', CUSTOMER, { positional: true }) }),
  async run(core, { customer: customerId }) {
    const [customer, followUps] = await Promise.all([
      getCustomer(core, customerId),
      findFollowUps(core, { customerId }),
    ]);
    return { kind: 'card', audience: 'asker', card: historyCard(customer, followUps, viewer(core)) };
  },
});
