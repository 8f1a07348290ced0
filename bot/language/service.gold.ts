/** What is said of tickets, in both languages; the form is that of `written`. */
export const serviceGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['华星投诉到货慢', 'ticket.open|customer=深圳市华星电子有限公司|title=到货慢|kind=complaint'],
  ['今天明珠医疗投诉发错货了', 'ticket.open|customer=广州明珠医疗器械有限公司|title=发错货了|kind=complaint'],
  [
    '云栖数据反馈传感器坏了，紧急',
    'ticket.open|customer=杭州云栖数据有限公司|title=传感器坏了|kind=fault|priority=urgent',
  ],
  ['光谷激光报修：电机停机', 'ticket.open|customer=武汉光谷激光科技有限公司|title=电机停机|kind=fault'],
  ['给华星建个工单：换一台采集器', 'ticket.open|customer=深圳市华星电子有限公司|title=换一台采集器'],
  ['收到天府食品的投诉，包装破损', 'ticket.open|customer=成都天府食品集团有限公司|title=包装破损|kind=complaint'],
  ['Acme reports a broken sensor', 'ticket.open|customer=Acme Corporation|title=a broken sensor|kind=fault'],
  [
    'Globex complained about the late delivery',
    'ticket.open|customer=Globex Corporation|title=the late delivery|kind=complaint',
  ],
  [
    'Mr Wang at Acme reports a broken sensor',
    'ticket.open|customer=Acme Corporation|contact=Mr Wang|kind=fault|title=a broken sensor',
  ],
  ['open a ticket for Initech: replace the gateway', 'ticket.open|customer=Initech LLC|title=replace the gateway'],
  ['complaint from Acme: wrong parts', 'ticket.open|customer=Acme Corporation|title=wrong parts|kind=complaint'],
  ['工单关了', 'ticket.close'],
  ['华星的工单关了', 'ticket.close|ticket=深圳市华星电子有限公司'],
  ['明珠医疗的投诉解决了', 'ticket.close|ticket=广州明珠医疗器械有限公司'],
  ['关闭云栖数据的工单', 'ticket.close|ticket=杭州云栖数据有限公司'],
  ['close the Acme ticket', 'ticket.close|ticket=Acme Corporation'],
  ['the Globex complaint is resolved', 'ticket.close|ticket=Globex Corporation'],
  ['华星的工单：已补发新货', 'ticket.change|ticket=深圳市华星电子有限公司'],
  ['update the Acme ticket: new sensor sent', 'ticket.change|ticket=Acme Corporation'],
  ['我的工单', 'ticket.list'],
  ['有哪些工单没关', 'ticket.list'],
  ['show my open tickets', 'ticket.list'],
];

/** What is asked of tickets, of tiers and of what was bought (R14–R16). */
export const customerQuestionsGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['A类客户有哪些', '?customer|list|scope=all|tier=A'],
  ['A类客户有几个', '?customer|count|scope=all|tier=A'],
  ['30天没联系的A类客户', '?customer|list|idle_days=gte 30|scope=all|tier=A'],
  ['A类客户的商机总额', '?opportunity|sum_amount|scope=all|status=open|tier=A'],
  ['客户按等级分布', '?customer|count|groupBy=tier|scope=all'],
  ['which customers are tier A', '?customer|list|scope=all|tier=A'],
  ['A-tier accounts not contacted for 30 days', '?customer|list|idle_days=gte 30|scope=all|tier=A'],
  ['customers by tier', '?customer|count|groupBy=tier|scope=all'],
  ['open complaints by customer', '?ticket|count|groupBy=customer|kind=complaint|scope=all|status=open'],
  ['各客户未处理的投诉', '?ticket|count|groupBy=customer|kind=complaint|scope=all|status=open'],
  ['有未处理投诉的客户', '?customer|list|open_complaint=true|scope=all'],
  ['有工单的A类客户', '?customer|list|open_ticket=true|scope=all|tier=A'],
  ['customers with open complaints', '?customer|list|open_complaint=true|scope=all'],
  ['本月投诉有多少', '?ticket|count|kind=complaint|opened=2026-05-01..2026-06-01|scope=all'],
  ['tickets closed this month', '?ticket|list|closed=2026-05-01..2026-06-01|scope=all|status=closed'],
  ['工单平均处理天数', '?ticket|close_days|scope=all|status=closed'],
  ['买过企业版的客户', '?customer|list|products=contains 企业版|scope=all'],
  ['3个月没联系、没买过企业版的客户', '?customer|list|idle_days=gte 90|products=not_in 企业版|scope=all'],
  ['customers who bought 企业版', '?customer|list|products=contains 企业版|scope=all'],
  ['customers who have not bought 企业版', '?customer|list|products=not_in 企业版|scope=all'],
  ['买过网关但没买过云平台的客户', '?customer|list|products=contains 网关|products=not_in 云平台|scope=all'],
  ['哪些客户买过5G网关没买企业版', '?customer|list|products=contains 5G网关|products=not_in 企业版|scope=all'],
  ['没买过云平台的老客户', '?customer|list|bought=true|products=not_in 云平台|scope=all'],
  [
    'customers who bought EdgeGate but not the cloud',
    '?customer|list|products=contains EdgeGate|products=not_in cloud|scope=all',
  ],
  ['which customers have not bought the EdgeBox', '?customer|list|products=not_in EdgeBox|scope=all'],
  ['从来没买过的客户', '?customer|list|bought=false|scope=all'],
  ['买过东西的客户有哪些', '?customer|list|bought=true|scope=all'],
  ['三个月没买过的客户', '?customer|list|days_since_purchase=gte 90|scope=all'],
  ['customers who have never bought anything', '?customer|list|bought=false|scope=all'],
  ['customers who have not bought for 3 months', '?customer|list|days_since_purchase=gte 90|scope=all'],
  ['三个月没买东西的客户', '?customer|list|days_since_purchase=gte 90|scope=all'],
  ['北区本季度', 'summary.show|period=this_quarter|team=北区 North'],
  ['李雷上个月', 'summary.show|period=last_month|person=李雷'],
  ['North this quarter', 'summary.show|period=this_quarter|team=北区 North'],
  ['Jim last month', 'summary.show|period=last_month|person=Jim Green'],
];

