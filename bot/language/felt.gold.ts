/** What is asked of how customers took it and where it led, in both languages; the form is that of `written`. */
export const feltGold: readonly (readonly [sentence: string, expected: string])[] = [
  [
    '本月客户情绪不好的跟进有多少',
    '?activity|count|mood=hesitant,dissatisfied|occurred=2026-05-01..2026-06-01|scope=all',
  ],
  [
    '本月客户不满意的拜访有几次',
    '?activity|count|kind=visit|mood=dissatisfied|occurred=2026-05-01..2026-06-01|scope=all',
  ],
  ['上周有进展的跟进有哪些', '?activity|list|occurred=2026-05-04..2026-05-11|outcome=progress|scope=all'],
  ['本月受阻的跟进按人统计', '?activity|count|groupBy=owner|occurred=2026-05-01..2026-06-01|outcome=blocked|scope=all'],
  ['本月跟进按客户情绪统计', '?activity|count|groupBy=mood|occurred=2026-05-01..2026-06-01|scope=all'],
  ['本周跟进按成效分布', '?activity|count|groupBy=outcome|occurred=2026-05-11..2026-05-18|scope=all'],
  [
    '李雷本月客户满意的拜访有几次',
    '?activity|count|kind=visit|mood=satisfied|occurred=2026-05-01..2026-06-01|owner=李雷|scope=all',
  ],
  [
    'follow-ups with a good outcome this month by person',
    '?activity|count|groupBy=owner|occurred=2026-05-01..2026-06-01|outcome=progress|scope=all',
  ],
  [
    'how many visits with unhappy customers last week',
    '?activity|count|kind=visit|mood=dissatisfied|occurred=2026-05-04..2026-05-11|scope=all',
  ],
  [
    'how many follow-ups were blocked this month',
    '?activity|count|occurred=2026-05-01..2026-06-01|outcome=blocked|scope=all',
  ],
  ['follow-ups by mood this month', '?activity|count|groupBy=mood|occurred=2026-05-01..2026-06-01|scope=all'],
  [
    'how many calls in a bad mood this week',
    '?activity|count|kind=call|mood=hesitant,dissatisfied|occurred=2026-05-11..2026-05-18|scope=all',
  ],
];

/** Said of something that has happened, not asked. */
export const feltSaid: readonly string[] = ['今天拜访了华星，王总很满意', 'Visited Acme today, they were unhappy'];
