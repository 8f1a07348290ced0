import { describe, expect, it } from 'vitest';
import { readSentence } from './index.ts';
import { leadListGold, leadsLookAlike, leadWhoseGold, uncalledGold } from './leads-asked.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

describe('asked of leads', () => {
  it.each(leadListGold)('R2 R3 R84: whose and which first: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(uncalledGold)('R6: nobody has called them: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(leadWhoseGold)('R5: why and since when: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(leadsLookAlike)('R102: what only sounds alike: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });
});
