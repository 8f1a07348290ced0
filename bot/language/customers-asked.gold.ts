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
