import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from '../../test/support/holds.ts';
import { englishFollowUps } from './follow-ups-en.gold.ts';
import { chineseFollowUps } from './follow-ups-zh.gold.ts';
import { questionSchema, type Reading, readSentence } from './index.ts';
import { englishGold } from './sentences-en.gold.ts';
import { chineseGold } from './sentences-zh.gold.ts';
import { world } from './world.gold.ts';

const read = (sentence: string): Promise<Reading> =>
  readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world);

describe('any text at all', () => {
  const gold = [...chineseFollowUps, ...chineseGold, ...englishFollowUps, ...englishGold].map(([sentence]) => sentence);
  const piece = fc.oneof(
    fc.constantFrom(...gold),
    fc.constantFrom(...gold).chain((sentence) => fc.nat(sentence.length).map((end) => sentence.slice(0, end))),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
  );

  it('never throws, and gives commands only fields of plain, filled text', async () => {
    await holds(
      fc.asyncProperty(fc.array(piece, { maxLength: 3 }), async (pieces) => {
        const reading = await read(pieces.join(''));
        if (reading.kind === 'invocations') {
          const values = reading.invocations.flatMap(({ input }) => Object.values(input));
          expect(
            values.every(
              (value) =>
                typeof value === 'string' &&
                value !== '' &&
                !/[\ue000-\ue9ff\0]/.test(value.replace(pieces.join('').trim(), '')),
            ),
          ).toBe(true);
        }
        if (reading.kind === 'question') {
          expect(questionSchema.safeParse(reading.question).success).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is cut at 1,000 characters', async () => {
    const tail = '，提醒我明天给王总打电话';
    expect(await read(`${'啊'.repeat(1000)}${tail}`)).toEqual({ kind: 'none' });
  });
});
