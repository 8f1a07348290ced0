import { describe, expect, it } from 'vitest';
import { readSentence } from './index.ts';
import { endedBy, leadCustomers, newlyMet, notedBeside } from './newly-met.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = (sentence: string) =>
  readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world);

describe('somebody new', () => {
  it.each(newlyMet)('R7 R35 R102: is told apart from his company, with his e-mail: %s', async (sentence, expected) => {
    expect(written(await read(sentence))).toBe(sorted(expected));
  });

  it.each(leadCustomers)(
    'R10 R11 R102: becomes a customer of his own, or joins one: %s',
    async (sentence, expected) => {
      expect(written(await read(sentence))).toBe(sorted(expected));
    },
  );

  it.each(endedBy)('R12 R102: has set what was said, without the particle: %s', async (sentence, expected) => {
    expect(written(await read(sentence))).toBe(sorted(expected));
  });

  it.each(notedBeside)('R35 R102: keeps what he is after: %s', async (sentence, note) => {
    const reading = await read(sentence);
    expect(reading.kind === 'invocations' && reading.invocations.map(({ input }) => input.note)).toEqual([note]);
  });
});
