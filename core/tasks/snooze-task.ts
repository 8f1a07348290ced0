import type { Core } from '../context.ts';
import { addDays, type Day, dayIn, instantOf, weekday } from '../days.ts';
import { getOpenTask, type TaskLine } from './find-tasks.ts';
import { tellOwner } from './tell-owner.ts';

export const SNOOZES = ['1h', 'tomorrow', 'next_week'] as const;

export type Snooze = (typeof SNOOZES)[number];

const HOUR_MS = 3_600_000;

/** Moves a task's reminder, by its owner's wall clock, and its day where it would otherwise be overdue. Throws decided when it is done. */
export async function snoozeTask(core: Core, { id, until }: { id: string; until: Snooze }): Promise<TaskLine> {
  const [task, timeZone] = await Promise.all([getOpenTask(core, id), timeZoneOf(core, id)]);
  const remindAt = momentOf(core.now, until, timeZone);
  const on = dayIn(remindAt, timeZone);
  const dueOn: Day = task.dueOn && task.dueOn > on ? task.dueOn : on;
  core.change.update('tasks', id, { remindAt, dueOn }, { version: task.version });
  tellOwner(core, task, 'snoozed');
  return { ...task, dueOn };
}

/** The owner's time zone: a manager elsewhere snoozes to the owner's morning. */
async function timeZoneOf(core: Core, id: string): Promise<string> {
  const [owner] = await core.sql<{ timeZone: string | null }>({
    name: 'task-time-zone',
    text: 'SELECT u.time_zone AS "timeZone" FROM tasks t JOIN users u ON u.id = t.owner_id WHERE t.id = $1',
    values: [id],
  });
  return owner?.timeZone ?? core.org.timeZone;
}

/** When somebody wants to hear of it again, by the clock on his wall. */
export function momentOf(now: Date, until: Snooze, timeZone: string): Date {
  const today = dayIn(now, timeZone);
  switch (until) {
    case '1h':
      return new Date(now.getTime() + HOUR_MS);
    case 'tomorrow':
      return instantOf(addDays(today, 1), '09:00', timeZone);
    case 'next_week':
      return instantOf(addDays(today, 8 - weekday(today)), '09:00', timeZone);
  }
}
