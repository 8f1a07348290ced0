import { expect, it } from 'vitest';
import { some } from './breadth.ts';

it('a sample keeps each command in each language, though a line is the only one of it', () => {
  const gold = [
    ['建个单子', 'order.add|amount=1'],
    ['提额到5万', 'credit.set|amount=5'],
    ['raise the limit', 'credit.set|amount=5'],
  ] as const;
  expect(some(gold)).toEqual(gold);
  expect(some(['你好', 'hello', '再见'])).toEqual(expect.arrayContaining(['你好', 'hello']));
});
