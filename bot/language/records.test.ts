import { describe, expect, it } from 'vitest';
import { some } from '../../test/support/breadth.ts';
import { onRecordGold } from './billing.gold.ts';
import { readSentence } from './index.ts';
import { noRecords, recordGold, recordHeldOut, shownGold } from './records.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

/** What only these sentences do. */
const DONE =
  /^(?:lead\.assign-several|opportunity\.product|ticket\.change|segment\.(?:change|remove)|object\.change|task\.snooze|hook\.rotate)/;

describe('several leads, products of a deal, tickets, lists and own records', () => {
  it.each(some(recordGold))('R4 R8 R14 R16 R22 R26 R102: are changed in a sentence: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(some(recordHeldOut))(
    'R102: are changed in words the patterns were not made with: %s',
    async (sentence, expected) => {
      expect(await read(sentence)).toBe(sorted(expected));
    },
  );

  it.each(some(noRecords))('R102: are not changed by “%s”', async (sentence) => {
    expect(await read(sentence)).not.toMatch(DONE);
  });
});

describe('a page or a record', () => {
  it.each(some(shownGold))('R102: is shown to whoever asks: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });
});

describe('an invoice, a payment, a quote, a contract or an order', () => {
  it.each(some(onRecordGold))('R11 R12 R102: is looked at, changed and made void: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });
});
