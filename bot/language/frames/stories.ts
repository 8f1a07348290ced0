import { CHINESE_TITLES } from '../../../core/names/index.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { type Contact, findContact, hasHappened, isFinished } from './contact-words.ts';
import { pattern } from './frame.ts';

/** What is told of one customer, in the words that are about him. */
export type Story = Utterance & {
  /** It names a day of its own; else it happened on the day of the one before. */
  isDated: boolean;
};

/** When, how one was in touch, and with whom of theirs: what stands before the customer of another story. */
const BEFORE_CUSTOMER =
  "{day}|然后|接着|之后|后来|随后|又|再|还|也|顺路|顺便|上午|下午|中午|早上|晚上|傍晚|我们?|(?:拜访|走访|见|去|到|联系|回访)[了过完]?|给|跟|和|与|(?:then|later|also|afterwards|after that|next|i|we|in the morning|in the afternoon|in the evening|this morning|this afternoon|visited|saw|met|called|phoned|rang|emailed|went to|stopped by|dropped by|spoke|talked|with|to|at)(?![\\p{L}'])|\\p{Lu}[\\p{L}'-]{1,30} (?:at|from|of)(?![\\p{L}'])";

/** A customer alone goes on with what was said before, in the morning … and Globex in the afternoon; with a verb he does something himself. */
const BEGINS = `(?:(?:${BEFORE_CUSTOMER}) ?){1,6}{customer}|{customer}(?=$| (?:in the|this|on|at) )`;

const NEXT = pattern(`(?:[，,。；;！!\\n]\\s{0,3}| (?:and then|and|then) |[和与、])(?=${BEGINS})`, 'gu');

/** Only when and with whom: “Bluegum in the afternoon”, “Heather at Globex”. */
const ALONE = pattern(
  `^(?:(?:${BEFORE_CUSTOMER}) ?){0,6}{customer}(?:的?\\p{Script=Han}{1,3}(?:${CHINESE_TITLES}))?(?: (?:in the|this) (?:morning|afternoon|evening)| (?:on |at )?{day}| today)?$`,
  'u',
);

const ENDS = pattern('{customer}$', 'u');
const STARTS = pattern('^{customer}', 'u');

/** Of all of them: "both happy", 两家都满意. */
const OF_ALL = /[，,]\s*(?:(?:both|all|all of them|they all)(?![a-z])|两[家个位边]|[三四五几]家|都|大家)[^，,]*$/iu;

/**
 * Several customers told of in one breath, each with what was said of him: 上午见了华星的王总，下午去了天府看泵房; "Called Peter at Acme and
 * Heather at Globex". Fewer than two where it is one story.
 */
export function storiesOf(utterance: Utterance, text: string): Story[] {
  const shared = OF_ALL.exec(text)?.[0] ?? '';
  const parts = partsOf(shared === '' ? text : text.slice(0, -shared.length));
  const named = parts.map((part) => firstSlot(utterance, 'customer', part));
  const isOfEach = named.every((customer) => customer?.kind === 'customer');
  if (parts.length < 2 || !isOfEach || new Set(named.map((each) => each?.name)).size < parts.length) {
    return [];
  }
  let touch = '';
  const stories: Story[] = [];
  for (const part of parts) {
    const contact = findContact(part);
    if (!isStory(utterance, part, contact)) {
      return [];
    }
    touch = contact ? part.slice(contact.index, contact.index + contact.length) + finished(part, contact) : touch;
    const told = contact ? part : `${touch}${/\p{Script=Han}/u.test(touch) ? '' : ' '}${part}`;
    stories.push({
      ...utterance,
      text: `${told}${shared}`.trim(),
      said: wordsOf(utterance, `${part}${shared}`),
      isDated: firstSlot(utterance, 'day', part) !== undefined,
    });
  }
  return stories;
}

/** A plan is no story, nor is what is only said about a customer: …，和岚屿食品是邻居. */
function isStory(utterance: Utterance, part: string, contact: Contact | undefined): boolean {
  const day = firstSlot(utterance, 'day', part);
  const isAhead = day !== undefined && day.future.from > utterance.today;
  return contact ? hasHappened(part) && (!isAhead || isFinished(part, contact)) : !isAhead && ALONE.test(part);
}

/** Cut before each story; two customers with nothing else between them are of one: 拜访了华星和天府. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { 0: between, index } of text.matchAll(NEXT)) {
    const part = text.slice(start, index);
    const next = index + between.length;
    if (part.trim() !== '' && !(ENDS.test(part) && STARTS.test(text.slice(next)))) {
      parts.push(part);
      start = next;
    }
  }
  return [...parts, text.slice(start)];
}

function finished(part: string, { index, length }: { index: number; length: number }): string {
  return /^[了过完]/u.exec(part.slice(index + length))?.[0] ?? '';
}
