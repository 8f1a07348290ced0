import type { Core } from '../context.ts';

/** So long a check-in is the one somebody is at. */
export const AT_IT_HOURS = 12;

/** The actor's own last check-in of these hours; or the follow-up with this id, where it is a check-in of his. */
export async function findLastCheckIn(core: Core, followUpId?: string): Promise<string | undefined> {
  const [found] = await core.sql<{ id: string }>({
    name: followUpId ? 'check-in-own' : 'check-in-last',
    text: `SELECT f.id FROM seen.follow_ups f WHERE f.author_id = $1 AND f.check_in IS NOT NULL
             AND ${followUpId ? 'f.id = $2' : 'f.created_at >= parley_now() - make_interval(hours => $2)'} ORDER BY f.created_at DESC LIMIT 1`,
    values: [core.actor.userId, followUpId ?? AT_IT_HOURS],
    isRead: true,
  });
  return found?.id;
}
