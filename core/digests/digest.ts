import type { Day } from '../days.ts';
import { isClear, type Section, type Today } from '../today/today.ts';

/** What one morning's message says: one's own day, and for whoever leads others how theirs stands. */
export type Digest = {
  day: Day;
  own: Today;
  /** A manager's or director's: how each of his people stands, whoever needs help most first. */
  people: Section<Standing>;
  /** An executive's: the same by team. */
  teams: Section<TeamStanding>;
};

/** The one thing to look at first. */
export type Worst = { kind: 'opportunity' | 'task'; id: string; name: string; days: number };

export type Standing = { id: string; name: string; overdue: number; idle: number; worst: Worst };

export type TeamStanding = {
  id: string;
  name: string;
  open: number;
  /** Whole minor units, by currency. */
  amounts: { currency: string; amount: bigint }[];
  overdue: number;
  idle: number;
  worst: Worst | null;
};

/** People or teams of a digest; the rest is counted. */
export const MAX_LINES = 5;

export const EMPTY: Section<never> = { lines: [], total: 0 };

export function hasNothingToSay({ own, people, teams }: Digest): boolean {
  return isClear(own) && people.total === 0 && teams.total === 0;
}
