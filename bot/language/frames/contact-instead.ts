import { firstSlot, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { isPost } from './party-posts.ts';
import { isPersonLike } from './person-like.ts';

const WHO = '(?<who>{person}|[^，,。的了]{1,40}?)';

/** Whom we deal with there from now on. */
const INSTEAD: readonly RegExp[] = [
  pattern(
    `^(?:把|将)?(?<customer>{customer})?(?:公司|那边|这边)?(?:的)?(?:主要|首要)?(?:联系人|对接人)(?:已经?|现在)*(?:改成|改为|改由|换成|换为|变成|变为|变更为|更新为)了?${WHO}(?:来?对接)?了?$`,
  ),
  pattern(
    `^(?:change|set|update|switch|make)(?: the| our| their| his)?(?: main| primary)? contact(?: person)?(?: (?:at|for|of|with) (?<customer>{customer}))? to ${WHO}$`,
  ),
  pattern(
    `^(?:change|set|update|switch)(?: the)? (?<customer>{customer})(?:['’]s)? (?:main |primary )?contact(?: person)? to ${WHO}$`,
  ),
  pattern(
    `^(?:the |our )?(?:new |main |primary )?contact(?: person)? (?:at|for) (?<customer>{customer}) is now ${WHO}$`,
  ),
];

/** 华星电子的联系人改成李红: she is put on file there; whoever was there before stays, for nobody said that he left (R12). */
export const contactInsteadFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const groups = INSTEAD.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  const person = trimmed(wordsOf(utterance, groups?.who ?? ''));
  const isFirm = firstSlot(utterance, 'customer', groups?.who ?? '')?.kind === 'customer';
  if (!groups || isFirm || !isPersonLike(person) || isPost(person) || isAsking(utterance.text)) {
    return undefined;
  }
  const customer = firstSlot(utterance, 'customer', groups.customer ?? '')?.name ?? utterance.last.customer;
  const isOurs = firstSlot(utterance, 'person', groups.who ?? '') !== undefined;
  return {
    invocations: [{ command: 'contact.set', input: filled({ customer, person }) }],
    // A colleague of that name may be meant for whoever looks after them.
    confidence: isOurs ? OFFERED : SURE,
  };
};

const SURE = 0.96;
const OFFERED = 0.6;
