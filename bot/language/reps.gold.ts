type Gold = readonly (readonly [sentence: string, expected: string])[];

const HX = '深圳市华星电子有限公司';
const ACME = 'Acme Corporation';

/** By when, in the words of a working week. */
export const byWhen: Gold = [
  ['提醒我周末给华星电子打电话', `task.add|customer=${HX}|due=2026-05-17|title=给华星电子打电话`],
  ['周末去拜访华星电子', `task.add|customer=${HX}|due=2026-05-17|title=去拜访华星电子`],
  ['remind me to call Acme on the weekend', `task.add|customer=${ACME}|due=2026-05-17|title=call Acme`],
  ['三个工作日内给华星电子发报价', `task.add|customer=${HX}|due=2026-05-18|title=给华星电子发报价`],
  ['提醒我3个工作日后给华星电子发报价', `task.add|customer=${HX}|due=2026-05-18|title=给华星电子发报价`],
  ['send Acme the quote within 3 working days', `task.add|customer=${ACME}|due=2026-05-18|title=send Acme the quote`],
  [
    'remind me to send Acme the quote in 3 business days',
    `task.add|customer=${ACME}|due=2026-05-18|title=send Acme the quote`,
  ],
  ['remind me first thing Monday to call Acme', `task.add|customer=${ACME}|due=2026-05-18|title=call Acme`],
  ['call Acme first thing Monday morning', `task.add|customer=${ACME}|due=2026-05-18|title=call Acme`],
  ['月底提醒我给华星电子发合同', `task.add|customer=${HX}|due=2026-05-31|title=给华星电子发合同`],
  ['提醒我后天上午给华星电子打电话', `task.add|customer=${HX}|due=2026-05-15|title=给华星电子打电话`],
  ['提醒我下下周一给华星电子打电话', `task.add|customer=${HX}|due=2026-05-25|title=给华星电子打电话`],
  ['remind me to call Acme by Monday', `task.add|customer=${ACME}|due=2026-05-18|title=call Acme`],
];

/** A holiday is asked for, with the rest filled in. */
export const byHoliday: Gold = [
  ['提醒我五一后给华星电子打电话', `task.add|customer=${HX}|due=五一后|title=五一后给华星电子打电话`],
  ['国庆前拜访华星电子', `task.add|customer=${HX}|due=国庆前|title=国庆前拜访华星电子`],
  [
    'remind me to call Acme after Memorial Day',
    `task.add|customer=${ACME}|due=after Memorial Day|title=call Acme after Memorial Day`,
  ],
  ['call Acme before Christmas', `task.add|customer=${ACME}|due=before Christmas|title=call Acme before Christmas`],
  ['五一前拜访了华星电子', `follow-up.log|customer=${HX}|kind=visit|on=五一前`],
  [
    '今天拜访了华星电子，下一步国庆后发报价',
    `follow-up.log|customer=${HX}|kind=visit|nextOn=国庆后|nextStep=国庆后发报价|on=2026-05-13`,
  ],
  // News of a holiday, and what is only called like one.
  ['今天拜访了华星电子，客户说国庆前要货', `follow-up.log|customer=${HX}|kind=visit|on=2026-05-13`],
  ['提醒我明天去五一路看展厅', 'task.add|due=2026-05-14|title=五一路看展厅'],
  ['提醒我十一点给华星电子打电话', `task.add|customer=${HX}|title=十一点给华星电子打电话`],
  ['提醒我给李国庆打电话', 'task.add|title=给李国庆打电话'],
  ['提醒我订春节高铁票', 'task.add|title=订春节高铁票'],
  ['加个任务 准备端午节礼品清单', 'task.add|title=准备端午节礼品清单'],
  ['提醒我问华星电子国庆放假安排', `task.add|customer=${HX}|title=问华星电子国庆放假安排`],
  [
    'add a task: prepare the Christmas catalogue for Acme',
    `task.add|customer=${ACME}|title=prepare the Christmas catalogue for Acme`,
  ],
  ['new task: Easter egg hunt', 'task.add|title=Easter egg hunt'],
  [
    'remind me to follow up on Christmas orders with Acme',
    `task.add|customer=${ACME}|title=follow up on Christmas orders with Acme`,
  ],
  ['给华星电子建个商机，春节礼品采购，20万', `opportunity.open|amount=20万|customer=${HX}|name=春节礼品采购`],
  ['open a deal for Acme: Easter display, 20k', `opportunity.open|amount=20k|customer=${ACME}|name=Easter display`],
  ['国庆节拜访华星电子', `task.add|customer=${HX}|due=国庆节|title=国庆节拜访华星电子`],
  ['提醒我春节给华星电子打电话', `task.add|customer=${HX}|due=春节|title=春节给华星电子打电话`],
];

