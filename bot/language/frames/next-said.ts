import { dayOfSpan } from '../days.ts';
import { firstSlot, wordsOf } from '../utterance.ts';
import { type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { DAY_WORDS } from './tasks.ts';

const SAID: readonly RegExp[] = [
  pattern(
    '^(?<who>{customer})?(?:的|那边|那个|这个)*(?:商机|单子?|项目)?的?下一?步(?:计划|工作)?(?:(?:是|定为)[:：，, ]*|[:：，, ]+)(?<step>.{2,})$',
  ),
  pattern(
    '^(?:the |our |its )?next step(?:s)?(?: (?:for|with|at|on)(?: the)? (?<who>{customer})(?: deal| opportunity)?)?(?: is(?: to)?| will be(?: to)?|[:,–-])+ (?<step>.{3,})$',
  ),
  pattern(
    "^(?:the )?(?<who>{customer})(?:'s)?(?: deal| opportunity)? next step(?:s)?(?: is(?: to)?|[:,–-])+ (?<step>.{3,})$",
  ),
];

/** 下一步：下周二发试用方案; next step for Acme: send the revised quote by Thursday: a task at whoever it is of, or was spoken of last (R30, R102). */
export const nextSaidFrame: Frame = (utterance) => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const groups = SAID.map((form) => form.exec(text)?.groups).find((each) => each !== undefined);
  const { who, step = '' } = groups ?? {};
  const title = wordsOf(
    utterance,
    trimmed(step.replace(DAY_WORDS, ' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')),
  );
  if (!groups || isAsking(text) || title.length < 2) {
    return undefined;
  }
  const of = who && firstSlot(utterance, 'customer', who);
  const day = firstSlot(utterance, 'day', step)?.future;
  const due = day && dayOfSpan(day, 'future');
  const input = filled({
    title,
    due: due && day?.time ? `${due} ${day.time}` : due,
    customer: of ? of.name : utterance.last.customer,
  });
  return { invocations: [{ command: 'task.add', input }], confidence: 0.96 };
};
