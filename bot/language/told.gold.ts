type Gold = readonly (readonly [sentence: string, expected: string])[];

const HX = '深圳市华星电子有限公司';
const ACME = 'Acme Corporation';

/** Agreed upon for a day to come: something to be done then, and no visit of last week. */
export const arranged: Gold = [
  ['约了华星电子周五见面', `task.add|customer=${HX}|due=2026-05-15|title=约了华星电子见面`],
  ['已经跟华星电子约好周五上午10点拜访', `task.add|customer=${HX}|due=2026-05-15 10:00|title=跟华星电子约好拜访`],
  ['约了周五跟华星电子吃饭', `task.add|customer=${HX}|due=2026-05-15|title=约了跟华星电子吃饭`],
  ['华星电子约了我周五去拜访', `task.add|customer=${HX}|due=2026-05-15|title=华星电子约了我去拜访`],
  ['约了华星电子周五见面，聊续约', `task.add|customer=${HX}|due=2026-05-15|title=约了华星电子见面，聊续约`],
  ['王总约我周五见面', 'task.add|due=2026-05-15|title=王总约我见面'],
  ['scheduled a visit with Acme for Friday', `task.add|customer=${ACME}|due=2026-05-15|title=visit with Acme`],
  ['we agreed to meet Acme on Friday', `task.add|customer=${ACME}|due=2026-05-15|title=meet Acme`],
  ['I have a meeting with Acme on Friday', `task.add|customer=${ACME}|due=2026-05-15|title=meeting with Acme`],
  ['booked a demo with Acme for Friday at 10am', `task.add|customer=${ACME}|due=2026-05-15 10:00|title=demo with Acme`],
  ['约了华星电子见面', 'clarify'],
  // What has been stays what it is.
  ['昨天约了华星电子吃饭', `follow-up.log|customer=${HX}|kind=meeting|on=2026-05-12`],
  ['约华星电子见了面', `follow-up.log|customer=${HX}|kind=visit`],
  [
    '昨天见了华星电子的王总，约了周四签合同',
    `follow-up.log|customer=${HX}|kind=visit|nextOn=2026-05-14|nextStep=签合同|on=2026-05-12`,
  ],
];

const TIANFU = '成都天府食品集团有限公司';
const GLOBEX = 'Globex Corporation';

/** Several customers in one breath: each is told of by himself. */
export const severalStories: Gold = [
  [
    '上午见了华星电子王总，下午见了天府食品的窦部长',
    `follow-up.log|customer=${HX}|kind=visit|on=2026-05-13 + follow-up.log|customer=${TIANFU}|kind=visit|on=2026-05-13`,
  ],
  [
    '昨天上午拜访华星电子谈了价格，下午去天府食品看了泵房',
    `follow-up.log|customer=${HX}|kind=visit|on=2026-05-12 + follow-up.log|customer=${TIANFU}|kind=visit|on=2026-05-12`,
  ],
  [
    '今天给华星电子打了电话，顺便给天府食品发了邮件',
    `follow-up.log|customer=${HX}|kind=call|on=2026-05-13 + follow-up.log|customer=${TIANFU}|kind=email|on=2026-05-13`,
  ],
  [
    'Visited Acme in the morning and Globex in the afternoon',
    `follow-up.log|customer=${ACME}|kind=visit + follow-up.log|customer=${GLOBEX}|kind=visit`,
  ],
  [
    'Called Peter at Acme and Heather at Globex, both happy',
    `follow-up.log|customer=${ACME}|kind=call + follow-up.log|customer=${GLOBEX}|kind=call`,
  ],
  [
    'Called Acme, then emailed Globex the quote',
    `follow-up.log|customer=${ACME}|kind=call + follow-up.log|customer=${GLOBEX}|kind=email`,
  ],
  [
    'Saw two customers today: Acme and Globex',
    `follow-up.log|customer=${ACME}|kind=visit|on=2026-05-13 + follow-up.log|customer=${GLOBEX}|kind=visit|on=2026-05-13`,
  ],
  [
    'met Dana and then Heather',
    'follow-up.log|customer=Dana|kind=meeting + follow-up.log|customer=Heather|kind=meeting',
  ],
  ['给高总和潘经理都打了电话', 'follow-up.log|customer=高总|kind=call + follow-up.log|customer=潘经理|kind=call'],
  // Mentioned in passing, or still to come.
  ['今天拜访了华星电子，和天府食品是邻居', `follow-up.log|customer=${HX}|kind=visit|on=2026-05-13`],
  [
    'Met Acme today and with Globex they share a warehouse',
    `follow-up.log|customer=${ACME}|kind=meeting|on=2026-05-13`,
  ],
  [
    'Visited Acme this morning, then to Globex tomorrow',
    `follow-up.log|customer=${ACME}|kind=visit|nextOn=2026-05-14|nextStep=Globex|on=2026-05-13`,
  ],
  ['今天拜访了华星电子，他们提到天府食品也在用', `follow-up.log|customer=${HX}|kind=visit|on=2026-05-13`],
  ['拜访了华星电子，天府食品的王总也在', `follow-up.log|customer=${HX}|kind=visit`],
  ['Visited Acme, they know Globex and liked it', `follow-up.log|customer=${ACME}|kind=visit`],
  ['Visited Acme today and Globex came along', `follow-up.log|customer=${ACME}|kind=visit|on=2026-05-13`],
  [
    '拜访了华星电子，下周三拜访天府食品',
    `follow-up.log|customer=${HX}|kind=visit + task.add|customer=${TIANFU}|due=2026-05-20|title=拜访天府食品`,
  ],
];

