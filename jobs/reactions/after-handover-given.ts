import { defineReaction } from '../reaction.ts';

/** Whoever was given a colleague's work has the list of it. */
export const afterHandoverGiven = defineReaction({
  after: 'handover.given',
  run: ({ tell }, { handoverId, userId }) =>
    tell({ effectKey: `handover:${handoverId}`, to: userId, notice: 'handoverGiven', subject: { handoverId } }),
});
