import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { getTask, type TaskLine } from './find-tasks.ts';

/** Throws decided when it is done already; then nothing is written. */
export async function completeTask(core: Core, id: string): Promise<TaskLine> {
  const task = await getTask(core, id);
  if (task.doneAt) {
    throw new DomainError('decided', `task ${id} is done`, {
      say: { en: `“${task.title}” is done already.`, zh: `“${task.title}”已经完成了。` },
    });
  }
  core.change.update('tasks', id, { doneAt: core.now, remindAt: null }, { when: { done_at: null } });
  return { ...task, doneAt: core.now };
}
