type Gold = readonly (readonly [sentence: string, expected: string])[];

/** Tags said without the word for them, several at once, one for another (R1). */
export const tagsSaid: Gold = [
  ['王建国那条线索标成价格敏感', 'tag.add|party=王建国|tags=价格敏感'],
  ['给王建国和远景动力都打上 价格敏感', 'tag.add|party=王建国|tags=价格敏感 + tag.add|party=远景动力|tags=价格敏感'],
  ['把华星电子标为价格敏感', 'tag.add|party=深圳市华星电子有限公司|tags=价格敏感'],
  ['王建国的价格敏感去掉', 'tag.remove|party=王建国|tags=价格敏感'],
  ['王建国的价格敏感去掉，换成高意向', 'tag.remove|party=王建国|tags=价格敏感 + tag.add|party=王建国|tags=高意向'],
  ['mary major is price sensitive, tag her', 'tag.add|party=Mary Major|tags=price sensitive'],
  ['mary major needs high intent, tag her', 'tag.add|party=Mary Major|tags=high intent'],
  ['mark Acme as price sensitive', 'tag.add|party=Acme Corporation|tags=price sensitive'],
  [
    'tag Mary Major and Wonka as price sensitive',
    'tag.add|party=Mary Major|tags=price sensitive + tag.add|party=Wonka Industries|tags=price sensitive',
  ],
  ['take price sensitive off Acme', 'tag.remove|party=Acme Corporation|tags=price sensitive'],
  [
    'change Mary Major from price sensitive to high intent',
    'tag.remove|party=Mary Major|tags=price sensitive + tag.add|party=Mary Major|tags=high intent',
  ],
];

/** Near them, and no tag is put on or taken off. */
export const noTags: readonly string[] = [
  '王建国说他们价格敏感',
  '王建国价格敏感吗',
  'is Mary Major price sensitive',
  'Mary Major said she is price sensitive',
];

/** Who is to have whom from now on (R4, R8, R10, R21). */
export const handedOn: Gold = [
  ['hand over Globex to Lucy', 'customer.give|customer=Globex Corporation|owner=Lucy King'],
  ['move Mary Major to Lucy', 'lead.assign|lead=Mary Major|owner=Lucy King'],
  ['hand over Jim Green to Lucy', 'handover.plan|person=Jim Green|to=Lucy King'],
  ['交接 韩梅梅 给 李雷', 'handover.plan|person=韩梅梅|to=李雷'],
  ['交接韩梅梅的工作给李雷', 'handover.plan|person=韩梅梅|to=李雷'],
  ['把芦海英转给韩梅梅跟', 'lead.assign|lead=芦海英|owner=韩梅梅'],
  ['把王建国和远景动力都给韩梅梅', 'lead.assign-several|leads=王建国、远景动力|owner=韩梅梅'],
  [
    '把华星电子和云栖数据都转给韩梅梅',
    'customer.give|customer=深圳市华星电子有限公司|owner=韩梅梅 + customer.give|customer=杭州云栖数据有限公司|owner=韩梅梅',
  ],
  ['move Mary Major and Wonka to Lucy', 'lead.assign-several|leads=Mary Major、Wonka Industries|owner=Lucy King'],
  ['把李雷超时的线索都转给韩梅梅', 'lead.assign-several|leads=李雷超时|owner=韩梅梅'],
  ["reassign all of Jim Green's overdue leads to Lucy", 'lead.assign-several|leads=Jim Green overdue|owner=Lucy King'],
];

/** Near them, and nobody is given to anybody. */
export const notHandedOn: readonly string[] = [
  '把合同转给韩梅梅跟',
  '把报价方案交给李雷负责',
  'hand over the keys to Lucy',
  'move the meeting to Lucy',
];

/** How the company works, said by whoever sets it up (R2, R4, R6, R26, R63, R86). */
export const rulesSaid: Gold = [
  ['以后河南的线索都给韩梅梅', 'admin.territory|person=韩梅梅|regions=+河南'],
  ['leads from Texas go to Lucy', 'admin.territory|person=Lucy King|regions=+Texas'],
  ['set response sla to 4 hours', 'admin.response|hours=4'],
  ['set response sla to 120 minutes', 'admin.response|hours=2'],
  ['响应时限改成120分钟', 'admin.response|hours=2'],
  ['set response sla to 90 minutes', 'admin.response|hours=1.5'],
  ['add lead source "LinkedIn" medium priority', 'admin.source|name=LinkedIn|priority=normal'],
  ['加个线索来源：抖音直播，优先级高', 'admin.source|name=抖音直播|priority=high'],
  ['proposal needs a file before moving on', 'stage.change|stage=proposal|alsoExit=file'],
  ['方案报价阶段必须上传方案文件才能往下走', 'stage.change|stage=proposal|alsoExit=file'],
  ['切换成地产行业', 'admin.template|template=real_estate'],
  ['set us up as SaaS', 'admin.template|template=saas'],
  ['帮我设置成汽车后市场', 'admin.template|template=car_aftermarket'],
  ['房地产模板', 'admin.template|template=real_estate'],
  ['switch to the manufacturing industry', 'admin.template|template=manufacturing'],
  ['邀请 小新 newbie@hualan.example 做销售', 'admin.invite|emails=newbie@hualan.example|role=rep'],
  ['invite Bo bo@x.example as a sales rep', 'admin.invite|emails=bo@x.example|role=rep'],
];

