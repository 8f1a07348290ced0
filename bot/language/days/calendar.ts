import { Temporal } from 'temporal-polyfill';

export type Grain = 'day' | 'weekend' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'range';

/**
 * A half-open range of civil days; `by` and `since` say that only one end was meant. One that is `impossible` was said and
 * does not exist: where it stands serves to tell before from after, and is never what was meant.
 */
export type Period = { from: string; to: string; grain: Grain; bound?: 'by' | 'since'; impossible?: true };

export type Prefer = 'future' | 'past';

export type Anchor = { today: Temporal.PlainDate; prefer?: Prefer | undefined };

export type Day = Temporal.PlainDate;

/** A day of the calendar, or nothing for 30 February. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  const inMonth = month >= 1 && month <= 12 && day >= 1 && year >= 1900 && year <= 2200;
  if (!inMonth || day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) {
    return undefined;
  }
  return new Temporal.PlainDate(year, month, day);
}

export function period(from: Day, to: Day, grain: Grain, bound?: 'by' | 'since'): Period | undefined {
  if (from.year < 1900 || to.year > 2200 || Temporal.PlainDate.compare(from, to) >= 0) {
    return undefined;
  }
  return { from: from.toString(), to: to.toString(), grain, ...(bound ? { bound } : {}) };
}

export function oneDay(day: Day | undefined, bound?: 'by'): Period | undefined {
  return day && period(day, day.add({ days: 1 }), 'day', bound);
}

/** A day by its numbers: 30 February was meant as a day, and is none; 3月450 was not meant as one. */
export function saidDay(year: number, month: number, day: number): Period | undefined {
  const isMeant = [year, month, day].every(Number.isInteger) && month < 100 && day < 100;
  return oneDay(dayOf(year, month, day)) ?? (isMeant ? impossible(nearest(year, month, day)) : undefined);
}

/** The whole of two days and what lies between; none where one of them does not exist. */
export function wholeDays(first: Numbers, last: Numbers): Period | undefined {
  const [from, to] = [dayOf(...first), dayOf(...last)];
  return from && to
    ? period(from, to.add({ days: 1 }), 'range')
    : [first, last].map((each) => saidDay(...each)).find((each) => each?.impossible);
}

type Numbers = readonly [year: number, month: number, day: number];

export function impossible(around: Day): Period {
  return { from: around.toString(), to: around.add({ days: 1 }).toString(), grain: 'day', impossible: true };
}

function nearest(year: number, month: number, day: number): Day {
  const within = Math.min(Math.max(year, 1900), 2199);
  return Temporal.PlainDate.from(
    { year: within, month: Math.max(month, 1), day: Math.max(day, 1) },
    { overflow: 'constrain' },
  );
}

export function monday({ today }: Anchor, weeks = 0): Day {
  return today.add({ days: 1 - today.dayOfWeek + 7 * weeks });
}

export function weekOf(anchor: Anchor, weeks: number): Period | undefined {
  return period(monday(anchor, weeks), monday(anchor, weeks + 1), 'week');
}

export function weekendOf(anchor: Anchor, weeks: number): Period | undefined {
  return period(monday(anchor, weeks).add({ days: 5 }), monday(anchor, weeks + 1), 'weekend');
}

/** The weekend, said alone: this week's, or looking back the one that has been. */
export function nearestWeekend(anchor: Anchor): Period | undefined {
  return weekendOf(anchor, anchor.prefer === 'past' && anchor.today.dayOfWeek < 6 ? -1 : 0);
}

export function monthStart({ today }: Anchor, months = 0): Day {
  return today.with({ day: 1 }).add({ months });
}

export function quarterStart({ today }: Anchor, quarters = 0): Day {
  return today.with({ day: 1, month: today.month - ((today.month - 1) % 3) }).add({ months: 3 * quarters });
}

export function monthOf(year: number, month: number): Period | undefined {
  const start = dayOf(year, month, 1);
  return start && period(start, start.add({ months: 1 }), 'month');
}

export function relativeMonth(anchor: Anchor, months: number): Period | undefined {
  return period(monthStart(anchor, months), monthStart(anchor, months + 1), 'month');
}

export function quarterOf(year: number, quarter: number): Period | undefined {
  const start = dayOf(year, quarter * 3 - 2, 1);
  return start && period(start, start.add({ months: 3 }), 'quarter');
}

export function relativeQuarter(anchor: Anchor, quarters: number): Period | undefined {
  return period(quarterStart(anchor, quarters), quarterStart(anchor, quarters + 1), 'quarter');
}

export function halfOf(year: number, half: 1 | 2): Period | undefined {
  const start = dayOf(year, half === 1 ? 1 : 7, 1);
  return start && period(start, start.add({ months: 6 }), 'half');
}

export function yearOf(year: number): Period | undefined {
  const start = dayOf(year, 1, 1);
  return start && period(start, start.add({ years: 1 }), 'year');
}

/** The last day before `end`, as a deadline: 月底, end of quarter. */
export function lastDayBefore(end: Day | undefined): Period | undefined {
  return end && oneDay(end.subtract({ days: 1 }), 'by');
}

/** A month or month-day said without its year falls on the nearest one in the preferred direction. */
export function nearestYear({ today, prefer }: Anchor, month: number, day?: number): number {
  const first = day ?? (prefer === 'past' ? 1 : 31);
  const position = month * 100 + first;
  const now = today.month * 100 + today.day;
  if (prefer === 'future' && position < now) {
    return today.year + 1;
  }
  return prefer === 'past' && position > now ? today.year - 1 : today.year;
}

/** ISO weekday (1 = Monday) said alone: today counts, then the nearest one in the preferred direction. */
export function nearestWeekday({ today, prefer }: Anchor, weekday: number): Day {
  const days = weekday - today.dayOfWeek;
  const shift = prefer === 'future' && days < 0 ? 7 : prefer === 'past' && days > 0 ? -7 : 0;
  return today.add({ days: days + shift });
}

/** The first ten days of a month, the next ten, or the rest of it. */
export function thirdOf(start: Day, third: 0 | 1 | 2): Period | undefined {
  const from = start.add({ days: third * 10 });
  return period(from, third === 2 ? start.add({ months: 1 }) : from.add({ days: 10 }), 'range');
}
