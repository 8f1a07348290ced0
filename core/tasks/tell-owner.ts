import type { Core } from '../context.ts';

/** Whoever has something to do hears of it when somebody else cancels or changes it. */
export function tellOwner(core: Core, { id, ownerId }: { id: string; ownerId: string }): void {
  const { userId: by } = core.actor;
  if (ownerId !== by) {
    core.change.record('task.changed', { taskId: id, ownerId, by });
  }
}
