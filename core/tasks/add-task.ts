import type { Core } from '../context.ts';
import { addDays, type Day, dayIn, instantOf } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';

/** Local time of the reminder of a task that has a day and no time: nobody chose it, so it may wait. */
export const MORNING = '09:00';

/** How long before a task with a time its reminder goes out. */
const AHEAD_MS = 15 * 60_000;

export type NewTask = {
  /** Where it has to be known beforehand. */
  id?: string | undefined;
  title: string;
  dueOn?: Day | undefined;
  /** Local wall-clock time, HH:MM. */
  dueTime?: string | undefined;
  customerId?: string | null | undefined;
  opportunityId?: string | null | undefined;
  leadId?: string | null | undefined;
  followUpId?: string | null | undefined;
};

export type Due = Pick<NewTask, 'dueOn' | 'dueTime'>;

/** Whose task it is; days and times are read on his wall clock. */
export type TaskOwner = { id: string; name: string; timeZone: string };

export type AddedTask = {
  id: string;
  title: string;
  dueOn: Day | undefined;
  dueTime: string | undefined;
  /** The colleague it was given to. */
  givenTo?: string;
};

/** A task of the actor's, or of whoever he gives it to (give-task.ts), with a reminder when it has a day. Throws bad_input for a past day. */
export function addTask(
  core: Core,
  { id = newId(), title, dueOn, dueTime, customerId, opportunityId, leadId, followUpId }: NewTask,
  owner: TaskOwner = { id: core.actor.userId, name: core.actor.name, timeZone: core.actor.timeZone },
): AddedTask {
  refusePassed(core, { dueOn, dueTime }, owner);
  core.change.insert('tasks', {
    id,
    title,
    ownerId: owner.id,
    createdBy: core.actor.userId,
    customerId: customerId ?? null,
    opportunityId: opportunityId ?? null,
    leadId: leadId ?? null,
    followUpId: followUpId ?? null,
    dueOn: dueOn ?? null,
    dueTime: dueTime ?? null,
    remindAt: reminderOf(core, { dueOn, dueTime }, owner),
  });
  return { id, title, dueOn, dueTime, ...(owner.id === core.actor.userId ? {} : { givenTo: owner.name }) };
}

/** Throws bad_input for a moment that has passed on the owner's clock. */
export function refusePassed(core: Core, due: Due, owner: Pick<TaskOwner, 'timeZone'>): void {
  if (laterDue(core, due, owner)) {
    throw new DomainError('bad_input', `a task due ${due.dueOn} ${due.dueTime ?? ''}`, {
      say: { en: 'That time has passed.', zh: '该时间已经过去。' },
    });
  }
}

/** The next sensible moment instead of one that has passed; undefined when it lies ahead, or is a day that is not over. */
export function laterDue(
  core: Core,
  { dueOn, dueTime }: Due,
  { timeZone }: Pick<TaskOwner, 'timeZone'>,
): { dueOn: Day; dueTime: string | undefined } | undefined {
  const today = dayIn(core.now, timeZone);
  const hasPassed = dueOn !== undefined && (dueTime ? instantOf(dueOn, dueTime, timeZone) <= core.now : dueOn < today);
  if (!hasPassed) {
    return undefined;
  }
  const isAheadToday = dueTime === undefined || instantOf(today, dueTime, timeZone) > core.now;
  return { dueOn: isAheadToday ? today : addDays(today, 1), dueTime };
}

/** When to remind, by the owner's wall clock; null without a day, or when the moment has passed. */
export function reminderOf(
  core: Core,
  { dueOn, dueTime }: Due,
  { timeZone }: Pick<TaskOwner, 'timeZone'>,
): Date | null {
  if (!dueOn) {
    return null;
  }
  const due = instantOf(dueOn, dueTime ?? MORNING, timeZone);
  const at = dueTime ? new Date(Math.max(due.getTime() - AHEAD_MS, core.now.getTime())) : due;
  return due > core.now ? at : null;
}
