import type { Day } from '../days.ts';

/** What one morning's message says: one's own day, and for whoever leads others how theirs stands. */
export type Digest = {
  day: Day;
  overdue: Section<DueTask>;
  dueToday: Section<DueTask>;
  /** Open, with nothing logged for a week; the longest first. */
  idle: Section<IdleOpportunity>;
  newLeads: Section<NewLead>;
  /** A manager's or director's: how each of his people stands, whoever needs help most first. */
  people: Section<Standing>;
  /** An executive's: the same by team. */
  teams: Section<TeamStanding>;
};

/** The first few, and how many there are. */
export type Section<Line> = { lines: Line[]; total: number };

export type DueTask = {
  id: string;
  title: string;
  dueOn: Day;
  dueTime: string | null;
  customerName: string | null;
};

export type IdleOpportunity = {
  id: string;
  name: string;
  customerId: string;
  customerName: string | null;
  idleDays: number;
};

export type NewLead = { id: string; contact: string; company: string | null; waitingDays: number };

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

/** An open opportunity with nothing logged for this long is idle. */
export const IDLE_DAYS = 7;

/** Lines of one section; the rest is counted. */
export const MAX_LINES = 5;

export const EMPTY: Section<never> = { lines: [], total: 0 };

export function hasNothingToSay({ overdue, dueToday, idle, newLeads, people, teams }: Digest): boolean {
  return [overdue, dueToday, idle, newLeads, people, teams].every(({ total }) => total === 0);
}
