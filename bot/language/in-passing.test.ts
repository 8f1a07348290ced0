import { expect, it } from 'vitest';
import { inPassing, notInPassing } from './in-passing.gold.ts';
import { readSentence } from './index.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

it.each(inPassing)(
  'R8 R13 R24 R30 R32 R35 R40 R42 R103: what is said in passing is read: %s',
  async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  },
);

it.each(notInPassing)('R102: nothing of the kind is read in “%s”', async (sentence) => {
  expect(await read(sentence)).not.toMatch(/approval\.|groupBy=stage|opportunity\.show|contact\.set|bought/);
});
