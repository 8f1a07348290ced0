type Gold = readonly (readonly [sentence: string, expected: string])[];

const HX = '深圳市华星电子有限公司';
const ACME = 'Acme Corporation';

const TIANFU = '成都天府食品集团有限公司';
const GLOBEX = 'Globex Corporation';

/** News of a customer, in words that would also list deals: kept, and no list of nothing. */
export const news: Gold = [
  ['华星的项目延期了', `follow-up.log|customer=${HX}|kind=note`],
  ['华星电子那边预算砍了一半', `follow-up.log|customer=${HX}|kind=note`],
  ['听说华星要裁员', `follow-up.log|customer=${HX}|kind=note`],
  ['华星的单子悬了', `follow-up.log|customer=${HX}|kind=note`],
  ['华星换采购经理了', `follow-up.log|customer=${HX}|kind=note`],
  ['华星的招标推迟到下个月了', `follow-up.log|customer=${HX}|kind=note`],
  ['冷库温湿度监测可能要丢', `follow-up.log|customer=${TIANFU}|kind=note`],
  ['远景动力那边预算砍了一半', 'lead.log|kind=note|lead=远景动力'],
  ['we might lose the Acme deal', `follow-up.log|customer=${ACME}|kind=note`],
  ["looks like we're losing Acme", `follow-up.log|customer=${ACME}|kind=note`],
  ['the Acme deal is at risk', `follow-up.log|customer=${ACME}|kind=note`],
  ["Acme's budget was cut in half", `follow-up.log|customer=${ACME}|kind=note`],
  ['Acme cut their budget by half', `follow-up.log|customer=${ACME}|kind=note`],
  ["Globex's project has been postponed", `follow-up.log|customer=${GLOBEX}|kind=note`],
  ['Acme put the project on hold', `follow-up.log|customer=${ACME}|kind=note`],
  ['Acme delayed payment again', `follow-up.log|customer=${ACME}|kind=note`],
  ['we are losing Acme to Siemens', `follow-up.log|customer=${ACME}|kind=note`],
  ['Acme has a new purchasing manager', `follow-up.log|customer=${ACME}|kind=note`],
  // What asks, orders or sets something is what it was.
  ['华星延期的项目', `?opportunity|list|customer=${HX}|past_close=true|scope=all|status=open`],
  ['华星的项目黄了', `opportunity.advance|opportunity=${HX}|stage=lost`],
  ['华星投诉：泵又漏了', `ticket.open|customer=${HX}|kind=complaint|title=泵又漏了`],
  ['华星的项目延期到6月30日', `opportunity.change|closeOn=2026-06-30|opportunity=${HX}`],
];

/** News and an order behind it: the one is kept, the other done, of the same customer. */
export const newsAndOrders: Gold = [
  [
    '华星电子预算砍了一半，金额改成20万',
    `follow-up.log|customer=${HX}|kind=note + opportunity.change|amount=20万|opportunity=${HX}`,
  ],
  [
    'Acme cut their budget, change the amount to 200k',
    `follow-up.log|customer=${ACME}|kind=note + opportunity.change|amount=200k|opportunity=${ACME}`,
  ],
  [
    '华星电子项目延期了，预计成交日期改到7月1日',
    `follow-up.log|customer=${HX}|kind=note + opportunity.change|closeOn=2026-07-01|opportunity=${HX}`,
  ],
  [
    'Acme project is delayed, set the close date to July 1',
    `follow-up.log|customer=${ACME}|kind=note + opportunity.change|closeOn=2026-07-01|opportunity=${ACME}`,
  ],
  [
    '华星电子项目暂停了，提醒我下个月再问',
    `follow-up.log|customer=${HX}|kind=note + task.add|customer=${HX}|due=2026-06-30|title=再问`,
  ],
  [
    '华星电子项目暂停了，金额改成20万，提醒我下周一再问',
    `follow-up.log|customer=${HX}|kind=note + opportunity.change|amount=20万|opportunity=${HX} + task.add|customer=${HX}|due=2026-05-18|title=再问`,
  ],
  [
    '远景动力那边预算砍了一半，提醒我下周一再问',
    'lead.log|kind=note|lead=远景动力 + task.add|due=2026-05-18|lead=远景动力|title=再问',
  ],
  // A reminder that does not say of what is to ask again.
  [
    'Acme put the project on hold, remind me on July 1',
    `follow-up.log|customer=${ACME}|kind=note + task.add|customer=${ACME}|due=2026-07-01|title=call back`,
  ],
  [
    '华星电子项目暂停了，提醒我7月1号',
    `follow-up.log|customer=${HX}|kind=note + task.add|customer=${HX}|due=2026-07-01|title=再联系`,
  ],
  [
    'Acme put the project on hold, schedule a call for June 1',
    `follow-up.log|customer=${ACME}|kind=note|nextOn=2026-06-01|nextStep=schedule a call`,
  ],
  [
    '华星电子换了采购经理，联系人改成李红',
    `follow-up.log|customer=${HX}|kind=note + contact.set|customer=${HX}|person=李红`,
  ],
];
