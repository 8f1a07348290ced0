import { expect, it } from 'vitest';
import { readSentence } from './index.ts';
import { nobodyNamed, noPlans, noWords, offeredOnly, otherThings, remarks, whichDeals } from './nobody-named.gold.ts';
import { world } from './world.gold.ts';
import { written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

it.each([...nobodyNamed, ...offeredOnly])('R24: nobody is put on file at once by “%s”', async (sentence) => {
  expect(await read(sentence)).not.toMatch(/opportunity\.contact|contact\.change|contact\.add/);
});

it.each(offeredOnly)('R24: “%s” is offered', async (sentence) => {
  expect(await read(sentence)).toBe('clarify');
});

it.each(remarks)('R24 R35: of “%s” only the contact is logged', async (sentence) => {
  const expected = await read(sentence);
  expect(expected).toMatch(/^follow-up\.log/);
  expect(expected).not.toMatch(/opportunity\.contact/);
});

it.each(noPlans)('R30: no task is made of “%s”', async (sentence) => {
  expect(await read(sentence)).not.toMatch(/task\.add/);
});

it.each(noWords)('R35: “%s” is nothing they said', async (sentence) => {
  expect(await read(sentence)).not.toMatch(/follow-up\.log/);
});

it.each(whichDeals)('R102: “%s” names no deal', async (sentence) => {
  expect(await read(sentence)).not.toMatch(/opportunity\.show/);
});

it.each(otherThings)('R102: “%s” is not read as %s', async (sentence, wrong) => {
  expect(await read(sentence)).not.toContain(wrong);
});
