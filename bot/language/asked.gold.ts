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

/** Figures by what they are of: each was once answered by another. */
export const figuresAsked: Gold = [
  ['每个客户的商机总额', '?opportunity|sum_amount|groupBy=customer|scope=all|status=open'],
  ['deal value per customer', '?opportunity|sum_amount|groupBy=customer|scope=all|status=open'],
  ['各负责人的商机个数和总额', '?opportunity|sum_amount|groupBy=owner|scope=all|status=open'],
  ['number of deals and total amount by stage', '?opportunity|sum_amount|groupBy=stage|scope=all|status=open'],
  ['今年线索转赢单的转化率', '?lead|won_rate|created=2026-01-01..2027-01-01|scope=all'],
  ['商机转化率', '?opportunity|win_rate|scope=all|status=closed'],
  ['投诉平均处理时长', '?ticket|close_days|kind=complaint|scope=all|status=closed'],
  ['本月平均处理时间', '?ticket|close_days|closed=2026-05-01..2026-06-01|scope=all|status=closed'],
  ['average resolution time', '?ticket|close_days|scope=all|status=closed'],
  ['上个月新增线索数', '?lead|count|created=2026-04-01..2026-05-01|scope=all'],
  ['本季度新增客户数', '?customer|count|created=2026-04-01..2026-07-01|scope=all'],
  ['本月新客户数', '?customer|count|created=2026-05-01..2026-06-01|scope=all'],
  ['number of new customers this month', '?customer|count|created=2026-05-01..2026-06-01|scope=all'],
  ['客户数按行业', '?customer|count|groupBy=industry|scope=all'],
  ['各地区客户数', '?customer|count|groupBy=region|scope=all'],
  ['各负责人逾期任务数', '?task|count|groupBy=owner|overdue=true|scope=all'],
  ['有多少张逾期发票', '?invoice|count|scope=all|status=overdue'],
  ['how many invoices are past due', '?invoice|count|scope=all|status=overdue'],
  ['还有几张发票未回款', '?invoice|count|scope=all|status=open,overdue'],
  ['发票按负责人统计', '?invoice|invoiced|groupBy=owner|scope=all'],
  ['invoices by customer', '?invoice|invoiced|groupBy=customer|scope=all'],
  [
    '上季度谁卖得最多',
    '?opportunity|sum_amount|closed=2026-01-01..2026-04-01|groupBy=owner|limit=1|scope=all|sort=sum_amount desc|status=won',
  ],
  ['李雷最近在忙什么', '?activity|list|occurred=2026-05-07..2026-05-14|owner=李雷|scope=all'],
  ['what is Jim working on', '?activity|list|occurred=2026-05-07..2026-05-14|owner=Jim Green|scope=all'],
  ['有没有人联系过华星电子', '?activity|list|customer=深圳市华星电子有限公司|scope=all'],
  [
    '本周有没有人拜访过华星电子',
    '?activity|list|customer=深圳市华星电子有限公司|kind=visit|occurred=2026-05-11..2026-05-18|scope=all',
  ],
  ['has anyone called Globex', '?activity|list|customer=Globex Corporation|kind=call|scope=all'],
  ['谁跟进过华星电子', '?activity|list|customer=深圳市华星电子有限公司|scope=all'],
  ['李雷今天做了什么', '?activity|list|occurred=2026-05-13..2026-05-14|owner=李雷|scope=all'],
  ['看看李雷的客户', '?customer|list|owner=李雷|scope=all'],
  ["show me Jim's customers", '?customer|list|owner=Jim Green|scope=all'],
];

/** What a deal lacks or has run past, and the stages a house has named itself. */
export const dealsAsked: Gold = [
  ['没填金额的商机', '?opportunity|list|amount=is_null |scope=all|status=open'],
  ['deals with no amount', '?opportunity|list|amount=is_null |scope=all|status=open'],
  ['过了预计成交日期的商机有几个', '?opportunity|count|past_close=true|scope=all|status=open'],
  ['预计成交时间已过的单子', '?opportunity|list|past_close=true|scope=all|status=open'],
  ['my deals past their expected close date', '?opportunity|list|past_close=true|scope=mine|status=open'],
  ['没有预计成交日期的商机', '?opportunity|list|close=is_null |scope=all|status=open'],
  ['没安排下一步的商机', '?opportunity|list|next_step=false|scope=all|status=open'],
  ['deals without a next step', '?opportunity|list|next_step=false|scope=all|status=open'],
  ['样品测试阶段的商机', '?opportunity|list|scope=all|stage=样品测试'],
  ['deals in sample test', '?opportunity|list|scope=all|stage=sample test'],
  ['how many deals are in sample test', '?opportunity|count|scope=all|stage=sample test'],
];

/** What cannot be told is not told as something else. */
export const notTold: readonly string[] = ['参加过上海展会的客户', '商机占比', 'the share of our deals'];

/** By how much one time or person is ahead of another: both are shown, neither alone nor both together. */
export const ahead: Gold = [
  [
    '本月比上月多签了多少',
    '?opportunity|sum_amount|closed=2026-05-01..2026-05-14|compare=previous_period|scope=all|status=won',
  ],
  [
    'how much more did we win this month than last month',
    '?opportunity|sum_amount|closed=2026-05-01..2026-05-14|compare=previous_period|scope=all|status=won',
  ],
  [
    'how much more did we sign this month than last',
    '?opportunity|sum_amount|closed=2026-05-01..2026-05-14|compare=previous_period|scope=all|status=won',
  ],
  ['李雷比韩梅梅多多少', '?opportunity|sum_amount|groupBy=owner|owner=李雷,韩梅梅|scope=all|status=won'],
  [
    'how much more did Jim sell than Lucy',
    '?opportunity|sum_amount|groupBy=owner|owner=Jim Green,Lucy King|scope=all|status=won',
  ],
  ['本月比上月多了多少线索', '?lead|count|compare=previous_period|created=2026-05-01..2026-05-14|scope=all'],
  ['本月比上月多回款多少', '?payment|received|compare=previous_period|received=2026-05-01..2026-05-14|scope=all'],
  ['赢单占比', '?opportunity|win_rate|scope=all|status=closed'],
  ['share of won deals', '?opportunity|win_rate|scope=all|status=closed'],
];

/** What one did in a week that has begun; of days ahead there is nothing yet. */
export const ownContacts: Gold = [
  ['my calls this week', '?activity|list|kind=call|occurred=2026-05-11..2026-05-18|scope=mine'],
  ['我本周的电话', '?activity|list|kind=call|occurred=2026-05-11..2026-05-18|scope=mine'],
  ['我这周打的电话', '?activity|list|kind=call|occurred=2026-05-11..2026-05-18|scope=mine'],
  ['my emails last week', '?activity|list|kind=email|occurred=2026-05-04..2026-05-11|scope=mine'],
  ['my calls tomorrow', 'none'],
];
