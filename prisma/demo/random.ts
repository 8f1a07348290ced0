import { v5 } from 'uuid';

const NAMESPACE = '5d0b6f7e-6a1c-5f42-9d3e-2f8c1b7a9e40';

/** The id a demo row always has, whatever the day it is loaded on. */
export function demoId(kind: string, key: string | number): string {
  return v5(`${kind}:${key}`, NAMESPACE);
}

export type Random = {
  /** A whole number between both ends, ends included. */
  whole(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  chance(probability: number): boolean;
};

/** Dice that fall alike every time; a topic has its own, so that a change in one leaves the others as they were. */
export function dice(topic: string): Random {
  const next = mulberry32(hash(topic));
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    whole,
    pick: (list) => nth(list, whole(0, list.length - 1)),
    chance: (probability) => next() < probability,
  };
}

/** Item `index` of a list read in a circle. */
export function nth<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

// FNV-1a, 32 bits.
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

// https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
