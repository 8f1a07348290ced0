import { defineReaction } from '../reaction.ts';

/** A changed request voids the cards of the old one. */
export const afterApprovalSuperseded = defineReaction({
  after: 'approval.superseded',

  async run({ redraw }, { requestId }) {
    await redraw({ subject: 'approval', subjectId: requestId });
  },
});