/** Near them, and no rule. */
export const noRulesSaid: readonly string[] = [
  'leads from LinkedIn go to Lucy',
  'switch to Chinese',
  '切换成英文',
  '报价模板',
  'the proposal needs a file before Friday',
  'set us up a meeting',
];

/** The work of an industry, in what its own records are declared with (R22, R63). */
export const ownWork: Gold = [
  [
    '今天带华星看了翡翠湾3栋1201，很喜欢，周六带她老公再看',
    'object.add|type=带看|customer=深圳市华星电子有限公司|name=翡翠湾3栋1201 今天 + follow-up.log|customer=深圳市华星电子有限公司|kind=visit|nextOn=2026-05-16|nextStep=带她老公再看',
  ],
  [
    '今天带王建国看了翡翠湾3栋1201，很喜欢，周六带她老公再看',
    'lead.log|lead=王建国|kind=visit|nextOn=2026-05-16|nextStep=带她老公再看',
  ],
  ['带王建国看房，明天下午两点，翡翠湾3栋', 'task.add|title=带王建国看房，翡翠湾3栋|due=2026-05-14 14:00|lead=王建国'],
  [
    'showed Acme Harbor View 12-3 today, she loved it, second viewing on Saturday',
    'object.add|type=showing|customer=Acme Corporation|name=Harbor View 12-3 today + follow-up.log|customer=Acme Corporation|kind=visit|nextOn=2026-05-16|nextStep=second viewing',
  ],
  ['这周带看了几组', '?object:showing|count|own.shownOn=2026-05-11..2026-05-18|scope=all'],
  ['how many showings this week', '?object:showing|count|own.shownOn=2026-05-11..2026-05-18|scope=all'],
  ['华星的车', 'object.list|type=vehicle|customer=深圳市华星电子有限公司'],
  ['哪些车快到保养了', 'object.list|type=vehicle|due=2026-06-12'],
  ['which vehicles are due for maintenance this month', 'object.list|type=vehicle|due=2026-05-31'],
  ['华星装了什么设备', 'object.list|type=equipment|customer=深圳市华星电子有限公司'],
  ['哪些设备快过保了', '?object:equipment|list|own.warrantyUntil=2026-05-13..2026-06-13|scope=all'],
  [
    'which machines are out of warranty soon',
    '?object:equipment|list|own.warrantyUntil=2026-05-13..2026-06-13|scope=all',
  ],
  [
    '华星装了3台采集器，去年8月装的',
    'object.add|type=equipment|customer=深圳市华星电子有限公司|name=3台采集器，去年8月装的',
  ],
  [
    'Acme installed 3 meters last August',
    'object.add|type=equipment|customer=Acme Corporation|name=3 meters last August',
  ],
  [
    '华星 奥迪A4 沪A12345 2025年6月1日上牌',
    'object.add|type=vehicle|customer=深圳市华星电子有限公司|name=奥迪A4 沪A12345 2025年6月1日上牌',
  ],
];

/** Near it, and nothing of the kind. */
export const noOwnWork: readonly string[] = [
  '华星电子买了竞品',
  '华星电子装了吗',
  '带上合同看看华星电子',
  'Acme bought it elsewhere',
  '今天拜访了华星电子，他们装了新系统',
  '那些车停在门口',
];

/** Said of whoever is in hand on a call list (R7, R8). */
export const inHand: Gold = [
  ['没人接', 'call-list.called|outcome=no_answer'],
  ['电话没人接，明天再打', 'call-list.called|outcome=no_answer|nextOn=2026-05-14|nextStep=打'],
  ['聊了，下周二回访，有意向', 'call-list.called|outcome=interested|nextOn=2026-05-19|nextStep=回访'],
  ['不感兴趣', 'call-list.called|outcome=refused'],
  ['no answer', 'call-list.called|outcome=no_answer'],
  ['not interested', 'call-list.called|outcome=refused'],
  [
    'talked, interested, call back next Tuesday',
    'call-list.called|outcome=interested|nextOn=2026-05-19|nextStep=call back',
  ],
  ['wrong number', 'call-list.called|outcome=wrong_number'],
];

/** Near it, and of nobody in hand. */
export const notInHand: readonly string[] = [
  '华星电子没人接',
  '没人接怎么办',
  '聊了华星电子的事',
  'no answer from Acme',
  'are they interested?',
  '没人接的线索',
];

/** Said of the report that was spoken of last, or of one that is named (R40). */
export const ofReports: readonly (readonly [before: string, sentence: string, expected: string])[] = [
  ['日报', '加一句：明天去天津', 'report.daily|plus=明天去天津'],
  ['写昨天的日报', '再补一条：栎木需要张总支持', 'report.daily|on=2026-05-12|plus=栎木需要张总支持'],
  ['我的商机', '今天的日报加上：栎木需要张总支持', 'report.daily|plus=栎木需要张总支持'],
  ['日报', '交了', 'report.daily'],
  ['我的商机', '日报给张总看看', 'report.daily'],
  ['daily report', 'add: visit Boston next week', 'report.daily|plus=visit Boston next week'],
  ['daily report', 'send it to Jim', 'report.daily'],
  ['my opportunities', 'add to my report: we need help with Acme', 'report.daily|plus=we need help with Acme'],
  ['李雷的日报', '评论：不错，云栖盯紧', 'report.comment|person=李雷|period=day|text=不错，云栖盯紧'],
  ["Jim Green's report", 'comment: ok, talk tomorrow', 'report.comment|person=Jim Green|text=ok, talk tomorrow'],
  ["Jim Green's report", 'tell him good job, push Acme', 'report.comment|person=Jim Green|text=good job, push Acme'],
];