/** What is said of lists and of whoever is in hand (R8, R16). */
export const segmentGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['存成 三个月没联系的老客户', 'segment.save|name=三个月没联系的老客户'],
  ['把这个存成名单：老客户回访', 'segment.save|name=老客户回访'],
  ['保存为老客户回访', 'segment.save|name=老客户回访'],
  ['save this as dormant customers', 'segment.save|name=dormant customers'],
  ['save these as a list called Dormant', 'segment.save|name=Dormant'],
  ['3个月没联系的客户存成名单 冬季复购', 'segment.save|name=冬季复购|words=3个月没联系的客户'],
  ['把两周没联系的线索存成久等名单', 'segment.save|name=久等|words=两周没联系的线索'],
  ['两周没联系的客户，存成名单', 'segment.save|name=两周没联系的客户|words=两周没联系的客户'],
  [
    'save customers not contacted for 30 days as a list called winter',
    'segment.save|name=winter|words=customers not contacted for 30 days',
  ],
  ['我的名单', 'segment.list'],
  ['show my lists', 'segment.list'],
  ['打开名单 老客户回访', 'segment.open|segment=老客户回访'],
  ['open the dormant customers list', 'segment.open|segment=dormant customers'],
  ['按老客户回访名单逐个联系', 'call-list.next|segment=老客户回访'],
  ['开始联系名单 老客户回访', 'call-list.next|segment=老客户回访'],
  ['call the list dormant customers', 'call-list.next|segment=dormant customers'],
  ['work through the dormant customers list', 'call-list.next|segment=dormant customers'],
  ['下一个', 'call-list.next'],
  ['next customer', 'call-list.next'],
  ['跳过，号码是空号', 'call-list.skip|reason=wrong_number'],
  ['跳过', 'call-list.skip'],
  ['skip, wrong number', 'call-list.skip|reason=wrong_number'],
  ['skip this one: not interested', 'call-list.skip|reason=no_need'],
];

/** What is said of how much a customer matters. */
export const tierGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['把华星设为A类客户，战略客户', 'customer.tier|customer=深圳市华星电子有限公司|reason=战略客户|tier=A'],
  ['明珠医疗升为A级', 'customer.tier|customer=广州明珠医疗器械有限公司|tier=A'],
  ['天府食品降为C类，采购冻结', 'customer.tier|customer=成都天府食品集团有限公司|reason=采购冻结|tier=C'],
  [
    'make Acme a tier A customer because they are strategic',
    'customer.tier|customer=Acme Corporation|reason=they are strategic|tier=A',
  ],
  ['set Globex to tier B', 'customer.tier|customer=Globex Corporation|tier=B'],
  ['恢复华星的自动等级', 'customer.tier-lift|customer=深圳市华星电子有限公司'],
  ["lift Acme's tier", 'customer.tier-lift|customer=Acme Corporation'],
];

