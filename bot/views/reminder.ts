import type { TaskLine } from '../../core/tasks/find-tasks.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { type Fact, factsOf } from './facts.ts';
import { day, type Viewer } from './format.ts';
import { goodsButtons, goodsFact } from './task.ts';
import { OPEN } from './words.ts';

const TITLE: Text = { en: 'Reminder', zh: '任务提醒' };
const WHAT: Text = { en: 'What', zh: '内容' };
const CUSTOMER: Text = { en: 'Customer', zh: '客户' };
const DUE: Text = { en: 'Due', zh: '截止' };
const DONE: Text = { en: 'Done', zh: '完成' };
const HOUR: Text = { en: 'In an hour', zh: '1 小时后' };
const TOMORROW: Text = { en: 'Tomorrow', zh: '明天' };

/** The card of a task whose moment has come: what, for whom, by when; done, later or open. */
export function reminderCard(task: TaskLine, viewer: Viewer): Card {
  const { locale } = viewer;
  const press = (label: Text, command: string, input: Button['input']): Button => ({
    label: label[locale],
    command,
    input,
  });
  const facts: Fact[] = [
    [WHAT, task.title],
    [CUSTOMER, task.customerName],
    goodsFact(task, locale),
    [DUE, task.dueOn && [day(task.dueOn, viewer), task.dueTime].filter(Boolean).join(' ')],
  ];
  return {
    title: `${TITLE[locale]} · ${task.title}`,
    tone: task.dueOn !== null && task.dueOn < viewer.today ? 'warning' : 'info',
    body: [
      { type: 'facts', facts: factsOf(facts, locale) },
      {
        type: 'actions',
        buttons: [
          { ...press(DONE, 'task.done', { task: task.id }), style: 'primary' },
          ...goodsButtons(task, locale),
          press(HOUR, 'task.snooze', { task: task.id, until: '1h' }),
          press(TOMORROW, 'task.snooze', { task: task.id, until: 'tomorrow' }),
          press(OPEN, 'task.show', { task: task.id }),
        ],
      },
    ],
  };
}
