import { describe, expect, it } from 'vitest';
import { type Reading, readSentence } from './index.ts';
import { englishHeldOut, englishQuestions } from './questions-en.gold.ts';
import { chineseHeldOut, chineseQuestions } from './questions-zh.gold.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

function read(sentence: string): Promise<Reading> {
  return readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, world);
}

/** What was read once must stay read; the first-run figures stand in docs/questions.md. */
describe('everyday questions (R102, R103)', () => {
  it.each([
    { name: 'Chinese', set: chineseQuestions, exact: 46, silent: 0 },
    { name: 'English', set: englishQuestions, exact: 46, silent: 0 },
    { name: 'Chinese, held out', set: chineseHeldOut, exact: 16, silent: 1 },
    { name: 'English, held out', set: englishHeldOut, exact: 18, silent: 2 },
  ])('$name: $exact exact at least, $silent misread in silence at most', async ({ set, exact, silent }) => {
    const results = await Promise.all(
      set.map(async ([sentence, expected]) => ({
        sentence,
        got: written(await read(sentence)),
        expected: sorted(expected),
      })),
    );
    const wrong = results.filter(({ got, expected }) => got !== expected);
    const misread = wrong.filter(({ got }) => got !== 'none' && got !== 'clarify');
    expect(set.length - wrong.length).toBeGreaterThanOrEqual(exact);
    expect(misread.length).toBeLessThanOrEqual(silent);
  });
});
