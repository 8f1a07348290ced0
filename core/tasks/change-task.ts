import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { openMarkOf } from '../tickets/open-mark.ts';
import { type Due, refusePassed, reminderOf } from './add-task.ts';
import { getOpenTask, type TaskLine } from './find-tasks.ts';
import { getReceiver, type Receiver } from './give-task.ts';
import { tellFormerOwners, tellOwner } from './tell-owner.ts';

export type TaskChange = {
  title?: string | undefined;
  /** `time: null` takes the hour away, null the day with it. */
  due?: { day: Day; time?: string | null | undefined } | null | undefined;
  /** Another hour of the day it stands at, on its owner's clock; null is none. */
  at?: string | null | undefined;
  customerId?: string | null | undefined;
  ownerId?: string | undefined;
};

/** A task as it would stand: nothing is written yet. */
export type PlannedChange = { task: TaskLine; after: TaskLine; receiver: Receiver; isMoved: boolean };

/** Throws not_found, decided when it is done, bad_input where nothing changes. */
export async function planChange(core: Core, id: string, change: TaskChange): Promise<PlannedChange> {
  const [task, customer] = await Promise.all([getOpenTask(core, id), nameCustomer(core, change.customerId)]);
  const receiver = await getReceiver(core, change.ownerId ?? task.ownerId, {
    mayHaveLeft: change.ownerId === undefined,
  });
  const due = dueOf(core, task, change);
  const after = {
    ...task,
    ...due,
    ...customer,
    title: change.title ?? task.title,
    ownerId: receiver.id,
    ownerName: receiver.name,
  };
  const isMoved = due.dueOn !== task.dueOn || due.dueTime !== task.dueTime;
  const isSame =
    !isMoved && after.title === task.title && after.ownerId === task.ownerId && after.customerId === task.customerId;
  if (isSame) {
    throw nothingChanges(`task ${id}`);
  }
  return { task, after, receiver, isMoved };
}

/**
 * Writes it down; whoever it is given to now is told, and reminded on his own clock. Throws bad_input for a moment that has
 * passed, forbidden where the actor may give the new owner nothing.
 */
export function changeTask(core: Core, { task, after, receiver, isMoved }: PlannedChange): TaskLine {
  const isGiven = after.ownerId !== task.ownerId;
  if (isGiven && !receiver.mayBeGiven) {
    const { name } = receiver;
    throw new DomainError('forbidden', `task ${task.id} for ${receiver.id}`, {
      say: {
        en: `Only ${name} and those who lead ${name}'s team can put a task on that list. Nothing was changed.`,
        zh: `只有${name}本人和上级可以给${name}安排任务，任务没有改动。`,
      },
    });
  }
  const due: Due = { dueOn: after.dueOn ?? undefined, dueTime: after.dueTime ?? undefined };
  if (isMoved) {
    refusePassed(core, due, receiver);
  }
  core.change.update(
    'tasks',
    task.id,
    {
      title: after.title,
      dueOn: after.dueOn,
      dueTime: after.dueTime,
      ownerId: after.ownerId,
      // What it was about of the one customer, a deal or his lead, is nothing of the other's.
      ...(after.customerId === task.customerId
        ? {}
        : { customerId: after.customerId, opportunityId: null, leadId: null, followUpId: null }),
      ...(isMoved || isGiven ? { remindAt: reminderOf(core, due, receiver) } : {}),
    },
    { version: task.version },
  );
  if (isGiven && receiver.id !== core.actor.userId) {
    core.change.record('task.given', { taskId: task.id, ownerId: receiver.id });
  }
  if (isGiven) {
    tellFormerOwners(core, [task.ownerId]);
  } else {
    tellOwner(core, task, 'changed');
  }
  return after;
}

/** A day that is said alone keeps the hour, an hour alone the day. */
function dueOf(core: Core, task: TaskLine, { due, at }: TaskChange): Pick<TaskLine, 'dueOn' | 'dueTime'> {
  if (due === null && !at) {
    return { dueOn: null, dueTime: null };
  }
  const dueOn = due?.day ?? task.dueOn ?? (at ? core.today : null);
  const time = at === undefined ? due?.time : at;
  return { dueOn, dueTime: time === undefined ? task.dueTime : time };
}

/** Among those the actor may see. Throws not_found. */
async function nameCustomer(core: Core, id: string | null | undefined) {
  if (!id) {
    return id === null ? { customerId: null, customerName: null, mark: null } : undefined;
  }
  const [customer] = await core.sql<Pick<TaskLine, 'mark'> & { customerId: string; customerName: string }>({
    name: 'task-customer',
    text: `SELECT c.id AS "customerId", c.name AS "customerName", ${openMarkOf('c.id')} AS mark FROM seen.customers c WHERE c.id = $1`,
    values: [id],
  });
  if (!customer) {
    throw new DomainError('not_found', `customer ${id}`);
  }
  return customer;
}
