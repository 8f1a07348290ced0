import { expect, it } from 'vitest';
import { untouchedIn } from './asked.gold.ts';
import { readSentence } from './index.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

it.each(untouchedIn)(
  'R16 R103: what was not touched in a time is asked by that time: %s',
  async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  },
);
