import { describe, expect, it } from 'vitest';
import { some } from '../../test/support/breadth.ts';
import { readSentence } from './index.ts';
import * as news from './news.gold.ts';
import * as told from './told.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const { notTold, ...gold } = told;
const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', time: '15:30', locale: 'zh', currency: 'CNY' }, world));

describe('what a person says happened or is to happen', () => {
  it.each(some([...Object.values(gold), ...Object.values(news)].flat()))(
    'R14 R19 R35 R37 R102: is taken for that and nothing else: %s',
    async (sentence, expected) => {
      expect(await read(sentence)).toBe(sorted(expected));
    },
  );

  it.each(some(notTold))('R102: nothing is put on record by “%s”', async (sentence) => {
    expect(await read(sentence)).toMatch(/^(?:none|clarify|\?|follow-up\.list|task\.list)/);
  });
});
