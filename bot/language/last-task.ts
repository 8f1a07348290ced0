import { filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frames/frame.ts';
import { whenOf } from './frames/task-changes.ts';
import { dueOf } from './frames/tasks.ts';
import type { Named, SpokenInvocation } from './reading.ts';
import { CUSTOMER } from './slots.ts';
import { firstSlot, type Utterance } from './utterance.ts';

const IT_ZH =
  '(?:把|将)?(?:这|那|刚才那|刚刚那|上面那|它)?(?:个|条|件)?(?:事情?|任务|待办|提醒|会议?|电话|拜访|约会?|见面|饭局|演示)?(?:的?时间)?';
const IT_EN = '(?:it|this|that|that one|this one|the last one)';

/** What it is moved to, without saying what it is. */
const MOVED: readonly RegExp[] = [
  pattern(
    `^${IT_ZH}(?:再)?(?:改|推迟|延后|延期|顺延|推|挪|移|提前|延|调|放|换)(?:一下)?(?:到|至|成|为)了?(?<to>{day})(?:吧|再说|去)?$`,
  ),
  pattern(
    `^(?:move|reschedule|postpone|push|delay|shift|change|bump|put|make|bring|snooze)(?: back| out| off)? ${IT_EN}(?: (?:meeting|call|visit|task|demo|reminder))?(?: (?:back|out|off|forward))?(?: (?:to|until|till|for|on))? (?:the )?(?<to>{day})(?: instead)?$`,
  ),
];

const DONE: readonly RegExp[] = [
  pattern(`^${IT_ZH}(?:已经?|都)?(?:做完|完成|搞定|办完|弄完|办好|弄好)了$`),
  new RegExp(
    `^(?:mark |tick |check )?${IT_EN}(?: off)?(?:['’]s| is)?(?: as)? (?:done|complete|completed|finished)$`,
    'iu',
  ),
];

/** Nobody needs to do it any more. */
const CANCELLED: readonly RegExp[] = [
  pattern(`^(?:取消)${IT_ZH}(?:吧|了)?$`),
  pattern(`^${IT_ZH}(?:取消|不用做|不做)(?:掉|了|吧)*$`),
  new RegExp(`^(?:cancel|drop|scrap) ${IT_EN}$`, 'iu'),
  pattern('^cancel (?:that|this|the last|the) (?:task|to-?do|reminder)$'),
  pattern(
    "^(?:(?:that|this|the) (?:meeting|call|visit|demo|reminder)|it|that)(?:['’]s| is| was| has been| got) (?:cancelled|canceled|off)$",
  ),
];

/** Push that to Friday, 推到周五: what was spoken of last was something to be done, so it is that. */
export function readLastTask(utterance: Utterance, last: Named | undefined): SpokenInvocation | undefined {
  const task = last?.task;
  if (task === undefined || isAsking(utterance.text) || /[?？]\s*$/u.test(utterance.said)) {
    return undefined;
  }
  const text = tight(trimmed(withoutCourtesy(withPronouns(utterance))));
  const to = MOVED.map((form) => form.exec(text)?.groups?.to).find((each) => each !== undefined);
  const day = to === undefined ? undefined : firstSlot(utterance, 'day', to);
  if (day && dueOf(day)) {
    return { command: 'task.change', input: { task, ...filled(whenOf(day)) } };
  }
  if (CANCELLED.some((form) => form.test(text))) {
    return { command: 'task.cancel', input: { task } };
  }
  return DONE.some((form) => form.test(text)) ? { command: 'task.done', input: { task } } : undefined;
}

/** "That" was taken for the deal spoken of last: here it is a word again. */
function withPronouns(utterance: Utterance): string {
  return utterance.text.replace(new RegExp(CUSTOMER, 'gu'), (slot) => {
    const said = firstSlot(utterance, 'customer', slot)?.text ?? '';
    return /^(?:it|this|that)$/iu.test(said) ? said : slot;
  });
}