/** A day of last year is not meant where the same of this year lies just ahead. */
export const slipsOfThePen: Gold = [
  ['5月20日拜访了华星电子', `follow-up.log|customer=${HX}|kind=visit|on=2026-05-20`],
  ['12月20日拜访了华星电子', `follow-up.log|customer=${HX}|kind=visit|on=2025-12-20`],
  ['5月12日拜访了华星电子', `follow-up.log|customer=${HX}|kind=visit|on=2026-05-12`],
];

/** 的 says that it has been, as 了 does. */
export const tookPlace: Gold = [
  ['8号拜访的华星电子', `follow-up.log|customer=${HX}|kind=visit|on=2026-05-08`],
  ['8号去的华星电子', `follow-up.log|customer=${HX}|kind=visit|on=2026-05-08`],
  ['5号跟华星电子见的面', `follow-up.log|customer=${HX}|kind=visit|on=2026-05-05`],
  ['10号给华星电子打的电话', `follow-up.log|customer=${HX}|kind=call|on=2026-05-10`],
  ['8号拜访的华星电子，客户很满意', `follow-up.log|customer=${HX}|kind=visit|on=2026-05-08`],
  ['the 8th I visited Acme', `follow-up.log|customer=${ACME}|kind=visit|on=2026-05-08`],
  ['went to Acme on the 8th', `follow-up.log|customer=${ACME}|kind=visit|on=2026-05-08`],
  ['8号拜访华星电子', `task.add|customer=${HX}|due=2026-06-08|title=拜访华星电子`],
  ['visit Acme on the 8th', `task.add|customer=${ACME}|due=2026-06-08|title=visit Acme`],
];

/** The word for it first, the sum last, and whose it is between. */
export const moneyNoted: Gold = [
  ['记一笔回款 华星电子 51200', `payment.add|amount=51200|customer=${HX}`],
  ['记一笔华星电子的回款 51200', `payment.add|amount=51200|customer=${HX}`],
  ['登记回款：华星电子，5万', `payment.add|amount=5万|customer=${HX}`],
  ['记录一笔回款 华星电子', `payment.add|customer=${HX}`],
  ['记一个订单 华星电子 5万', `order.add|amount=5万|customer=${HX}`],
  ['记一份报价 华星电子 5万', `quote.add|amount=5万|customer=${HX}`],
  ['登记一张发票 华星电子 5万', `invoice.add|amount=5万|customer=${HX}`],
  ['记一份合同 华星电子 5万', `contract.add|amount=5万|customer=${HX}`],
  ['log a payment from Acme 135000', `payment.add|amount=135000|customer=${ACME}`],
  ['log an order from Acme 50k', `order.add|amount=50k|customer=${ACME}`],
  ['record an order for Acme, 50k', `order.add|amount=50k|customer=${ACME}`],
  ['log a quote for Acme 50k', `quote.add|amount=50k|customer=${ACME}`],
  ['log an invoice for Acme 50k', `invoice.add|amount=50k|customer=${ACME}`],
  ['log a contract with Acme, 50k', `contract.add|amount=50k|customer=${ACME}`],
  ['记一笔 华星电子要续约', `follow-up.log|customer=${HX}|kind=note`],
];

