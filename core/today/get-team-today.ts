import type { Core } from '../context.ts';
import { IDLE_DAYS } from '../digests/digest.ts';
import { LAST_TOUCH } from '../digests/idle-since.ts';

/** How the day of one of the actor's people stands. */
export type MemberToday = {
  id: string;
  name: string;
  /** Follow-ups that happened today. */
  followUps: number;
  /** Open tasks due today, and those due before. */
  due: number;
  overdue: number;
  /** Tasks done today. */
  done: number;
  /** Open opportunities with nothing logged for a week. */
  idle: number;
};

const LIMIT = 30;

/** Everybody who sells among those whose rows the actor sees, but himself: whoever has most overdue first. */
export async function getTeamToday({ sql, actor, today }: Core): Promise<MemberToday[]> {
  return sql<MemberToday>({
    name: 'team-today',
    text: `SELECT u.id, u.name,
             (SELECT count(*)::int FROM seen.follow_ups f WHERE f.author_id = u.id AND f.happened_on = $2::date) AS "followUps",
             (SELECT count(*)::int FROM tasks t WHERE t.owner_id = u.id AND t.done_at IS NULL AND t.due_on = $2::date) AS due,
             (SELECT count(*)::int FROM tasks t WHERE t.owner_id = u.id AND t.done_at IS NULL AND t.due_on < $2::date) AS overdue,
             (SELECT count(*)::int FROM tasks t WHERE t.owner_id = u.id AND (t.done_at AT TIME ZONE $1)::date = $2::date) AS done,
             (SELECT count(*)::int FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'open'
               WHERE o.owner_id = u.id AND ${LAST_TOUCH} <= $2::date - ${IDLE_DAYS}) AS idle
             FROM users u
            WHERE u.id = ANY ((SELECT parley_visible())::uuid[]) AND u.id <> $3 AND u.active
              AND u.roles && ARRAY['rep', 'manager', 'director']
            ORDER BY overdue DESC, idle DESC, u.name LIMIT ${LIMIT}`,
    values: [actor.timeZone, today, actor.userId],
  });
}
