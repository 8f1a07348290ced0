type Gold = readonly (readonly [sentence: string, expected: string])[];

/** Longest without a word: an order, and no bound (R8). */
export const longestGold: Gold = [
  ['最久没联系的客户', '?customer|list|sort=last_activity asc|scope=all'],
  ['哪个客户最久没联系了', '?customer|list|sort=last_activity asc|scope=all'],
  ['没联系最久的客户有哪些', '?customer|list|sort=last_activity asc|scope=all'],
  ['我的客户里最久没跟进的', '?customer|list|sort=last_activity asc|scope=mine'],
  ['最久没拜访的前5个客户', '?customer|list|sort=last_activity asc|limit=5|scope=all'],
  ['韩梅梅最久没跟进的客户', '?customer|list|sort=last_activity asc|owner=韩梅梅|scope=all'],
  ['最久没动静的商机', '?opportunity|list|sort=last_activity asc|status=open|scope=all'],
  ['customers longest without contact', '?customer|list|sort=last_activity asc|scope=all'],
  ['which customer have I not contacted for longest', '?customer|list|sort=last_activity asc|scope=all'],
  ['who have I not spoken to for the longest time', '?customer|list|sort=last_activity asc|scope=mine'],
  ['my customers not visited for the longest', '?customer|list|sort=last_activity asc|scope=mine'],
  ['deals longest without a follow-up', '?opportunity|list|sort=last_activity asc|status=open|scope=all'],
  ['好久没联系的客户有哪些', '?customer|list|idle_days=gte 7|scope=all'],
];

/** Who bought then and not since, however long that is and however it is said (R8). */
export const lapsedGold: Gold = [
  ['去年买过今年没买的客户', '?customer|list|last_purchase=2025-01-01..2026-01-01|scope=all'],
  ['去年成交过，今年还没下单的客户', '?customer|list|last_purchase=2025-01-01..2026-01-01|scope=all'],
  ['去年买过现在没动静的客户', '?customer|list|last_purchase=2025-01-01..2026-01-01|scope=all'],
  ['去年买过之后没再买的客户有多少', '?customer|count|last_purchase=2025-01-01..2026-01-01|scope=all'],
  ['customers who bought last year but not this year', '?customer|list|last_purchase=2025-01-01..2026-01-01|scope=all'],
  ['bought last year and quiet now', '?customer|list|last_purchase=2025-01-01..2026-01-01|scope=all'],
  ['who bought last year but nothing since', '?customer|list|last_purchase=2025-01-01..2026-01-01|scope=all'],
  [
    'my customers who ordered last year and have not bought this year',
    '?customer|list|last_purchase=2025-01-01..2026-01-01|scope=mine',
  ],
  ['3 个月未复购的客户', '?customer|list|days_since_purchase=gte 90|scope=all'],
  ['3个月未复购的客户', '?customer|list|days_since_purchase=gte 90|scope=all'],
  ['90天没复购', '?customer|list|days_since_purchase=gte 90|scope=all'],
  ['半年没有复购过的客户', '?customer|list|days_since_purchase=gte 180|scope=all'],
  ['not bought again in 3 months', '?customer|list|days_since_purchase=gte 90|scope=all'],
  ['customers with no repeat purchase in 90 days', '?customer|list|days_since_purchase=gte 90|scope=all'],
  ['accounts without any new orders for six months', '?customer|list|days_since_purchase=gte 180|scope=all'],
  // Where leads come from may be called so.
  ['复购来的线索', '?lead|list|source=复购|scope=all'],
];

/** By their line of business, its word right before them or with its kind (R64). */
export const industryGold: Gold = [
  ['化工行业的客户', '?customer|list|industry=化工行业|scope=all'],
  ['化工客户', '?customer|list|industry=化工|scope=all'],
  ['做食品的客户有哪些', '?customer|list|industry=食品|scope=all'],
  ['制造业客户有多少', '?customer|count|industry=制造业|scope=all'],
  ['华南食品客户有多少', '?customer|count|industry=食品|region=华南|scope=all'],
  ['chemical industry customers', '?customer|list|industry=chemical|scope=all'],
  ['customers in chemicals', '?customer|list|industry=chemicals|scope=all'],
  ['food customers', '?customer|list|industry=food|scope=all'],
  ['how many customers are there in the mining industry', '?customer|count|industry=mining|scope=all'],
  ['leads from the textile sector', '?lead|list|industry=textile|scope=all'],
  ['my food accounts', '?customer|list|industry=food|scope=mine'],
];

/** One part of his card (R13, R14). */
export const sectionGold: Gold = [
  ['华星电子投诉过什么', 'customer.show|customer=深圳市华星电子有限公司|section=tickets'],
  ['华星电子最近投诉了哪些问题', 'customer.show|customer=深圳市华星电子有限公司|section=tickets'],
  ['天府食品的投诉', 'customer.show|customer=成都天府食品集团有限公司|section=tickets'],
  ['what did Acme complain about', 'customer.show|customer=Acme Corporation|section=tickets'],
  ['what has Globex complained about', 'customer.show|customer=Globex Corporation|section=tickets'],
  ['华星电子的联系人', 'customer.show|customer=深圳市华星电子有限公司|section=contacts'],
  ['华星电子的联系人有哪些', 'customer.show|customer=深圳市华星电子有限公司|section=contacts'],
  ['contacts at Acme', 'customer.show|customer=Acme Corporation|section=contacts'],
  ['华星电子的交付', 'customer.show|customer=深圳市华星电子有限公司|section=milestones'],
  ['天府食品的交付怎么样了', 'customer.show|customer=成都天府食品集团有限公司|section=milestones'],
  ["Acme's delivery", 'customer.show|customer=Acme Corporation|section=milestones'],
  ['how is the delivery for Acme going', 'customer.show|customer=Acme Corporation|section=milestones'],
];

/** What makes a customer one of a tier (R15). */
export const tierRuleGold: Gold = [
  ['A类客户的标准', 'customer.tiers'],
  ['什么是A类客户', 'customer.tiers'],
  ['A类客户怎么定的', 'customer.tiers'],
  ['什么样的客户算B类', 'customer.tiers'],
  ['what makes an A customer', 'customer.tiers'],
  ['what is a tier A customer', 'customer.tiers'],
  ['criteria for tier B', 'customer.tiers'],
  ['A类客户', '?customer|list|scope=all|tier=A'],
  ['tier A customers', '?customer|list|scope=all|tier=A'],
];

/** A saved list by its name (R8, R16). */
export const callListGold: Gold = [
  ['开始打“华北沉睡客户”', 'call-list.next|segment=华北沉睡客户'],
  ['继续联系「老客户回访」', 'call-list.next|segment=老客户回访'],
  ['开始逐个联系“老客户回访”这个名单', 'call-list.next|segment=老客户回访'],
  ['work through my list Dormant customers', 'call-list.next|segment=Dormant customers'],
  ['start calling "Dormant customers"', 'call-list.next|segment=Dormant customers'],
  ['start calling my list Dormant customers', 'call-list.next|segment=Dormant customers'],
  ['开始打苏州客户', '?customer|list|region=苏州|scope=all'],
];
