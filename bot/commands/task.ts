import { z } from 'zod';
import { addTask } from '../../core/tasks/add-task.ts';
import { completeTask } from '../../core/tasks/complete-task.ts';
import { findTasks, getTask } from '../../core/tasks/find-tasks.ts';
import { SNOOZES, snoozeTask } from '../../core/tasks/snooze-task.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { choiceField, dueField, recordField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { drawList, listField } from '../lists.ts';
import { SNOOZE_NAMES, taskAddedCard, taskCard, taskDoneCard, tasksCard } from '../views/task.ts';
import { viewer } from '../views/viewer.ts';

const TASK = { en: 'Task', zh: '任务' };

export const taskAdd = defineCommand({
  name: 'task.add',
  words: { en: ['task add', 'task new', 'todo', 'remind'], zh: ['新任务', '任务 新建', '待办', '提醒我'] },
  summary: { en: 'Add a task', zh: '新建任务' },
  examples: {
    en: ['task add Send the contract --due next Wednesday', 'todo "Call Wang" --due tomorrow'],
    zh: ['新任务 发合同 --截止 下周三', '待办 给王总回电话'],
  },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    title: textField({ en: 'What', zh: '内容' }, { positional: true }),
    due: optional(dueField({ en: 'Due', zh: '截止' })),
    customer: optional(recordField('customer', { en: 'Customer', zh: '客户' })),
  }),
  async run(core, { title, due, customer }) {
    const task = addTask(core, { title, dueOn: due?.day, dueTime: due?.time, customerId: customer });
    return { kind: 'card', audience: 'asker', card: taskAddedCard(task, viewer(core)) };
  },
});

export const taskList = defineCommand({
  name: 'task.list',
  words: { en: ['task list', 'tasks', 'my tasks'], zh: ['任务列表', '我的任务', '任务'] },
  summary: { en: 'My open tasks', zh: '我的待办任务' },
  examples: { en: ['tasks'], zh: ['我的任务'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({}),
  run: async (core) => ({ kind: 'card', audience: 'asker', card: tasksCard(await findTasks(core), viewer(core)) }),
});

export const taskShow = defineCommand({
  name: 'task.show',
  words: { en: ['task show', 'task'], zh: ['查看任务'] },
  summary: { en: 'Show a task', zh: '查看任务' },
  examples: { en: ['task show contract'], zh: ['查看任务 合同'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ task: recordField('task', TASK, { positional: true }) }),
  run: async (core, { task }) => ({
    kind: 'card',
    audience: 'asker',
    card: taskCard(await getTask(core, task), viewer(core)),
  }),
});

export const taskDone = defineCommand({
  name: 'task.done',
  words: { en: ['task done', 'done'], zh: ['完成任务', '任务 完成', '完成'] },
  summary: { en: 'Mark a task done', zh: '完成任务' },
  examples: { en: ['done contract'], zh: ['完成任务 合同'] },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    task: recordField('task', TASK, { positional: true }),
    list: listField(),
  }),
  async run(core, { task: id, list }) {
    const task = await completeTask(core, id);
    const card = list
      ? await drawList(core, list, { en: `Done: ${task.title}`, zh: `已完成：${task.title}` })
      : taskDoneCard(task, viewer(core));
    return { kind: 'card', audience: 'asker', inPlace: true, card };
  },
});

export const taskSnooze = defineCommand({
  name: 'task.snooze',
  words: { en: ['task snooze', 'snooze'], zh: ['推迟任务', '稍后提醒'] },
  summary: { en: 'Remind me later', zh: '稍后提醒' },
  examples: { en: ['snooze contract --until tomorrow'], zh: ['推迟任务 合同 --到 明天'] },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    task: recordField('task', TASK, { positional: true }),
    until: choiceField(SNOOZES, SNOOZE_NAMES, { en: 'Until', zh: '到' }),
    list: listField(),
  }),
  async run(core, { task: id, until, list }) {
    const task = await snoozeTask(core, { id, until });
    const { en, zh } = SNOOZE_NAMES[until];
    const card = list
      ? await drawList(core, list, { en: `${task.title}: ${en.toLowerCase()}`, zh: `${task.title}：${zh}` })
      : taskCard(task, viewer(core));
    return { kind: 'card', audience: 'asker', inPlace: true, card };
  },
});
