import { defineReaction } from '../reaction.ts';

/** Somebody else did, cancelled or changed what its owner has to do. */
export const afterTaskChanged = defineReaction({
  after: 'task.changed',

  async run({ tell, eventId }, { taskId, ownerId, by, what, changeId }) {
    const effectKey = changeId ? `task-changed:${changeId}:${taskId}` : `task-changed:${eventId}`;
    const subject = { taskId, by, ...(what ? { what } : {}), ...(changeId ? { changeId } : {}) };
    await tell({ effectKey, to: ownerId, notice: 'taskChanged', subject });
  },
});
