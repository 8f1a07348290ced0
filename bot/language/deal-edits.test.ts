import { describe, expect, it } from 'vitest';
import { besideGold, dealEditsGold, dealEndsGold, nextSaidGold, noDealEdits } from './deal-edits.gold.ts';
import { readSentence } from './index.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

const EDITS = /opportunity\.(?:change|competitor|member|reopen)|task\.add/;

describe('a deal, as a rep speaks of it', () => {
  it.each([...dealEditsGold, ...dealEndsGold])('R24 R25 R32 R102: is kept as said: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(nextSaidGold)('R30 R102: has its next step said alone: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(besideGold)('R1 R7 R24 R35: nothing said beside a contact is dropped: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(noDealEdits)('R102: is not changed by “%s”', async (sentence) => {
    expect(await read(sentence)).not.toMatch(EDITS);
  });
});
