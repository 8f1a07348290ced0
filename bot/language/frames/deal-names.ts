import { fold } from '../../../core/names/index.ts';
import type { Mention } from '../mentions.ts';
import { HAN } from '../normalise.ts';
import { ANY_SLOT, slotOf } from '../slots.ts';
import { type Utterance, wordsOf } from '../utterance.ts';
import { pattern, trimmed, unclaimed } from './frame.ts';

const EXPLICIT =
  /(?:名称(?:是|为|叫)?|名为|叫做?|项目名(?:称|叫)?)[:：]?\s*([^，,。\s]{2,30})|(?:called|named) ["']?([^"',，.]{2,40}?)["']?(?= (?:for|with|worth|at|clos|expected)|[,.]|$)|["“「《]([^"”」》]{2,40})["”」》]/iu;

const PIECE = '(?<name>(?:[\\p{L}\\p{N}#+&/-]|{product}| (?=[\\p{Script=Latin}\\d])){2,40}?)';

/** Where a deal's name stands when nobody says "called". */
const PLACES: readonly RegExp[] = [
  pattern(
    `(?:建|开|加|录|立|创|增)(?:了|个|一个|条|一条)?(?:{customer}的?)?(?:新的?)?${PIECE}的?(?:销售)?(?:商机|机会|单子)`,
  ),
  pattern(
    `(?:商机|机会|单子)[:：，,\\s]*{customer}(?:的|[:：\\s-])*${PIECE}(?=的?(?:项目)?(?:[，,。\\s]|$)|[\\ue300-\\ue5ff])`,
  ),
  pattern(
    `(?:给|为|帮|替)[^，,。]{1,20}?(?:建|开|加|录|立|创|增)(?:了|个|一个|条|一条)*(?:新的?)?(?:销售)?(?:商机|机会|单子)(?:叫做?|[:：，,\\s])*${PIECE}(?=的?(?:[，,。\\s]|$)|[\\ue300-\\ue5ff])`,
  ),
  pattern(
    `(?:建|开|加|录|立|创|增)(?:了|个|一个|条|一条)+(?:新的?)?(?:销售)?(?:商机|机会|单子)(?:叫做?|[:： ])*(?!跟进|试试|看看|一下)${PIECE}(?=的?(?:[，,。\\s]|$)|[\\ue300-\\ue5ff])`,
  ),
  pattern(`{customer}(?:那边|又)?(?:有了?)(?:一)?个(?:新的?)?${PIECE}的?(?:项目|商机|机会|单子)`),
  pattern(
    `(?:opportunity|deal|opp) (?:for|at|with) {customer}(?:\\s*[:–-]\\s*| for (?:the |a |an )?| about | on (?:the )?)${PIECE}(?= worth| of| at| clos| expected|[,.;]|$| ?[\\ue300-\\ue5ff])`,
  ),
  pattern(
    `(?:open|create|add|start|log|new|set up)(?: an?| the)?(?: new)? ${PIECE} (?:opportunity|deal|opp) (?:for|at|with) `,
  ),
];

/** Words that begin a name only by mistake. */
const NO_NAME =
  /^[个一]+$|^(?:把|将)|转(?:成|为)?客户|^(?:新|新的|销售|客户|大|小|预计|金额|价值|商机|项目|worth|new|big|small|closing|expected|about|around|the|an?|next|this|opportunity|deal)(?: |$)|[我你他她它]|了$|(?<![a-z])(?:they|we|he|she|it|worth|closing|wants?|needs?|is|are|was)(?![a-z])|预计|金额|左右|成交|签约|^\p{Co}?(?:他们|对方|客户)?(?:还|就|都)?(?:要|需要|想要)|^(?:call|ring|phone|email|send|visit|meet|ask|follow up)(?: .*)? (?:them|him|her|it|us)$|^(?:call|ring|phone|email|visit) (?:them|him|her)(?![a-z])/iu;

/** What leads up to a sum. */
const ABOUT =
  /^(?:大概|大约|约|差不多|估计|总额|总价|预算|总共|一共|合同额|规模|价值|about|around|roughly|worth|total|budget)+$/iu;

/** Whether words may be what a deal is called. */
export const isDealName = (words: string): boolean => words.length > 1 && !NO_NAME.test(words) && !ABOUT.test(words);

/** A deal that is new may be called like one that stands, or like a lead: only whose it is stays a name, the rest are its words. */
export function asNewDeal(utterance: Utterance, text: string): string {
  const slots = [...text].map(slotOf).filter((slot) => slot?.kind === 'customer');
  const isOf = (kind: string) => slots.find((slot) => slot && utterance.slots.customer[slot.index]?.kind === kind);
  const owner = isOf('customer') ?? isOf('lead');
  return text.replace(ANY_SLOT, (character) => {
    const slot = slotOf(character);
    return owner && slot?.kind === 'customer' && slot.index !== owner.index ? wordsOf(utterance, character) : character;
  });
}

/** Globex conveyor belt monitoring: the part of it that is the deal's name and not its customer's. */
export function nameWithin({ kind, name, text }: Mention): string | undefined {
  if (kind !== 'deal') {
    return undefined;
  }
  const at = [...text.matchAll(/(?<![a-z])\S/giu)].find(({ index }) => fold(name).includes(fold(text.slice(index))));
  return at && text.slice(at.index);
}

/** A clause that is nothing but words, beside those that say how much and when: 给华星建个商机，二期扩容，35万. */
const WHOLE_CLAUSE = /^[\p{L}\p{N}#+&/ -]{2,40}$/u;

/** What they want to buy, in the words it was said in; undefined when nothing says so. */
export function dealName(
  utterance: Utterance,
  text: string,
  cue: RegExp,
  claims: readonly RegExp[],
): string | undefined {
  const said = EXPLICIT.exec(text)
    ?.slice(1)
    .find((each) => each !== undefined);
  if (said !== undefined) {
    return trimmed(wordsOf(utterance, said)) || undefined;
  }
  const named = PLACES.flatMap((place) => place.exec(text)?.groups?.name ?? []).map(trimmed);
  const clauses = text.split(/[，,。；;]+/u).map(trimmed);
  const alone = clauses.filter(
    (clause) => WHOLE_CLAUSE.test(clause) && !cue.test(clause) && unclaimed(clause, claims).length > 0,
  );
  const name = [...named, ...(alone.length === 1 ? alone : [])].find(isDealName);
  return name === undefined ? undefined : trimmed(wordsOf(utterance, name)) || undefined;
}

const SUM = pattern(
  '(?:大概|大约|约|差不多|估计|预计|金额|总额|预算|合同额|价值|共|(?<![a-z])(?:about|around|roughly|approx|worth|of|for|at|total|budget|valued at)(?![a-z])|[:： ])*{money}(?:左右|上下|的样子)?',
  'giu',
);
/** When it closes, in a place of its own: 月底签, closing end of Q3. */
const CLOSES = pattern(
  '(?:预计|争取|希望|计划|大概|(?<![a-z])(?:clos(?:e|es|ing)|expected|due|sign(?:s|ing)?|by|in|on|at|around|the)(?![a-z])| )*{day}(?:之?前|左右)?(?:能|可以|要)?(?:签(?:约|单|下来|合同)?|成交|结单|关闭|拿下|完成|close|signing)?(?=\\s*(?:[，,。；;]|$)|\\s+\\p{Script=Han})',
  'giu',
);
/** Whom it is with, and the stops and words that lead from there to what it is called. */
const LED_BY = pattern(
  "^(?:[\\s:：，,–—-]|的|给|为|for|at|with|from|{customer}(?:'s)?|(?:called|named)(?![a-z]))+",
  'iu',
);

/** Line 3 sensors in “new deal Acme: line 3 sensors 1.2m close end of Q3”: what is left when whose it is, how much and when are taken away. */
export function plainDealName(utterance: Utterance, text: string, cue: RegExp): string | undefined {
  const found = cue.exec(text);
  const rest = found && text.slice(found.index + found[0].length);
  const [first] = (rest ?? '')
    .replace(SUM, '，')
    .replace(CLOSES, '，')
    .replace(LED_BY, '')
    .split(/[，,。；;:：]|\\s[-–—]\\s/u)
    .map((piece) => trimmed(piece))
    .filter((piece) => piece !== '');
  const name = first === undefined ? '' : trimmed(wordsOf(utterance, first));
  // 企业版 is what they buy, and one word beside a name may be part of it.
  const isMore =
    /[:：，,–—-]/u.test(rest ?? '') || (name.includes(' ') && !HAN.test(name)) || (HAN.test(name) && name.length > 2);
  const isProduct = utterance.slots.product.some(({ text: product }) => product === name);
  // 下周要方案 is what is to be done.
  const isNamed = WHOLE_CLAUSE.test(name) && isDealName(name) && !NO_NAME.test(first ?? '');
  return isNamed && isMore && !isProduct ? name : undefined;
}

/** A day that the deal is called by says nothing of when it closes. */
export const withoutDaysOf = (utterance: Utterance, text: string, name: string | undefined): string =>
  name === undefined
    ? text
    : text.replace(DAY, (day) => (name.includes(wordsOf(utterance, day)) ? wordsOf(utterance, day) : day));

const DAY = pattern('{day}', 'gu');
