import type { TakenTask } from '../../core/tasks/find-taken.ts';
import type { TaskLine } from '../../core/tasks/find-tasks.ts';
import type { Withdrawn } from '../../core/tasks/find-withdrawn.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import type { Viewer } from './format.ts';
import { dueWords } from './planned.ts';
import { dueText } from './task.ts';
import { OPEN } from './words.ts';

/** One message holds so many. */
const SHOWN = 10;

/** What is no longer his to do, who has it now and who gave it away; nothing where nothing went. */
export function workTakenCard(
  taken: readonly TakenTask[],
  by: { id: string; name: string },
  viewer: Viewer,
): Card | undefined {
  const { locale } = viewer;
  const [first] = taken;
  if (!first) {
    return undefined;
  }
  const isOneTaker = taken.every(({ takerId }) => takerId === first.takerId);
  return {
    title: takenTitle(first, { by, isOneTaker, count: taken.length })[locale],
    tone: 'info',
    body: [
      {
        type: 'records',
        records: taken.slice(0, SHOWN).map((task) => ({
          title: task.title,
          detail: [task.contact, isOneTaker ? '' : `→ ${task.taker}`, dueWords(task, viewer)]
            .filter(Boolean)
            .join(' · '),
        })),
      },
      ...moreNodes(taken.length, viewer),
    ],
  };
}

function takenTitle(
  { taker, takerId }: TakenTask,
  { by, isOneTaker, count }: { by: { id: string; name: string }; isOneTaker: boolean; count: number },
): Text {
  const tasks: Text =
    count === 1
      ? { en: 'a task of yours', zh: '你的 1 项任务' }
      : { en: `${count} of your tasks`, zh: `你的 ${count} 项任务` };
  if (isOneTaker && takerId === by.id) {
    return { en: `${by.name} took over ${tasks.en}`, zh: `${by.name}接手了${tasks.zh}` };
  }
  if (!isOneTaker) {
    return { en: `${by.name} gave ${tasks.en} to others`, zh: `${by.name}把${tasks.zh}转给了其他同事` };
  }
  return { en: `${by.name} gave ${taker} ${tasks.en}`, zh: `${by.name}把${tasks.zh}转给了${taker}` };
}

const moreNodes = (count: number, { locale }: Viewer) =>
  count > SHOWN
    ? [
        {
          type: 'text' as const,
          text: { en: `And ${count - SHOWN} more.`, zh: `还有 ${count - SHOWN} 项。` }[locale],
          muted: true,
        },
      ]
    : [];

/** What is again as it was, with what may be done about it. */
export function workRestoredCard(tasks: readonly TaskLine[], by: string, viewer: Viewer): Card | undefined {
  const { locale } = viewer;
  return tasks.length === 0
    ? undefined
    : {
        title: { en: `${by} took that back: as it was before`, zh: `${by}撤销了刚才的操作，任务已恢复` }[locale],
        tone: 'info',
        body: [
          {
            type: 'records',
            records: tasks.slice(0, SHOWN).map((task) => ({
              title: task.title,
              detail: [task.contact, dueText(task, viewer), task.customerName].filter(Boolean).join(' · '),
              buttons: [press(OPEN, locale, 'task.show', { task: task.id })],
            })),
          },
          ...moreNodes(tasks.length, viewer),
        ],
      };
}

const KINDS = {
  customers: { en: 'Customer', zh: '客户' },
  opportunities: { en: 'Deal', zh: '商机' },
  leads: { en: 'Lead', zh: '线索' },
  tasks: { en: 'Task', zh: '任务' },
  service_tickets: { en: 'Ticket', zh: '工单' },
} as const;

/** What is no longer his, since whoever gave it to him took that back; nothing where all of it is his again. */
export function workWithdrawnCard(withdrawn: readonly Withdrawn[], by: string, viewer: Viewer): Card | undefined {
  const { locale } = viewer;
  return withdrawn.length === 0
    ? undefined
    : {
        title: {
          en: `${by} took back what was given to you: it is no longer yours`,
          zh: `${by}撤销了之前的分配，以下不再由你负责`,
        }[locale],
        tone: 'info',
        body: [
          {
            type: 'records',
            records: withdrawn
              .slice(0, SHOWN)
              .map(({ entity, name }) => ({ title: name, detail: KINDS[entity][locale] })),
          },
          ...moreNodes(withdrawn.length, viewer),
        ],
      };
}
