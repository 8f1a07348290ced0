type Gold = readonly (readonly [sentence: string, expected: string])[];

/** A time in which nothing happened: the days named are those without a word. */
export const untouchedIn: Gold = [
  ['本周没跟进的客户', '?customer|list|scope=all|untouched=2026-05-11..2026-05-18'],
  ['上周没联系过的客户有哪些', '?customer|list|scope=all|untouched=2026-05-04..2026-05-11'],
  ['今天还没跟进的客户', '?customer|list|scope=all|untouched=2026-05-13..2026-05-14'],
  ['最近7天没跟进的商机', '?opportunity|list|scope=all|status=open|untouched=2026-05-07..2026-05-14'],
  ['5月1日以来没联系的客户有几个', '?customer|count|scope=all|untouched=2026-05-01..2026-05-14'],
  ['customers nobody contacted last week', '?customer|list|scope=all|untouched=2026-05-04..2026-05-11'],
  ['deals not touched since May 1', '?opportunity|list|scope=all|status=open|untouched=2026-05-01..2026-05-14'],
  ["customers I haven't called this month", '?customer|list|scope=mine|untouched=2026-05-01..2026-06-01'],
];
