import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { type AddedTask, addTask, type NewTask, type TaskOwner } from './add-task.ts';

/** A colleague as the one to do it, and whether the actor may give him anything: himself, his people, theirs. */
export type Receiver = TaskOwner & { mayBeGiven: boolean };

/** The actor himself when left out. Throws not_found for nobody active, unless somebody who has left is meant as well. */
export async function getReceiver(
  core: Core,
  userId = core.actor.userId,
  { mayHaveLeft = false } = {},
): Promise<Receiver> {
  const { actor } = core;
  if (userId === actor.userId) {
    return { id: userId, name: actor.name, timeZone: actor.timeZone, mayBeGiven: true };
  }
  const [person] = await core.sql<{ name: string; timeZone: string | null; mayBeGiven: boolean }>({
    name: 'task-receiver',
    text: `SELECT name, time_zone AS "timeZone", id = ANY (parley_workable()) AS "mayBeGiven" FROM users WHERE id = $1 AND (active OR $2)`,
    values: [userId, mayHaveLeft],
  });
  if (!person) {
    throw new DomainError('not_found', `user ${userId}`);
  }
  return { ...person, id: userId, timeZone: person.timeZone ?? core.org.timeZone };
}

/** A task for somebody else; he is told at once, and reminded like of his own. Throws forbidden unless he is one of the actor's people. */
export function giveTask(core: Core, task: NewTask, receiver: Receiver): AddedTask {
  if (!receiver.mayBeGiven) {
    throw new DomainError('forbidden', `a task for ${receiver.id}`);
  }
  const added = addTask(core, task, receiver);
  if (added.givenTo) {
    core.change.record('task.given', { taskId: added.id, ownerId: receiver.id });
  }
  return added;
}
