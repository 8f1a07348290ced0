type Gold = readonly (readonly [sentence: string, expected: string])[];

const HX = '深圳市华星电子有限公司';
const TF = '成都天府食品集团有限公司';
const ACME = 'Acme Corporation';
const GLOBEX = 'Globex Corporation';

/** Several appointments in one sentence are a task each. */
export const several: Gold = [
  [
    '明天上午十点见华星王总，下午三点去天府',
    `task.add|customer=${HX}|due=2026-05-14 10:00|title=见华星王总 + task.add|customer=${TF}|due=2026-05-14 15:00|title=去天府`,
  ],
  [
    'meet Acme tomorrow at 10 and Globex at 3pm',
    `task.add|customer=${ACME}|due=2026-05-14 10:00|title=meet Acme + task.add|customer=${GLOBEX}|due=2026-05-14 15:00|title=meet Globex`,
  ],
  [
    '周五上午拜访华星，下午去天府',
    `task.add|customer=${HX}|due=2026-05-15|title=拜访华星 + task.add|customer=${TF}|due=2026-05-15|title=下午去天府`,
  ],
  [
    'Call Acme on Friday at 9 and visit Globex at 2pm',
    `task.add|customer=${ACME}|due=2026-05-15 09:00|title=Call Acme + task.add|customer=${GLOBEX}|due=2026-05-15 14:00|title=visit Globex`,
  ],
  [
    '周四10点和华星开会，周五下午2点拜访天府',
    `task.add|customer=${HX}|due=2026-05-14 10:00|title=和华星开会 + task.add|customer=${TF}|due=2026-05-15 14:00|title=拜访天府`,
  ],
  [
    'remind me to meet Acme tomorrow at 10 and Globex at 3pm',
    `task.add|customer=${ACME}|due=2026-05-14 10:00|title=meet Acme + task.add|customer=${GLOBEX}|due=2026-05-14 15:00|title=meet Globex`,
  ],
  ['安排6月1日和华星通电话', `task.add|customer=${HX}|due=2026-06-01|title=安排和华星通电话`],
  [
    'Acme liked the demo, schedule a call with Acme for June 1',
    `follow-up.log|customer=${ACME}|kind=note|nextOn=2026-06-01|nextStep=schedule a call with Acme`,
  ],
];

/** One task, news, or somebody else's plan. */
export const notSeveral: Gold = [
  ['明天拜访华星和天府', `task.add|customer=${HX}|due=2026-05-14|title=拜访华星和天府`],
  [
    '昨天上午拜访了华星，下午去了天府',
    `follow-up.log|customer=${HX}|kind=visit|on=2026-05-12 + follow-up.log|customer=${TF}|kind=visit|on=2026-05-12`,
  ],
  [
    '周一9:30拜访了华星，周二10:00电话天府',
    `follow-up.log|at=09:30|customer=${HX}|kind=visit|on=2026-05-11 + follow-up.log|at=10:00|customer=${TF}|kind=call|on=2026-05-12`,
  ],
  ['拜访了华星，明天去天府', `follow-up.log|customer=${HX}|kind=visit|nextOn=2026-05-14|nextStep=去天府`],
  ['华星明天上午十点付款，天府下午三点付款', 'none'],
  ['明天见华星，他们要和天府一起来', 'none'],
  ['明天谁去华星，下午谁去天府', 'none'],
  ['move Acme to Friday at 10 and Globex to Monday', 'none'],
  [
    'visited Acme, meet Globex tomorrow at 3pm',
    `follow-up.log|customer=${ACME}|kind=visit|nextAt=15:00|nextOn=2026-05-14|nextStep=meet Globex`,
  ],
];

/** Called off, with whom and on what day. */
export const calledOff: Gold = [
  ['取消明天和华星的会', `task.cancel|task=${HX}会 2026-05-14`],
  ["cancel tomorrow's Acme meeting", `task.cancel|task=${ACME} meet 2026-05-14`],
  ['cancel the Acme meeting on Friday', `task.cancel|task=${ACME} meet 2026-05-15`],
  ['把周五去天府的拜访取消掉', `task.cancel|task=${TF}访 2026-05-15`],
  ['华星电子的会取消了', `task.cancel|task=${HX}会`],
  ['华星电子5月20日的会取消了', `task.cancel|task=${HX}会 2026-05-20`],
  ['华星周五的拜访取消了', `task.cancel|task=${HX}访 2026-05-15`],
  ['取消华星5月20日下午的会', `task.cancel|task=${HX}会 2026-05-20`],
  ['把华星周五的会取消', `task.cancel|task=${HX}会 2026-05-15`],
  ['华星5月20日的会取消了吗', 'none'],
  ['明天华星的会取消了吗', 'none'],
  ["is tomorrow's Acme meeting cancelled?", 'none'],
  ['华星电子的订单取消了', 'none'],
];

