import { expect, it } from 'vitest';
import { newId } from './id.ts';
import { secureBytes } from './random.ts';

it('random bytes are given to one asker only', () => {
  const all = Array.from({ length: 2_000 }, () => secureBytes(12));
  expect(all.every(({ length }) => length === 12)).toBe(true);
  expect(new Set(all.map((each) => each.toString('hex'))).size).toBe(2_000);
  expect(secureBytes(5_000)).toHaveLength(5_000);
});

it('ids differ, are UUIDs of version 7, and sort as they were made', () => {
  const ids = Array.from({ length: 5_000 }, newId);
  expect(new Set(ids).size).toBe(5_000);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
  expect([...ids].sort()).toEqual(ids);
});
