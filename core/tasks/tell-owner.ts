import type { Core } from '../context.ts';
import { changeIdOf } from '../db/transaction.ts';
import type { Deed } from './deed.ts';

/** Whoever has something to do hears of it when somebody else does, cancels or changes it. */
export function tellOwner(core: Core, { id, ownerId }: { id: string; ownerId: string }, what: Deed): void {
  const { userId: by } = core.actor;
  if (ownerId !== by) {
    core.change.record('task.changed', { taskId: id, ownerId, by, what, changeId: changeIdOf(core) });
  }
}

/** Whoever had something to do hears, once for all that goes at once, that somebody else gave it to another. */
export function tellFormerOwners(core: Core, ownerIds: readonly string[]): void {
  const { userId: by } = core.actor;
  for (const ownerId of new Set(ownerIds)) {
    if (ownerId !== by) {
      core.change.record('work.taken', { ownerId, by, changeId: changeIdOf(core) });
    }
  }
}
