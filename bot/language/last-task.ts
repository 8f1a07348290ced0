import { filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frames/frame.ts';
import { whenOf } from './frames/task-changes.ts';
import { dueOf } from './frames/tasks.ts';
import type { Named, SpokenInvocation } from './reading.ts';
import { CUSTOMER } from './slots.ts';
import { firstSlot, type Utterance } from './utterance.ts';

const IT_ZH =
  '(?:把|将)?(?:这|那|刚才那|刚刚那|上面那|它)?(?:个|条|件)?(?:事情?|任务|待办|提醒|(?<noun>会议?|电话|拜访|约会?|见面|饭局|演示))?(?:的?时间)?';
const IT_EN = '(?:it|this|that|that one|this one|the last one)';

/** What it is moved to, without saying what it is. */
const MOVED: readonly RegExp[] = [
  pattern(
    `^${IT_ZH}(?:再)?(?:改|推迟|延后|延期|顺延|推|挪|移|提前|延|调|放|换)(?:一下)?(?:到|至|成|为)了?(?<to>{day})(?:吧|再说|去)?$`,
  ),
  pattern(
    `^(?:move|reschedule|postpone|push|delay|shift|change|bump|put|make|bring|snooze)(?: back| out| off)? ${IT_EN}(?: (?:(?<noun>meeting|call|visit|demo)|task|reminder))?(?: (?:back|out|off|forward))?(?: (?:to|until|till|for|on))? (?:the )?(?<to>{day})(?: instead)?$`,
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
    "^(?:(?:that|this|the) (?:(?<noun>meeting|call|visit|demo)|reminder)|it|that)(?:['’]s| is| was| has been| got) (?:cancelled|canceled|off)$",
  ),
];

/** What a task is called where such a word stands for it. */
const FITS: readonly (readonly [noun: RegExp, title: RegExp])[] = [
  [/^(?:会议?|meet(?:ing)?)$/iu, /(?<![社机])会(?!计|员|费)|见|约|(?<![a-z])meet|appointment/iu],
  [/^(?:电话|call)$/iu, /电话|致电|回电|(?<![a-z])(?:call|phone|ring)(?![a-z])/iu],
  [/^(?:拜?访|visit)$/iu, /访|(?<![a-z])visit/iu],
  [/^(?:演示|demo)$/iu, /演示|(?<![a-z])demo/iu],
  [/^(?:约会?|见面?)$/u, /约|见|访|会(?!计|员|费)|(?<![a-z])(?:meet|visit)/iu],
  [/^饭局$/u, /饭|餐|吃|宴|(?<![a-z])(?:lunch|dinner|breakfast)/iu],
];

/** 会议取消了 is not said of 给华星电子发报价: another one is meant. */
export function isCalled(task: string, noun: string | undefined): boolean {
  return noun === undefined || FITS.some(([said, title]) => said.test(noun) && title.test(task));
}

/** Whether a task is an appointment at all, whatever somebody calls it. */
export const isAppointment = (task: string): boolean =>
  /^(?:[去到]|(?:see|go to) )/iu.test(task) || FITS.some(([, title]) => title.test(task));

/** Push that to Friday, 推到周五: what was spoken of last was something to be done, so it is that. */
export function readLastTask(utterance: Utterance, last: Named | undefined): SpokenInvocation | undefined {
  const task = last?.task;
  if (task === undefined || isAsking(utterance.text) || /[?？]\s*$/u.test(utterance.said)) {
    return undefined;
  }
  const text = tight(trimmed(withoutCourtesy(withPronouns(utterance))));
  const said = (forms: readonly RegExp[]) =>
    forms.map((form) => form.exec(text)).find((found) => found !== null && isCalled(task, found.groups?.noun));
  const to = said(MOVED)?.groups?.to;
  const day = to === undefined ? undefined : firstSlot(utterance, 'day', to);
  if (day && dueOf(day)) {
    return { command: 'task.change', input: { task, ...filled(whenOf(day)) } };
  }
  if (said(CANCELLED)) {
    return { command: 'task.cancel', input: { task } };
  }
  return said(DONE) ? { command: 'task.done', input: { task } } : undefined;
}

/** "That" was taken for the deal spoken of last: here it is a word again. */
function withPronouns(utterance: Utterance): string {
  return utterance.text.replace(new RegExp(CUSTOMER, 'gu'), (slot) => {
    const said = firstSlot(utterance, 'customer', slot)?.text ?? '';
    return /^(?:it|this|that)$/iu.test(said) ? said : slot;
  });
}
