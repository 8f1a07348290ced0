import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import type { FollowUpKind } from './follow-up.ts';

/** `note` is null where the actor may not read it. */
export type FollowUpLine = { id: string; kind: FollowUpKind; note: string | null; on: Day; authorName: string };

/** A customer's history, newest first (R36). */
export async function findFollowUps(
  core: Core,
  { customerId, limit = 10 }: { customerId: string; limit?: number },
): Promise<FollowUpLine[]> {
  return core.sql<FollowUpLine>({
    name: 'follow-ups-of',
    text: `SELECT f.id, f.kind, f.note, f.happened_on AS "on", u.name AS "authorName"
             FROM (SELECT * FROM seen.follow_ups WHERE customer_id = $1 ORDER BY happened_on DESC, created_at DESC LIMIT $2) f
             JOIN users u ON u.id = f.author_id ORDER BY f.happened_on DESC, f.created_at DESC`,
    values: [customerId, limit],
  });
}
