/** What is said in passing, by whoever comes from a customer or looks at the week (R8, R13, R24, R30, R32, R35, R40, R42, R103). */
export const inPassing: readonly (readonly [sentence: string, expected: string])[] = [
  ['本季度我能完成多少', '?opportunity|sum_amount|close=2026-04-01..2026-07-01|scope=mine|status=open'],
  ['这周还有哪些事没做', '?task|list|due=2026-05-11..2026-05-18|scope=mine|status=open'],
  ['下周我要拜访谁', '?task|list|due=2026-05-18..2026-05-25|scope=mine|status=open'],
  ['what is still open this week', '?task|list|due=2026-05-11..2026-05-18|scope=mine|status=open'],
  ['who am I visiting next week', '?task|list|due=2026-05-18..2026-05-25|scope=mine|status=open'],
  ['各区本季度预测', '?opportunity|weighted_amount|close=2026-04-01..2026-07-01|groupBy=region|scope=all|status=open'],
  ['华星电子那单赢面多大', 'opportunity.show|opportunity=深圳市华星电子有限公司'],
  ['what are my chances with the Acme deal', 'opportunity.show|opportunity=Acme Corporation'],
  ['哪个来源的线索转化最好', '?lead|conversion_rate|groupBy=source|limit=1|scope=all|sort=conversion_rate desc'],
  ['which lead source converts best', '?lead|conversion_rate|groupBy=source|scope=all'],
  ['cash in this month', '?payment|received|received=2026-05-01..2026-06-01|scope=all'],
  ['都批了', 'approval.list'],
  ['approve all', 'approval.list'],
  ['waiting for me', 'approval.list'],
  ['撤回刚才的折扣申请', 'approval.mine'],
  ['take back the discount request', 'approval.mine'],
  ['withdraw my request for Acme', 'approval.mine|customer=Acme Corporation'],
  ['anything good in the pool', 'pool.list'],
  ['write my daily', 'report.daily'],
  ['我们组今天谁没写日报', 'report.list|on=2026-05-13'],
  ['看看本季度的漏斗', '?opportunity|sum_amount|close=2026-04-01..2026-07-01|groupBy=stage|scope=all|status=open'],
  ['show the funnel', '?opportunity|sum_amount|groupBy=stage|scope=all|status=open'],
  ['今年丢给谁最多', '?opportunity|count|closed=2026-01-01..2027-01-01|groupBy=competitor|scope=all|status=lost'],
  [
    'who do we lose to most this year',
    '?opportunity|count|closed=2026-01-01..2027-01-01|groupBy=competitor|scope=all|status=lost',
  ],
  ['拜访了华星电子，得等到六月初才能批', 'follow-up.log|customer=深圳市华星电子有限公司|kind=visit'],
  [
    '拜访了华星电子，先要两台样机，周四寄过去',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|nextOn=2026-05-14|nextStep=寄两台样机过去',
  ],
  [
    'visited Acme, they want two trial units, ship thursday',
    'follow-up.log|customer=Acme Corporation|kind=visit|nextOn=2026-05-14|nextStep=ship two trial units',
  ],
  [
    '拜访了华星电子，下周三才能发合同',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|nextOn=2026-05-20|nextStep=发合同',
  ],
  ['change my Acme visit to a call', 'follow-up.change|customer=Acme Corporation|kind=call'],
  [
    'add Sally Reed, purchasing, +1 312 555 0199 to Acme',
    'contact.set|customer=Acme Corporation|person=Sally Reed|phone=+1 312 555 0199|title=purchasing',
  ],
  [
    '给华星电子加个联系人，采购部的小赵，13912345678',
    'contact.set|customer=深圳市华星电子有限公司|person=小赵|phone=13912345678|title=采购部',
  ],
  [
    '恒立液压有意向，开个商机，能耗监测 60万，7月底',
    'opportunity.open|amount=60万|closeOn=2026-07-31|customer=恒立液压|name=能耗监测',
  ],
  [
    '华星电子金额从45万降到42万，6月底签',
    'opportunity.change|amount=42万|closeOn=2026-06-30|opportunity=深圳市华星电子有限公司',
  ],
  ['the Acme deal is down from 300k to 270k', 'opportunity.change|amount=270k|opportunity=Acme Corporation'],
  ['给华星电子寄了样品，顺丰单号SF1234567，周五到', 'follow-up.log|customer=深圳市华星电子有限公司|kind=note'],
  ['shipped samples to Acme, arriving friday', 'follow-up.log|customer=Acme Corporation|kind=note'],
  [
    'Acme killed the project, went with Siemens',
    'opportunity.advance|lostReason=killed the project, went with Siemens|opportunity=Acme Corporation|stage=lost',
  ],
  ['跟王总加了微信', 'follow-up.log|customer=王总|kind=message'],
  ['我们组丢的单子都是什么原因', '?opportunity|count|groupBy=loss_reason|scope=team|status=lost'],
  ['把华星电子的商机改成韩梅梅负责', 'opportunity.give|opportunity=深圳市华星电子有限公司|owner=韩梅梅'],
  [
    'rivals on the Acme deal are ABB and Schneider',
    'opportunity.competitor|name=ABB|opportunity=Acme Corporation + opportunity.competitor|name=Schneider|opportunity=Acme Corporation',
  ],
];

/** Near them: nothing of the kind is meant. */
export const notInPassing: readonly string[] = [
  '撤回',
  '漏斗里一共多少钱',
  '本季度赢率多少',
  'add Lucy King to Acme',
  'the funnel is thin',
  'approve of the plan',
];
