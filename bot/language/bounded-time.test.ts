import { expect, it, vi } from 'vitest';
import { ambiguousLoops } from '../../test/support/ambiguous-loops.ts';
import { sample } from '../../test/support/breadth.ts';
import { chineseFollowUps } from './follow-ups-zh.gold.ts';
import { type Reading, readSentence } from './index.ts';
import { englishGold } from './sentences-en.gold.ts';
import { chineseGold } from './sentences-zh.gold.ts';
import { noSetUp, setUpGold } from './set-up.gold.ts';
import { world } from './world.gold.ts';

const read = (sentence: string, port = world): Promise<Reading> =>
  readSentence(sentence, { today: '2026-05-13', locale: 'zh', currency: 'CNY' }, port);

/** One sentence in so many is enough for nearly all expressions to be run, since each sentence is shown to every frame. */
const EVERY = 8;

/** The expressions run while sentences of all kinds are read. */
async function expressionsRun(): Promise<RegExp[]> {
  const run = new Set<RegExp>();
  const { exec } = RegExp.prototype;
  const spy = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text: string) {
    run.add(this);
    return exec.call(this, text);
  });
  try {
    const said = [...chineseGold, ...englishGold, ...chineseFollowUps].map(([sentence]) => sentence);
    const ofRules = sample([...setUpGold.map(([sentence]) => sentence), ...noSetUp], 4);
    for (const sentence of [...said.filter((_, at) => at % EVERY === 0), ...ofRules]) {
      await read(sentence);
    }
  } finally {
    spy.mockRestore();
  }
  return [...new Map([...run].map((each) => [String(each), each])).values()];
}

it('R102: no expression reads a repeated word in two ways, so that none takes twice as long for each repeat', async () => {
  const expressions = await expressionsRun();
  expect(expressions.length).toBeGreaterThan(1_000);
  const ambiguous = expressions
    .filter(({ source }) => /\)(?:[*+]|\{\d+,)/.test(source))
    .map((each) => [ambiguousLoops(each), each.source] as const)
    .filter(([words]) => words.length > 0);
  expect(ambiguous).toEqual([]);
}, 60_000);

it.each([
  [/^(?:谢谢|谢)*$/u, ['谢谢谢']],
  [/^(?:刚|刚才?)+x/u, ['刚刚']],
  [/^(?:(?: a)+ ?)*$/u, [' ']],
  [/(?:a|b?a?)*c/u, ['a']],
  [/^(?:从.{2,6}|了)*x/u, ['从^']],
])('finds the word that %s reads in two ways', (expression, words) => {
  expect(ambiguousLoops(expression)).toEqual(words);
});

it.each([
  [/^(?:谢谢|多谢)*$/u],
  [/^(?:刚才?|现在)+x/u],
  [/^(?:a{0,3}b|c)*x/u],
  [/(?:谢谢|谢)*/u],
  [/^(?:(?:好|行)(?:的|吧)?[，,]*)+$/u],
])('finds nothing in %s', (expression) => {
  expect(ambiguousLoops(expression)).toEqual([]);
});

it('R102: many ranges of percents in one message are not read one after another', async () => {
  const lookUp = vi.fn(world.lookUp);
  await read('6-8%，'.repeat(200), { ...world, lookUp });
  expect(lookUp.mock.calls.length).toBeLessThan(3);
});

const WORDS = [
  ...['华星', 'Acme ', '李雷', 'Mary Major ', '企业版', '35万', '20%', '6-8%', '1,', '明天', '下周三', '13800138000'],
  ...['a@b.cn ', 'a', '7', '一', '的', '那个', '刚刚', '谢谢', 'thanks ', '，', '。 ', ': ', '-', '(', '…', '😀', 'ﷺ'],
  ...['9:30，', '\n9:30 拜访华星', '；', '完成已', 'ten ', '行业', 'and ', '请帮我', '把华星的', 'log it '],
];
const HEADS = ['', '华星', '跟进华星：', 'remind me to '];
const LONGEST = 10_000;
/** What takes some 30 ms; of this process alone, as the machine may have other things to do. */
const MOST_US = 4_000_000;

it('R102: whatever is repeated, in a short message or one of 10,000 characters, is read to its end', async () => {
  const endless = new Set<string>();
  // Step by step, so that what has no end is found before nothing can stop it.
  for (const length of [60, LONGEST]) {
    for (const [at, word] of sample(WORDS, length === LONGEST ? 3 : 1).entries()) {
      if (endless.has(word)) continue;
      const said = `${HEADS[at % HEADS.length]}${word.repeat(length / word.length)}x`;
      const startedAt = process.cpuUsage();
      await read(said);
      if (process.cpuUsage(startedAt).user > MOST_US) {
        endless.add(word);
      }
    }
  }
  expect([...endless]).toEqual([]);
}, 60_000);
