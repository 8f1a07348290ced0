import { describe, expect, it } from 'vitest';
import { workdayDue } from './workday-due.ts';

const at = (instant: string, timeZone = 'Asia/Shanghai', digestAt = '08:30') =>
  workdayDue(new Date(instant), { at: digestAt, timeZone });

describe('a working day’s message', () => {
  it.each([
    ['just before its time', '2026-05-20T08:29:59+08:00', undefined],
    ['at its time', '2026-05-20T08:30:00+08:00', '2026-05-20'],
    ['later that morning', '2026-05-20T12:00:00+08:00', '2026-05-20'],
    ['when the morning is long over', '2026-05-20T14:30:00+08:00', undefined],
    ['on Friday', '2026-05-22T09:00:00+08:00', '2026-05-22'],
    ['on Saturday', '2026-05-23T09:00:00+08:00', undefined],
    ['on Sunday', '2026-05-24T09:00:00+08:00', undefined],
    ['on Monday', '2026-05-25T09:00:00+08:00', '2026-05-25'],
  ])('%s (%s) is due for %s', (_, instant, day) => {
    expect(at(instant)).toBe(day);
  });

  it('goes by the day and the clock where the person is', () => {
    expect(at('2026-05-20T23:00:00+08:00', 'America/New_York')).toBe('2026-05-20');
    expect(at('2026-05-23T00:30:00+08:00', 'America/New_York', '12:00')).toBe('2026-05-22');
    expect(at('2026-05-20T09:00:00+08:00', 'America/New_York')).toBeUndefined();
  });

  it('goes by the person’s own time', () => {
    expect(at('2026-05-20T07:15:00+08:00', 'Asia/Shanghai', '07:00')).toBe('2026-05-20');
  });
});
