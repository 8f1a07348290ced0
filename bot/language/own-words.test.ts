import { describe, expect, it } from 'vitest';
import { readSentence } from './index.ts';
import {
  boundedGold,
  conditionGold,
  leadGroupsGold,
  ownWordsGold,
  placedGold,
  routedGold,
  unansweredGold,
} from './own-words.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

describe('a sentence in the words of the house', () => {
  it.each([
    ...boundedGold,
    ...routedGold,
    ...leadGroupsGold,
    ...unansweredGold,
    ...ownWordsGold,
    ...placedGold,
    ...conditionGold,
  ])('R102 R103: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });
});
