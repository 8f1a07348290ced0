import { defineReaction } from '../reaction.ts';

/** Somebody else gave what he had to do to another; all of one change in one message. */
export const afterWorkTaken = defineReaction({
  after: 'work.taken',

  async run({ tell }, { ownerId, by, changeId }) {
    const effectKey = `work-taken:${changeId}:${ownerId}`;
    await tell({ effectKey, to: ownerId, notice: 'workTaken', subject: { changeId, by } });
  },
});