/** A week or a weekend is no day: it is asked which, and today is not taken for it. */
export const someDay: Gold = [
  ['上周拜访了华星电子', `follow-up.log|customer=${HX}|kind=visit|on=上周`],
  ['周末拜访了华星电子，谈得不错', `follow-up.log|customer=${HX}|kind=visit|on=周末`],
  ['visited Acme last week', `follow-up.log|customer=${ACME}|kind=visit|on=last week`],
  ['visited Acme on the weekend', `follow-up.log|customer=${ACME}|kind=visit|on=on the weekend`],
  ['跟华星电子聊了上周的报价', `follow-up.log|customer=${HX}|kind=call`],
  ['called Acme about last week', `follow-up.log|customer=${ACME}|kind=call`],
];

/** What they would have us do is our next step. */
export const askedOfUs: Gold = [
  [
    '今天拜访了华星电子，潘经理让我下周一带报价过去',
    `follow-up.log|customer=${HX}|kind=visit|nextOn=2026-05-18|nextStep=带报价过去|on=2026-05-13`,
  ],
  ['拜访了华星电子，他们想要周五前看到样品', `follow-up.log|customer=${HX}|kind=visit|nextOn=2026-05-15|nextStep=样品`],
  ['华星电子让我下周一带报价过去', `task.add|customer=${HX}|due=2026-05-18|title=带报价过去`],
  ['王建国让我周五给他回电话', 'task.add|due=2026-05-15|lead=王建国|title=给他回电话'],
  [
    'Wonka Industries wants a callback on Friday',
    'task.add|due=2026-05-15|lead=Wonka Industries|title=Wonka Industries wants a callback',
  ],
  ['Acme wants references by Monday', `task.add|customer=${ACME}|due=2026-05-18|title=Acme wants references`],
  ['Acme asked us to send samples by Friday', `task.add|customer=${ACME}|due=2026-05-15|title=send samples`],
  ['刚挂了华星电子王总的电话，他们决定先做小批量', `follow-up.log|customer=${HX}|kind=call|on=2026-05-13`],
  ['刚挂了王总的电话，他们决定先做小批量', 'follow-up.log|customer=王总|kind=call|on=2026-05-13'],
  ['华星电子的报价发过去了', `follow-up.log|customer=${HX}|kind=note`],
  ['报价发给华星电子了', `follow-up.log|customer=${HX}|kind=note`],
  // Their own plans and needs are theirs.
  ['今天拜访了华星电子，他们下周一开会讨论', `follow-up.log|customer=${HX}|kind=visit|on=2026-05-13`],
  ['今天拜访了华星电子，他让我们等到下周一', `follow-up.log|customer=${HX}|kind=visit|on=2026-05-13`],
  ['Acme wants to sign by Friday', 'none'],
  ['Acme wants delivery in June', 'none'],
  ['华星电子的报价没发过去', 'none'],
  ['他决定先做小批量', 'none'],
];

