import { CHINESE_TITLES } from '../../core/names/index.ts';
import { HAN } from './normalise.ts';

const TITLE = `(?:${CHINESE_TITLES})`;
/** What one does to somebody stands right before him. */
const TO_ZH =
  '(?<=[，,、：: ]|给|跟|和|与|向|找|约|约见|联系|拜访|走访|回访|见|催|问|提醒|通知|请|让|叫|陪|等|打给|发给|寄给|送给|回复|感谢|祝贺)';
/** What may stand right after a name, so that it is all of it: 苗青 is not named in 给苗青青打电话, nor 柳工 in 柳工机械. */
const AFTER_ZH =
  '(?=$|[^\\p{Script=Han}]|[的打发送约谈聊问寄回催要拿核吃见拜那这喝讨写订买改推续把将跟与传转看讲说做签报提]|确认|沟通|介绍|准备|安排|对接|对账|开会|开票|开发票|开个|关于|一起|演示|解释|反馈|更新|汇报|补|交付|交接|过来|过去|面谈|商量|收款|通电话|通个|到访|来访|是否)';
/** 施工 begins a piece of work, and is nobody. */
const TITLED = new RegExp(
  `(?:${TO_ZH}|(?<=^)(?!\\p{Script=Han}{1,2}工))(?=(?<who>\\p{Script=Han}{1,2}?${TITLE})(?:${AFTER_ZH}|(?=[和去来])))`,
  'gu',
);
const PLAIN = [4, 3, 2].map((signs) => new RegExp(`${TO_ZH}(?=(?<who>\\p{Script=Han}{${signs}})${AFTER_ZH})`, 'gu'));
const CAPITALS = /\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/gu;
const TO_EN = '(?:call|phone|ring|e-?mail|text|message|ping|meet|visit|chase|nudge)(?: (?:up|back|with|to))?';
/** What goes on after a name that is written small. */
const ON_EN =
  '(?:back|about|again|and|or|to|on|for|at|in|by|with|from|re|if|when|before|after|regarding|the|an?|our|my|his|her|their|that|this|next|today|tomorrow|tonight)';
const SMALL = new RegExp(
  `(?<![\\p{L}'])${TO_EN} (?<who>(?!${ON_EN}(?![\\p{L}]))\\p{Ll}[\\p{L}'’-]+(?: (?!${ON_EN}(?![\\p{L}]))\\p{L}[\\p{L}'’-]+)?)(?=$|[^\\p{L} '’-]| ${ON_EN}(?![\\p{L}]))`,
  'giu',
);
/** What is to be done stands first, and is written large there. */
const FIRST_EN =
  /^(?:Call|Phone|Ring|E-?mail|Mail|Text|Message|Ping|Meet|Visit|Chase|Nudge|Send|Ask|Tell|Remind|Invite|Thank|Show|Give|Contact|Follow|Quote|Pay|Congratulate) (?=\p{Lu})/u;

/** Send the contract: the one word that is written large begins it, and is nobody. */
const BEGINS_EN = /^\p{Lu}[\p{Ll}-]+ (?!\p{Lu})/u;

const MOST = 12;

/** Whom what is to be done may name, the longest names first: 给王总打电话, call Nora Whitlam. Most of them are nobody's. */
export function personsIn(title: string): string[] {
  const said = HAN.test(title) ? chinese(title) : spelt(title);
  return [...new Set(said)].slice(0, MOST);
}

function chinese(title: string): string[] {
  return [TITLED, ...PLAIN].flatMap((form) => Array.from(title.matchAll(form), ({ groups }) => groups?.who ?? ''));
}

/** All of what is written large in one run: Graham Smith is not Graham, nor is Peter Pan Peter. */
function spelt(title: string): string[] {
  const small = Array.from(title.matchAll(SMALL), ({ groups }) => groups?.who ?? '');
  const said = title.replace(FIRST_EN, '');
  const large = Array.from(said.matchAll(CAPITALS)).flatMap(({ 0: run, index }) =>
    index === 0 && BEGINS_EN.test(said) ? [] : [run],
  );
  return [...large, ...small].map((said) => said.replace(/['’]s(?= |$)/gu, '')).sort((a, b) => b.length - a.length);
}
