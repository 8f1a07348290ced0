import type { Core } from '../context.ts';
import { type Day, instantOf } from '../days.ts';
import { newId } from '../id.ts';

/** Local time of the reminder of a task that has a day and no time. */
const REMIND_AT = '09:00';

/** How long before a task with a time its reminder goes out. */
const AHEAD_MS = 15 * 60_000;

export type NewTask = {
  title: string;
  dueOn?: Day | undefined;
  /** Local wall-clock time, HH:MM. */
  dueTime?: string | undefined;
  customerId?: string | null | undefined;
  opportunityId?: string | null | undefined;
  followUpId?: string | null | undefined;
};

export type AddedTask = { id: string; title: string; dueOn: Day | undefined; dueTime: string | undefined };

/** The actor's own task, with a reminder when it has a day. */
export function addTask(
  core: Core,
  { title, dueOn, dueTime, customerId, opportunityId, followUpId }: NewTask,
): AddedTask {
  const id = newId();
  core.change.insert('tasks', {
    id,
    title,
    ownerId: core.actor.userId,
    createdBy: core.actor.userId,
    customerId: customerId ?? null,
    opportunityId: opportunityId ?? null,
    followUpId: followUpId ?? null,
    dueOn: dueOn ?? null,
    dueTime: dueTime ?? null,
    remindAt: reminderOf(core, { dueOn, dueTime }),
  });
  return { id, title, dueOn, dueTime };
}

/** When to remind, by the owner's wall clock; null without a day, or when the moment has passed. */
function reminderOf(
  core: Core,
  { dueOn, dueTime }: { dueOn?: Day | undefined; dueTime?: string | undefined },
): Date | null {
  if (!dueOn) {
    return null;
  }
  const due = instantOf(dueOn, dueTime ?? REMIND_AT, core.actor.timeZone);
  const at = dueTime ? new Date(Math.max(due.getTime() - AHEAD_MS, core.now.getTime())) : due;
  return due > core.now ? at : null;
}
