import { CHINESE_TITLES } from '../../../core/names/index.ts';
import { type DaySlot, firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { DAY_WORDS, dueOf } from './tasks.ts';

const TITLED = `[\\p{Script=Han}]{1,3}(?:${CHINESE_TITLES})`;
const US = '(?:我们?|咱们?)';
const AGREED = '(?:约(?:好|定|了|在|到|(?=我|咱))|(?:说|商量|定|安排)好)了?';
const BEFORE = `(?:{day}|已经?|刚|又|也|${US}(?!的)|[，,\\s])*`;

/** 约了华星周五见面, 已经跟华星约好周五拜访, 王总约我周五见面: when somebody is to be met. */
const ARRANGED_ZH = pattern(
  `^(?<before>${BEFORE})(?:(?:跟|和|与|同)[^，,。]{1,16}?|{customer}[^，,。]{0,6}?|${TITLED})?(?:已经?|刚|又|也){0,3}${AGREED}`,
);
/** 见了, 吃过: it took place all the same; 见不了 and 改约 do not. */
const ALTERED_ZH = /(?:见|访|吃饭?|谈|聊|会|面|去|来)(?:了|过|完)(?!解)|取消|改期|不了|没|爽约|推迟|延期/u;

const MEETING = '(?:visit|meeting|call|demo|lunch|dinner|coffee|breakfast|appointment|site visit|workshop|review)';
const ARRANGED_EN = pattern(
  `^(?:(?:i|we)(?:'ve| have)? )?(?:just |already )?(?:(?:scheduled|arranged|booked|set up|planned|agreed on|fixed)(?: in)? (?:an? |the )?(?<noun>(?:[a-z-]+ )?${MEETING}) |(?:(?:i|we) have|i've got|we've got) an? (?<own>(?:[a-z-]+ )?${MEETING}) |(?:arranged|agreed|planned) to (?=(?:meet|visit|call|see|have|do|go|demo|talk|speak)(?![a-z])))`,
);

/** Whether a clause tells that a meeting was agreed upon for a day that is still to come, and not that it was held. */
export function isArranged(utterance: Utterance, clause: string): boolean {
  const said = ARRANGED_ZH.exec(tight(clause));
  const isOpen = firstSlot(utterance, 'day', clause) === undefined;
  return said !== null && !ALTERED_ZH.test(clause) && (isOpen ? MEETS_ZH.test(clause) : isToCome(utterance, clause));
}

/** No day is said: only that they are to meet. */
const MEETS_ZH = /(?:见面|见一面|吃饭|吃个饭|拜访|面谈|开会|喝茶|喝咖啡|演示|看厂|参观)(?:$|[，,])/u;

const isToCome = (utterance: Utterance, clause: string): boolean => {
  const day = firstSlot(utterance, 'day', clause)?.future;
  return day !== undefined && day.from > utterance.today && day.bound !== 'since';
};

/** What it is for stands behind a comma: 约了华星周五见面，聊续约. */
const AGENDA =
  /^[^，,。；;]+(?:[，,]\s*(?:去|要|准备|顺便|聊|谈|讲|带|看|确认|签|讨论|演示|沟通|了解|对|to |talk|discuss|show|demo|sign|about)[^，,。；;]*)?$/iu;

/** A meeting that is agreed upon is something to be done on its day, and no visit. */
export const arrangedFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const days = text.match(pattern('{day}', 'gu')) ?? [];
  const customer = firstSlot(utterance, 'customer', text);
  if (isAsking(text) || days.length > 1 || !AGENDA.test(text) || customer?.kind === 'lead') {
    return undefined;
  }
  const day = firstSlot(utterance, 'day', text);
  const english = ARRANGED_EN.exec(text);
  if (!(english ? isToCome(utterance, text) : isArranged(utterance, text))) {
    return undefined;
  }
  const what = english ? `${english.groups?.noun ?? english.groups?.own ?? ''} ${text.slice(english[0].length)}` : text;
  return { invocations: [toTask(utterance, what, day, customer?.name)], confidence: day ? SURE : OFFERED };
};

function toTask(utterance: Utterance, what: string, day: DaySlot | undefined, customer: string | undefined) {
  const bare = trimmed(what.replace(DAY_WORDS, ' ').replace(/ for$/u, '').replace(/\s+/gu, ' '));
  const title = wordsOf(utterance, bare.replace(/^(?:已经?|刚|又|我们?(?!的)|咱们?)+/u, '')).replace(
    /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu,
    '',
  );
  return { command: 'task.add' as const, input: filled({ title, due: day && dueOf(day), customer }) };
}

/** As sure as a finished verb, so that what is told beside it is not lost. */
const SURE = 0.92;
/** Of no day that was said it is asked. */
const OFFERED = 0.6;
