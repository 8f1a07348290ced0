import { expect, it } from 'vitest';
import { some } from '../../test/support/breadth.ts';
import { billingGold, billingQuestions, noBilling } from './billing.gold.ts';
import { readSentence } from './index.ts';
import { moneyAndTickets, noMoneyOrTickets } from './money-and-tickets.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

it.each(some(billingGold))(
  'R11 R13 R102: what is said of money with a customer is read: %s',
  async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  },
);

it.each(some(billingQuestions))('R12 R13 R103: what is asked of money is read: %s', async (sentence, expected) => {
  expect(await read(sentence)).toBe(sorted(expected));
});

it.each(some(noBilling))('R102: puts nothing of “%s” on record', async (sentence) => {
  expect(await read(sentence)).not.toMatch(/(?:quote|contract|order|invoice|payment|credit)\./);
});

it.each(some(moneyAndTickets))('R13 R14 R103: what finance and service say is read: %s', async (sentence, expected) => {
  expect(await read(sentence)).toBe(sorted(expected));
});

it.each(some(noMoneyOrTickets))(
  'R102: neither puts “%s” anything on record nor does it ask for a figure',
  async (sentence) => {
    expect(await read(sentence)).not.toMatch(/^(?:\?|(?:invoice|payment|credit|ticket)\.(?:add|set|void|change|open))/);
  },
);
