import { type Anchor, type Day, oneDay, type Period, period } from './calendar.ts';

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Half units exist in speech only as half a month and half a year. */
function shifted(day: Day, count: number, unit: Unit): Day {
  switch (unit) {
    case 'day':
      return day.add({ days: Math.trunc(count) });
    case 'week':
      return day.add({ days: Math.trunc(count * 7) });
    case 'month':
      return Number.isInteger(count) ? day.add({ months: count }) : day.add({ days: count * 30 });
    case 'quarter':
      return day.add({ months: Math.trunc(count * 3) });
    case 'year':
      return day.add({ months: Math.trunc(count * 12) });
  }
}

const TOO_FAR = 3700;

function isSane(count: number): boolean {
  return Number.isFinite(count) && Math.abs(count) > 0 && Math.abs(count) <= TOO_FAR;
}

/** Last N days and weeks count today; last N months start on the same day N months ago. */
export function lastWindow({ today }: Anchor, count: number, unit: Unit): Period | undefined {
  if (!isSane(count)) {
    return undefined;
  }
  const start = shifted(today, -count, unit);
  return period(unit === 'day' || unit === 'week' ? start.add({ days: 1 }) : start, today.add({ days: 1 }), 'range');
}

/** Next N days count today. */
export function nextWindow({ today }: Anchor, count: number, unit: Unit): Period | undefined {
  return isSane(count) ? period(today, shifted(today, count, unit), 'range') : undefined;
}

/** "Within N days" lets the N-th day from today still count. */
export function withinWindow({ today }: Anchor, count: number, unit: Unit): Period | undefined {
  return isSane(count) ? period(today, shifted(today, count, unit).add({ days: 1 }), 'range', 'by') : undefined;
}

export function dayAway(from: Day, count: number, unit: Unit): Period | undefined {
  return isSane(count) ? oneDay(shifted(from, count, unit)) : undefined;
}

/** So many working days away, from Monday to Friday; none of the days one may not work is counted. */
export function workingDay(from: Day, count: number, bound?: 'by'): Period | undefined {
  if (!isSane(count)) {
    return undefined;
  }
  const step = Math.sign(count);
  let day = from;
  for (let left = Math.abs(count); left > 0; left -= day.dayOfWeek < SATURDAY ? 1 : 0) {
    day = day.add({ days: step });
  }
  return oneDay(day, bound);
}

const SATURDAY = 6;

/** From the start of something until today: year to date. */
export function toDate({ today }: Anchor, start: Day): Period | undefined {
  return period(start, today.add({ days: 1 }), 'range');
}
