import { describe, expect, it } from 'vitest';
import { some } from '../../test/support/breadth.ts';
import { askedAsSaid, notAsked, notSaved, savedAsSaid, shownAsSaid, sortsAsked } from './as-said.gold.ts';
import { readSentence } from './index.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

describe('what is said', () => {
  it.each(some(savedAsSaid))(
    'R1 R2 R4 R14 R15 R20 R24 R26 R80 R102: is put on record as it was said: %s',
    async (sentence, expected) => {
      expect(await read(sentence)).toBe(sorted(expected));
    },
  );

  it.each(some([...askedAsSaid, ...sortsAsked]))(
    'R1 R2 R16 R31 R103: is asked as it was said: %s',
    async (sentence, expected) => {
      expect(await read(sentence)).toBe(sorted(expected));
    },
  );

  it.each(some(shownAsSaid))('R8 R12 R13 R30 R32 R102: is shown as it was said: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(some(notAsked))('R103: is not answered by half: %s', async (sentence) => {
    expect(await read(sentence)).toMatch(/^(?:none|clarify)$/);
  });

  it.each(some(notSaved))('R102: puts nothing on record where nothing was told: %s', async (sentence) => {
    expect(await read(sentence)).toMatch(/^(?:none|clarify|\?)/);
  });
});
