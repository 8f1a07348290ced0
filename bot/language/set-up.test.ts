import { describe, expect, it } from 'vitest';
import { some } from '../../test/support/breadth.ts';
import { firstSetUp, noFirstSetUp } from './first-set-up.gold.ts';
import { readSentence } from './index.ts';
import { noSetUp, setUpGold, setUpHeldOut } from './set-up.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

/** What is set, or begun to be, in the first days. */
const FIRST = /^(?:admin\.(?:teams|roles|invite|people|pool|source|template)|field\.change|stage\.change|hook\.list)/;

/** What only rules for the company are made of. */
const RULES =
  /^(?:admin\.(?:territory|rule|source|outcome|pool|recycle-reason|roles|leave|teams)|tier\.change|stage\.(?:add|change|remove)|pipeline\.|field\.|team\.(?:change|remove))/;

describe('how the company works', () => {
  it.each(some(setUpGold))('R2 R4 R5 R7 R10 R15 R25 R84 R102: is set in a sentence: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(some(setUpHeldOut))(
    'R102: is set in words the patterns were not made with: %s',
    async (sentence, expected) => {
      expect(await read(sentence)).toBe(sorted(expected));
    },
  );

  it.each(some(noSetUp))('R102: is not set by “%s”', async (sentence) => {
    expect(await read(sentence)).not.toMatch(RULES);
  });

  it.each(some(firstSetUp))('R102: a new company is set up in a sentence: %s', async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  });

  it.each(some(noFirstSetUp))('R102: and nothing of the kind is read in “%s”', async (sentence) => {
    expect(await read(sentence)).not.toMatch(FIRST);
  });
});
