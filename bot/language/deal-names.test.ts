import { expect, it } from 'vitest';
import { bareDealNames } from './deal-names.gold.ts';
import { readSentence } from './index.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

it.each(bareDealNames)('R24 R102: names a new deal: %s', async (sentence, expected) => {
  const reading = await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world);
  expect(written(reading)).toBe(sorted(expected));
});
