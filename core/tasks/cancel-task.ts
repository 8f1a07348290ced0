import type { Core } from '../context.ts';
import { getOpenTask, type TaskLine } from './find-tasks.ts';
import { tellOwner } from './tell-owner.ts';

/**
 * Takes a task nobody needs off its list: it counts as done nowhere, and nobody is reminded of it. Throws not_found, decided when
 * it is done or cancelled already.
 */
export async function cancelTask(
  core: Core,
  { id, reason }: { id: string; reason?: string | undefined },
): Promise<TaskLine> {
  const task = await getOpenTask(core, id);
  const cancelled = { doneAt: core.now, cancelledAt: core.now, cancelReason: reason ?? null };
  core.change.update('tasks', id, { ...cancelled, remindAt: null }, { when: { done_at: null } });
  tellOwner(core, task, 'cancelled');
  return { ...task, ...cancelled };
}
