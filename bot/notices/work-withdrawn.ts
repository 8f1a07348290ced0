import { z } from 'zod';
import { findWithdrawn } from '../../core/tasks/find-withdrawn.ts';
import { viewer } from '../views/viewer.ts';
import { workWithdrawnCard } from '../views/work-taken.ts';
import { defineNotice } from './notice.ts';

/** Somebody took back what he had given to him, who had been told of it. */
export const workWithdrawn = defineNotice({
  name: { en: 'work taken back', zh: '分配被收回' },
  subject: z.object({ changeId: z.uuid(), by: z.uuid() }),
  mayWait: () => true,

  async draw(core, { changeId, by }) {
    const [withdrawn, giver] = await Promise.all([
      findWithdrawn(core, changeId),
      core.db.user.findFirst({ where: { id: by }, select: { name: true } }),
    ]);
    return workWithdrawnCard(withdrawn, giver?.name ?? '', viewer(core));
  },
});
