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

/** What cannot be answered whole is not answered by half. */
export const notAsked: readonly string[] = [
  '本月哪些销售拜访少于5次',
  'reps with fewer than 3 visits',
  '今年下单超过3次的客户',
  '没跟进的线索',
];

/** Of which nothing is to be put on record. */
export const notSaved: readonly string[] = ['华星电子的投诉升级了', '新客户拜访量', '开个客户会', '拜访超过3次'];
