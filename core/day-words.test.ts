import { describe, expect, it } from 'vitest';
import { dateText, dayText, nearDay } from './day-words.ts';

const TODAY = '2026-05-13';

describe('a day in words', () => {
  it.each([
    ['2026-05-20', 'Wed 20 May', '5月20日 周三'],
    ['2026-12-06', 'Sun 6 Dec', '12月6日 周日'],
    ['2025-12-31', 'Wed 31 Dec 2025', '2025年12月31日 周三'],
    ['2027-01-01', 'Fri 1 Jan 2027', '2027年1月1日 周五'],
  ])('%s is said with its weekday, and its year where it is another', (day, en, zh) => {
    expect(dayText(day, TODAY)).toEqual({ en, zh });
    expect(dateText(day, TODAY)).toEqual({ en: en.slice(4), zh: zh.slice(0, -3) });
  });

  it.each([
    ['2026-05-12', '昨天'],
    ['2026-05-13', '今天'],
    ['2026-05-14', '明天'],
    ['2026-05-15', undefined],
  ])('%s is near or not', (day, zh) => {
    expect(nearDay(day, TODAY)?.zh).toBe(zh);
  });
});
