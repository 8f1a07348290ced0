import { Temporal } from 'temporal-polyfill';
import { HAN } from '../normalise.ts';
import type { DaySlot } from '../utterance.ts';

/** No reading of the day is over: tomorrow, next week, by Friday. */
export const isAhead = ({ past }: DaySlot, today: string): boolean => past.from > today || past.bound === 'by';

const IS_OVER = /了|过|刚|已|收到|到账|进账|登记|录|记/u;

/** Chinese says what is over by 了 and its like: without, the nearer of two Fridays is meant. */
export function isMeantAhead(day: DaySlot, text: string, today: string): boolean {
  const isNear = HAN.test(text) && !IS_OVER.test(text) && day.future.from > today;
  return isAhead(day, today) || (isNear && daysBetween(today, day.future.from) < daysBetween(day.past.from, today));
}

const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to).days;