/** Written by somebody at a customer's. */
export const wrote: Gold = [
  ['Heather texted: they want 5 more units', 'follow-up.log|customer=Heather|kind=message'],
  ['Heather sent a text saying they need a quote', 'follow-up.log|customer=Heather|kind=message'],
  ['小赵发微信说要再加5台', 'follow-up.log|customer=小赵|kind=message'],
  ['张强微信说合同没问题', 'follow-up.log|customer=张强|kind=message'],
  ['李雷发微信说他请假', 'none'],
  ['Jim texted: back at 5', 'none'],
  ['老婆发微信说今晚加班', 'none'],
  ['HR messaged: payslips are ready', 'none'],
  ['他发微信说不要了', 'none'],
  ['客户发微信说不要了', 'none'],
  ['给小赵发微信说要再加5台', 'none'],
];

/** A part of a deal, and no discount or handover. */
export const shares: Gold = [
  ['把这单分30%给Lucy', 'opportunity.member|person=Lucy King|share=30'],
  ['give Lucy 30% of it', 'opportunity.member|person=Lucy King|share=30'],
  ['give Lucy 30% of the Acme deal', `opportunity.member|opportunity=${ACME}|person=Lucy King|share=30`],
  ['华星这单分30%给李雷', `opportunity.member|opportunity=${HX}|person=李雷|share=30`],
  ['给华星打7折', `opportunity.discount|opportunity=${HX}|percent=30%`],
  ['give Acme 30% off', `opportunity.discount|opportunity=${ACME}|percent=30%`],
  ['give Lucy the Acme deal', `opportunity.give|opportunity=${ACME}|owner=Lucy King`],
  ['把这单给Lucy', 'none'],
  ['give Lucy 3 leads', 'none'],
];

/** Whom we deal with there from now on. */
export const contacts: Gold = [
  ['华星电子的联系人改成李红', `contact.set|customer=${HX}|person=李红`],
  ['把联系人改成李红', 'contact.set|person=李红'],
  ['change the contact to Mary Lee', 'contact.set|person=Mary Lee'],
  ["change Acme's contact to Susan Lee", `contact.set|customer=${ACME}|person=Susan Lee`],
  [
    'Acme called, change the contact to Mary Lee',
    `follow-up.log|customer=${ACME}|kind=call + contact.set|customer=${ACME}|person=Mary Lee`,
  ],
  ['华星来电话，联系人改成李红', `follow-up.log|customer=${HX}|kind=call + contact.set|customer=${HX}|person=李红`],
  ['华星工单的联系人改成李红', `ticket.change|contact=李红|ticket=${HX}`],
  ['华星电子的联系人改成李雷', 'clarify'],
  ['华星的联系人改成微信联系', 'none'],
  ['华星的联系人改成采购经理', 'none'],
  ['change the contact to Purchasing Manager', 'none'],
  ['拜访了华星，对接人换成采购经理', `follow-up.log|customer=${HX}|kind=visit`],
  ['今天电话华星，对接人改为总经理', `follow-up.log|customer=${HX}|kind=call|on=2026-05-13`],
  ['拜访了华星，对接人换成李红', `follow-up.log|customer=${HX}|kind=visit + contact.set|customer=${HX}|person=李红`],
  ['华星电子的联系人改成什么了', 'none'],
  ['change the contact to Globex', 'none'],
];

/** Somebody's post is his, and no remark and no part of a name. */
export const posts: Gold = [
  [
    'new customer Harbor Steel, buyer Dan Ortiz, 555-0143',
    'customer.add|contact=Dan Ortiz|name=Harbor Steel|phone=555-0143|title=buyer',
  ],
  ['新客户 港口钢铁，采购 张三，13800138000', 'customer.add|contact=张三|name=港口钢铁|phone=13800138000|title=采购'],
  ['新客户 港口钢铁，采购经理张三', 'customer.add|contact=张三|name=港口钢铁|title=采购经理'],
  [
    'new customer Harbor Steel, Head of Sales Dan Ortiz',
    'customer.add|contact=Dan Ortiz|name=Harbor Steel|title=Head of Sales',
  ],
  ['new lead Wharf Two, Ann Lee, 555-0143', 'lead.add|company=Wharf Two|contact=Ann Lee|phone=555-0143'],
  ['new lead Wharf Two, Ann Lee 555-0143', 'lead.add|company=Wharf Two|contact=Ann Lee|phone=555-0143'],
  ['new lead Wharf Two, Ann Lee, budget 300-2000 usd', 'lead.add|company=Wharf Two|contact=Ann Lee'],
  ['new customer Gulf Parts, wants model 450-1200', 'customer.add|name=Gulf Parts'],
  ['新线索 西城重工，张三，预算 300-5000 元', 'lead.add|company=西城重工|contact=张三'],
  ['新客户 东城重工，张三，要 200-5000 台', 'customer.add|contact=张三|name=东城重工'],
  ['new lead Harbor Steel, buyer Dan Ortiz', 'lead.add|company=Harbor Steel|contact=Dan Ortiz'],
  ['new customer Buyer Direct, Dan Ortiz', 'customer.add|contact=Dan Ortiz|name=Buyer Direct'],
  ['新客户 采购联盟，张三', 'customer.add|contact=张三|name=采购联盟'],
  ['新客户 港口钢铁，想采购钢板，张三', 'customer.add|contact=张三|name=港口钢铁'],
  ['new customer Harbor Steel, they buy pumps, Dan Ortiz', 'customer.add|contact=Dan Ortiz|name=Harbor Steel'],
];

