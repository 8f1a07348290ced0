import { z } from 'zod';
import { getTask } from '../../core/tasks/find-tasks.ts';
import { givenTaskCard } from '../views/task.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** Somebody was given a task. */
export const taskGiven = defineNotice({
  name: { en: 'a new task', zh: '新任务' },
  subject: z.object({ taskId: z.uuid() }),
  mayWait: () => true,

  async draw(core, { taskId }) {
    const task = await getTask(core, taskId);
    return task.doneAt || task.ownerId !== core.actor.userId ? undefined : givenTaskCard(task, viewer(core));
  },
});
