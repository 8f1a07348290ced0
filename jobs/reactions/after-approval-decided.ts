import { defineReaction } from '../reaction.ts';

/** Every copy of the card shows the decision; whoever asked is told once nobody else has to sign. */
export const afterApprovalDecided = defineReaction({
  after: 'approval.decided',

  async run({ sql, tell, redraw }, { requestId }) {
    await redraw({ subject: 'approval', subjectId: requestId });
    const [request] = await sql<{ requester: string }>({
      name: 'approval-closed',
      text: `SELECT requester_id AS requester FROM approval_requests WHERE id = $1 AND state IN ('approved', 'rejected')`,
      values: [requestId],
    });
    if (request) {
      await tell({
        effectKey: `approval-decided:${requestId}`,
        to: request.requester,
        notice: 'approvalDecided',
        subject: { requestId },
      });
    }
  },
});
