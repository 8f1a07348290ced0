import { defineReaction } from '../reaction.ts';

/** Somebody else cancelled or changed what its owner has to do. */
export const afterTaskChanged = defineReaction({
  after: 'task.changed',

  async run({ tell, eventId }, { taskId, ownerId, by }) {
    await tell({ effectKey: `task-changed:${eventId}`, to: ownerId, notice: 'taskChanged', subject: { taskId, by } });
  },
});
