/** One message on its way to one person, or one card to be redrawn. */
export type Delivery = {
  id: string;
  effectKey: string;
  /** Null for somebody who has not been let in. */
  userId: string | null;
  notice: string;
  subject: unknown;
  attempts: number;
  /** An earlier try may have reached the person. */
  doubtful: boolean;
};

/** The notice of a delivery that redraws a posted card. */
export const REDRAW = 'redraw';

/** The notice of a delivery that tells a gateway something, which knows it again by its key. */
export const GATEWAY = 'gateway';

/** What may be repeated without harm after a try that was broken off. */
export const REPEATABLE = [REDRAW, GATEWAY] as const;

/** How long one try may take before it counts as broken off. */
export const SENDING_MS = 60_000;

/** What one try came to. */
export type Outcome =
  | { kind: 'sent' }
  /** Nothing to say any more, or nobody to say it to. */
  | { kind: 'skipped'; reason: string }
  /** Not now: he is not to be disturbed, or the platform would refuse it. Counts as no try. */
  | { kind: 'postponed'; until: Date }
  /** It certainly did not arrive; worth another try. */
  | { kind: 'failed'; reason: string; retryAfterMs?: number | undefined }
  /** It may have arrived. */
  | { kind: 'unknown'; reason: string }
  /** No further try can help. */
  | { kind: 'dead'; reason: string };
