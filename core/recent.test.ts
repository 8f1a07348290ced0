import { expect, it } from 'vitest';
import { Recent } from './recent.ts';

it('keeps the last so many, and lets go of what was not asked for the longest', () => {
  const recent = new Recent<number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  expect(recent.get('a')).toBe(1);
  recent.set('c', 3);
  expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([1, undefined, 3]);
});

it('forgets a value by its key, and one very value only while it is that one', () => {
  const [first, second] = [{}, {}];
  const recent = new Recent<object>(2);
  recent.set('a', first);
  recent.set('a', second);
  recent.drop('a', first);
  expect(recent.get('a')).toBe(second);
  recent.delete('a');
  expect(recent.get('a')).toBeUndefined();
});
