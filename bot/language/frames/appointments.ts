import type { SpokenInvocation } from '../reading.ts';
import { everySlot, firstSlot, type Utterance } from '../utterance.ts';
import { type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { isHourAlone } from './task-changes.ts';
import { dueOf, planFrame } from './tasks.ts';

const BETWEEN =
  /[，,；;]\s*(?:(?:然后|接着|再|and then|then|and|also)(?![a-z])\s*)?|然后|接着| (?:and then|then|and) /iu;
const CUED = /^(?:(?:记得)?提醒我|安排(?:一下)?|remind me to |i need to |i have to |i will |i'll |i'm going to )/iu;
/** 下午去云栖数据: of the day that was said before. */
const PART_ZH = /^(?:上午|中午|下午|晚上|傍晚)(?=\S)/u;
const PART_EN = /(?<![a-z])in the (?:morning|afternoon|evening)$/iu;
const VERB = pattern('^[a-z]+(?: [a-z]+){0,2}(?= {customer})');
const ONE_DAY = pattern('{day}', 'u');
const BARE = pattern("^{customer}(?:'s)? ?(?:{day}|in the (?:morning|afternoon|evening))$");

/** Less than two of them is one task, more than these nobody has in a day. */
const MOST = 5;

/** 明天上午十点见华星，下午三点去天府; meet Acme tomorrow at 10 and Globex at 3pm: a task each, with its own customer and hour (R35). */
export const appointmentsFrame: Frame = (utterance) => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const pieces = text.replace(CUED, '').split(BETWEEN).map(trimmed);
  if (utterance.slots.customer.length < 2 || pieces.length < 2 || pieces.length > MOST || isAsking(text)) {
    return undefined;
  }
  const [first = ''] = pieces;
  const verb = VERB.exec(first)?.[0];
  let before = '';
  const tasks = pieces.map((piece) => {
    const said = verb !== undefined && BARE.test(piece) ? `${verb} ${piece}` : piece;
    const own = ONE_DAY.exec(piece)?.[0] ?? '';
    const task = taskOf(utterance, said, before);
    before = task?.isOfDayBefore ? before : own;
    return task?.invocation;
  });
  const invocations = tasks.flatMap((task) => task ?? []);
  return invocations.length === pieces.length ? { invocations, confidence: SURE } : undefined;
};

/** Ahead of the same words taken for what has happened, or for one task. */
const SURE = 0.995;

function taskOf(
  utterance: Utterance,
  piece: string,
  before: string,
): { invocation: SpokenInvocation; isOfDayBefore: boolean } | undefined {
  const [own, another] = everySlot(utterance, 'day', piece);
  const isOfDayBefore = own ? isHourAlone(own.future.text) : PART_ZH.test(piece) || PART_EN.test(piece);
  const day = isOfDayBefore ? firstSlot(utterance, 'day', before) : own;
  if (everySlot(utterance, 'customer', piece).length !== 1 || another || !day || day.future.from <= utterance.today) {
    return undefined;
  }
  const part = own ? '' : (PART_ZH.exec(piece)?.[0] ?? '');
  const dated = own ? piece : `${before}${piece.slice(part.length)}`;
  const [task, more] = planFrame({ ...utterance, text: dated })?.invocations ?? [];
  if (task?.command !== 'task.add' || more) {
    return undefined;
  }
  const due = isOfDayBefore ? [day.future.from, own?.future.time].filter(Boolean).join(' ') : dueOf(day);
  const title = `${part}${task.input.title}`;
  return { invocation: { ...task, input: filled({ ...task.input, title, due }) }, isOfDayBefore };
}
