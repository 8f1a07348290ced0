import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered.ts';

/** Days are ISO strings (2026-05-13), judged in a named time zone; instants are Dates. */
export type Day = string;

type OneDay = { day: Day; from: number; until: number };

/** The day last asked for in each zone, with the instants it begins and ends: every transaction asks for today. */
const lastAsked = new Map<string, OneDay>();

export function dayIn(instant: Date, timeZone: string): Day {
  const at = instant.getTime();
  const known = lastAsked.get(timeZone);
  if (known && known.from <= at && at < known.until) {
    return known.day;
  }
  const local = zoned(instant, timeZone);
  const from = local.startOfDay();
  const until = from.add({ days: 1 }).startOfDay();
  const found = {
    day: local.toPlainDate().toString(),
    from: from.epochMilliseconds,
    until: until.epochMilliseconds,
  };
  lastAsked.set(timeZone, found);
  return found.day;
}

/** Local wall-clock time, HH:MM. */
export function timeIn(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The instant a wall clock shows `time` on `day`; in a daylight-saving gap the later of the two readings. */
export function instantOf(day: Day, time: string, timeZone: string): Date {
  return new Date(epochOf(day, time, timeZone));
}

const epochOf = remembered(
  (day: Day, time: string, timeZone: string) =>
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds,
);

export function addDays(day: Day, count: number): Day {
  return Temporal.PlainDate.from(day).add({ days: count }).toString();
}

/** Whole days from `from` until `to`; negative when `to` is earlier. */
export const daysBetween = remembered(
  (from: Day, to: Day) =>
    Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days,
);

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The half-open range of the calendar quarter that `day` lies in. */
export function quarterOf(day: Day): { from: Day; to: Day } {
  const date = Temporal.PlainDate.from(day);
  const from = date.with({ month: Math.floor((date.month - 1) / 3) * 3 + 1, day: 1 });
  return { from: from.toString(), to: from.add({ months: 3 }).toString() };
}

/** What the database gives for a DATE column through Prisma: midnight UTC. */
export function toDay(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

/** Whether it is an IANA name that this Node knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
