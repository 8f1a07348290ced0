import { expect, it } from 'vitest';
import { toQuestion } from '../../core/questions/question.ts';
import { currencySign } from './format.ts';
import { groupName } from './group-names.ts';

const by = (groupBy: string[]) => ({
  question: toQuestion({
    ...{ entity: 'opportunity' as const, measures: ['sum_amount'], filters: [], groupBy, having: [], time: null },
    ...{ compareTo: null, sort: null, limit: null, scope: 'all' as const, chart: null },
  }),
});
const label = (text: string) => ({ en: text, zh: text });

it.each([
  ['day', '2026-10-05', '5 Oct', '10月5日'],
  ['week', '2026-10-05', 'from 5 Oct', '10月5日起'],
  ['month', '2026-07-01', 'Jul 2026', '2026年7月'],
  ['quarter', '2026-07-01', 'Q3 2026', '2026年第3季度'],
  ['year', '2026-01-01', '2026', '2026年'],
])('R65: a %s is called as people call it, not by its first day', (bucket, key, en, zh) => {
  expect(groupName(by([bucket]), { keys: [key], labels: [label(key)] }, '2026-11-23')).toEqual({ en, zh });
});

it('R65: beside what else is shared, and a dash for what has none', () => {
  const group = { keys: ['2026-07-01', ''], labels: [label('2026-07-01'), label('')] };
  expect(groupName(by(['month', 'owner']), group, '2026-11-23').zh).toBe('2026年7月 · —');
});

it('R84: the sign of a currency is that of the sums beside it', () => {
  expect(currencySign('CNY', { locale: 'zh' })).toBe('¥');
  expect(currencySign('USD', { locale: 'en' })).toBe('$');
});
