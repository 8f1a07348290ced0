import { defineReaction } from '../reaction.ts';

/** Whoever was given a part of a deal hears of it. */
export const afterOpportunityShared = defineReaction({
  after: 'opportunity.shared',
  run: ({ tell, eventId }, { opportunityId, userId }) =>
    tell({ effectKey: `shared:${eventId}`, to: userId, notice: 'dealShared', subject: { opportunityId } }),
});
