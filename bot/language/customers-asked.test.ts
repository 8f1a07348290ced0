import { describe, expect, it } from 'vitest';
import {
  callListGold,
  industryGold,
  lapsedGold,
  longestGold,
  sectionGold,
  tierRuleGold,
} from './customers-asked.gold.ts';
import { readSentence } from './index.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

describe('asked of customers', () => {
  it.each(longestGold)('R8: longest without a word: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(lapsedGold)('R8: bought then and not since: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(industryGold)('R64: by their line of business: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(sectionGold)('R13 R14: one part of the card: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(tierRuleGold)('R15: what makes a customer one of a tier: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(callListGold)('R8 R16: a saved list by its name: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });
});
