import { addDays, dayIn, instantOf, timeIn } from '../days.ts';

/** Local wall-clock times, HH:MM; they may run over midnight. Equal times mean none. */
export type QuietHours = { from: string; until: string; timeZone: string };

/** When the quiet hours that `now` lies in are over; undefined outside them. */
export function endOfQuiet(now: Date, { from, until, timeZone }: QuietHours): Date | undefined {
  const time = timeIn(now, timeZone);
  const today = dayIn(now, timeZone);
  if (from < until) {
    return time >= from && time < until ? instantOf(today, until, timeZone) : undefined;
  }
  if (from > until && time >= from) {
    return instantOf(addDays(today, 1), until, timeZone);
  }
  return from > until && time < until ? instantOf(today, until, timeZone) : undefined;
}
