type Gold = readonly (readonly [sentence: string, expected: string])[];

/** What puts on record all that was said and nothing else, in both languages; the form is that of `written`. */
export const savedAsSaid: Gold = [
  ['给华星电子加标签 VIP 重点', 'tag.add|party=深圳市华星电子有限公司|tags=VIP 重点'],
  ['给王建国打上需培育和竞品对比标签', 'tag.add|party=王建国|tags=需培育和竞品对比'],
  ['tag Acme as key account and hot', 'tag.add|party=Acme Corporation|tags=key account and hot'],
  [
    '新建客户远山机械 在苏州 联系人张总 13700137000',
    'customer.add|contact=张总|name=远山机械|phone=13700137000|region=苏州',
  ],
  ['新客户远山机械 苏州 张总 13700137000', 'customer.add|contact=张总|name=远山机械|phone=13700137000|region=苏州'],
  ['在苏州新开一个客户叫远山机械', 'customer.add|name=远山机械|region=苏州'],
  ['put Soylent in Boston on file', 'customer.add|name=Soylent|region=Boston'],
  ['create a customer called Soylent with contact Jane Doe', 'customer.add|contact=Jane Doe|name=Soylent'],
  [
    'new customer Soylent, Boston, contact Jane Doe, 617-555-0143',
    'customer.add|contact=Jane Doe|name=Soylent|phone=617-555-0143|region=Boston',
  ],
  ['新线索 周杰，电话 139001390', 'lead.add|contact=周杰|phone=139001390'],
  ['新线索 周杰，苏州，13700137000', 'lead.add|contact=周杰|phone=13700137000|region=苏州'],
  ['new lead: Jane Doe from Soylent, phone 61755501', 'lead.add|company=Soylent|contact=Jane Doe|phone=61755501'],
  ['新建客户远山机械，电话 1390013，联系人张总', 'customer.add|contact=张总|name=远山机械|phone=1390013'],
  [
    '华星电子投诉到货慢，很着急',
    'ticket.open|customer=深圳市华星电子有限公司|kind=complaint|priority=urgent|title=到货慢',
  ],
  ['华星电子的投诉升级为紧急', 'ticket.change|priority=urgent|ticket=深圳市华星电子有限公司'],
  ['华星电子的工单加急处理一下', 'ticket.change|priority=urgent|ticket=深圳市华星电子有限公司'],
  ['Acme ticket is now high priority', 'ticket.change|priority=high|ticket=Acme Corporation'],
  ['escalate the Globex complaint', 'ticket.change|priority=urgent|ticket=Globex Corporation'],
  ['Acme has an open ticket', '?ticket|list|customer=Acme Corporation|scope=all|status=open'],
  [
    "Acme's gateway is offline, open a ticket",
    'ticket.open|customer=Acme Corporation|kind=fault|title=gateway is offline',
  ],
  ['Acme filed a complaint: late delivery', 'ticket.open|customer=Acme Corporation|kind=complaint|title=late delivery'],
  ['华星电子提了个投诉：到货慢', 'ticket.open|customer=深圳市华星电子有限公司|kind=complaint|title=到货慢'],
  ['add a lead source called Webinar with high priority', 'admin.source|name=Webinar|priority=high'],
  ['add a lead source called Trade with Asia', 'admin.source|name=Trade with Asia'],
  ['新增线索来源叫抖音，高优先级', 'admin.source|name=抖音|priority=high'],
  ['张强是华星电子的采购经理', 'contact.set|customer=深圳市华星电子有限公司|person=张强|title=采购经理'],
  ['Hank is the CFO at Globex', 'contact.set|customer=Globex Corporation|person=Hank|title=CFO'],
  ['制造业的线索归韩梅梅', 'admin.territory|industries=+制造业|person=韩梅梅'],
  ['manufacturing leads go to Jim', 'admin.territory|industries=+manufacturing|person=Jim Green'],
  ['需求确认最长5天', 'stage.change|maxDays=5|stage=needs'],
  ['the limit for Negotiation is 10 days', 'stage.change|maxDays=10|stage=negotiation'],
  ['A类客户的条件改为30天内联系5次', 'tier.change|contacts=5|days=30|tier=A'],
  ['tier A needs 5 contacts in 30 days', 'tier.change|contacts=5|days=30|tier=A'],
];

/** What is asked under a limit that was said, in both languages. */
export const askedAsSaid: Gold = [
  ['top 5 opportunities by amount', '?opportunity|list|limit=5|scope=all|sort=amount desc|status=open'],
  ['金额前5的商机', '?opportunity|list|limit=5|scope=all|sort=amount desc|status=open'],
  ['商机按金额从大到小', '?opportunity|list|scope=all|sort=amount desc|status=open'],
  ['opportunities sorted by amount', '?opportunity|list|scope=all|sort=amount desc|status=open'],
  ['拜访超过3次的客户', '?activity|count|groupBy=customer|having=count gt 3|kind=visit|scope=all'],
  [
    '本周拜访超过3次的销售',
    '?activity|count|groupBy=owner|having=count gt 3|kind=visit|occurred=2026-05-11..2026-05-18|scope=all',
  ],
  ['联系3次以上的客户有哪些', '?activity|count|groupBy=customer|having=count gte 3|scope=all'],
  ['customers visited more than 3 times', '?activity|count|groupBy=customer|having=count gt 3|kind=visit|scope=all'],
  [
    'reps with more than 3 visits this week',
    '?activity|count|groupBy=owner|having=count gt 3|kind=visit|occurred=2026-05-11..2026-05-18|scope=all',
  ],
  [
    'customers called at least twice this month',
    '?activity|count|groupBy=customer|having=count gte 2|kind=call|occurred=2026-05-01..2026-06-01|scope=all',
  ],
  ['没有跟进过的客户', '?customer|list|follow_ups=0|scope=all'],
  ['从来没联系过的客户', '?customer|list|follow_ups=0|scope=all'],
  ['最近没联系过的客户', '?customer|list|idle_days=gte 7|scope=all'],
  ['没跟进的客户', '?customer|list|idle_days=gte 7|scope=all'],
  ['customers never contacted', '?customer|list|follow_ups=0|scope=all'],
  ['customers not contacted', '?customer|list|idle_days=gte 7|scope=all'],
  ['没有跟进过的线索', '?lead|list|answered=false|scope=all'],
  ['deals without follow-up for 7 days', '?opportunity|list|idle_days=gte 7|scope=all|status=open'],
  ['成交过两次以上的客户', '?customer|list|purchases=gte 2|scope=all'],
  ['customers who bought more than twice', '?customer|list|purchases=gt 2|scope=all'],
];

