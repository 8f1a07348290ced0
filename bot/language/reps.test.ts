import { describe, expect, it } from 'vitest';
import { some } from '../../test/support/breadth.ts';
import { type Named, readSentence } from './index.ts';
import * as reps from './reps.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const { ofTheLast, corrected, ofTheLastTask, ofAnotherTask, ...gold } = reps;
const CONTEXT = { today: '2026-05-13', time: '15:30', locale: 'zh', currency: 'CNY' } as const;
const HX = '深圳市华星电子有限公司';
const read = async (sentence: string, named?: Named) =>
  written(await readSentence(sentence, { ...CONTEXT, ...(named ? { named } : {}) }, world));

describe('what a rep says of an everyday', () => {
  it.each(some(Object.values(gold).flat()))('R14 R20 R35 R102: is read as meant: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(some(ofTheLast))('R35 R102: of whoever was spoken of last: %s', async (sentence, expected) => {
    expect(await read(sentence, { customer: HX, deal: HX })).toBe(sorted(expected));
  });

  it.each(some(ofTheLastTask))('R19 R102: of the task spoken of last: %s', async (sentence, expected) => {
    expect(await read(sentence, { task: '跟岚屿食品开会' })).toBe(sorted(expected));
  });

  it.each(some(ofAnotherTask))('R19 R102: with “%s” spoken of last: %s', async (task, sentence, expected) => {
    expect(await read(sentence, { task })).toBe(sorted(expected));
  });

  it.each(some(corrected))('R102: after “%s” “%s” is read on top', async (first, then, expected) => {
    const previous = await readSentence(first, CONTEXT, world);
    expect(written(await readSentence(then, { ...CONTEXT, previous }, world))).toBe(sorted(expected));
  });
});
