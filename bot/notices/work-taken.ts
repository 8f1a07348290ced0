import { z } from 'zod';
import { findTaken } from '../../core/tasks/find-taken.ts';
import { viewer } from '../views/viewer.ts';
import { workTakenCard } from '../views/work-taken.ts';
import { defineNotice } from './notice.ts';

/** Somebody gave what he had to do to another. */
export const workTaken = defineNotice({
  name: { en: 'tasks given to another', zh: '任务转给他人' },
  subject: z.object({ changeId: z.uuid(), by: z.uuid() }),
  mayWait: () => true,

  async draw(core, { changeId, by }) {
    const [taken, giver] = await Promise.all([
      findTaken(core, changeId),
      core.db.user.findFirst({ where: { id: by }, select: { name: true } }),
    ]);
    return workTakenCard(taken, { id: by, name: giver?.name ?? '' }, viewer(core));
  },
});
