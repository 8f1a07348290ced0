/**
 * Facts to act on. A row is the truth and the queue only wakes somebody: what the queue loses is handed over again
 * when its lease runs out, and what is handed over twice is done once, because the row is locked while it is done.
 */

/** How long a handed-over row may wait for a worker before it is handed over again. */
export const HAND_OVER_MS = 30_000;

/** Tried this often, then dead: seen by an admin, who may send it again. About three hours with the pauses between. */
export const MAX_ATTEMPTS = 20;

const LONGEST_PAUSE_MS = 15 * 60_000;

/** The pause before the next try: 2 s, 4 s, 8 s … a quarter of an hour. */
export function pauseMs(attempts: number): number {
  return Math.min(1_000 * 2 ** Math.min(attempts, 20), LONGEST_PAUSE_MS);
}

/** A row to be handed to a worker. `again` when it was handed over before and nothing came of it. */
export type HandOver = { id: string; attempts: number; again: boolean };
