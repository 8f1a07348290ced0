import { describe, expect, it } from 'vitest';
import { readSentence } from './index.ts';
import * as reps from './reps.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', time: '15:30', locale: 'zh', currency: 'CNY' }, world));

describe('what a rep says of an everyday', () => {
  it.each(Object.values(reps).flat())('R14 R20 R35 R102: is read as meant: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });
});
