import { defineReaction } from '../reaction.ts';

/** Everybody who may give this signature gets a card of his own; the first decision stands. */
export const afterApprovalAsked = defineReaction({
  after: 'approval.asked',

  async run({ sql, tell }, { requestId, level }) {
    const asked = await sql<{ step: string; user: string }>({
      name: 'approvers-of-step',
      text: `SELECT s.id AS step, u.id AS "user"
               FROM approval_steps s JOIN approval_requests r ON r.id = s.request_id
               JOIN users u ON s.role = ANY (u.roles) AND u.active AND u.id <> r.requester_id
              WHERE s.request_id = $1 AND s.level = $2 AND s.state = 'pending' AND r.state = 'pending'`,
      values: [requestId, level],
    });
    for (const { step, user } of asked) {
      await tell({
        effectKey: `approval:${step}:${user}`,
        to: user,
        notice: 'approval',
        subject: { requestId, level },
      });
    }
  },
});
