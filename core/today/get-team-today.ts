import type { Core } from '../context.ts';
import { IS_FIRST_CALL } from '../leads/close-lead-tasks.ts';
import { WAITS } from '../leads/find-leads.ts';
import { standingDeals } from './standing-deals.ts';

/** How the day of one of the actor's people stands: what his own day lists, in figures. */
export type MemberToday = {
  id: string;
  name: string;
  /** Follow-ups that happened today. */
  followUps: number;
  /** Visits among them, and check-ins that something is strange about (R37). */
  visits: number;
  strange: number;
  /** Open tasks due today, and those due before. */
  due: number;
  overdue: number;
  /** Tasks done today. */
  done: number;
  /** Leads that wait for an answer. */
  leads: number;
  /** Open opportunities that are stuck or idle. */
  deals: number;
};

const LIMIT = 30;

/** Everybody who sells among those whose rows the actor sees, but himself: whoever has most overdue first. */
export async function getTeamToday({ sql, actor, today }: Core): Promise<MemberToday[]> {
  return sql<MemberToday>({
    name: 'team-today',
    // Whom it is about is known by what is late; of those alone the rest is looked up.
    text: `WITH people AS (
        SELECT u.id, u.name, x.overdue, y.leads FROM users u
          CROSS JOIN LATERAL (SELECT count(*)::int AS overdue FROM tasks t WHERE t.owner_id = u.id AND t.done_at IS NULL AND t.due_on < $2::date
            AND NOT ${IS_FIRST_CALL}) x
          CROSS JOIN LATERAL (SELECT count(*)::int AS leads FROM seen.leads l
            WHERE l.owner_id = u.id AND ${WAITS}) y
         WHERE u.id = ANY ((SELECT parley_visible())::uuid[]) AND u.id <> $3 AND u.active AND u.roles && ARRAY['rep', 'manager', 'director']
         ORDER BY x.overdue DESC, y.leads DESC, u.name LIMIT ${LIMIT})
      SELECT u.id, u.name, u.overdue, u.leads,
             (SELECT count(*)::int FROM seen.follow_ups f WHERE f.author_id = u.id AND f.happened_on = $2::date) AS "followUps",
             (SELECT count(*)::int FROM seen.follow_ups f WHERE f.author_id = u.id AND f.happened_on = $2::date AND f.kind = 'visit') AS visits,
             (SELECT count(*)::int FROM seen.follow_ups f
               WHERE f.author_id = u.id AND f.happened_on = $2::date AND f.check_in -> 'doubts' <> '[]') AS strange,
             (SELECT count(*)::int FROM tasks t WHERE t.owner_id = u.id AND t.done_at IS NULL AND t.due_on = $2::date AND NOT ${IS_FIRST_CALL}) AS due,
             (SELECT count(*)::int FROM tasks t WHERE t.owner_id = u.id
                AND t.cancelled_at IS NULL AND t.done_at >= $2::date::timestamp AT TIME ZONE $1 AND t.done_at < ($2::date + 1)::timestamp AT TIME ZONE $1) AS done,
             (SELECT count(*)::int FROM (${standingDeals({ owner: 'u.id', today: '$2::date', zone: '$1' })}) d) AS deals
        FROM people u ORDER BY u.overdue DESC, u.leads DESC, deals DESC, u.name`,
    values: [actor.timeZone, today, actor.userId],
  });
}
