import type { Role } from '../../core/actor.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button } from '../cards/card.ts';
import { press } from '../press.ts';
import { LOG, MY_DAY } from './words.ts';

/** Something to say, and the button that does the same without saying it. */
export type Starter = { say: Text; button(locale: Locale): Button };

const VISIT: Starter = {
  say: {
    en: 'Visited Acme today, Wang likes the quote, sending the contract next Wednesday',
    zh: '今天拜访了华星电子，王总对报价基本满意，下周三发合同',
  },
  button: (locale) => press(LOG, locale, 'follow-up.log', {}, { style: 'primary' }),
};
const REMIND: Starter = {
  say: { en: 'Remind me to call Wang tomorrow at 3pm', zh: '提醒我明天下午3点给王总打电话' },
  button: (locale) => press({ en: 'Add a task', zh: '新建任务' }, locale, 'task.add', {}),
};
const GIVE: Starter = {
  say: { en: 'Remind Jim to call Acme tomorrow', zh: '提醒李雷明天给王总打电话' },
  button: (locale) => press({ en: 'Give a task', zh: '安排任务' }, locale, 'task.add', {}),
};
const DAY: Starter = {
  say: { en: 'What is on today?', zh: '今天有什么安排？' },
  button: (locale) => press(MY_DAY, locale, 'today.show', {}),
};
const DEALS: Starter = {
  say: { en: 'My deals', zh: '我的商机' },
  button: (locale) => press({ en: 'My deals', zh: '我的商机' }, locale, 'opportunity.list', {}),
};
const DISCOUNT: Starter = {
  say: { en: 'Ask for 10% off for Acme because of their budget', zh: '给华星电子申请10%的折扣，因为预算有限' },
  button: (locale) => press({ en: 'Ask for a discount', zh: '申请折扣' }, locale, 'opportunity.discount', {}),
};
const TEAM: Starter = {
  say: { en: 'How is my team today?', zh: '我团队今天怎么样？' },
  button: (locale) => press({ en: 'My team', zh: '我的团队' }, locale, 'team.today', {}, { style: 'primary' }),
};
const APPROVE: Starter = {
  say: { en: 'What waits for my approval?', zh: '有什么待我审批？' },
  button: (locale) => press({ en: 'Approvals', zh: '待我审批' }, locale, 'approval.list', {}),
};
const PIPELINE: Starter = {
  say: { en: 'Pipeline this quarter', zh: '本季度商机漏斗' },
  button: (locale) => press({ en: 'Pipeline', zh: '商机漏斗' }, locale, 'pipeline.show', {}),
};
const FIND: Starter = {
  say: { en: 'Show me Acme', zh: '查一下华星电子' },
  button: (locale) => press({ en: 'Find a customer', zh: '查找客户' }, locale, 'customer.find', {}),
};
const PHONE: Starter = {
  say: { en: "What is Mr Wang's phone number?", zh: '王总的电话是多少？' },
  button: (locale) => press({ en: 'Find a phone', zh: '查联系方式' }, locale, 'contact.find', {}),
};
const LEAD: Starter = {
  say: { en: 'New lead: Mary Major from Example Works, referral', zh: '新线索：星河科技的王建国，展会认识的' },
  button: (locale) => press({ en: 'Add a lead', zh: '新建线索' }, locale, 'lead.add', {}),
};
const TICKET: Starter = {
  say: { en: "Acme's gateway is offline, open a ticket", zh: '华星电子的传感器坏了，建个工单' },
  button: (locale) => press({ en: 'Open a ticket', zh: '新建工单' }, locale, 'ticket.open', {}, { style: 'primary' }),
};
const PAID: Starter = {
  say: { en: 'Acme paid 20,000 yesterday', zh: '华星电子昨天回款5万' },
  button: (locale) => press({ en: 'A payment', zh: '登记回款' }, locale, 'payment.add', {}, { style: 'primary' }),
};
const INVOICE: Starter = {
  say: { en: 'Invoice Acme 30,000, due in 30 days', zh: '给华星电子开了10万的发票，30天内付款' },
  button: (locale) => press({ en: 'An invoice', zh: '登记发票' }, locale, 'invoice.add', {}),
};
const OWED: Starter = {
  say: { en: 'Who owes us money?', zh: '谁还欠我们钱？' },
  button: (locale) => press({ en: 'Open invoices', zh: '未付发票' }, locale, 'invoice.list', {}),
};
const SETUP: Starter = {
  say: { en: 'Set up the company', zh: '初始设置' },
  button: (locale) => press({ en: 'First steps', zh: '初始设置' }, locale, 'admin.setup', {}, { style: 'primary' }),
};
const INVITE: Starter = {
  say: { en: 'invite', zh: '邀请同事' },
  button: (locale) => press({ en: 'Invite', zh: '邀请同事' }, locale, 'admin.invite', {}),
};
const PEOPLE: Starter = {
  say: { en: 'admin people', zh: '管理 人员' },
  button: (locale) => press({ en: 'People', zh: '人员' }, locale, 'admin.people', {}),
};

/** The first role that is listed decides: whoever leads sees what leaders ask first. */
const BY_ROLE: readonly (readonly [Role, readonly Starter[]])[] = [
  ['admin', [SETUP, INVITE, PEOPLE, PIPELINE, FIND]],
  ['executive', [PIPELINE, APPROVE, TEAM, FIND, DAY]],
  ['director', [TEAM, APPROVE, PIPELINE, GIVE, DAY]],
  ['manager', [TEAM, PIPELINE, GIVE, VISIT, DAY]],
  ['rep', [VISIT, REMIND, DAY, DEALS, DISCOUNT]],
  ['marketing', [LEAD, FIND, PIPELINE, REMIND, DAY]],
  ['service', [TICKET, PHONE, FIND, REMIND, DAY]],
  ['finance', [PAID, INVOICE, OWED, APPROVE, DAY]],
];

export function startersFor(roles: readonly Role[]): readonly Starter[] {
  return BY_ROLE.find(([role]) => roles.includes(role))?.[1] ?? [DAY, REMIND, FIND];
}
