type Gold = readonly (readonly [sentence: string, expected: string])[];

/** Whose leads, and which of them come first (R2, R3, R36). */
export const leadListGold: Gold = [
  ['韩梅梅的线索', 'lead.list|owner=韩梅梅'],
  ['看看李雷手上的线索', 'lead.list|owner=李雷'],
  ['李雷名下有哪些线索', 'lead.list|owner=李雷'],
  ["Lucy's leads", 'lead.list|owner=Lucy King'],
  ['show me the leads of Jim Green', 'lead.list|owner=Jim Green'],
  ['which leads does Lucy have', 'lead.list|owner=Lucy King'],
  ['我们团队的线索', 'lead.list|which=team'],
  ["my team's leads", 'lead.list|which=team'],
  ['所有线索', 'lead.list|which=all'],
  ['all leads', 'lead.list|which=all'],
  ['all my leads', 'lead.list'],
  ['今天要跟进的线索', 'lead.list|which=due'],
  ['今天该联系哪些线索', 'lead.list|which=due'],
  ['哪些线索今天要打电话', 'lead.list|which=due'],
  ['明天要回访的线索有哪些', 'lead.list|until=2026-05-14|which=due'],
  ['李雷本周要跟进的线索', 'lead.list|owner=李雷|until=2026-05-17|which=due'],
  ['leads to follow up today', 'lead.list|which=due'],
  ['which leads do I need to call today', 'lead.list|which=due'],
  ['my leads to call this week', 'lead.list|until=2026-05-17|which=due'],
  ["Lucy's leads due tomorrow", 'lead.list|owner=Lucy King|until=2026-05-14|which=due'],
  ['我应该先打哪些线索', 'lead.list'],
  ['哪条线索最急', 'lead.list'],
  ['优先跟进的线索有哪些', 'lead.list'],
  ['which leads should I call first', 'lead.list'],
  ['which of my leads is most urgent', 'lead.list'],
  ['my leads by priority', 'lead.list'],
  ['which leads should Lucy call first', 'lead.list|owner=Lucy King'],
  ['韩梅梅有多少线索', '?lead|count|owner=韩梅梅|scope=all'],
];

/** Nobody has called them (R6). */
export const uncalledGold: Gold = [
  ['还没人打过的线索', '?lead|list|answered=false|scope=all'],
  ['没跟进的线索', '?lead|list|answered=false|scope=all'],
  ['哪些线索没人跟进', '?lead|list|answered=false|scope=all'],
  ['李雷还没联系过的线索', '?lead|list|answered=false|owner=李雷|scope=all'],
  ['没联系过的线索有多少', '?lead|count|answered=false|scope=all'],
  ['leads nobody called', '?lead|list|answered=false|scope=all'],
  ["which leads haven't been contacted yet", '?lead|list|answered=false|scope=all'],
  ["leads I haven't called", '?lead|list|answered=false|owner=me|scope=all'],
  ['how many leads have never been called', '?lead|count|answered=false|scope=all'],
  ['两周没联系的线索', '?lead|list|idle_days=gte 14|scope=all|status=open'],
  ['我三天没跟进的线索有多少', '?lead|count|idle_days=gte 3|scope=mine|status=open'],
  ['上周没跟进的线索', '?lead|list|scope=all|status=open|untouched=2026-05-04..2026-05-11'],
  ['本月转化了多少线索', '?lead|count|converted=2026-05-01..2026-06-01|scope=all|status=converted'],
  ['上个月转化的线索', '?lead|list|converted=2026-04-01..2026-05-01|scope=all|status=converted'],
  ['各销售今年转化了多少线索', '?lead|count|converted=2026-01-01..2027-01-01|groupBy=owner|scope=all|status=converted'],
  ['leads converted this month', '?lead|list|converted=2026-05-01..2026-06-01|scope=all|status=converted'],
  [
    'how many leads did we convert last month',
    '?lead|count|converted=2026-04-01..2026-05-01|scope=all|status=converted',
  ],
  ['leads not contacted for two weeks', '?lead|list|idle_days=gte 14|scope=all|status=open'],
  ['my leads without activity for 10 days', '?lead|list|idle_days=gte 10|scope=mine|status=open'],
];

/** Why somebody has a lead, and since when (R5). */
export const leadWhoseGold: Gold = [
  ['王建国这条线索为什么给我', 'lead.show|lead=王建国'],
  ['为什么把远景动力分给我', 'lead.show|lead=远景动力'],
  ['王建国归我多久了', 'lead.show|lead=王建国'],
  ['我跟远景动力多久了', 'lead.show|lead=远景动力'],
  ['王建国是什么时候分给韩梅梅的', 'lead.show|lead=王建国'],
  ['这条线索为什么给我', 'lead.show'],
  ['why was I given Mary Major', 'lead.show|lead=Mary Major'],
  ['why is Mary Major mine', 'lead.show|lead=Mary Major'],
  ['how long has Mary Major been with Lucy', 'lead.show|lead=Mary Major'],
  ['how long have I had Wonka', 'lead.show|lead=Wonka Industries'],
  ['when was Mary Major given to me', 'lead.show|lead=Mary Major'],
  ['why was I given this lead', 'lead.show'],
];

/** A sentence that only sounds alike does what it did. */
export const leadsLookAlike: Gold = [
  // What waits for the one who asks has its place in his morning, with its buttons.
  ['哪些线索我还没打', 'today.show|only=leads'],
  ["which leads haven't I called", 'today.show|only=leads'],
  ['今天联系了王建国', 'lead.log|kind=note|lead=王建国|on=2026-05-13'],
  ['两周没联系的客户', '?customer|list|idle_days=gte 14|scope=all'],
];
