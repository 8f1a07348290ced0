import { dayOfSpan } from '../days.ts';
import type { SpokenInvocation } from '../reading.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
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

/** 下一步：待定, next steps: none: nothing is planned. */
const NO_PLAN =
  /^(?:还|都|暂时|目前|尚|仍)*(?:无|没有?|未定|待定|待议|再定|再说|不明|不清楚|不知道|不确定)(?:计划|安排|确定|定|想好|明确)?(?:了|呢)?$|^(?:暂无|未|没).{0,4}$|^(?:still |not |to be |yet |currently )*(?:none|nothing|tbd|tba|tbc|n\/?a|unclear|unknown|undecided|open|decided|defined|clear|known|agreed|determined)(?: yet| so far| for now| at the moment)?$/iu;

/** 下一步：下周二发试用方案; next step for Acme: send the revised quote by Thursday: a task at whoever it is of, or was spoken of last (R30, R102). */
export const nextSaidFrame: Frame = (utterance) => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const { who, step } = SAID.map((form) => form.exec(text)?.groups).find((each) => each !== undefined) ?? {};
  if (step === undefined || isAsking(text) || NO_PLAN.test(trimmed(step))) {
    return undefined;
  }
  const days = step.match(pattern('{day}', 'gu')) ?? [];
  const steps = days.length > 1 ? step.split(/[，,；;]\s*/u) : [step];
  const tasks = steps.map((each) => toTask(utterance, each, who ?? step));
  const isClear = tasks.every(({ input }) => (input.title ?? '').length > 1) && steps.length >= days.length;
  return isClear ? { invocations: tasks, confidence: 0.96 } : undefined;
};

/** Whom the step itself names goes before whoever was spoken of. */
function toTask(utterance: Utterance, step: string, who: string): SpokenInvocation {
  const bare = step.replace(DAY_WORDS, ' ').replace(/(?<=[\p{Script=Han}\p{Co}]) (?=[\p{Script=Han}\p{Co}])/gu, '');
  const day = firstSlot(utterance, 'day', step)?.future;
  const due = day && dayOfSpan(day, 'future');
  const input = filled({
    title: wordsOf(utterance, trimmed(bare)),
    due: due && day?.time ? `${due} ${day.time}` : due,
    customer: firstSlot(utterance, 'customer', who)?.name ?? utterance.last.customer,
  });
  return { command: 'task.add', input };
}
