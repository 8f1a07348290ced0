import { z } from 'zod';
import { DEEDS } from '../../core/tasks/deed.ts';
import { isToldLater, isUndone } from '../../core/tasks/find-taken.ts';
import { getTask } from '../../core/tasks/find-tasks.ts';
import { changedForOwnerCard } from '../views/task.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** Somebody else has done, cancelled or changed what he has to do; as it stands when he is told. */
export const taskChanged = defineNotice({
  name: { en: 'a changed task', zh: '任务变更' },
  subject: z.object({
    taskId: z.uuid(),
    by: z.uuid(),
    what: z.enum(DEEDS).optional(),
    changeId: z.uuid().optional(),
  }),
  mayWait: () => true,

  async draw(core, { taskId, by, what: said, changeId }) {
    const [task, changer, isBack, isToldAgain] = await Promise.all([
      getTask(core, taskId),
      core.db.user.findFirst({ where: { id: by }, select: { name: true } }),
      changeId ? isUndone(core, changeId) : false,
      changeId ? isToldLater(core, { taskId, changeId }) : false,
    ]);
    const stands = task.cancelledAt ? 'cancelled' : task.doneAt ? 'done' : 'open';
    const what = said ?? (stands === 'cancelled' ? stands : 'changed');
    // What he or somebody else has done with it since says more than this would.
    const isLate = stands !== (what === 'cancelled' || what === 'done' ? what : 'open');
    return isBack || isLate || isToldAgain || task.ownerId !== core.actor.userId
      ? undefined
      : changedForOwnerCard(task, { by: changer?.name ?? '', what }, viewer(core));
  },
});
