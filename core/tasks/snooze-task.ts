import type { Core } from '../context.ts';
import { addDays, type Day, dayIn, instantOf, weekday } from '../days.ts';
import { DomainError } from '../errors.ts';
import { getTask, type TaskLine } from './find-tasks.ts';

export const SNOOZES = ['1h', 'tomorrow', 'next_week'] as const;

export type Snooze = (typeof SNOOZES)[number];

const HOUR_MS = 3_600_000;

/** Moves a task's reminder, and its day where it would otherwise be overdue. Throws decided when it is done. */
export async function snoozeTask(core: Core, { id, until }: { id: string; until: Snooze }): Promise<TaskLine> {
  const task = await getTask(core, id);
  if (task.doneAt) {
    throw new DomainError('decided', `task ${id} is done`, {
      say: { en: `“${task.title}” is done already.`, zh: `“${task.title}”已经完成了。` },
    });
  }
  const remindAt = momentOf(core, until);
  const on = dayIn(remindAt, core.actor.timeZone);
  const dueOn: Day = task.dueOn && task.dueOn > on ? task.dueOn : on;
  core.change.update('tasks', id, { remindAt, dueOn }, { version: task.version });
  return { ...task, dueOn };
}

function momentOf({ now, today, actor }: Core, until: Snooze): Date {
  switch (until) {
    case '1h':
      return new Date(now.getTime() + HOUR_MS);
    case 'tomorrow':
      return instantOf(addDays(today, 1), '09:00', actor.timeZone);
    case 'next_week':
      return instantOf(addDays(today, 8 - weekday(today)), '09:00', actor.timeZone);
  }
}
