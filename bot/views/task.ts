import { asOneValue } from '../../core/products/several-products.ts';
import type { AddedTask } from '../../core/tasks/add-task.ts';
import type { Deed } from '../../core/tasks/deed.ts';
import type { TaskLine } from '../../core/tasks/find-tasks.ts';
import type { Snooze } from '../../core/tasks/snooze-task.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { type Fact, factsOf } from './facts.ts';
import { day, moment, type Viewer } from './format.ts';
import { markNodes, markText } from './open-mark.ts';
import { moreOf, type Page, pageTitle, placeIn } from './page.ts';
import { CHANGE, MORE, OPEN, OWNER } from './words.ts';

export const SNOOZE_NAMES: Readonly<Record<Snooze, Text>> = {
  '1h': { en: 'In an hour', zh: '1 小时后' },
  tomorrow: { en: 'Tomorrow', zh: '明天' },
  next_week: { en: 'Next week', zh: '下周一' },
};

const DONE: Text = { en: 'Done', zh: '完成' };
const DUE: Text = { en: 'Due', zh: '截止' };
const ABOUT: Text = { en: 'About', zh: '关于' };
const CUSTOMER: Text = { en: 'Customer', zh: '客户' };
const CANCEL: Text = { en: 'Cancel', zh: '取消任务' };
const CANCELLED: Text = { en: 'Cancelled', zh: '已取消' };
const REASON: Text = { en: 'Reason', zh: '原因' };
const GIVER: Text = { en: 'Given by', zh: '安排人' };

/** "tomorrow (Wed 20 May) 15:00", and how it stands. */
export function dueText(
  { dueOn, dueTime }: { dueOn?: string | null | undefined; dueTime?: string | null | undefined },
  viewer: Viewer,
): string {
  if (!dueOn) {
    return { en: 'no date', zh: '未定日期' }[viewer.locale];
  }
  return [day(dueOn, viewer), dueTime].filter(Boolean).join(' ');
}

/** A day with its hour, as a form holds it and a person may type it. */
export const typedDue = (day: string, time: string | null | undefined) => [day, time].filter(Boolean).join(' ');

/** @param about whose task it is, by name: it need not stand in what is to be done */
export function taskAddedCard(task: AddedTask, viewer: Viewer, about?: string): Card {
  const { locale } = viewer;
  return {
    title: task.givenTo
      ? { en: `Task → ${task.givenTo}`, zh: `任务 → ${task.givenTo}` }[locale]
      : { en: 'Task added', zh: '任务已添加' }[locale],
    tone: 'good',
    body: [
      {
        type: 'facts',
        facts: [
          { label: { en: 'What', zh: '内容' }[locale], value: task.title },
          { label: DUE[locale], value: dueText(task, viewer) },
          ...(about === undefined ? [] : [{ label: ABOUT[locale], value: about }]),
        ],
      },
      {
        type: 'actions',
        buttons: [
          task.givenTo
            ? press(OPEN, locale, 'task.show', { task: task.id })
            : press(DONE, locale, 'task.done', { task: task.id }),
        ],
        more: [
          press(CHANGE, locale, 'task.change', { task: task.id }),
          press(CANCEL, locale, 'task.cancel', { task: task.id }),
        ],
      },
    ],
  };
}

/** What a colleague reads who was given it. */
export function givenTaskCard(task: TaskLine, viewer: Viewer): Card {
  const { locale } = viewer;
  return {
    ...taskCard(task, viewer),
    title: {
      en: `${task.giverName} gave you a task: ${task.title}`,
      zh: `${task.giverName}给你安排了任务：${task.title}`,
    }[locale],
    tone: 'info',
  };
}

const DEED_NAMES: Readonly<Record<Deed, Text>> = {
  changed: { en: 'changed', zh: '修改了' },
  cancelled: { en: 'cancelled', zh: '取消了' },
  done: { en: 'completed', zh: '完成了' },
  snoozed: { en: 'put off', zh: '推迟了' },
};

/** What its owner reads when somebody else has done, cancelled or changed it. */
export function changedForOwnerCard(task: TaskLine, { by, what }: { by: string; what: Deed }, viewer: Viewer): Card {
  const { en, zh } = DEED_NAMES[what];
  const title: Text = { en: `${by} ${en} your task: ${task.title}`, zh: `${by}${zh}你的任务：${task.title}` };
  return { ...taskCard(task, viewer), title: title[viewer.locale], tone: 'info' };
}

/** Only somebody's superiors give him work; it can still go on one's own list. */
export function notGivenCard(name: string, buttons: Button[], { locale }: Viewer): Card {
  return {
    title: { en: `I cannot put a task on ${name}'s list`, zh: `不能给${name}安排任务` }[locale],
    tone: 'warning',
    body: [
      {
        type: 'text',
        text: {
          en: `Only ${name} and those who lead ${name}'s team can. Nothing was saved. Shall I put it on your own list?`,
          zh: `只有${name}本人和上级可以。尚未保存，要记到你自己的待办吗？`,
        }[locale],
      },
      { type: 'actions', buttons },
    ],
  };
}

/** A moment that has passed, with the next sensible one to take instead. */
export function passedCard(due: Parameters<typeof dueText>[0], buttons: Button[], viewer: Viewer): Card {
  const when = dueText(due, viewer);
  return {
    title: { en: `That time has passed: ${when}`, zh: `该时间已经过去：${when}` }[viewer.locale],
    tone: 'warning',
    body: [
      {
        type: 'text',
        text: { en: 'Nothing was saved yet. Take this instead?', zh: '尚未保存，改成这个时间？' }[viewer.locale],
      },
      { type: 'actions', buttons },
    ],
  };
}

