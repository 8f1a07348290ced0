import { type Day, dayIn, instantOf, weekday } from '../days.ts';

/** A day's message that could not go out within this time is no use any more that day. */
const WINDOW_MS = 6 * 3_600_000;

const SATURDAY = 6;

/**
 * The local day whose message is due now: from the person's own time on, on working days. Undefined at other times.
 * @param at local wall-clock time, HH:MM
 */
export function workdayDue(now: Date, { at, timeZone }: { at: string; timeZone: string }): Day | undefined {
  const today = dayIn(now, timeZone);
  const lateMs = now.getTime() - instantOf(today, at, timeZone).getTime();
  return weekday(today) < SATURDAY && lateMs >= 0 && lateMs < WINDOW_MS ? today : undefined;
}
