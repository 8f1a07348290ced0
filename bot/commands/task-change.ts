import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { laterDue } from '../../core/tasks/add-task.ts';
import { cancelTask } from '../../core/tasks/cancel-task.ts';
import { changeTask, type PlannedChange, planChange, type TaskChange } from '../../core/tasks/change-task.ts';
import { getOpenTask } from '../../core/tasks/find-tasks.ts';
import type { Locale } from '../../core/text.ts';
import { offerInstead } from '../ask-back.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { dueField, recordField, textField, timeField, wasField } from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { dueText, passedCard, taskCancelledCard, taskChangedCard, typedDue } from '../views/task.ts';
import { viewer } from '../views/viewer.ts';

const taskChange = defineCommand({
  name: 'task.change',
  words: { en: ['task change', 'task edit', 'task move'], zh: ['修改任务', '任务 修改', '改任务'] },
  summary: { en: 'Change what, when or whose a task is', zh: '修改任务的内容、时间或负责人' },
  submit: { en: 'Change the task', zh: '修改任务' },
  examples: {
    en: ['task change contract --due "Friday 4pm"', 'task change contract --for Jim'],
    zh: ['修改任务 合同 --截止 周五', '修改任务 合同 --内容 发报价单 --交给 李雷'],
  },
  effect: 'log',
  allow: EVERYBODY,
  asksWhenEmpty: true,
  changes: {
    table: 'tasks',
    record: 'task',
    shownBy: 'task.show',
    columns: { due: ['dueOn', 'dueTime'], customer: 'customerId', owner: 'ownerId' },
  },
  input: z.strictObject({
    task: recordField('task', { en: 'Task', zh: '任务' }, { positional: true }),
    title: optional(textField({ en: 'What', zh: '内容' })),
    due: clearable(dueField({ en: 'Due', zh: '截止' })),
    at: clearable(timeField({ en: 'Time', zh: '时间' })),
    customer: clearable(recordField('customer', { en: 'Customer', zh: '客户' })),
    owner: optional(recordField('person', { en: 'For', zh: '交给' })),
    was: wasField(),
  }),
  async prefill(core, { task }) {
    const { title, dueOn, dueTime, customerId, ownerId } = await getOpenTask(core, String(task));
    return {
      title,
      due: dueOn && typedDue(dueOn, dueTime),
      customer: customerId,
      owner: ownerId,
      // The day brings its hour along.
      unseen: ['at'],
    };
  },
  async run(core, { task: id, was, title, due, at, customer, owner }) {
    const change: TaskChange = {
      title,
      // A form shows the hour: where it is gone, somebody took it away.
      due: due && { day: due.day, time: due.time ?? (was === undefined ? undefined : null) },
      at,
      customerId: customer,
      ownerId: owner,
    };
    const planned = await planChange(core, id, change);
    const later = laterMoment(core, planned);
    if (later) {
      const said = { task: id, title, customer, owner, due: typedDue(later.dueOn, later.dueTime) };
      const input = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      const when = (locale: Locale) => dueText(later, { ...viewer(core), locale });
      const offer = {
        label: { en: when('en'), zh: when('zh') },
        invocations: [{ command: 'task.change', input, via: 'form' } as const],
      };
      throw offerInstead([offer], (buttons, asking) => passedCard(planned.after, buttons, viewer(asking)));
    }
    return { kind: 'card', card: taskChangedCard(changeTask(core, planned), viewer(core)) };
  },
});

/** What may be meant instead of a moment that has passed. */
function laterMoment(core: Core, { after: { dueOn, dueTime }, receiver, isMoved }: PlannedChange) {
  return isMoved && dueOn ? laterDue(core, { dueOn, dueTime: dueTime ?? undefined }, receiver) : undefined;
}

const taskCancel = defineCommand({
  name: 'task.cancel',
  words: { en: ['task cancel', 'cancel task'], zh: ['取消任务', '任务 取消', '取消待办'] },
  summary: { en: 'Cancel a task nobody needs', zh: '取消不用做的任务' },
  submit: { en: 'Cancel the task', zh: '取消任务' },
  examples: {
    en: ['task cancel contract', 'task cancel contract --reason "They signed already"'],
    zh: ['取消任务 合同', '取消任务 合同 --原因 客户已签'],
  },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    task: recordField('task', { en: 'Task', zh: '任务' }, { positional: true }),
    reason: optional(textField({ en: 'Reason', zh: '原因' })),
  }),
  async run(core, { task: id, reason }) {
    const cancelled = await cancelTask(core, { id, reason });
    return { kind: 'card', inPlace: true, card: taskCancelledCard(cancelled, viewer(core)) };
  },
});

/** In the order help shows them. */
export const taskChanges = [taskChange, taskCancel] as const;
