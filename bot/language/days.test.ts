import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from '../../test/support/holds.ts';
import { dayGold, TODAY } from './days.gold.ts';
import { type DaySpan, findDays, readDay } from './days.ts';

function written({ from, to, grain, time }: DaySpan): string {
  return grain === 'day' ? [from, time].filter(Boolean).join(' ') : `${from}..${to}`;
}

describe('days in a sentence', () => {
  it.each(dayGold.map(([text, expected, prefer]) => ({ text, expected, prefer })))(
    'R102: $text is $expected ($prefer)',
    ({ text, expected, prefer }) => {
      expect(findDays(text, { today: TODAY, ...(prefer ? { prefer } : {}) }).map(written)).toEqual([expected]);
    },
  );

  it('says where in the text each day stands', () => {
    const spans = findDays('今天拜访了华星电子，下周三发合同', { today: TODAY });
    expect(spans.map(({ index, text, from }) => [index, text, from])).toEqual([
      [0, '今天', '2026-05-13'],
      [10, '下周三', '2026-05-20'],
    ]);
  });

  it.each([
    ['本周五前提交', '本周五前', 'by'],
    ['send it by Friday', 'by Friday', 'by'],
    ['月底签约', '月底', 'by'],
    ['3月以来的线索', '3月以来', 'since'],
    ['leads since March', 'since March', 'since'],
  ])('in "%s" only one end of "%s" is meant', (sentence, text, bound) => {
    expect(findDays(sentence, { today: TODAY }).map((span) => [span.text, span.bound])).toEqual([[text, bound]]);
  });

  it.each([
    '3个人去了2家客户',
    '每周三开会',
    '便宜一点',
    'they may sign',
    'she sat down',
    'A100 x 20',
    '金额35万',
    '1/0',
    '13800138000',
    '打95折',
    '一周一次',
    '空压站采集器5号',
  ])('finds no day in "%s"', (text) => {
    expect(findDays(text, { today: TODAY })).toEqual([]);
  });

  it('labels a range in both languages by its days', () => {
    const labels = ['本季度', 'last month', '最近7天', '今年', '明天'].map(
      (text) => findDays(text, { today: TODAY })[0]?.label,
    );
    expect(labels).toEqual([
      { en: 'Q2 2026', zh: '2026年第2季度' },
      { en: 'Apr 2026', zh: '2026年4月' },
      { en: '2026-05-07 – 2026-05-13', zh: '2026-05-07 至 2026-05-13' },
      { en: '2026', zh: '2026年' },
      { en: '2026-05-14', zh: '2026-05-14' },
    ]);
  });

  it('never throws, and every span is a real range of days inside the text', async () => {
    const day = fc.date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const phrase = fc.constantFrom(
      ...dayGold.map(([text]) => text),
      '2月30日',
      '99月99号',
      '9999天前',
      '/',
      '到',
      '前',
    );
    const text = fc
      .array(fc.oneof(phrase, fc.string({ unit: 'grapheme' })), { maxLength: 6 })
      .map((parts) => parts.join(''));
    await holds(
      fc.property(text, day, fc.constantFrom('future' as const, 'past' as const), (said, at, prefer) => {
        for (const span of findDays(said, { today: at.toISOString().slice(0, 10), prefer })) {
          expect(span.from < span.to).toBe(true);
          expect(said.slice(span.index, span.index + span.length)).toBe(span.text);
        }
      }),
    );
  });
});

describe('a field that holds a day', () => {
  it.each([
    ['2026-05-20', { day: '2026-05-20' }],
    ['2026-05-20 15:00', { day: '2026-05-20', time: '15:00' }],
    ['2026-05-20T09:30', { day: '2026-05-20', time: '09:30' }],
    ['2026/5/20', { day: '2026-05-20' }],
    ['20260520', { day: '2026-05-20' }],
    [' 下周三 ', { day: '2026-05-20' }],
    ['本周五前', { day: '2026-05-15' }],
    ['月底', { day: '2026-05-31' }],
    ['３天后', { day: '2026-05-16' }],
    ['tomorrow at 3pm', { day: '2026-05-14', time: '15:00' }],
    ['by end of month', { day: '2026-05-31' }],
    ['5月20日下午3点', { day: '2026-05-20', time: '15:00' }],
    ['next month', { day: '2026-06-30' }],
    ['下周', { day: '2026-05-22' }],
    ['Q3', { day: '2026-09-30' }],
  ])('R102: "%s" is read', (text, expected) => {
    expect(readDay(text, { today: TODAY })).toEqual(expected);
  });

  it.each(['', 'soon', '有空的时候', 'Friday or Monday', '2026-02-30', '明天给王总打电话', '35万', '周末'])(
    '"%s" is not one day',
    (text) => {
      expect(readDay(text, { today: TODAY })).toBeUndefined();
    },
  );

  it('does not take a period for a day that has passed', () => {
    expect(readDay('上个月', { today: TODAY, prefer: 'past' })).toBeUndefined();
    expect(readDay('周一', { today: TODAY, prefer: 'past' })).toEqual({ day: '2026-05-11' });
  });

  it('reads every ISO day back as itself', async () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true });
    await holds(
      fc.property(day, (at) => {
        const iso = at.toISOString().slice(0, 10);
        expect(readDay(iso, { today: TODAY })).toEqual({ day: iso });
      }),
    );
  });
});
