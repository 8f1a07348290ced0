import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import type { CheckIn } from '../visits/visit.ts';
import { EDIT_DAYS, type Felt, type FollowUpKind } from './follow-up.ts';

/** `note` is null where the actor may not read it. */
export type FollowUpLine = Felt & {
  id: string;
  kind: FollowUpKind;
  note: string | null;
  on: Day;
  happenedAt: Date | null;
  writtenAt: Date;
  /** Null where it was no check-in, or the actor may not see where it was. */
  checkIn: CheckIn | null;
  authorName: string;
  /** How many messages the conversation has that was archived with it. */
  messages: number | null;
  /** True for what the actor logged and may still change. */
  isOpen: boolean;
};

/** Of one day, by the hour where one was said, else by when it was written down. */
const NEWEST_FIRST = 'f.happened_on DESC, coalesce(f.happened_at, f.created_at) DESC';

/** A customer's history, newest first (R36). */
export async function findFollowUps(
  core: Core,
  { customerId, limit = 10, offset = 0 }: { customerId: string; limit?: number; offset?: number },
): Promise<FollowUpLine[]> {
  return core.sql<FollowUpLine>({
    name: 'follow-ups-of',
    text: `SELECT f.id, f.kind, f.note, f.mood, f.outcome, f.happened_on AS "on", f.happened_at AS "happenedAt",
                  f.created_at AS "writtenAt", f.check_in AS "checkIn", u.name AS "authorName",
                  jsonb_array_length(f.said) AS messages,
                  f.author_id = $3 AND f.created_at > parley_now() - make_interval(days => $4) AS "isOpen"
             FROM (SELECT * FROM seen.follow_ups WHERE customer_id = $1 ORDER BY happened_on DESC, created_at DESC, id LIMIT $2 OFFSET $5) f
             JOIN users u ON u.id = f.author_id ORDER BY ${NEWEST_FIRST}`,
    values: [customerId, limit, core.actor.userId, core.org.followUpEditDays ?? EDIT_DAYS, offset],
  });
}
