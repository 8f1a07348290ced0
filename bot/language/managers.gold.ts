/** What whoever leads people says and asks every day (R8, R15, R32, R40, R102, R103). */
export const managers: readonly (readonly [sentence: string, expected: string])[] = [
  ['把公海里官网来的线索分给韩梅梅', 'lead.assign-several|leads=官网|owner=韩梅梅'],
  ['把公海的线索分给韩梅梅', 'lead.assign-several|leads=公海|owner=韩梅梅'],
  ['没分配的线索平均分给李雷和韩梅梅', 'lead.assign-several|leads=公海'],
  ['assign the unassigned leads to Jim Green and Lucy King', 'lead.assign-several|leads=unassigned'],
  ['give all leads in the pool to Jim Green', 'lead.assign-several|leads=unassigned|owner=Jim Green'],
  ['为什么华星是B类', 'customer.show|customer=深圳市华星电子有限公司|section=everything'],
  ['why is Acme a B customer', 'customer.show|customer=Acme Corporation|section=everything'],
  ['华星为什么还没签', 'opportunity.show|opportunity=深圳市华星电子有限公司'],
  ['为什么华星迟迟没成交', 'opportunity.show|opportunity=深圳市华星电子有限公司'],
  ["why hasn't Acme signed yet", 'opportunity.show|opportunity=Acme Corporation'],
  ['李雷的日报写得不错，评论一下：继续保持', 'report.comment|period=day|person=李雷|text=继续保持'],
  ["Jim Green's report is good, comment: keep it up", 'report.comment|person=Jim Green|text=keep it up'],
  [
    '本季度谁卖得最好',
    '?opportunity|sum_amount|closed=2026-04-01..2026-07-01|groupBy=owner|limit=1|scope=all|sort=sum_amount desc|status=won',
  ],
  ['北区在谈的商机按阶段列一下', '?opportunity|sum_amount|groupBy=stage|scope=all|status=open|team=北区 North'],
];

/** Near them: nobody is given anything, and no sum is told of who did nothing. */
export const noManagers: readonly string[] = [
  '公海的线索分得怎么样',
  '华星还没签',
  '李雷的日报写得不错',
  'who has no follow-ups this week',
  'the unassigned leads are old',
];
