import { HAN } from './normalise.ts';

const TITLE = '(?:总监|总经理|经理|总|主任|工|先生|女士|小姐|老师|院长|处长|科长|老板)';
/** What one does to somebody stands right before him. */
const TO_ZH =
  '(?<=[，,、：: ]|给|跟|和|与|向|找|约|约见|联系|拜访|走访|回访|见|催|问|提醒|通知|请|让|叫|陪|等|打给|发给|寄给|送给|回复|感谢|祝贺)';
/** 施工 begins a piece of work, and is nobody. */
const TITLED = new RegExp(
  `(?:${TO_ZH}|(?<=^)(?!\\p{Script=Han}{1,2}工))(?=(?<who>\\p{Script=Han}{1,2}?${TITLE}))`,
  'gu',
);
const PLAIN = new RegExp(`${TO_ZH}(?=(?<who>\\p{Script=Han}{2,4}))`, 'gu');
const CAPITALS = /\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/gu;
const TO_EN =
  /(?<![\p{L}'])(?:call|phone|ring|e-?mail|text|message|ping|meet|visit|chase|nudge)(?: (?:up|back|with|to))? (?<who>[\p{L}'’-]+(?: [\p{L}'’-]+)?)/giu;

const MOST_WORDS = 3;
const MOST = 12;

/** Whom what is to be done may name, the longest names first: 给王总打电话, call Nora Whitlam. Most of them are nobody's. */
export function personsIn(title: string): string[] {
  const said = HAN.test(title) ? chinese(title) : spelt(title);
  return [...new Set(said)].slice(0, MOST);
}

function chinese(title: string): string[] {
  const titled = Array.from(title.matchAll(TITLED), ({ groups }) => groups?.who ?? '');
  const plain = Array.from(title.matchAll(PLAIN), ({ groups }) => groups?.who ?? '');
  return [...titled, ...plain.flatMap((who) => [who, who.slice(0, 3), who.slice(0, 2)])].filter((who) => who !== '');
}

function spelt(title: string): string[] {
  const after = Array.from(title.matchAll(TO_EN), ({ groups }) => groups?.who ?? '');
  const groups = [...(title.match(CAPITALS) ?? []), ...after].map((said) =>
    said.replace(/['’]s(?= |$)/gu, '').split(' '),
  );
  const runs = groups.flatMap((words) =>
    words.flatMap((_, from) =>
      Array.from({ length: Math.min(MOST_WORDS, words.length - from) }, (__, at) => words.slice(from, from + at + 1)),
    ),
  );
  return runs.sort((a, b) => b.length - a.length).map((words) => words.join(' '));
}
