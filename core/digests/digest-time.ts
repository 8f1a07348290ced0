import { type Day, dayIn, instantOf, weekday } from '../days.ts';

/** A morning's message that could not go out within this time is no use any more that day. */
const WINDOW_MS = 6 * 3_600_000;

const SATURDAY = 6;

/**
 * The local day whose digest is due now: from the person's own time on, on working days. Undefined at other times.
 * @param digestAt local wall-clock time, HH:MM
 */
export function digestDue(now: Date, { digestAt, timeZone }: { digestAt: string; timeZone: string }): Day | undefined {
  const today = dayIn(now, timeZone);
  const lateMs = now.getTime() - instantOf(today, digestAt, timeZone).getTime();
  return weekday(today) < SATURDAY && lateMs >= 0 && lateMs < WINDOW_MS ? today : undefined;
}
