import { type DaySlot, firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { askedOfUs } from './next-step.ts';
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
