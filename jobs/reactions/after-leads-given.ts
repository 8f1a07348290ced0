import { defineReaction } from '../reaction.ts';

/** Whoever was given several leads at once hears of all of them in one message. */
export const afterLeadsGiven = defineReaction({
  after: 'leads.given',

  async run({ tell }, { userId, taskIds }) {
    await tell({ effectKey: `leads:${userId}:${taskIds[0]}`, to: userId, notice: 'leadsGiven', subject: { taskIds } });
  },
});
