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
