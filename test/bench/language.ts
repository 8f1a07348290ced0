import { readSentence, type SentenceContext, warmUp } from '../../bot/language/index.ts';
import { englishGold } from '../../bot/language/sentences-en.gold.ts';
import { chineseGold } from '../../bot/language/sentences-zh.gold.ts';
import { world } from '../../bot/language/world.gold.ts';
import { median } from './statistics.ts';

const CONTEXT: SentenceContext = { today: '2026-05-13', locale: 'zh', currency: 'CNY' };

/**
 * Milliseconds for each sentence of the gold lists, names found without a database: each one's median of its rounds, so
 * that a figure is a sentence's own and not whatever else the machine did meanwhile.
 */
export async function timeLanguage(rounds: number): Promise<number[]> {
  const sentences = [...chineseGold, ...englishGold].map(([sentence]) => sentence);
  const times = sentences.map((): number[] => []);
  await warmUp(); // as the product does when it starts
  // The first round fills caches and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const [at, sentence] of sentences.entries()) {
      const startedAt = performance.now();
      await readSentence(sentence, CONTEXT, world);
      if (round > 0) {
        times[at]?.push(performance.now() - startedAt);
      }
    }
  }
  return times.map(median);
}