/** Said of whoever was spoken of a moment ago. */
export const ofTheLast: Gold = [
  ['他让我下周一带报价过去', `task.add|customer=${HX}|due=2026-05-18|title=带报价过去`],
  ['they want references by Monday', `task.add|customer=${HX}|due=2026-05-18|title=they want references`],
  ['客户决定先做小批量', `follow-up.log|customer=${HX}|kind=note`],
  ['客户说预算砍了，这单先放一放', `follow-up.log|customer=${HX}|kind=note`],
  ['客户说看了再说', `follow-up.log|customer=${HX}|kind=note`],
  ['the customer decided to start with a pilot order', `follow-up.log|customer=${HX}|kind=note`],
  // Who that is may be somebody else: offered.
  ['他们决定先做小批量', 'clarify'],
  ['他说他感冒了', 'clarify'],
  ['they decided to start with a pilot order', 'clarify'],
  ['He said he is back on Monday', 'clarify'],
  // A condition, a thing of theirs: nothing they said.
  ['他们同意的话就签', 'none'],
  ['客户同意了再说吧', 'none'],
  ['他们提到的方案我看了', 'none'],
  ['客户担心的问题解决了', 'none'],
  // An order beside the news is not done by keeping the news.
  ['客户确认了，推进到商务谈判', 'clarify'],
  ['The customer agreed, move it to proposal', 'clarify'],
  ['The customer said the machine is down, open a ticket', 'clarify'],
  ['客户决定不要了，取消订单', 'clarify'],
  ['他们决定不要了，取消订单', 'clarify'],
  ['客户说预算砍了吗', 'none'],
  ['李雷说预算砍了', 'none'],
  ['who decided that?', 'none'],
];

/** What they buy, who takes part and who else is at it. */
export const dealParts: Gold = [
  ['华星电子加一个产品 企业版 5套', `opportunity.product|opportunity=${HX}|product=企业版|quantity=5`],
  ['华星电子加一个产品 振动传感器 5台', `opportunity.product|opportunity=${HX}|product=振动传感器|quantity=5`],
  [
    '华星电子要买5台振动传感器，单价1200',
    `opportunity.product|opportunity=${HX}|price=1200|product=振动传感器|quantity=5`,
  ],
  [
    'add 10 EdgeGate to the Acme deal at 3,400 each',
    `opportunity.product|opportunity=${ACME}|price=3,400|product=EdgeGate|quantity=10`,
  ],
  ['Acme buys 5 企业版 at 1000 each', `opportunity.product|opportunity=${ACME}|price=1000|product=企业版|quantity=5`],
  ['韩梅梅参与华星电子，贡献30%', `opportunity.member|opportunity=${HX}|person=韩梅梅|share=30`],
  ['韩梅梅在帮我做华星电子，30%', `opportunity.member|opportunity=${HX}|person=韩梅梅|share=30`],
  ['Lucy King helps me on Acme, 30%', `opportunity.member|opportunity=${ACME}|person=Lucy King|share=30`],
  ['Lucy King is helping me on Acme, 30%', `opportunity.member|opportunity=${ACME}|person=Lucy King|share=30`],
  ['西门子也在跟华星电子', 'clarify'],
  ['Siemens is also after Acme', 'clarify'],
  // Said alike, of something else.
  ['王总也在跟华星电子', 'none'],
  ['Acme wants a discount', 'none'],
  ['华星电子要买多少台', `?order|ordered|customer=${HX}|scope=all`],
];

/** It does not take place: off the list. */
export const calledOff: Gold = [
  ['华星电子的会取消了', `task.cancel|task=${HX}会`],
  ['明天跟华星电子的会取消了', `task.cancel|task=${HX}会 2026-05-14`],
  ['the meeting with Acme is cancelled', `task.cancel|task=${ACME} meet`],
  ['the Acme demo is off', `task.cancel|task=${ACME} demo`],
  ['华星电子的订单取消了', 'none'],
  ['华星电子的会取消了吗', 'none'],
  ['is the Acme meeting cancelled?', 'none'],
];

/** Somebody new. */
export const somebodyNew: Gold = [
  [
    'add a lead: Ben Ortiz, Harbor Cold Chain, ben@harborcold.example, met at the trade show',
    'lead.add|company=Harbor Cold Chain|contact=Ben Ortiz|email=ben@harborcold.example|source=trade show',
  ],
  [
    'new lead Harbor Cold Chain, Ben Ortiz, ben@harborcold.example',
    'lead.add|company=Harbor Cold Chain|contact=Ben Ortiz|email=ben@harborcold.example',
  ],
  [
    '客户叫常州恒立精工，在常州武进，联系人是沈总，手机13911110000',
    'customer.add|contact=沈总|name=常州恒立精工|phone=13911110000|region=常州武进',
  ],
  ['客户叫什么，联系人是谁', 'none'],
];

