import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, daysBetween } from '../days.ts';
import { earlier, periodOf } from './period.ts';
import type { Range } from './question.ts';

const range = (unit: 'week' | 'month' | 'quarter' | 'year', toDate = true): Range => ({
  kind: 'relative',
  unit,
  offset: 0,
  count: 1,
  toDate,
});

it.each([
  ['month', '2026-05-13', '2026-04-01', '2026-04-14'],
  // The whole of a shorter month.
  ['month', '2026-03-29', '2026-02-01', '2026-03-01'],
  ['month', '2026-03-30', '2026-02-01', '2026-03-01'],
  ['month', '2026-02-28', '2026-01-01', '2026-02-01'],
  ['quarter', '2026-05-13', '2026-01-01', '2026-02-14'],
  ['week', '2026-05-13', '2026-05-04', '2026-05-07'],
  ['year', '2028-02-29', '2027-01-01', '2027-03-01'],
] as const)('a %s until %s is compared with %s until %s', (unit, today, from, to) => {
  expect(earlier(range(unit), 'previous_period', today)).toEqual({ from, to });
});

it('a time to date is compared with as many days of the one before, or with all of it where that is shorter (R103)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), fc.constantFrom('week', 'month'), (days, unit) => {
      const today = addDays('2024-01-01', days);
      const now = periodOf(range(unit), today);
      const whole = periodOf(range(unit, false), today);
      const before = earlier(range(unit), 'previous_period', today);
      const last = earlier(range(unit, false), 'previous_period', today);
      const length = (of: { from: string | null; to: string | null } | undefined) =>
        daysBetween(of?.from ?? '', of?.to ?? '');
      expect(before?.from).toBe(last?.from);
      expect(length(before)).toBe(now.to === whole.to ? length(last) : Math.min(length(now), length(last)));
    }),
  );
});
