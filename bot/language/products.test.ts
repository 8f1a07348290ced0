import { expect, it } from 'vitest';
import { readSentence } from './index.ts';
import { noProducts, productGold } from './products.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

it.each(productGold)('R26 R102: what is said of the price list is read: %s', async (sentence, expected) => {
  expect(await read(sentence)).toBe(sorted(expected));
});

it.each(noProducts)('R102: changes no price list for “%s”', async (sentence) => {
  expect(await read(sentence)).not.toContain('product.');
});
