import type { Stage } from './company.ts';

export type Kind = 'visit' | 'call' | 'meeting' | 'message' | 'email' | 'note';

/** Slots: {who} a contact, {product}, {amount} of the deal, {n} 2–9, {m} 12–96. */
export type Phrases = {
  /** How a note of each kind begins. */
  openings: Readonly<Record<Kind, readonly string[]>>;
  /** What was said while the deal stood there. */
  news: Readonly<Record<Stage, readonly string[]>>;
  /** What was said of nothing in particular. */
  rapport: readonly string[];
  /** What was said where our things already run. */
  aftercare: readonly string[];
  /** How a manager begins who came along with {rep}. */
  joint: readonly string[];
  /** What he noticed. */
  coaching: readonly string[];
  /** How a note may end while the deal is open. */
  nextSteps: Readonly<Record<Stage, readonly string[]>>;
  /** Tasks that follow from a conversation. */
  tasks: Readonly<Record<Stage, readonly string[]>>;
};
