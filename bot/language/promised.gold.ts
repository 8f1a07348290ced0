/** What was promised is kept, each with its own day and words; what is only told of a day is neither (R35, R38). */
export const promised: readonly (readonly [sentence: string, expected: string])[] = [
  // A day in what was said or promised is neither that of the contact nor a task's.
  [
    'Followed up w Marc at Acme re crane: he will decide after june 5, ping him june 8',
    'follow-up.log|customer=Acme Corporation|kind=note|nextStep=ping him|nextOn=2026-06-08',
  ],
  ['called Acme: they paid on may 2', 'follow-up.log|customer=Acme Corporation|kind=call'],
  ['called Globex: they moved the audit to june 20', 'follow-up.log|customer=Globex Corporation|kind=call'],
  ['拜访了华星电子，4月10号的巡检报告他们没收到', 'follow-up.log|customer=深圳市华星电子有限公司|kind=visit'],
  [
    '华星电子来电，3月5号签的合同有问题，明天给他们回复',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=call|nextStep=给他们回复|nextOn=2026-05-14',
  ],
  [
    'called Acme: the invoice of april 3 is still open, sending a reminder on friday',
    'follow-up.log|customer=Acme Corporation|kind=call|nextStep=send a reminder|nextOn=2026-05-15',
  ],
  // Put off: they are asked again, and nothing else.
  [
    '华星电子王总来电，项目暂停，等下半年再说',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=call|nextStep=再联系|nextOn=2026-07-01',
  ],
  [
    '拜访了云栖数据，他们说预算没批，到下个季度再议',
    'follow-up.log|customer=杭州云栖数据有限公司|kind=visit|nextStep=再联系|nextOn=2026-07-01',
  ],
  [
    "called Acme, they put it on hold, let's talk again next quarter",
    'follow-up.log|customer=Acme Corporation|kind=call|nextStep=call back|nextOn=2026-07-01',
  ],
  // What we promised, among what they decide.
  [
    '跟华星电子王总开会。决策要等六月董事会。我方下周五前提供试用方案。',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=meeting|nextStep=提供试用方案|nextOn=2026-05-22',
  ],
  [
    '拜访了华星电子，王总要测算表，明天给',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|nextStep=给测算表|nextOn=2026-05-14',
  ],
  [
    "emailed Acme re membrane, he's happy; follow up in 2 wks",
    'follow-up.log|customer=Acme Corporation|kind=email|nextStep=follow up|nextOn=2026-05-27',
  ],
  [
    'met Acme, she agreed the price, contract tomorrow',
    'follow-up.log|customer=Acme Corporation|kind=meeting|nextStep=contract|nextOn=2026-05-14',
  ],
  [
    'visited Acme on monday, next visit on friday',
    'follow-up.log|customer=Acme Corporation|kind=visit|on=2026-05-11|nextStep=next visit|nextOn=2026-05-15',
  ],
  // Several days: several things to do.
  [
    '拜访了华星电子，王总让6月10号前报价，6月20号开标',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|nextStep=报价|nextOn=2026-06-10 + task.add|customer=深圳市华星电子有限公司|title=开标|due=2026-06-20',
  ],
  [
    '今天拜访了华星电子，明天发报价，周五上午十点送样品',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13|nextStep=发报价|nextOn=2026-05-14 + task.add|customer=深圳市华星电子有限公司|title=送样品|due=2026-05-15 10:00',
  ],
  [
    'visited Acme, wants install before july 1, quote by may 20',
    'follow-up.log|customer=Acme Corporation|kind=visit|nextStep=install|nextOn=2026-07-01 + task.add|customer=Acme Corporation|title=quote|due=2026-05-20',
  ],
  [
    'visited Acme today, send the quote tomorrow and call them on friday',
    'follow-up.log|customer=Acme Corporation|kind=visit|on=2026-05-13|nextStep=send the quote|nextOn=2026-05-14 + task.add|customer=Acme Corporation|title=call them|due=2026-05-15',
  ],
  [
    'visited Acme, they go live on june 1, we deliver the gateway by may 25 and train them on may 28',
    'follow-up.log|customer=Acme Corporation|kind=visit|nextStep=deliver the gateway|nextOn=2026-05-25 + task.add|customer=Acme Corporation|title=train them|due=2026-05-28',
  ],
  [
    '华星电子王总让6月10号前报价，6月20号开标',
    'task.add|customer=深圳市华星电子有限公司|title=报价|due=2026-06-10 + task.add|customer=深圳市华星电子有限公司|title=开标|due=2026-06-20',
  ],
  ['华星电子要测算表，明天给', 'task.add|customer=深圳市华星电子有限公司|title=给测算表|due=2026-05-14'],
  [
    'Acme wants a quote on friday and a site visit on the 25th',
    'task.add|customer=Acme Corporation|title=quote|due=2026-05-15 + task.add|customer=Acme Corporation|title=site visit|due=2026-05-25',
  ],
  // An hour is when it is due, and no part of what it is.
  [
    '刚跟华星电子通了电话，有意向，下周三上午十点再约一次',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=call|on=2026-05-13|nextStep=再约一次|nextOn=2026-05-20|nextAt=10:00',
  ],
  [
    'called Acme, meeting again at 2pm tomorrow',
    'follow-up.log|customer=Acme Corporation|kind=call|nextStep=meet again|nextOn=2026-05-14|nextAt=14:00',
  ],
];
