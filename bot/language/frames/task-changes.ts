import type { DaySlot, Utterance } from '../utterance.ts';
import { firstSlot, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { dueOf } from './tasks.ts';

const TASK_ZH =
  '(?:的|这个|那个|这条|那条|这|那)*(?:任务|待办|提醒|日程)(?:事项)?(?:的?(?:时间|日期|截止(?:时间|日期)?))?';
const MOVE_ZH = '(?:都|全部?)?(?:改|推迟|延后|延期|顺延|推|挪|移|提前|延|调)(?:一下)?(?:到|至|成|为)?了?';
const TASK_EN = '(?:task|to-?do|reminder)s?';
const MOVE_EN = '(?:move|reschedule|postpone|put off|push(?: back| out)?|bring forward|delay|shift|change)';
/** What is planned, though nobody calls it a task: move the Acme call to Friday. */
const PLANNED_ZH =
  '(?:(?:给|跟|和|与).{1,12}(?:打电话|打个电话|发|送|回|开会|见面|沟通|确认|对接).*|(?:拜访|走访|回访|联系|跟进|发|送|提交|准备|整理|催).{1,20})';
const PLANNED_EN =
  '(?:.{1,40} (?:call|visit|meeting|demo|follow-?up|e-?mail|review)|(?:call|visit|meeting|demo|follow-?up|appointment) (?:with|at|to) .{1,40}?|(?:calling|visiting|meeting|sending|e-?mailing) .{1,40}?)';

/** To another day, or another hour. */
const MOVED: readonly RegExp[] = [
  // 把提醒改到后天 does not say which: its form asks, with the day filled in.
  pattern(`^(?:把|将)?(?:刚才|刚刚|上面|那|这|我)?(?:的|个|条)*(?:任务|待办|提醒)${MOVE_ZH}(?<to>{day})(?:吧|去)?$`),
  pattern(`^(?:把|将)?(?!把|将)(?<task>.{1,30}?)${TASK_ZH}${MOVE_ZH}(?<to>{day})(?:吧|去)?$`),
  pattern(`^(?:把|将)(?!发票)(?<task>${PLANNED_ZH}?)${MOVE_ZH}(?<to>{day})(?:吧|去)?$`),
  pattern(
    `^${MOVE_EN} (?:the |my )?${TASK_EN}(?: to| about| for|:)? (?<task>.{1,60}?)(?: (?:to|until|till|for|on))? (?<to>{day})$`,
  ),
  pattern(
    `^${MOVE_EN} (?:the |my )?(?<task>.{1,60}?)(?:['’]s)? ${TASK_EN}(?:'s)?(?: due date| date)?(?: (?:to|until|till|for|on))? (?<to>{day})$`,
  ),
  pattern(`^${MOVE_EN} (?:the |my )?(?<task>${PLANNED_EN})(?: (?:to|until|till|for|on))? (?<to>{day})$`),
];

/** A deed by itself, 拜访华星改到周五: only of a day to come, since what has been is put right otherwise. */
const DEED_MOVED: readonly RegExp[] = [
  pattern(
    `^(?<task>(?:给|跟|和|与).{1,12}打个?电话|(?:拜访|走访|回访)(?!时间|日期|记录).{1,20}?)(?:的时间)?${MOVE_ZH}(?<to>{day})(?:吧|去)?$`,
  ),
  pattern(`^(?<task>{customer}的?(?:拜访|回访|走访|电话会?|会议|演示))(?:的?时间)?${MOVE_ZH}(?<to>{day})(?:吧|去)?$`),
  pattern(`^(?:推迟|延后|顺延|提前|延期)(?<task>${PLANNED_ZH}?)(?:到|至)(?<to>{day})(?:吧|去)?$`),
];

/** It is somebody else's from now on. */
const GIVEN: readonly RegExp[] = [
  pattern(`^(?:把|将)?(?<task>.{1,30}?)${TASK_ZH}改(?:由|给|成)(?<who>{person})(?:来|去)?(?:做|办|负责|跟进|处理)?$`),
  pattern(
    `^(?:reassign|hand over|pass|transfer) (?:the |my )?(?<task>.{1,60}?) ${TASK_EN} (?:on )?to (?<who>{person})$`,
  ),
];

/** It is called otherwise: by the word for it, or by another deed in place of this one. */
const RENAMED: readonly RegExp[] = [
  pattern(
    `^(?:把|将)(?<task>.{1,30}?)${TASK_ZH}的?(?:内容|名称|标题|名字)(?:改成|改为|改名为|改叫|换成)(?<title>.{1,60})$`,
  ),
  pattern(`^(?:把|将)(?<task>.{1,30}?)${TASK_ZH}(?:改名为|改名叫|改名成|改叫)(?<title>.{1,60})$`),
  pattern(`^(?:把|将)(?<task>.{1,30}?)${TASK_ZH}(?:改成|改为)(?<title>${PLANNED_ZH})(?<![中了])$`),
  pattern(`^rename (?:the |my )?${TASK_EN}:? (?<task>.{1,60}?) (?:to|into) (?<title>.{1,60})$`),
  pattern(`^rename (?:the |my )?(?<task>.{1,60}?) ${TASK_EN} (?:to|into) (?<title>.{1,60})$`),
  pattern(
    `^change (?:the )?(?:title|name) of (?:the |my )?(?<task>.{1,60}?) ${TASK_EN} (?:to|into) (?<title>.{1,60})$`,
  ),
];

/** It is done: that is no change of it. */
const DONE = /(?:完成|做完|搞定|弄完|办完|结束)了?$|(?<![a-z])(?:to|as|into) (?:done|complete|completed|finished)$/iu;

/** It is to be moved, and nobody says where to: its form asks. */
const SOMEHOW: readonly RegExp[] = [
  pattern(`^(?:把|将)(?<task>.{1,30}?)${TASK_ZH}(?:改|推迟|挪|移|延|提前|修改|调整).{0,8}$`),
  pattern(`^(?:把|将)(?<task>(?:{day})?)${TASK_ZH}(?:改|推迟|挪|移|延|提前|修改|调整).{0,8}$`),
  pattern(`^${MOVE_EN} (?:the |my )?(?<task>.{0,60}?) ?${TASK_EN}(?![a-z]).{0,40}$`),
];

/** An hour and no day beside it. */
export const isHourAlone = (said: string): boolean => HOUR.test(trimmed(said));

const HOUR =
  /^(?:(?:at|by|around|to) )?(?:凌晨|早上|上午|中午|下午|傍晚|晚上)?[\d一二两三四五六七八九十]+\s*(?:(?:点|时)[\d一二三四五十半刻分]*|[:：.]\d\d)?\s*(?:am|pm|a\.m\.|p\.m\.|o'clock)?$/iu;

/** 把给华星打电话的任务改到周五; move the Acme call to Friday: what is on somebody's list already is never added anew. */
export const taskChangeFrame: Frame = (utterance) => {
  const text = trimmed(tight(withoutCourtesy(utterance.text)));
  if (isAsking(text) || DONE.test(text)) {
    return undefined;
  }
  const moved = groupsOf(MOVED, text);
  const day = moved?.to ? firstSlot(utterance, 'day', moved.to) : undefined;
  if (moved && day) {
    return changed(utterance, moved.task, whenOf(day));
  }
  const deed = groupsOf(DEED_MOVED, text);
  const ahead = deed?.to ? firstSlot(utterance, 'day', deed.to) : undefined;
  if (deed && ahead && ahead.future.from > utterance.today) {
    return changed(utterance, deed.task, whenOf(ahead));
  }
  const given = groupsOf(GIVEN, text);
  if (given) {
    return changed(utterance, given.task, { owner: firstSlot(utterance, 'person', given.who ?? '')?.name });
  }
  const renamed = groupsOf(RENAMED, text);
  if (renamed?.title) {
    return changed(utterance, renamed.task, { title: trimmed(wordsOf(utterance, renamed.title)) });
  }
  const somehow = groupsOf(SOMEHOW, text);
  return somehow ? changed(utterance, somehow.task, {}) : undefined;
};

const groupsOf = (forms: readonly RegExp[], text: string) =>
  forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);

/** An hour alone leaves the day as it is. */
export function whenOf(day: DaySlot): Record<string, string | undefined> {
  const { time, text } = day.future;
  return time && isHourAlone(text) ? { at: time } : { due: dueOf(day) };
}

function changed(utterance: Utterance, said: string | undefined, set: Record<string, string | undefined>): Candidate {
  const task = trimmed(wordsOf(utterance, said ?? '')).replace(/^(?:(?:the|my|that|this)(?![a-z])|我的?)\s*/iu, '');
  return { invocations: [{ command: 'task.change', input: filled({ task, ...set }) }], confidence: SURE };
}

/** Ahead of the same words taken for a new task. */
const SURE = 0.995;
