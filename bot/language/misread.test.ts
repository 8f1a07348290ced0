import { describe, expect, it } from 'vitest';
import { some } from '../../test/support/breadth.ts';
import { readSentence } from './index.ts';
import {
  approvedBeside,
  biggestSaid,
  companiesLikePeople,
  newDealNames,
  notCalled,
  notMerged,
  notThisYear,
  numbersSaid,
  partiesTold,
  rivalsSaid,
  takenFor,
} from './misread.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

describe('what is said', () => {
  it.each(some(newDealNames))('R11 R24 R102: names a new deal: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(some(numbersSaid))('R1 R13 R20 R80 R102: is a number to call: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(some(partiesTold))('R1 R10 R13 R102: is somebody new: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(some(takenFor))('R7 R14 R24 R25 R26 R80 R102 R103: is what was meant: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  const looksLike = [
    ...[...biggestSaid, ...rivalsSaid, ...notThisYear],
    ...[...companiesLikePeople, ...notMerged, ...approvedBeside, ...notCalled],
  ];
  it.each(some(looksLike))('R7 R12 R19 R24 R35 R80 R102: is not what it looks like: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });
});
