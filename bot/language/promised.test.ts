import { expect, it } from 'vitest';
import { readSentence } from './index.ts';
import { promised } from './promised.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

it.each(promised)('R35 R38 R102: is told, promised or put off: %s', async (sentence, expected) => {
  const reading = await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world);
  expect(written(reading)).toBe(sorted(expected));
});
