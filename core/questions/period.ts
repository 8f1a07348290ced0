import { Temporal } from 'temporal-polyfill';
import type { Day } from '../days.ts';
import type { Bucket } from './catalogue/buckets.ts';
import type { Question, Range } from './question.ts';

/** Half-open civil days; null is without an end on that side. */
export type Period = { from: Day | null; to: Day | null };

/** The days a range means today. Weeks begin on Monday. */
export function periodOf(range: Range, today: Day): Period {
  switch (range.kind) {
    case 'absolute':
      return { from: range.from, to: range.to };
    case 'rolling':
      return rolling(range, today);
    case 'relative': {
      const first = startOf(range.unit, today).add(times(range.unit, range.offset));
      const end = first.add(times(range.unit, range.count));
      const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 });
      const isCut = range.toDate && Temporal.PlainDate.compare(end, tomorrow) > 0;
      return { from: first.toString(), to: (isCut ? tomorrow : end).toString() };
    }
  }
}

/** Last N days and weeks count today; last N months begin on the same day N months ago. */
function rolling({ unit, count }: Extract<Range, { kind: 'rolling' }>, today: Day): Period {
  const day = Temporal.PlainDate.from(today);
  if (count >= 0) {
    return { from: today, to: day.add(times(unit, count)).toString() };
  }
  const start = day.add(times(unit, count));
  const from = unit === 'day' || unit === 'week' ? start.add({ days: 1 }) : start;
  return { from: from.toString(), to: day.add({ days: 1 }).toString() };
}

function startOf(unit: Extract<Range, { kind: 'relative' }>['unit'], today: Day): Temporal.PlainDate {
  const day = Temporal.PlainDate.from(today);
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 });
    case 'month':
      return day.with({ day: 1 });
    case 'quarter':
      return day.with({ month: Math.floor((day.month - 1) / 3) * 3 + 1, day: 1 });
    case 'half':
      return day.with({ month: day.month < 7 ? 1 : 7, day: 1 });
    case 'year':
      return day.with({ month: 1, day: 1 });
  }
}

function times(unit: 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year', count: number): Temporal.DurationLike {
  const whole = Math.trunc(count);
  switch (unit) {
    case 'day':
      return { days: whole };
    case 'week':
      return { days: whole * 7 };
    case 'month':
      return { months: whole };
    case 'quarter':
      return { months: whole * 3 };
    case 'half':
      return { months: whole * 6 };
    case 'year':
      return { years: whole };
  }
}

/** What a period is compared with: the one of the same length before it, or the same days a year earlier; undefined where it has no length. */
export function earlier(
  range: Range,
  compareTo: NonNullable<Question['compareTo']>,
  today: Day,
): Required<Period> | undefined {
  const { from, to } = periodOf(range, today);
  if (from === null || to === null) {
    return undefined;
  }
  const [start, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (compareTo === 'previous_year') {
    return { from: start.subtract({ years: 1 }).toString(), to: end.subtract({ years: 1 }).toString() };
  }
  if (range.kind === 'relative') {
    const back = times(range.unit, -range.count);
    const isWhole = Temporal.PlainDate.compare(end, start.add(times(range.unit, range.count))) === 0;
    // "This month to date" is compared with the same stretch of the last one, its last day among them: of a shorter month, all of it.
    const before = isWhole ? end.add(back) : end.subtract({ days: 1 }).add(back).add({ days: 1 });
    return { from: start.add(back).toString(), to: before.toString() };
  }
  const months = wholeMonths(start, end);
  const back = months > 0 ? { months } : { days: start.until(end, { largestUnit: 'days' }).days };
  return { from: start.subtract(back).toString(), to: from };
}

/** How many whole calendar months a period is; 0 where it is not of those. */
function wholeMonths(start: Temporal.PlainDate, end: Temporal.PlainDate): number {
  const { months, days } = start.until(end, { largestUnit: 'months' });
  return start.day === 1 && days === 0 ? months : 0;
}

/** The first day after a bucket of time, given its own first. */
export function bucketEnd(first: Day, bucket: Bucket): Day {
  return Temporal.PlainDate.from(first).add(times(bucket, 1)).toString();
}

/** The days of a period that are in another one too. */
export function overlap(one: Period, other: Period): Period {
  const [from] = [one.from, other.from]
    .filter((day) => day !== null)
    .sort()
    .slice(-1);
  const [to] = [one.to, other.to].filter((day) => day !== null).sort();
  return { from: from ?? null, to: to ?? null };
}
