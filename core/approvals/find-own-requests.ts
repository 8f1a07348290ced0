import type { Core } from '../context.ts';
import type { Approval } from './approval.ts';
import { getApproval } from './find-approval.ts';

/** What the actor has asked for, the latest first; of one customer's deals where one is named. */
export async function findOwnRequests(
  core: Core,
  { customerIds, limit = 5 }: { customerIds?: readonly string[] | undefined; limit?: number } = {},
): Promise<Approval[]> {
  const rows = await core.sql<{ id: string }>({
    name: 'approvals-own',
    text: `SELECT r.id FROM approval_requests r LEFT JOIN seen.opportunities o ON o.id = r.record_id
            WHERE r.requester_id = $1 AND ($2::uuid[] IS NULL OR o.customer_id = ANY ($2))
            ORDER BY r.state <> 'pending', r.created_at DESC, r.id DESC LIMIT $3`,
    values: [core.actor.userId, customerIds ?? null, limit],
  });
  return Promise.all(rows.map(({ id }) => getApproval(core, id)));
}