/** Oneself, and a tier. */
export const settings: Gold = [
  ['speak Chinese to me', 'language.set|locale=zh'],
  ['english please', 'language.set|locale=en'],
  ['my time zone is Los Angeles', 'settings.change|timeZone=Los Angeles'],
  ['我的时区是洛杉矶', 'settings.change|timeZone=洛杉矶'],
  ['what is my time zone?', 'none'],
  ['帮我把华星电子放到A类', `customer.tier|customer=${HX}|tier=A`],
  ['华星电子放到公海', `pool.release|party=${HX}`],
];

type Corrected = readonly (readonly [first: string, then: string, expected: string])[];

/** Put right a moment later. */
export const corrected: Corrected = [
  ['华星电子金额改成35万', '改成36万', `opportunity.change|amount=36万|opportunity=${HX}`],
  ['change the Acme amount to 150k', 'no, 160k', `opportunity.change|amount=160k|opportunity=${ACME}`],
  ['华星电子推进到方案报价', '不对，推进到需求确认', `opportunity.advance|opportunity=${HX}|stage=needs`],
  ['move Acme to proposal', 'no, move it to negotiation', `opportunity.advance|opportunity=${ACME}|stage=negotiation`],
  [
    'remind me to call Acme next Wednesday at 2:30pm',
    'make that 3pm',
    `task.add|customer=${ACME}|due=2026-05-20 15:00|title=call Acme`,
  ],
  ['提醒我明天给华星电子打电话', '改成36万', 'none'],
  ['华星电子金额改成35万', '改成36万行不行', 'none'],
];

/** Of the task that was spoken of last. */
export const ofTheLastTask: Gold = [
  ['把那个会改到三点', 'task.change|at=15:00|task=跟岚屿食品开会'],
  ['make that 3pm', 'task.change|at=15:00|task=跟岚屿食品开会'],
  ['snooze that until tomorrow', 'task.change|due=2026-05-14|task=跟岚屿食品开会'],
  ['push that to Friday', 'task.change|due=2026-05-15|task=跟岚屿食品开会'],
  ['that meeting is cancelled', 'task.cancel|task=跟岚屿食品开会'],
  ['is that cancelled?', 'none'],
  ['会议取消了', 'task.cancel|task=跟岚屿食品开会'],
  ['取消那个任务', 'task.cancel|task=跟岚屿食品开会'],
  ['拜访取消了', 'none'],
  ['电话取消了', 'none'],
  ['the demo is cancelled', 'none'],
];

/** A word for something else is not said of it. */
export const ofAnotherTask: readonly (readonly [task: string, sentence: string, expected: string])[] = [
  ['给华星电子发报价', '会议取消了', 'none'],
  ['给华星电子发报价', '拜访取消了', 'none'],
  ['给华星电子发报价', '取消吧', 'task.cancel|task=给华星电子发报价'],
  ['给华星电子发报价', '这个任务取消了', 'task.cancel|task=给华星电子发报价'],
  ['公司青岛出差', '把会移到周五', 'none'],
  ['公司青岛出差', '把它移到周五', 'task.change|due=2026-05-15|task=公司青岛出差'],
  ['拜访高总', '电话取消了', 'none'],
  ['拜访高总', '拜访取消了', 'task.cancel|task=拜访高总'],
  // One called so is looked for.
  ['send the contract to Acme', 'move that meeting to Friday', 'task.change|due=2026-05-15|task=meeting'],
  ['send the contract to Acme', 'move that to Friday', 'task.change|due=2026-05-15|task=send the contract to Acme'],
  ['send the contract to Acme', 'the demo is cancelled', 'none'],
  ['call Acme', 'that call is cancelled', 'task.cancel|task=call Acme'],
];