/** Bought in a time that goes on until now: by the day of the last purchase. */
export const bought: Gold = [
  ['今年买过的客户', '?customer|list|last_purchase=2026-01-01..2027-01-01|scope=all'],
  ['customers who bought this year', '?customer|list|last_purchase=2026-01-01..2027-01-01|scope=all'],
  ['今年没买过的客户', '?customer|list|days_without_purchase=gte 133|scope=all'],
  ["customers who haven't bought this year", '?customer|list|days_without_purchase=gte 133|scope=all'],
  ['how many customers bought this year', '?customer|count|last_purchase=2026-01-01..2027-01-01|scope=all'],
  ['买过的客户', '?customer|list|bought=true|scope=all'],
  ['customers who have never bought', '?customer|list|bought=false|scope=all'],
  ['去年买过的客户', 'none'],
  ['customers who bought last year', 'none'],
  ['今年买过企业版的客户', 'none'],
  ['customers created this year', '?customer|list|created=2026-01-01..2027-01-01|scope=all'],
];

/** Sent and not decided. */
export const quotes: Gold = [
  ['报价发出去三天还没回复的', '?quote|list|scope=all|status=sent|waiting_days=gte 3'],
  ['发出去一周没回音的报价', '?quote|list|scope=all|status=sent|waiting_days=gte 7'],
  ['有多少报价没回复', '?quote|count|scope=all|status=sent'],
  ['quotes unanswered for three days', '?quote|list|scope=all|status=sent|waiting_days=gte 3'],
  ['quotes without an answer since Monday', '?quote|list|scope=all|status=sent|waiting_days=gte 2'],
  ['which quotes have had no reply for a week', '?quote|list|scope=all|status=sent|waiting_days=gte 7'],
  ['my unanswered quotes', '?quote|list|scope=mine|status=sent'],
  ['给华星报价', `quote.add|customer=${HX}`],
  ['quote Acme', `quote.add|customer=${ACME}`],
  ['华星还没回复报价', 'none'],
  ['Acme has not answered our quote', 'none'],
  ['报价没回复怎么办', 'none'],
  ['提醒我三天后问报价回复没有', 'task.add|due=2026-05-16|title=问报价回复没有'],
];

/** Everyday sentences of reps, and their look-alikes. */
export const everyday: Gold = [
  ['昨天打给王总没接', 'follow-up.log|customer=王总|kind=call|on=2026-05-12'],
  ['打给华星没接', `follow-up.log|customer=${HX}|kind=call`],
  ['just closed Acme for 80k', `opportunity.advance|amount=80k|opportunity=${ACME}|stage=won`],
  [
    'just lost Globex to a cheaper offer',
    `opportunity.advance|lostReason=went to a cheaper offer|opportunity=${GLOBEX}|stage=lost`,
  ],
  ['just closed the ticket for Acme', 'none'],
  ['closed the Acme ticket', 'none'],
  ['add Bob Stone, CFO, to Acme', `contact.set|customer=${ACME}|person=Bob Stone|title=CFO`],
  ['add Bob Stone, a competitor, to Acme', 'none'],
  ['add EdgeGate, 5 units, to Acme', 'none'],
  ['add Siemens, ABB to Acme', 'none'],
  ['华星下周就要下单了', `follow-up.log|customer=${HX}|kind=note`],
  ['Acme这周要签了', `follow-up.log|customer=${ACME}|kind=note`],
  ['Acme is about to sign this week', `follow-up.log|customer=${ACME}|kind=note`],
  ['华星签了', `opportunity.advance|opportunity=${HX}|stage=won`],
  ['华星要签了吗', 'none'],
  ['is Acme about to sign', 'none'],
  ['这周要签的单子', '?opportunity|list|close=2026-05-11..2026-05-18|scope=all|status=open'],
];
