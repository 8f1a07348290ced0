import { kept } from '../kept.ts';
import type { SpokenInvocation } from '../reading.ts';
import { BETWEEN, CUSTOMER, DAY, EMAIL, MONEY, PERCENT, PERSON, PHONE, PRODUCT, STAGE, TEAM } from '../slots.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';

/** One way of taking a sentence. */
export type Candidate = { invocations: SpokenInvocation[]; confidence: number };

/** Recognises the sentences of one area, and declines all others. */
export type Frame = (utterance: Utterance) => Candidate | undefined;

const CLASSES: Record<string, string> = {
  customer: CUSTOMER,
  person: PERSON,
  product: PRODUCT,
  day: DAY,
  money: MONEY,
  percent: PERCENT,
  phone: PHONE,
  email: EMAIL,
  between: BETWEEN,
  team: TEAM,
  stage: STAGE,
};

/** A pattern over slotted text: `{customer}` and its like stand for one filled slot. */
export function pattern(source: string, flags = 'iu'): RegExp {
  return new RegExp(
    source.replace(/\{([a-z]+)\}/g, (braces, kind: string) => CLASSES[kind] ?? braces),
    flags,
  );
}

/** English words that stand by themselves, within a pattern. */
export const en = (words: string): string => `(?<![a-z])(?:${words})(?![a-z])`;

/** A word as it stands, within a pattern. */
export const plainly = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** For a pattern: any of the words they were said in. */
export const eitherOf = (said: readonly { text: string }[]): string =>
  said.map(({ text }) => plainly(tight(text))).join('|');

