import type { Range } from '../../core/questions/question.ts';
import type { Text } from '../../core/text.ts';

export const PERIOD_NAMES = [
  'today',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'this_year',
  'last_year',
] as const;

/** A time that is chosen by its name. */
export type PeriodName = (typeof PERIOD_NAMES)[number];

export const PERIOD_TEXTS: Readonly<Record<PeriodName, Text>> = {
  today: { en: 'today', zh: '今天' },
  this_week: { en: 'this week', zh: '本周' },
  last_week: { en: 'last week', zh: '上周' },
  this_month: { en: 'this month', zh: '本月' },
  last_month: { en: 'last month', zh: '上月' },
  this_quarter: { en: 'this quarter', zh: '本季度' },
  last_quarter: { en: 'last quarter', zh: '上季度' },
  this_year: { en: 'this year', zh: '今年' },
  last_year: { en: 'last year', zh: '去年' },
};

const relative = (unit: 'day' | 'week' | 'month' | 'quarter' | 'year', offset: number): Range => ({
  kind: 'relative',
  unit,
  offset,
  count: 1,
  toDate: false,
});

export const PERIODS: Readonly<Record<PeriodName, Range>> = {
  today: relative('day', 0),
  this_week: relative('week', 0),
  last_week: relative('week', -1),
  this_month: relative('month', 0),
  last_month: relative('month', -1),
  this_quarter: relative('quarter', 0),
  last_quarter: relative('quarter', -1),
  this_year: relative('year', 0),
  last_year: relative('year', -1),
};

export function periodName(range: Range): PeriodName | undefined {
  return PERIOD_NAMES.find((name) => JSON.stringify(PERIODS[name]) === JSON.stringify(range));
}
