import { z } from 'zod';
import { getTask } from '../../core/tasks/find-tasks.ts';
import { reminderCard } from '../views/reminder.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** A task's moment has come (R35). */
export const reminder = defineNotice({
  name: { en: 'a reminder', zh: '任务提醒' },
  /** `timed` when the person set a time himself; else it may wait for the morning. */
  subject: z.object({ taskId: z.uuid(), timed: z.boolean() }),
  mayWait: ({ timed }) => !timed,

  async draw(core, { taskId }) {
    const task = await getTask(core, taskId);
    return task.doneAt || task.ownerId !== core.actor.userId ? undefined : reminderCard(task, viewer(core));
  },
});