/** What is said of what customers do, are promised and who decides there. */
export const journalGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['华星电子昨天下载了白皮书', 'touch.add|party=深圳市华星电子有限公司|kind=download|on=2026-05-12|what=白皮书'],
  ['明珠医疗参加了我们的线上研讨会', 'touch.add|party=广州明珠医疗器械有限公司|kind=event|what=线上研讨会'],
  ['云栖数据打开了报价邮件', 'touch.add|party=杭州云栖数据有限公司|kind=email_open|what=报价邮件'],
  [
    'Acme downloaded the white paper yesterday',
    'touch.add|party=Acme Corporation|kind=download|on=2026-05-12|what=white paper',
  ],
  ['Globex attended our webinar', 'touch.add|party=Globex Corporation|kind=event|what=webinar'],
  ['Initech visited our pricing page', 'touch.add|party=Initech LLC|kind=site_visit|what=pricing page'],
  ['给华星加个交付节点：安装 12月5日', 'milestone.add|customer=深圳市华星电子有限公司|name=安装|planned=2026-12-05'],
  [
    'add a milestone for Acme: installation, 5 December',
    'milestone.add|customer=Acme Corporation|name=installation|planned=2026-12-05',
  ],
  ['华星的交付节点安装完成了', 'milestone.done|customer=深圳市华星电子有限公司|name=安装'],
  ["Acme's delivery phase 1 done", 'milestone.done|customer=Acme Corporation|name=phase 1'],
  ['华星的交付进度', 'customer.show|customer=深圳市华星电子有限公司|section=milestones'],
  ['华星投诉过吗', 'customer.show|customer=深圳市华星电子有限公司|section=tickets'],
  ['did Acme complain', 'customer.show|customer=Acme Corporation|section=tickets'],
  ["Acme's decision chain", 'customer.show|customer=Acme Corporation|section=contacts'],
  ['华星的变更记录', 'customer.show|customer=深圳市华星电子有限公司|section=changes'],
];

/** Praise and stories are no tickets. */
export const noTickets: readonly string[] = ['华星反馈产品不错', 'Acme says the sensors are great'];

/** What is said of a company's own objects, by its own words for them. */
export const objectGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['给陈先生登记一辆车 沪A12345 2023年5月买的', 'object.add|type=vehicle|customer=陈先生|name=沪A12345 2023年5月买的'],
  ['给华星登记车辆 京B123', 'object.add|type=vehicle|customer=深圳市华星电子有限公司|name=京B123'],
  ['门店拜访 华星 陈列良好', 'object.add|type=store_visit|customer=深圳市华星电子有限公司|name=陈列良好'],
  ['昨天带看 明珠医疗 12-3', 'object.add|type=showing|customer=广州明珠医疗器械有限公司|name=12-3 昨天'],
  ['登记一辆汽车', 'object.add|type=vehicle'],
  ['log a showing of unit 12-3 for Ms Li', 'object.add|type=showing|customer=Ms Li|name=unit 12-3'],
  [
    'register a car for Mr Chen: ABC 123, bought in May 2023',
    'object.add|type=vehicle|customer=Mr Chen|name=ABC 123, bought in May 2023',
  ],
  ['add a vehicle for Acme: X-1', 'object.add|type=vehicle|customer=Acme Corporation|name=X-1'],
  ['华星有哪些车辆', 'object.list|type=vehicle|customer=深圳市华星电子有限公司'],
  ['我的车辆', 'object.list|type=vehicle'],
  ['show my vehicles', 'object.list|type=vehicle'],
  ['what vehicles does Acme have', 'object.list|type=vehicle|customer=Acme Corporation'],
];

/** Such a thing is spoken of, but nothing of it is to be put on record. */
export const noObjects: readonly string[] = [
  '今天去华星拜访了，聊了车辆的事',
  'Visited Acme, they want to sell their cars',
];

/** Where a company begins. */
export const templateGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['套用汽车后市场模板', 'admin.template|template=car_aftermarket'],
  ['我们是做地产的，用房地产模板', 'admin.template|template=real_estate'],
  ['看看制造业模板', 'admin.template|template=manufacturing'],
  ['有哪些行业模板', 'admin.template'],
  ['use the SaaS template', 'admin.template|template=saas'],
  ['apply the FMCG industry template please', 'admin.template|template=fmcg'],
  ['show industry templates', 'admin.template'],
];
