import { expect, it } from 'vitest';
import { some } from '../../test/support/breadth.ts';
import {
  handedOn,
  inHand,
  noOwnWork,
  noRulesSaid,
  noTags,
  notHandedOn,
  notInHand,
  ofReports,
  ownWork,
  rulesSaid,
  tagsSaid,
} from './daily.gold.ts';
import { readSentence } from './index.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const read = async (sentence: string) =>
  written(await readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world));

it.each(some([...tagsSaid, ...handedOn, ...rulesSaid, ...ownWork, ...inHand]))(
  'R1 R4 R10 R21 R22 R63 R103: what is said every day is read: %s',
  async (sentence, expected) => {
    expect(await read(sentence)).toBe(sorted(expected));
  },
);

it.each(some([...noTags, ...notHandedOn, ...noRulesSaid, ...noOwnWork, ...notInHand]))(
  'R102: nothing of the kind is read in “%s”',
  async (sentence) => {
    expect(await read(sentence)).not.toMatch(
      /object\.|call-list|tag\.(?:add|remove)|lead\.assign|customer\.give|handover|admin\.(?:territory|template|response)|stage\.change/,
    );
  },
);

it.each(some(ofReports))('R40 R103: after “%s”, “%s” is of the report', async (before, sentence, expected) => {
  const context = { today: '2026-05-13', locale: 'zh', currency: 'CNY' } as const;
  const previous = await readSentence(before, context, world);
  expect(written(await readSentence(sentence, { ...context, previous }, world))).toBe(sorted(expected));
});
