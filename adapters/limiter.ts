import { setTimeout as sleep } from 'node:timers/promises';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { PlatformError, THROTTLED } from '../bot/contract.ts';
import type { Log } from '../core/log.ts';
import { lateAfter } from './late.ts';
import type { Allowance, Limiter, Rate } from './platform.ts';

/** A worker waits so long for its turn; for more than that the message goes back to the outbox. */
const PATIENCE_MS = 2_000;

/** A counter that does not answer is done without. */
const ANSWER_MS = 500;

/** Waking exactly at the end of a window may be a moment before it. */
const GRACE_MS = 15;

const SILENCE_MS = 30_000;

/** Where the counts are kept, so that several processes share them; with neither each process counts for itself. */
export type LimiterStore =
  | { kind: 'postgresql'; pool: unknown }
  /** An ioredis connection. */
  | { kind: 'redis'; client: unknown }
  | { kind: 'memory' };

/**
 * Keeps what we send below what the platforms take, in the order in which it asks. A store that is away costs nothing but
 * the sharing: the process then counts for itself, because a message is worth more than a counter.
 */
export function createLimiter(
  store: LimiterStore,
  { log, answerMs = ANSWER_MS }: { log: Log; answerMs?: number },
): Limiter {
  const answering = <Result>(asked: Promise<Result>) => within(asked, answerMs);
  const counters = new Map<string, Counter>();
  let complainedAt = Number.NEGATIVE_INFINITY;

  function counterOf(rate: Rate): Counter {
    const name = `${rate.points}/${rate.seconds}`;
    const known = counters.get(name) ?? createCounter(store, rate, { sweeps: counters.size === 0 });
    counters.set(name, known);
    return known;
  }

  /** How long it would have to wait; nothing when it is taken. */
  async function takeOne({ key, rate }: Share): Promise<number> {
    const { shared, own } = counterOf(rate);
    try {
      await answering(shared.consume(key));
      return 0;
    } catch (error) {
      if (error instanceof RateLimiterRes) {
        return waitOf(error, rate);
      }
      if (performance.now() - complainedAt > SILENCE_MS) {
        complainedAt = performance.now();
        log.warn({ store: store.kind, err: error }, 'rate limits are counted by each process alone');
      }
      return own.consume(key).then(
        () => 0,
        (refused: unknown) => (refused instanceof RateLimiterRes ? waitOf(refused, rate) : 0),
      );
    }
  }

  /** All or none: what was taken before a refusal is given back. */
  async function takeAll(shares: readonly Share[]): Promise<number> {
    for (const [at, share] of shares.entries()) {
      const waitMs = await takeOne(share);
      if (waitMs > 0) {
        const taken = shares.slice(0, at).map(({ key, rate }) => counterOf(rate).shared.reward(key));
        await Promise.allSettled(taken.map(answering));
        return waitMs;
      }
    }
    return 0;
  }

  return {
    async take(allowances) {
      const shares = allowances.flatMap(toShares);
      for (let leftMs = PATIENCE_MS; ; ) {
        const waitMs = await takeAll(shares);
        if (waitMs === 0) {
          return;
        }
        if (waitMs > leftMs) {
          throw new PlatformError(THROTTLED, { retryable: true, retryAfterMs: waitMs });
        }
        await sleep(waitMs);
        leftMs -= waitMs;
      }
    },
  };
}

type Share = { key: string; rate: Rate };
type Counter = { shared: RateLimiterAbstract; own: RateLimiterAbstract };

function toShares({ key, rates }: Allowance): Share[] {
  return rates.map((rate) => ({ key: `${key}:${rate.seconds}`, rate }));
}

function createCounter(store: LimiterStore, { points, seconds }: Rate, { sweeps }: { sweeps: boolean }): Counter {
  const options = { points, duration: seconds, keyPrefix: 'limit' };
  const own = new RateLimiterMemory(options);
  switch (store.kind) {
    case 'memory':
      return { shared: own, own };
    case 'redis':
      return {
        own,
        shared: new RateLimiterRedis({ ...options, storeClient: store.client, rejectIfRedisNotReady: true }),
      };
    case 'postgresql': {
      const table = { tableName: 'rate_limits', tableCreated: true, storeType: 'pool', clearExpiredByTimeout: sweeps };
      return { own, shared: new RateLimiterPostgres({ ...options, ...table, storeClient: store.pool }) };
    }
  }
}

/** Whoever asks beyond a full window is so many windows behind: nobody who waits is overtaken for ever. */
function waitOf({ consumedPoints, msBeforeNext }: RateLimiterRes, { points, seconds }: Rate): number {
  const windowsAhead = Math.max(0, Math.ceil(consumedPoints / points) - 2);
  return Math.max(msBeforeNext, 1) + windowsAhead * seconds * 1_000 + GRACE_MS;
}

async function within<Result>(asked: Promise<Result>, ms: number): Promise<Result> {
  const late = lateAfter(ms);
  // What comes after that is nobody's business any more.
  asked.catch(() => undefined);
  const first = await Promise.race([asked, late.comes]).finally(late.clear);
  if (first === 'late') {
    throw new Error(`no answer within ${ms} ms`);
  }
  return first;
}
