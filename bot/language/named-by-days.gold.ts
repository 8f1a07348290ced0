/** Whoever is called by a day, a month, a number or a source keeps all of the name; the form is that of `written` (R1, R20). */
export const namedByDays: readonly (readonly [sentence: string, expected: string])[] = [
  ['新客户 今天科技有限公司 13912345678', 'customer.add|name=今天科技有限公司|phone=13912345678'],
  ['新客户 三月集团，联系人李四', 'customer.add|name=三月集团|contact=李四'],
  ['新客户 明日之星科技，13912345678', 'customer.add|name=明日之星科技|phone=13912345678'],
  ['新客户 昨日重现酒吧', 'customer.add|name=昨日重现酒吧'],
  ['新客户 下周见文化 王总', 'customer.add|name=下周见文化|contact=王总'],
  ['新增客户 五月花酒店 联系人周五一 13912345678', 'customer.add|name=五月花酒店|contact=周五一|phone=13912345678'],
  ['新客户 百度 13912345678', 'customer.add|name=百度|phone=13912345678'],
  ['新客户 抖音文化传媒，赵经理', 'customer.add|name=抖音文化传媒|contact=赵经理'],
  ['加个客户 3M，李工 13912345678', 'customer.add|name=3M|contact=李工|phone=13912345678'],
  ['新客户 恒立精工 明天拜访', 'customer.add|name=恒立精工'],
  ['今天来了个新客户，恒立精工，沈总，13912345678', 'customer.add|name=恒立精工|contact=沈总|phone=13912345678'],
  ['新线索 周一鸣 13912345678 展会', 'lead.add|contact=周一鸣|phone=13912345678|source=展会'],
  ['新线索 安徽今日传媒 王一 13912345678', 'lead.add|company=安徽今日传媒|contact=王一|phone=13912345678'],
  ['新线索 周末便利店 李雷雷，下周三再联系', 'lead.add|company=周末便利店|contact=李雷雷'],
  ['new customer Today Inc, +1 415 555 0134', 'customer.add|name=Today Inc|phone=+1 415 555 0134'],
  [
    'new customer Friday Group, contact May Day, +1 415 555 0134',
    'customer.add|name=Friday Group|contact=May Day|phone=+1 415 555 0134',
  ],
  ['add customer Sunday Riley', 'customer.add|name=Sunday Riley'],
  ['new customer Monday.com', 'customer.add|name=Monday.com'],
  ['new customer 7-Eleven, +1 415 555 0134', 'customer.add|name=7-Eleven|phone=+1 415 555 0134'],
  ['new customer 3M, +1 415 555 0134', 'customer.add|name=3M|phone=+1 415 555 0134'],
  [
    'new lead April Summers, June Textiles, april@junetextiles.com, website',
    'lead.add|company=June Textiles|contact=April Summers|email=april@junetextiles.com|source=website',
  ],
  ['new lead Mark Friday from Sunday Riley', 'lead.add|company=Sunday Riley|contact=Mark Friday'],
  ['new lead today: Jane Doe from Wonka Ltd', 'lead.add|company=Wonka Ltd|contact=Jane Doe'],
  [
    'new lead Tom Baker, Vertex Pumps, came from google ads, call back on friday',
    'lead.add|company=Vertex Pumps|contact=Tom Baker|source=google ads',
  ],
];

/** A remark beside a name keeps the day that is said in it. */
export const notedWithDays: readonly (readonly [sentence: string, note: string])[] = [
  ['新线索 周末便利店 李雷雷，下周三再联系', '下周三再联系'],
  ['新客户 恒立精工 明天拜访', '明天拜访'],
  ['new lead Tom Baker, Vertex Pumps, came from google ads, wants a demo next week', 'wants a demo next week'],
];

/** Words that say when, as companies are called by them. */
export const DAY_WORDS_ZH =
  '今天 今日 明天 明日 昨日 后天 周一 周五 周末 下周 本月 一月 三月 五月 八月 十月 十二月 春节 国庆 元旦 清明 今年 明年 十点 上午 月底'.split(
    ' ',
  );
export const DAY_WORDS_EN =
  'Today Tomorrow Yesterday Tonight Monday Friday Sunday January March April May June August December Q1 Noon Midnight Weekend'.split(
    ' ',
  );
