import type { Core } from '../context.ts';
import { getOpenTask, type TaskLine } from './find-tasks.ts';
import { tellOwner } from './tell-owner.ts';

/** Throws decided when it is done already; then nothing is written. */
export async function completeTask(core: Core, id: string): Promise<TaskLine> {
  const task = await getOpenTask(core, id);
  core.change.update('tasks', id, { doneAt: core.now, remindAt: null }, { when: { done_at: null } });
  tellOwner(core, task, 'done');
  return { ...task, doneAt: core.now };
}
