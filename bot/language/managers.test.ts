import { expect, it } from 'vitest';
import { readSentence } from './index.ts';
import { managers, noManagers } from './managers.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

it.each(managers)('R8 R15 R32 R40 R103: what managers say is read: %s', async (sentence, expected) => {
  expect(await read(sentence)).toBe(sorted(expected));
});

it.each(noManagers)('R102: neither gives “%s” anything nor does it tell a figure', async (sentence) => {
  expect(await read(sentence)).not.toMatch(/^(?:\?opportunity|lead\.assign|report\.comment|opportunity\.show)/);
});
