import { expect, it } from 'vitest';
import { ahead, dealsAsked, figuresAsked, notTold, ownContacts, untouchedIn } from './asked.gold.ts';
import { readSentence } from './index.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

it.each(untouchedIn)(
  'R16 R103: what was not touched in a time is asked by that time: %s',
  async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  },
);

it.each(figuresAsked)('R13 R103: a figure is of what was named: %s', async (sentence, expected) => {
  expect(await read(sentence)).toBe(sorted(expected));
});

it.each([...ahead, ...ownContacts])(
  'R35 R103: two are set side by side, and what was done is listed: %s',
  async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  },
);

it.each(dealsAsked)(
  'R30 R103: deals are found by what they lack and where they stand: %s',
  async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  },
);

it.each(notTold)('R103: what cannot be told is not told as something else: %s', async (sentence) => {
  expect(await read(sentence)).toMatch(/^(?:none|clarify)$/);
});