/** Leads, customers and deals of some sort, in both languages (R1, R2, R16, R31). */
export const sortsAsked: Gold = [
  ['展会的线索', '?lead|list|scope=all|source=展会'],
  ['来自展会的线索', '?lead|list|scope=all|source=展会'],
  ['展会的线索有几个', '?lead|count|scope=all|source=展会'],
  ['来源是地推的线索', '?lead|list|scope=all|source=地推'],
  ['官网来的商机金额', '?opportunity|sum_amount|scope=all|source=官网|status=open'],
  ['leads from the website', '?lead|list|scope=all|source=website'],
  ['trade show leads', '?lead|list|scope=all|source=trade show'],
  ['website leads this month', '?lead|list|created=2026-05-01..2026-06-01|scope=all|source=website'],
  ['won amount from the website', '?opportunity|sum_amount|scope=all|source=website|status=won'],
  ['培育中的线索', '?lead|list|scope=all|status=nurturing'],
  ['已放弃的线索有多少', '?lead|count|scope=all|status=dropped'],
  ['跟进中的线索', '?lead|list|scope=all|status=working'],
  ['nurturing leads', '?lead|list|scope=all|status=nurturing'],
  ['高意向的线索', '?lead|list|scope=all|tags=contains 高意向'],
  ['高意向的客户', '?customer|list|scope=all|tags=contains 高意向'],
  ['leads tagged high intent', '?lead|list|scope=all|tags=contains high intent'],
  ['customers tagged high intent in Boston', '?customer|list|region=Boston|scope=all|tags=contains high intent'],
  [
    'opportunities in needs confirmed for more than a month',
    '?opportunity|list|scope=all|stage=needs|stage_days=gt 30',
  ],
  ['在需求确认超过一个月的商机', '?opportunity|list|scope=all|stage=needs|stage_days=gt 30'],
  ['最近一个月下载过资料的客户', '?customer|list|last_download=2026-04-13..2026-05-14|scope=all'],
  ['下载过白皮书的客户', '?customer|list|last_download=not_null |scope=all'],
  ['参加过活动的A类客户', '?customer|list|last_event=not_null |scope=all|tier=A'],
  ['customers who visited our website this week', '?customer|list|last_site_visit=2026-05-11..2026-05-18|scope=all'],
  ['customers who opened our newsletter', '?customer|list|last_email_open=not_null |scope=all'],
  ['开始打苏州客户', '?customer|list|region=苏州|scope=all'],
  ['start calling customers in Boston', '?customer|list|region=Boston|scope=all'],
];

/** What a card or a list says, in its own words (R8, R12, R13, R30–R32). */
export const shownAsSaid: Gold = [
  ['有流失风险的商机', 'opportunity.stuck'],
  ['哪些商机有流失风险', 'opportunity.stuck'],
  ['deals at risk', 'opportunity.stuck'],
  ['超时的商机', 'opportunity.stuck'],
  ['积压的阶段', 'opportunity.stuck'],
  ['share of opportunities in one stage for more than a month', 'opportunity.stuck'],
  ['在一个阶段超过一个月的商机占比', 'opportunity.stuck'],
  ['华星的合同', 'customer.show|customer=深圳市华星电子有限公司|section=billing'],
  ['华星的订单和回款', 'customer.show|customer=深圳市华星电子有限公司|section=billing'],
  ['华星电子买过什么', 'customer.show|customer=深圳市华星电子有限公司|section=billing'],
  ["Acme's contracts", 'customer.show|customer=Acme Corporation|section=billing'],
  ['what has Acme bought', 'customer.show|customer=Acme Corporation|section=billing'],
  ['下一步是什么', 'opportunity.show'],
  ['next step', 'opportunity.show'],
  ['stage history', 'opportunity.show'],
  ['在这个阶段多久了', 'opportunity.show'],
  ['how long in this stage', 'opportunity.show'],
  ['华星的下一步是什么', 'opportunity.show|opportunity=深圳市华星电子有限公司'],
  ['show lead Mary Major', 'lead.show|lead=Mary Major'],
  ['查看线索王建国', 'lead.show|lead=王建国'],
  ['打给苏州客户名单', 'call-list.next|segment=苏州客户'],
];

/** What cannot be answered whole is not answered by half. */
export const notAsked: readonly string[] = [
  '本月哪些销售拜访少于5次',
  'reps with fewer than 3 visits',
  '今年下单超过3次的客户',
  '没跟进的线索',
  '本月放弃的线索',
  '去年访问过官网的客户',
  'leads of Acme this month by weather',
];

/** Of which nothing is to be put on record. */
export const notSaved: readonly string[] = ['华星电子的投诉升级了', '新客户拜访量', '开个客户会', '拜访超过3次'];
