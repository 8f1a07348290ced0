import { expect, it } from 'vitest';
import { some } from '../../test/support/breadth.ts';
import { readSentence } from './index.ts';
import {
  filers,
  listsNotRecords,
  moneyAhead,
  moneyPast,
  newNames,
  papersNotDeals,
  recordsNotLists,
  rolesNotNames,
  touches,
} from './look-alikes.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = (sentence: string) =>
  readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world);

it.each([
  ...listsNotRecords,
  ...recordsNotLists,
  ...rolesNotNames,
  ...papersNotDeals,
  ...newNames,
  ...filers,
  ...touches,
])('R102: words that also mean another thing are read as what they are: %s', async (sentence, expected) => {
  expect(written(await read(sentence))).toBe(sorted(expected));
});

it.each(some(moneyPast))('R11 R102: money of the past is of its day: %s', async (sentence, expected) => {
  expect(written(await read(sentence))).toBe(sorted(expected));
});

it.each(some(moneyAhead))('R11 R102: of money to come a task is offered: %s', async (sentence, expected) => {
  const reading = await read(sentence);
  const [title, due] = expected.split('|');
  expect(reading).toMatchObject({
    kind: 'clarify',
    options: [{ invocation: { command: 'task.add', input: { title, due } } }],
  });
});
