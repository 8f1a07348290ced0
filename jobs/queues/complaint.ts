import type { Log } from '../../core/log.ts';

const SILENCE_MS = 30_000;

/** Says that the queue cannot be reached, once for all its connections and then every half minute as long as it lasts. */
export function complainer({ log, kind }: { log: Log; kind: string }): (error: Error) => void {
  let lastAt = Number.NEGATIVE_INFINITY;
  return ({ message }) => {
    if (performance.now() - lastAt > SILENCE_MS) {
      lastAt = performance.now();
      log.warn({ queue: kind, reason: message }, 'the queue cannot be reached; the rows wait for it');
    }
  };
}