/** A note on a ticket stays with the ticket. */
export const ticketNoted: Gold = [
  ['给岚屿的投诉加一条备注', 'ticket.change|ticket=岚屿'],
  ['给华星电子的投诉加一条备注：已寄出备件', `ticket.change|ticket=${HX}`],
  ['给华星电子的工单加备注 已寄出', `ticket.change|ticket=${HX}`],
  ['在华星电子的工单里补充说明：周五上门', `ticket.change|ticket=${HX}`],
  ['add a note to the Acme ticket: parts sent', `ticket.change|ticket=${ACME}`],
  ["add a note to Acme's complaint", `ticket.change|ticket=${ACME}`],
  ['put a comment on the Acme ticket: waiting for parts', `ticket.change|ticket=${ACME}`],
  ['leave a note on the Acme complaint that parts are on the way', `ticket.change|ticket=${ACME}`],
];

/** Done as a task where it says so; what may as well be a call of today is asked. */
export const taskDone: Gold = [
  ['finished the task call Acme', 'task.done|task=call Acme'],
  ["I've completed the task to call Acme", 'task.done|task=call Acme'],
  ['done with the call to Acme', 'clarify'],
  ['call Acme is done', 'clarify'],
  ['the Acme call is done', 'clarify'],
  ['完成给华星电子打电话', 'task.done|task=给华星电子打电话'],
  ['给华星电子打电话的任务完成了', 'task.done|task=给华星电子打电话'],
  ['给华星电子打电话完成了', 'clarify'],
  ['拜访华星电子完成了', 'clarify'],
  ['华星电子的电话打完了', `follow-up.log|customer=${HX}|kind=call`],
];

/** What is planned moves to another day, by the deed. */
export const deedMoved: Gold = [
  ['postpone calling Acme to Friday', 'task.change|due=2026-05-15|task=calling Acme'],
  ['put off calling Acme until Friday', 'task.change|due=2026-05-15|task=calling Acme'],
  ['push visiting Acme to next Monday', 'task.change|due=2026-05-18|task=visiting Acme'],
  ['move calling Acme to Friday', 'task.change|due=2026-05-15|task=calling Acme'],
  ['推迟给华星电子打电话到周五', 'task.change|due=2026-05-15|task=给华星电子打电话'],
  ['给华星电子打电话推迟到周五', 'task.change|due=2026-05-15|task=给华星电子打电话'],
  ['拜访华星电子改到下周一上午10点', 'task.change|due=2026-05-18 10:00|task=拜访华星电子'],
  ['华星电子的拜访改到周五', 'task.change|due=2026-05-15|task=华星电子的拜访'],
  ['华星电子的拜访改成昨天', `follow-up.change|customer=${HX}|on=2026-05-12`],
];

/** Short hand. */
export const inShort: Gold = [
  [
    'quick call w/ Acme re: pricing, f/u Thu',
    `follow-up.log|customer=${ACME}|kind=call|nextOn=2026-05-14|nextStep=follow up`,
  ],
  ['spoke w/ Acme, f/u on Friday', `follow-up.log|customer=${ACME}|kind=call|nextOn=2026-05-15|nextStep=follow up`],
  ["I'm visiting Acme, 12 Dock Road", `visit.check-in|address=12 Dock Road|party=${ACME}`],
  ["we're visiting Acme now, 12 Dock Road", `visit.check-in|address=12 Dock Road|party=${ACME}`],
];

/** Of none of these anything is saved as told. */
export const notTold: readonly string[] = [
  '约了华星电子周五见面吗',
  'did we arrange to meet Acme on Friday?',
  '谁8号拜访的华星电子',
  'is the Acme call done?',
  '华星电子的回款记了吗',
];

