import { CHINESE_TITLES } from '../../../core/names/index.ts';
import { type DaySlot, firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { findContact } from './contact-words.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { askedOfUs, asTask, clausesOf, findNextSteps } from './next-step.ts';
import { DAY_WORDS, dueOf } from './tasks.ts';

/** "Simon wants a callback": what they would have of us, and no wish to do something themselves. */
const WANTED = pattern(
  "^(?:{customer}|they|he|she|the (?:customer|client))(?:'d like|(?: just| also)? (?:wants?|would like|asked for|(?:is|are) asking for|requested)) (?!to(?![a-z])|(?:an? |the )?(?:approval|delivery|payment|installation|go-live)(?![a-z]))\\S.*$",
);

const BY_NAME = pattern('{customer}');
const THEY = /^(?:and |but )?(?:he|she|they|the (?:customer|client))(?![a-z])|^(?:[他她]们?|对方|客户|人家|那边)/iu;

/** 他让我下周一带报价过去, "Simon Achebe wants a callback on Friday": a day on which something is due to them (R14, R19). */
export const askedOfUsFrame: Frame = (utterance): Candidate | undefined => {
  const text = trimmed(withoutCourtesy(utterance.text));
  const day = firstSlot(utterance, 'day', text);
  const isOneDay = (text.match(pattern('{day}', 'gu')) ?? []).length === 1;
  if (!day || !isOneDay || isAsking(text) || /[，,。；;]/u.test(text) || !isAhead(utterance, day)) {
    return undefined;
  }
  const bare = trimmed(text.replace(DAY_WORDS, ' ').replace(/\s+/gu, ' '));
  const asked = askedOfUs(bare);
  const wanted = WANTED.test(bare) ? bare : undefined;
  const what = asked ?? wanted;
  if (what === undefined) {
    return undefined;
  }
  const customer = firstSlot(utterance, 'customer', text)?.name;
  const isThey = THEY.test(bare);
  const last = isThey && customer === undefined ? partyOf(utterance) : undefined;
  const title = wordsOf(utterance, tight(what)).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  const isKnown = BY_NAME.test(text) || last !== undefined;
  return {
    invocations: [{ command: 'task.add', input: filled({ title, due: dueOf(day), customer, ...last }) }],
    confidence: isKnown || !isThey ? SURE : OFFERED,
  };
};

const partyOf = ({ last }: Utterance): Record<string, string | undefined> | undefined =>
  last.lead !== undefined ? { lead: last.lead } : last.customer !== undefined ? { customer: last.customer } : undefined;

/** A day, or the end of something: "delivery in June" is what they need and not when we are to act. */
const isAhead = ({ today }: Utterance, { future }: DaySlot): boolean =>
  future.to > today &&
  (future.from > today || future.bound === 'by' || future.time !== undefined) &&
  (future.grain === 'day' || future.bound === 'by');

const SURE = 0.8;
/** Whom they are is not known. */
const OFFERED = 0.6;

/** Whom it is with, and that they would have something of us. */
const THEY_WANT = pattern(
  `^{customer}(?:的?\\p{Script=Han}{1,3}(?:${CHINESE_TITLES}))?(?:又|还|也)?(?:让|叫|请|催|要(?!是|不)|希望|需要)|^{customer} (?:wants|asked for|asks for|needs|requested) `,
);

/** 砚舟需要发票，周五开: of what is said before it. */
const BARE = /^(?:\p{Script=Han}|安排|上线|处理|完成|搞定|弄好)$/u;

/** 隋总让6月10号前报价，6月20号开标; 佟部长要测算表，明天给: each thing they would have of us is a task with its own day. */
export const severalAskedFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const customer = firstSlot(utterance, 'customer', text);
  if (!THEY_WANT.test(text) || isAsking(text) || customer?.kind !== 'customer') {
    return undefined;
  }
  const clauses = clausesOf(text);
  const [first = ''] = clauses;
  const steps = findNextSteps(utterance, clauses);
  const dated = clauses.filter((clause) => firstSlot(utterance, 'day', clause) !== undefined);
  // What is said of a day and is no step of ours is not to be lost beside one that is.
  const isNone =
    findContact(first) !== undefined ||
    clauses.length < 2 ||
    steps.length === 0 ||
    steps.some((each) => BARE.test(each.text));
  return isNone || dated.length !== steps.length || steps.some(({ on }) => !on)
    ? undefined
    : { invocations: steps.map((each) => asTask(each, customer.name)), confidence: SURE };
};
