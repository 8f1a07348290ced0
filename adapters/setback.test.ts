import { expect, it } from 'vitest';
import { PlatformError } from '../bot/contract.ts';
import { DomainError } from '../core/errors.ts';
import { toSetback } from './setback.ts';

const failed = (code: string, { retryable = true, retryAfterMs = 0 } = {}) =>
  new PlatformError(code, { retryable, retryAfterMs });
const tried = (attempts: number, lastError?: string) => ({ inboxId: 'i', attempts, lastError });

it('waits twice as long each time, up to a quarter of an hour, and gives up after twelve', () => {
  const waits = Array.from({ length: 12 }, (_, at) => toSetback(failed('http_503'), tried(at + 1)).waitMs);
  expect(waits).toEqual([
    20_000,
    40_000,
    80_000,
    160_000,
    320_000,
    640_000,
    900_000,
    900_000,
    900_000,
    900_000,
    900_000,
    undefined,
  ]);
});

it('waits as long as the platform asks', () => {
  expect(toSetback(failed('ratelimited', { retryAfterMs: 90_000 }), tried(1)).waitMs).toBe(90_000);
});

it('never tries again what the platform refuses', () => {
  expect(toSetback(failed('gone', { retryable: false }), tried(1))).toEqual({
    inboxId: 'i',
    attempts: 1,
    error: 'gone',
    waitMs: undefined,
  });
});

it('tries what may have arrived once more and no further, whatever came between', () => {
  const first = toSetback(failed('interrupted'), tried(1));
  expect(first).toMatchObject({ waitMs: 20_000, error: 'interrupted' });
  const between = toSetback(failed('http_503'), tried(2, first.error));
  expect(between).toMatchObject({ waitMs: 40_000, error: 'interrupted' });
  expect(toSetback(failed('interrupted'), tried(3, between.error)).waitMs).toBeUndefined();
});

it('does not count a try for which there was no database', () => {
  expect(toSetback(new DomainError('unavailable', 'away'), tried(12, 'http_503'))).toEqual({
    inboxId: 'i',
    attempts: 11,
    error: 'http_503',
    waitMs: 1_000,
  });
});

it('counts no try for an answer that waits for its turn, and waits no longer than that', () => {
  expect(toSetback(failed('throttled', { retryAfterMs: 4_000 }), tried(12))).toEqual({
    inboxId: 'i',
    attempts: 11,
    error: 'throttled',
    waitMs: 4_000,
  });
});
