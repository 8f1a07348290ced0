import { PlatformError, THROTTLED } from '../bot/contract.ts';
import { DomainError } from '../core/errors.ts';
import type { Setback } from '../core/inbox/inbox.ts';

/** In all an hour and three quarters: an outage of a platform loses no answer. */
const TRIES = 12;
const FIRST_WAIT_MS = 20_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** When the database was away and is back. */
const AWAY_WAIT_MS = 1_000;

/** It may have arrived all the same, and no platform drops a second one. */
const INTERRUPTED = 'interrupted';

/** What is known of earlier tries; this one is counted in `attempts`. */
export type Tried = { inboxId: string; attempts: number; lastError: string | undefined };

/** A delivery that could not be answered: how long it waits, and whether it is tried again at all. */
export function toSetback(error: unknown, { inboxId, attempts, lastError }: Tried): Setback {
  if (error instanceof DomainError && error.code === 'unavailable') {
    // Without the database nothing was tried.
    return { inboxId, attempts: attempts - 1, error: lastError ?? error.code, waitMs: AWAY_WAIT_MS };
  }
  if (error instanceof PlatformError && error.code === THROTTLED) {
    // Nothing was tried: it waits for its turn.
    return {
      inboxId,
      attempts: attempts - 1,
      error: lastError ?? error.code,
      waitMs: error.retryAfterMs ?? AWAY_WAIT_MS,
    };
  }
  const code = error instanceof PlatformError ? error.code : String(error);
  const isOver =
    attempts >= TRIES ||
    (error instanceof PlatformError && !error.retryable) ||
    (code === INTERRUPTED && lastError === INTERRUPTED);
  const backoffMs = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
  const askedMs = error instanceof PlatformError ? (error.retryAfterMs ?? 0) : 0;
  return {
    inboxId,
    attempts,
    // One interruption is remembered, whatever comes between it and the next.
    error: lastError === INTERRUPTED ? INTERRUPTED : code,
    waitMs: isOver ? undefined : Math.max(backoffMs, askedMs),
  };
}