/** Words of courtesy and grammar that change nothing. */
const COURTESY =
  /^(?:(?:请问|请|麻烦|帮我|帮忙|帮|给我|我想要?|我要|想|能不能|可以|可不可以|嗨|您?好(?!久|长时|多|几)|你好|(?:老板|亲|洽谈)(?=[，,])|问一下|问下|好(?!久|长时|多|几)的?|嗯|那就?|报告|汇报|汇报一下|好消息|恭喜|顺便|另外|然后|再|并且?|同时|对了)[，,、\s]*|(?:please|pls|hey|hi|hello|great news|good news|fyi|ok(?:ay)?|so|and|then|also|can you|could you|would you|can u|could u|cld you|can we|let's|let us|i(?:'d| would) like to|i want to|i need to|go ahead and|btw|um+|uh+|hmm+|well|quick one|i want you to|need you to|give me)(?![\p{L}\d'])[,\s]*)+/iu;

/** And those at the end, said no more often than anybody does: every place in a text is looked at for where they begin. */
const THANKS =
  /(?:(?<![，,。.\s])[，,。.\s]*(?:谢谢|多谢|谢了|谢啦|麻烦了|拜托)[你您啦了]?){1,4}[。.!！~]*$|(?<=\p{L}|\d|\p{Co})(?:,? (?:please|thanks|thank you|thx|ty|cheers|for me|if you can|real quick|don't forget)){1,4}[.!]*$/iu;

const GRAMMAR =
  /(?<![\p{Script=Latin}\d])(?:please|pls|thanks?|thank you|the|a|an|me|my|our|us|i|we|is|are|was|were|do|does|did|have|has|had|will|to|of|for|on|in|at|with|and|by|from|this|that|it|its|there|now|currently|all|just|right|out|up|'s|s|so far|be|can you|could you|as)(?![\p{Script=Latin}\d])|请|麻烦|帮我|给我|一下|一共|总共|目前|现在|当前|大概|都|的|了|吧|呢|吗|啊|呀|哈|是|有|在|我们|咱们|我|把|将|给|为|和|与|及|个|些|这|那|里|中|到|会|能|可以|要|想|看看|谢谢/giu;

/** Spaces between Chinese and other words are a matter of taste; patterns that read both leave them out. */
export const tight = kept((text) =>
  text.replace(
    /(?<=\p{Script=Han}) (?=[\p{Script=Latin}\ue000-\ue9ff])|(?<=[\p{Script=Latin}\ue000-\ue9ff]) (?=\p{Script=Han})/gu,
    '',
  ),
);

export const withoutCourtesy = kept((text) => text.replace(COURTESY, '').replace(THANKS, '').trim());

/** What is left of a text once every claimed pattern is gone: the words nobody accounts for. */
export function unclaimed(text: string, claims: readonly RegExp[]): string[] {
  const rest = claims.reduce((left, claim) => left.replace(claim, ' '), text);
  return rest.replace(GRAMMAR, ' ').match(/[\p{L}\p{N}\ue000-\ue9ff]+/gu) ?? [];
}

const ACCOUNT = /客户|公司|商机|(?<![a-z])(?:deal|opportunity|opp|account|team|customer|client)(?![a-z])/giu;

/** A customer as resolved, or as typed when it looks like a name; nothing for ordinary words. */
export function nameIn(utterance: Utterance, piece: string | undefined): string | undefined {
  if (piece === undefined) {
    return undefined;
  }
  const customer = firstSlot(utterance, 'customer', piece);
  if (customer) {
    // "a reply from Globex" is not Globex.
    return unclaimed(piece.replace(pattern('{customer}'), ' '), [ACCOUNT]).length === 0 ? customer.name : undefined;
  }
  const words = wordsOf(utterance, piece)
    .replace(/^(?:the|our|a|an)\s+/iu, '')
    .replace(/(?:['’]s)?(?: (?:deal|opportunity|opp|account|team|guys|folks|people))?$/iu, '')
    .trim();
  return isNameLike(words) ? words : undefined;
}

/** A deal by its customer, or by its own name, which need not be capitalised throughout: Crane load gateway. */
export function dealIn(utterance: Utterance, said: string | undefined): string | undefined {
  const piece = said?.replace(WHOSE, '');
  const known = nameIn(utterance, piece);
  const words = piece === undefined ? '' : trimmed(wordsOf(utterance, piece).replace(/^(?:the|our) /iu, ''));
  const isOfCustomer = piece !== undefined && firstSlot(utterance, 'customer', piece) !== undefined;
  return known ?? (!isOfCustomer && DEAL_LIKE.test(words) && !SENTENCE_WORDS.test(words) ? words : undefined);
}

/** 李雷那个…, Jim's …: whose it is does not tell which. */
const WHOSE = pattern("^{person}(?:手上|手里|名下|那边)?(?:的|那个|那|这个)*(?:['’]s | )?(?=.)");

const DEAL_LIKE = /^\p{Lu}[\p{L}\d&.'/-]*(?: [\p{L}\d&.'/-]+){1,5}$/u;
const SENTENCE_WORDS =
  /(?<![a-z])(?:i|we|they|he|she|it|you|me|us|them|a|an|this|that|my|is|are|was|were|has|have|had|do|does|did|will|not|lot)(?![a-z])/iu;

/** Letters that are neither Latin nor Chinese are no grammar of ours. */
const OTHER_SCRIPT = /^(?:(?!\p{Script=Latin}|\p{Script=Han})[\p{L}\p{M}\d .&'’-]){2,40}$(?<=\p{L}.*)/u;

function isNameLike(words: string): boolean {
  const isLatin =
    /^[\p{Lu}\d][\p{L}\d&.'’-]*(?: (?:[\p{Lu}\d&][\p{L}\d&.'’-]*|of|and|de|von))*$/u.test(words) &&
    /\p{Lu}/u.test(words);
  const isChinese =
    /^[\p{Script=Han}\p{Script=Latin}\d·（）()]{2,24}$/u.test(words) &&
    /\p{Script=Han}/u.test(words) &&
    !/[的了吗呢我你他她谁哪什么怎把给]|^[这那它该]/u.test(words);
  return isLatin || isChinese || OTHER_SCRIPT.test(words);
}

/** 寄出去了，周五问问收到没: what is to be asked of others is not asked here. */
const TO_ASK =
  /(?<=[了过\ue300-\ue3ff][，, ]*)(?:再)?(?:问问|问一?下|确认一?下?|核实一?下?)[^，,。]{0,12}没(?:有)?[。.！!]?$/u;

export const isAsking = kept((said: string): boolean => {
  const text = said.replace(TO_ASK, '');
  return (
    /[?？]\s*$|吗[。.！!]?$|多少|(?:有|是)没有|哪些|哪个|哪家|(?<![这那好])几[个家条单次位笔]|什么时候|怎么|如何|是不是|要不要|该不该|能否|谁|哪(?!怕)|(?:了|过|好|完|到)没(?:有)?(?:呢)?[?？。]?$|(?<!没有?)什么[?？]?$/u.test(
      text,
    ) ||
    /^(?:(?:who|what|when|where|why|how|which)(?:['’](?:s|re|d|ll|ve))?|whom|whose|is|are|was|were|do|does|did|should|shall|would|could|can|any|have|has)(?![\p{L}'])/iu.test(
      text,
    )
  );
});

/** An input without its empty fields. */
export function filled(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}

/** Blanks, stops and the like around a piece carry nothing. */
export function trimmed(text: string): string {
  return text.replace(/^[\s,，。.;；:：、!！?？@\-—~]+|[\s,，。.;；:：、!！?？@\-—~]+$/gu, '');
}
