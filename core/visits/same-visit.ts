import type { Felt } from '../follow-ups/follow-up.ts';
import type { CheckIn } from './visit.ts';

/** One of the two records of a visit, its moments in ISO 8601. */
export type Side = Felt & { happenedAt: string | null; writtenAt: string };

/** A check-in and what was told of the same visit, each as it stood before they became one: so they can be parted again. */
export type Joined = {
  checkIn: Side;
  told: Side;
  /** Which of them came second, and the task that came with it. */
  second: 'checkIn' | 'told';
  taskId: string | null;
};

/** What either said; kept beside the rest, for it is seen as notes are, not as places are (R84). */
export type JoinedNotes = { checkIn: string; told: string };

/** Hours that two records of one visit may be apart. */
export const APART_HOURS = 2;

const HOUR_MS = 3_600_000;

type Moments = { happenedAt: Date | null; writtenAt: Date };

/**
 * Whether somebody who checked in and told of a visit at the same customer on the same day speaks of one visit; pure. The
 * moment of a check-in is its own; what is told without an hour was before it was told.
 */
export function isSameVisit({
  checkIn,
  told,
}: {
  checkIn: Date | null;
  told: Moments & { isOfToday: boolean };
}): boolean {
  if (checkIn === null) {
    return true;
  }
  if (told.happenedAt) {
    return Math.abs(told.happenedAt.getTime() - checkIn.getTime()) <= APART_HOURS * HOUR_MS;
  }
  return !told.isOfToday || checkIn.getTime() - told.writtenAt.getTime() <= APART_HOURS * HOUR_MS;
}

/** What stands in the history of a check-in that says no more, in whichever language it was made. */
export const CHECKED_IN = { en: 'Checked in', zh: '到访签到' } as const;

const isBare = (note: string) => note === CHECKED_IN.en || note === CHECKED_IN.zh;

/** The words of both: what was told, after what the check-in said itself. */
export function joinedNote({ checkIn, told }: JoinedNotes): string {
  return isBare(checkIn) || checkIn === told ? told : `${checkIn}\n${told}`;
}

/** Where a visit was, without what was joined to it. */
export function apart({ joined: _, ...place }: CheckIn): CheckIn {
  return place;
}
