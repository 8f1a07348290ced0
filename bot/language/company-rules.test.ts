import { expect, it } from 'vitest';
import { companyRules } from './company-rules.gold.ts';
import { readSentence } from './index.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

it.each(companyRules)('R15 R22 R29 R102: is a rule of the company, or one’s own: %s', async (sentence, expected) => {
  const reading = await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world);
  expect(written(reading)).toBe(sorted(expected));
});
