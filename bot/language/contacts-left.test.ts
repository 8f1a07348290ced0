import { describe, expect, it } from 'vitest';
import { contactsLeft, notLeft } from './contacts-left.gold.ts';
import { readSentence } from './index.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = (sentence: string) =>
  readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world);

describe('somebody at a customer', () => {
  it.each(contactsLeft)('R12 R102: works there no more, or again: %s', async (sentence, expected) => {
    expect(written(await read(sentence))).toBe(sorted(expected));
  });

  it.each(notLeft)('R12 R102: is not said to have left: %s', async (sentence) => {
    expect(written(await read(sentence))).not.toMatch(/^contact\.(?:left|back)/);
  });
});
