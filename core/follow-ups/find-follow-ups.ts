import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { EDIT_DAYS, type Felt, type FollowUpKind } from './follow-up.ts';

/** `note` is null where the actor may not read it. */
export type FollowUpLine = Felt & {
  id: string;
  kind: FollowUpKind;
  note: string | null;
  on: Day;
  authorName: string;
  /** True for what the actor logged and may still change. */
  isOpen: boolean;
};

/** A customer's history, newest first (R36). */
export async function findFollowUps(
  core: Core,
  { customerId, limit = 10 }: { customerId: string; limit?: number },
): Promise<FollowUpLine[]> {
  return core.sql<FollowUpLine>({
    name: 'follow-ups-of',
    text: `SELECT f.id, f.kind, f.note, f.mood, f.outcome, f.happened_on AS "on", u.name AS "authorName",
                  f.author_id = $3 AND f.created_at > parley_now() - make_interval(days => $4) AS "isOpen"
             FROM (SELECT * FROM seen.follow_ups WHERE customer_id = $1 ORDER BY happened_on DESC, created_at DESC LIMIT $2) f
             JOIN users u ON u.id = f.author_id ORDER BY f.happened_on DESC, f.created_at DESC`,
    values: [customerId, limit, core.actor.userId, core.org.followUpEditDays ?? EDIT_DAYS],
  });
}
