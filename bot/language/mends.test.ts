import { describe, expect, it } from 'vitest';
import { readSentence } from './index.ts';
import { mendsGold, noMends } from './mends.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

const MENDS = /milestone\.(?:change|remove)|touch\.(?:change|remove)|ticket\.reopen|task\.cancel|movedTo/;

describe('what is on record', () => {
  it.each(mendsGold)('R13 R14 R18 R35 R102: is mended in a sentence: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(noMends)('R102: is not mended by “%s”', async (sentence) => {
    expect(await read(sentence)).not.toMatch(MENDS);
  });
});