export function tasksCard(page: Page<TaskLine>, viewer: Viewer): Card {
  const { lines: tasks } = page;
  const { locale } = viewer;
  if (tasks.length === 0) {
    return {
      title: { en: 'No open tasks', zh: '没有待办任务' }[locale],
      tone: 'good',
      body: [
        {
          type: 'text',
          text: {
            en: 'Say “remind me to call Wang tomorrow at 3pm” to add one.',
            zh: '试试说“提醒我明天下午3点给王总打电话”。',
          }[locale],
          muted: true,
        },
      ],
    };
  }
  return {
    title: pageTitle({ en: 'My tasks', zh: '我的任务' }[locale], page, locale),
    body: [
      { type: 'records', records: tasks.map((task) => taskRecord(task, placeIn('tasks', page.page), viewer)) },
      ...moreOf(page, (next) => press(MORE, locale, 'task.list', { page: next })),
    ],
  };
}

/** One line of a list: what, for whom, by when, and Done. */
function taskRecord(
  task: TaskLine,
  list: string,
  viewer: Viewer,
): { title: string; detail: string; buttons: Button[] } {
  const { locale, today } = viewer;
  const isLate = task.dueOn !== null && task.dueOn < today;
  const late: Text = { en: 'overdue', zh: '已逾期' };
  return {
    title: task.title,
    detail: [isLate ? late[locale] : '', dueText(task, viewer), task.customerName ?? '', markText(task.mark, viewer)]
      .filter(Boolean)
      .join(' · '),
    buttons: [press(DONE, locale, 'task.done', { task: task.id, list })],
  };
}

const SUGGEST: Text = { en: 'Suggest', zh: '推荐' };
const OPEN_DEAL: Text = { en: 'Open an opportunity', zh: '建商机' };

/** What a reminder suggests to sell (R22). */
export const goodsFact = ({ goods }: TaskLine, locale: Viewer['locale']): Fact => [
  SUGGEST,
  goods.map(({ name }) => name[locale]).join({ en: ', ', zh: '、' }[locale]),
];

/** One press opens the deal, with a line of each that is on the price list. */
export function goodsButtons({ id, goods, customerId, title }: TaskLine, locale: Viewer['locale']): Button[] {
  const products = asOneValue(goods.flatMap(({ productId }) => productId ?? []));
  return goods.length === 0 || customerId === null
    ? []
    : [
        press(OPEN_DEAL, locale, 'opportunity.open', {
          customer: customerId,
          name: title,
          task: id,
          ...(products === '' ? {} : { products }),
        }),
      ];
}

export function taskCard(task: TaskLine, viewer: Viewer): Card {
  const { locale } = viewer;
  const facts: Fact[] = [
    [DUE, dueText(task, viewer)],
    [CUSTOMER, task.customerName],
    goodsFact(task, locale),
    [OWNER, task.ownerName],
    [GIVER, task.giverName === task.ownerName ? null : task.giverName],
    cancelledFact(task, viewer),
  ];
  const body: CardNode[] = [
    ...(task.doneAt ? [] : markNodes(task.mark, viewer)),
    { type: 'facts', facts: factsOf(facts, locale) },
  ];
  if (!task.doneAt) {
    body.push({
      type: 'actions',
      buttons: [
        press(DONE, locale, 'task.done', { task: task.id }, { style: 'primary' }),
        ...goodsButtons(task, locale),
        press(SNOOZE_NAMES['1h'], locale, 'task.snooze', { task: task.id, until: '1h' }),
        press(SNOOZE_NAMES.tomorrow, locale, 'task.snooze', { task: task.id, until: 'tomorrow' }),
        press(SNOOZE_NAMES.next_week, locale, 'task.snooze', { task: task.id, until: 'next_week' }),
      ],
      more: [
        press(CHANGE, locale, 'task.change', { task: task.id }),
        press(CANCEL, locale, 'task.cancel', { task: task.id }),
      ],
    });
  }
  return { title: task.title, ...(task.doneAt && !task.cancelledAt ? { tone: 'good' as const } : {}), body };
}

/** How it stands now, with what may be done about it. */
export function taskChangedCard(task: TaskLine, viewer: Viewer): Card {
  const title = { en: `Changed: ${task.title}`, zh: `已修改：${task.title}` }[viewer.locale];
  return { ...taskCard(task, viewer), title, tone: 'good' };
}

export function taskDoneCard(task: TaskLine, { locale }: Viewer): Card {
  const facts: Fact[] = [
    [{ en: 'What', zh: '内容' }, task.title],
    [CUSTOMER, task.customerName],
  ];
  const body: CardNode[] = [{ type: 'facts', facts: factsOf(facts, locale) }];
  return { title: { en: 'Done', zh: '已完成' }[locale], tone: 'good', body };
}

const cancelledFact = ({ cancelledAt, cancelReason }: TaskLine, viewer: Viewer): Fact => [
  CANCELLED,
  cancelledAt && [moment(cancelledAt, viewer), cancelReason].filter(Boolean).join(' · '),
];

export function taskCancelledCard(task: TaskLine, viewer: Viewer): Card {
  const { locale } = viewer;
  const facts: Fact[] = [
    [{ en: 'What', zh: '内容' }, task.title],
    [CUSTOMER, task.customerName],
    [REASON, task.cancelReason],
  ];
  return {
    title: CANCELLED[locale],
    tone: 'good',
    body: [{ type: 'facts', facts: factsOf(facts, locale) }],
  };
}
