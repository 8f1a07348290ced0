import type { Transaction } from '../db/transaction.ts';
import { MAX_ATTEMPTS, pauseMs } from '../outbox/outbox.ts';
import type { Delivery, Outcome } from './delivery.ts';

/** Writes down what a try came to, unless a later try has begun meanwhile; that it was sent is always written down. */
export async function settleDelivery({ sql }: Transaction, delivery: Delivery, outcome: Outcome): Promise<void> {
  const { state, reason, pause, until } = settlementOf(delivery, outcome);
  await sql({
    name: 'delivery-settle',
    text: `UPDATE deliveries SET state = $2, last_error = left($3, 500), lease_until = NULL, doubtful = doubtful OR $4,
                  attempts = attempts - CASE WHEN $8 THEN 1 ELSE 0 END,
                  run_at = coalesce($5, parley_now() + $6 * interval '1 millisecond')
            WHERE id = $1 AND ($2 = 'sent' OR (state = 'sending' AND attempts = $7))`,
    values: [
      delivery.id,
      state,
      reason,
      outcome.kind === 'unknown',
      until,
      pause,
      delivery.attempts,
      outcome.kind === 'postponed',
    ],
  });
}

type Settlement = { state: string; reason: string | null; pause: number; until: Date | null };

function settlementOf({ attempts, doubtful }: Delivery, outcome: Outcome): Settlement {
  const rest = { reason: null, pause: 0, until: null };
  switch (outcome.kind) {
    case 'sent':
      return { ...rest, state: 'sent' };
    case 'skipped':
    case 'dead':
      return { ...rest, state: outcome.kind, reason: outcome.reason };
    case 'postponed':
      return { ...rest, state: 'pending', until: outcome.until };
    case 'unknown':
      return { ...rest, state: doubtful ? 'ambiguous' : 'pending', reason: outcome.reason, pause: pauseMs(attempts) };
    case 'failed': {
      const pause = Math.max(outcome.retryAfterMs ?? 0, pauseMs(attempts));
      return { ...rest, state: attempts >= MAX_ATTEMPTS ? 'dead' : 'pending', reason: outcome.reason, pause };
    }
  }
}