/** Whether a paper is signed or sent stands with the customer's papers, and is no debt. */
export const papers: Gold = [
  ['华星合同给了吗', `customer.show|customer=${HX}|section=billing`],
  ['华星合同签了没', `customer.show|customer=${HX}|section=billing`],
  ['给华星的报价发了吗', `customer.show|customer=${HX}|section=billing`],
  ['合同给了吗', 'none'],
  ['合同签了没', 'none'],
  ['has the Acme contract been signed', `customer.show|customer=${ACME}|section=billing`],
  ['did Acme sign the contract', `customer.show|customer=${ACME}|section=billing`],
  ['did we send Acme the contract', `customer.show|customer=${ACME}|section=billing`],
  ['has Acme signed', `customer.show|customer=${ACME}|section=billing`],
  ['is the contract signed', 'none'],
];

/** The hour by itself, of what is over by now; a house number and points are none. */
export const hoursAlone: Gold = [
  ['visited Acme at 9', `follow-up.log|at=09:00|customer=${ACME}|kind=visit|on=2026-05-13`],
  ['met Acme at 2', `follow-up.log|at=14:00|customer=${ACME}|kind=meeting|on=2026-05-13`],
  ['met Acme at 5', `follow-up.log|customer=${ACME}|kind=meeting`],
  ['visited Acme at 9 Main Street', `follow-up.log|customer=${ACME}|kind=visit`],
  ['called Acme at 3 locations', `follow-up.log|customer=${ACME}|kind=call`],
  ['9点拜访了华星', `follow-up.log|at=09:00|customer=${HX}|kind=visit|on=2026-05-13`],
  ['10点半跟华星开会了', `follow-up.log|at=10:30|customer=${HX}|kind=meeting|on=2026-05-13`],
  ['拜访了华星，谈了3点', `follow-up.log|customer=${HX}|kind=visit`],
];

/** What a deal is called after is what fails: the ticket is called so, and is its customer's. */
export const ofWhatFails: Gold = [
  ['报修：冷库温湿度监测离线', `ticket.open|customer=${TIANFU}|kind=fault|title=冷库温湿度监测离线`],
  ['投诉：冷库温湿度监测数据不准', `ticket.open|customer=${TIANFU}|kind=complaint|title=冷库温湿度监测数据不准`],
  ['报修 冷库温湿度监测离线', `ticket.open|customer=${TIANFU}|kind=fault|title=冷库温湿度监测离线`],
  ['投诉 华星到货慢', `ticket.open|customer=${HX}|kind=complaint|title=到货慢`],
  [
    'open a ticket: conveyor belt monitoring offline',
    `ticket.open|customer=${GLOBEX}|kind=fault|title=conveyor belt monitoring offline`,
  ],
  [
    'Complaint: conveyor belt monitoring offline again',
    `ticket.open|customer=${GLOBEX}|kind=complaint|title=conveyor belt monitoring offline again`,
  ],
  [
    'fault: conveyor belt monitoring offline at Globex',
    `ticket.open|customer=${GLOBEX}|kind=fault|title=conveyor belt monitoring offline`,
  ],
];

/** Several people and what each decides. */
export const severalRoles: Gold = [
  [
    '孙晓岚是影响者，王总是决策人',
    'contact.change|contact=孙晓岚|role=influencer + contact.change|contact=王总|role=decision_maker',
  ],
  [
    '华星的孙晓岚是影响者，王总是决策人',
    `opportunity.contact|contact=孙晓岚|opportunity=${HX}|role=influencer + opportunity.contact|contact=王总|opportunity=${HX}|role=decision_maker`,
  ],
  [
    'Nora is the decision maker, Omar is a blocker',
    'contact.change|contact=Nora|role=decision_maker + contact.change|contact=Omar|role=blocker',
  ],
  [
    'Nora Whitlam at Acme is the decision maker and Omar is a blocker',
    `opportunity.contact|contact=Nora Whitlam|opportunity=${ACME}|role=decision_maker + opportunity.contact|contact=Omar|opportunity=${ACME}|role=blocker`,
  ],
  ['孙晓岚是影响者，王总不同意', 'none'],
];
