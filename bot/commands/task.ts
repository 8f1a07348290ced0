import { z } from 'zod';
import { getParty } from '../../core/tags/party.ts';
import { laterDue } from '../../core/tasks/add-task.ts';
import { completeTask } from '../../core/tasks/complete-task.ts';
import { findOwnParty } from '../../core/tasks/find-own-party.ts';
import { findTasks, getTask } from '../../core/tasks/find-tasks.ts';
import { getReceiver, giveTask } from '../../core/tasks/give-task.ts';
import { SNOOZES, snoozeTask } from '../../core/tasks/snooze-task.ts';
import type { Locale } from '../../core/text.ts';
import { offerInstead } from '../ask-back.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { choiceField, dueField, hiddenId, recordField, textField } from '../fields/common.ts';
import { field, optional } from '../fields/field.ts';
import type { Invocation } from '../invocation.ts';
import { personsIn } from '../language/index.ts';
import { drawList, listField } from '../lists.ts';
import { pageField, readPage } from '../page.ts';
import {
  dueText,
  notGivenCard,
  passedCard,
  SNOOZE_NAMES,
  taskAddedCard,
  taskCard,
  taskDoneCard,
  tasksCard,
  typedDue,
} from '../views/task.ts';
import { viewer } from '../views/viewer.ts';

const TASK = { en: 'Task', zh: '任务' };
const MINE = { en: 'Put it on my list', zh: '记到我的待办' };

export const taskAdd = defineCommand({
  name: 'task.add',
  words: { en: ['task add', 'task new', 'todo', 'remind'], zh: ['新任务', '任务 新建', '待办', '提醒我'] },
  summary: { en: 'Add a task', zh: '新建任务' },
  submit: { en: 'Add task', zh: '新建任务' },
  examples: {
    en: [
      'task add Send the contract --due next Wednesday',
      'todo "Call Wang" --due tomorrow',
      'task add "Call Acme" --for Jim',
    ],
    zh: ['新任务 发合同 --截止 下周三', '待办 给王总回电话', '新任务 给王总回电话 --交给 李雷'],
  },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    title: textField({ en: 'What', zh: '内容' }, { positional: true }),
    due: optional(dueField({ en: 'Due', zh: '截止' })),
    customer: optional(recordField('customer', { en: 'Customer', zh: '客户' })),
    lead: optional(recordField('lead', { en: 'Lead', zh: '线索' })),
    owner: optional(recordField('person', { en: 'For', zh: '交给' })),
    opportunity: optional(hiddenId()),
    /** The customer or lead is whoever was met, which is said of no one in the title. */
    met: optional(field(z.literal('yes'), { kind: 'text', label: { en: 'Met', zh: '见过' }, hidden: true })),
  }),
  async run(core, { title, due, owner, opportunity, met, ...said }) {
    const party = said.customer ?? said.lead;
    const isOpen = (met || !party) && !opportunity && (owner ?? core.actor.userId) === core.actor.userId;
    const [receiver, named, known] = await Promise.all([
      getReceiver(core, owner),
      // 给王总打电话 is about his customer, where only one of one's own has a 王总.
      isOpen ? findOwnParty(core, personsIn(title)) : undefined,
      party ? getParty(core, party) : undefined,
    ]);
    const { customer, lead } = named ? {} : said;
    const about = {
      ...(customer ? { customer } : {}),
      ...(lead ? { lead } : {}),
      ...(opportunity ? { opportunity } : {}),
    };
    const when = { dueOn: due?.day, dueTime: due?.time };
    const task = { title, ...when, customerId: customer, leadId: lead, opportunityId: opportunity, ...named?.about };
    const again = (said: { title?: string; owner?: string; due?: string | undefined }): Invocation[] => [
      {
        command: 'task.add',
        input: { title, ...about, ...said },
        via: 'form',
      },
    ];
    if (!receiver.mayBeGiven) {
      const { name } = receiver;
      const mine = { en: `Remind ${name}: ${title}`, zh: `提醒${name}：${title}` }[core.actor.locale];
      const offer = { label: MINE, invocations: again({ title: mine, due: due && typedDue(due.day, due.time) }) };
      throw offerInstead([offer], (buttons, asking) => notGivenCard(name, buttons, viewer(asking)));
    }
    const later = laterDue(core, task, receiver);
    if (due && later) {
      const inWords = (locale: Locale) => dueText(later, { ...viewer(core), locale });
      const offer = {
        label: { en: inWords('en'), zh: inWords('zh') },
        invocations: again({ ...(owner ? { owner } : {}), due: typedDue(later.dueOn, later.dueTime) }),
      };
      throw offerInstead([offer], (buttons, asking) =>
        passedCard({ ...when, dueOn: due.day }, buttons, viewer(asking)),
      );
    }
    const { name } = named ?? known ?? {};
    return { kind: 'card', card: taskAddedCard(giveTask(core, task, receiver), viewer(core), name) };
  },
});

export const taskList = defineCommand({
  name: 'task.list',
  words: { en: ['task list', 'tasks', 'my tasks'], zh: ['任务列表', '我的任务', '任务'] },
  summary: { en: 'My open tasks', zh: '我的待办任务' },
  examples: { en: ['tasks'], zh: ['我的任务'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ page: pageField() }),
  async run(core, { page }) {
    const tasks = await readPage(page, (window) => findTasks(core, window));
    return { kind: 'card', inPlace: page !== undefined, card: tasksCard(tasks, viewer(core)) };
  },
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
    card: taskCard(await getTask(core, task), viewer(core)),
  }),
});

export const taskDone = defineCommand({
  name: 'task.done',
  words: { en: ['task done', 'done'], zh: ['完成任务', '任务 完成', '完成'] },
  summary: { en: 'Mark a task done', zh: '完成任务' },
  submit: { en: 'Mark done', zh: '标为完成' },
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
    return { kind: 'card', inPlace: true, card };
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
    return { kind: 'card', inPlace: true, card };
  },
});
