import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Clock } from './clock.ts';

const AHEAD_MS = 90_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: new Date('2026-05-13T02:30:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A database ahead of us whose answers take so long on the way there and on the way back. */
function answering(ways: readonly (readonly [there: number, back: number])[]) {
  let asked = 0;
  const ask = async () => {
    const [there, back] = ways[asked] ?? [0, 0];
    asked += 1;
    vi.advanceTimersByTime(there);
    const now = new Date(Date.now() + AHEAD_MS);
    vi.advanceTimersByTime(back);
    return now;
  };
  return { ask, asked: () => asked };
}

const aheadOf = (clock: Clock) => clock.now().getTime() - Date.now();

describe('the clock', () => {
  it('follows the quickest of several answers, and its middle', async () => {
    const clock = new Clock();
    await clock.follow(
      answering([
        [0, 40],
        [3, 3],
        [20, 0],
        [0, 10],
        [12, 2],
      ]).ask,
    );
    expect(aheadOf(clock)).toBe(AHEAD_MS);
  });

  it('asks no more after an answer at once', async () => {
    const { ask, asked } = answering([
      [0, 40],
      [0, 0],
    ]);
    await new Clock().follow(ask);
    expect(asked()).toBe(2);
  });

  it('keeps what it knows when the database goes away', async () => {
    const clock = new Clock();
    const { ask, asked } = answering([[3, 3]]);
    const once = () => (asked() === 0 ? ask() : Promise.reject(new Error('away')));
    await expect(clock.follow(once)).rejects.toThrow('away');
    expect(aheadOf(clock)).toBe(AHEAD_MS);
  });
});
