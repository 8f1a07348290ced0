const TIER = 'tier.change|tier=A|days=30|contacts=3|intent=yes';

/** What an admin says of how the company works is no to-do (R15, R22, R29). */
export const companyRules: readonly (readonly [sentence: string, expected: string])[] = [
  ['30天内联系3次以上而且有明确采购意向的算A类', TIER],
  ['最近30天联系3次以上并且表示过购买意向的客户算A类', TIER],
  ['A类客户：30天内联系3次以上，有明确意向', TIER],
  ['近60天跟进5次以上，并且表达了明确的采购意向的客户归为A类', 'tier.change|tier=A|days=60|contacts=5|intent=yes'],
  ['A类客户是30天内拜访3次以上的客户', 'tier.change|tier=A|days=30|contacts=3'],
  ['A customers: 3 or more contacts in last 30 days and clear intent', TIER],
  ['customers with 3 contacts in the last 30 days and clear intent to buy are tier A', TIER],
  ['需求确认超过5天提醒', 'stage.change|stage=needs|maxDays=5'],
  ['需求确认阶段超过5天没动就提醒销售', 'stage.change|stage=needs|maxDays=5'],
  ['商务谈判停留超过10天提醒经理', 'stage.change|stage=negotiation|maxDays=10'],
  ['remind the owner when a deal is in negotiation for more than 10 days', 'stage.change|stage=negotiation|maxDays=10'],
  ['negotiation longer than 10 days, send a reminder', 'stage.change|stage=negotiation|maxDays=10'],
  ['我们要记客户的设备，有购买日期，到一年提醒保养', 'admin.objects'],
  ['我们想记录客户的车辆，购买日期满一年提醒保养', 'admin.objects'],
  [
    "we want to keep track of customers' machines, with purchase date, and remind after a year for maintenance",
    'admin.objects',
  ],
  // Of what no sentence sets nothing is put on anybody's list.
  ['线索超过3天没跟进提醒负责人', 'none'],
  ['报价发出后三天提醒跟进', 'none'],
  ['客户一个月没联系就提醒我一下', 'none'],
  // One's own.
  ['提醒我5天后联系华星电子', 'task.add|customer=深圳市华星电子有限公司|title=联系华星电子|due=2026-05-18'],
  ['30天内联系华星电子', 'task.add|customer=深圳市华星电子有限公司|title=联系华星电子|due=2026-06-12'],
];
