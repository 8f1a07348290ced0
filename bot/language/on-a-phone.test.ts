import { describe, expect, it } from 'vitest';
import { some } from '../../test/support/breadth.ts';
import { readSentence } from './index.ts';
import { englishOnAPhone } from './on-a-phone-en.gold.ts';
import { chineseOnAPhone, notOtherwise } from './on-a-phone-zh.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = (sentence: string) =>
  readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world);

describe('what is typed in a hurry', () => {
  it.each(some([...chineseOnAPhone, ...englishOnAPhone]))('R102: "%s" is read', async (sentence, expected) => {
    expect(written(await read(sentence))).toBe(sorted(expected));
  });

  it.each(some(notOtherwise))('R102: "%s" is not taken for something else', async (sentence) => {
    expect(['none', 'clarify']).toContain(written(await read(sentence)));
  });
});
