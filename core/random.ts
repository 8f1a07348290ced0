import { randomBytes } from 'node:crypto';

/** Drawn at a time: asking the system for a few bytes costs as much as asking for many. */
const POOL_BYTES = 4_096;

let pool = Buffer.alloc(0);
let used = 0;

/** Bytes fit for keys and nonces; nobody else is given the same. */
export function secureBytes(count: number): Buffer {
  if (used + count > pool.length) {
    pool = randomBytes(Math.max(POOL_BYTES, count));
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
}
