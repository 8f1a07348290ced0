import { z } from 'zod';
import { getTask } from '../../core/tasks/find-tasks.ts';
import { changedForOwnerCard } from '../views/task.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** Somebody else has cancelled or changed what he has to do; as it stands when he is told. */
export const taskChanged = defineNotice({
  name: { en: 'a changed task', zh: '任务变更' },
  subject: z.object({ taskId: z.uuid(), by: z.uuid() }),
  mayWait: () => true,

  async draw(core, { taskId, by }) {
    const [task, changer] = await Promise.all([
      getTask(core, taskId),
      core.db.user.findFirst({ where: { id: by }, select: { name: true } }),
    ]);
    const isOver = task.doneAt !== null && task.cancelledAt === null;
    return isOver || task.ownerId !== core.actor.userId
      ? undefined
      : changedForOwnerCard(task, changer?.name ?? '', viewer(core));
  },
});
