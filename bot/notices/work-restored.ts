import { z } from 'zod';
import { findTasks } from '../../core/tasks/find-tasks.ts';
import { viewer } from '../views/viewer.ts';
import { workRestoredCard } from '../views/work-taken.ts';
import { defineNotice } from './notice.ts';

/** Somebody took back what he had done to another's tasks, who had been told of it. */
export const workRestored = defineNotice({
  name: { en: 'tasks as they were before', zh: '任务恢复原样' },
  subject: z.object({ taskIds: z.array(z.uuid()), by: z.uuid() }),
  mayWait: () => true,

  async draw(core, { taskIds, by }) {
    const [tasks, giver] = await Promise.all([
      findTasks(core, { ids: taskIds, limit: taskIds.length }),
      core.db.user.findFirst({ where: { id: by }, select: { name: true } }),
    ]);
    return workRestoredCard(tasks, giver?.name ?? '', viewer(core));
  },
});
