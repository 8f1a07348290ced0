import { readMood, readOutcome } from '../../../core/follow-ups/read-feelings.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { findContact } from './contact-words.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const RECENT = '(?:刚才|刚刚|刚|上一?|最近|最后)';
const THAT_ONE = `(?:${RECENT}(?:记|录|写|说)?(?:的|那|这)*(?:一?[条个次])?(?:跟进|记录|拜访|电话|会议|沟通)*|(?:这|那)[条个次](?:跟进|记录)+|{customer}(?:的|那|这|刚才?|上一?|最近|最后)*[条个次]?(?:跟进|拜访|沟通)(?:记录)?)`;
const ASPECT =
  '(?:的?(?:方式|类型|客户情绪|客户态度|情绪|态度|结果|日期|时间|情况)|(?:kind|type|mood|outcome|date|day))?';

/** 刚才那条改成电话, change the last one to a call: what of it is set anew. */
const SET: readonly RegExp[] = [
  pattern(
    `^(?:把|将)?${THAT_ONE}${ASPECT}(?:应该)?(?:改|更正|修改|换|调整|标|设)(?:一下)?(?:成|为|到|是)?了?(?<to>.{1,20})$`,
  ),
  pattern(`^(?:把|将)?${THAT_ONE}${ASPECT}(?:其实|应该)(?:是|为)(?<to>.{1,20})$`),
  pattern(
    `^(?:change|make|set|update|correct|mark|edit)(?: the| that| my)* (?:(?:last|latest|previous|most recent) (?:one|entry|follow-?up|note|log|visit|call|meeting|record)|follow-?up(?: (?:of|for|with|at) {customer})?|{customer}(?:'s)? (?:follow-?up|note|visit|call|meeting))(?:'s)?(?: ${ASPECT})? (?:to|into|as) (?:an? )?(?<to>.{1,30})$`,
  ),
  pattern(
    `^(?:the |that |my )*(?:last|latest|previous) (?:one|entry|follow-?up|note|log|record) (?:was|should be|is)(?: actually| really)? (?:an? )?(?<to>.{1,30})$`,
  ),
];

/** 客户不太满意, the customer was hesitant: nothing but how he took it, said after the fact. */
const FELT: readonly RegExp[] = [
  /^(?:客户|对方|他们?|她们?)(?:其实|好像|似乎|看起来|感觉|当时|还|都|是)*(?<to>[^，,。；;\s]{2,8}?)(?:的|了)?$/u,
  /^(?:the )?(?:customer|client|they|he|she) (?:was|were|is|are|seems?|seemed|looks?|looked|felt)(?: a bit| a little| rather)? (?<to>[a-z' -]{3,40})$/iu,
];

/** Which fields of the last follow-up the words name; whose it is and what was said stay as they are. */
export const followUpChangeFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  if (isAsking(text)) {
    return undefined;
  }
  for (const form of SET) {
    const to = form.exec(text)?.groups?.to;
    const set = to === undefined || isMovedAhead(utterance, text, to) ? {} : read(utterance, trimmed(to));
    if (Object.keys(set).length > 0) {
      const customer = firstSlot(utterance, 'customer', text)?.name;
      return {
        invocations: [{ command: 'follow-up.change', input: { ...filled({ customer }), ...set } }],
        confidence: 0.98,
      };
    }
  }
  for (const form of FELT) {
    const to = form.exec(text)?.groups?.to;
    const mood = to === undefined ? undefined : moodWhole(wordsOf(utterance, to));
    if (mood !== undefined) {
      return { invocations: [{ command: 'follow-up.change', input: { mood } }], confidence: 0.9 };
    }
  }
  return undefined;
};

/** 华星的拜访改到周五 puts off what is planned; 上一次拜访改到周五 puts right what has been. */
const isMovedAhead = (utterance: Utterance, text: string, to: string): boolean => {
  const day = firstSlot(utterance, 'day', to)?.future;
  return day !== undefined && day.from > utterance.today && AHEAD.test(text) && !new RegExp(RECENT, 'u').test(text);
};
const AHEAD = /(?:改|推迟?|挪|移|延后?|调整?)到/u;

function read(utterance: Utterance, to: string): Record<string, string> {
  const day = firstSlot(utterance, 'day', to)?.past;
  if (day) {
    return to.length === 1 && day.grain === 'day' && day.from <= utterance.today ? { on: day.from } : {};
  }
  const words = wordsOf(utterance, to);
  const mood = moodWhole(words);
  const outcome = readOutcome(words);
  if (mood ?? outcome) {
    return filled({ mood, outcome });
  }
  const contact = findContact(words);
  return contact && contact.index === 0 && contact.length === words.length ? { kind: contact.kind } : {};
}

/** A mood where hardly anything else is said with it. */
function moodWhole(words: string): string | undefined {
  return words.length <= MOOD_LENGTH ? readMood(words) : undefined;
}

const MOOD_LENGTH = 24;
