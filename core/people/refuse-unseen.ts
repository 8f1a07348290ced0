import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { peopleBelow } from './below-team.ts';

/** Throws forbidden where a colleague's rows are out of the actor's sight, so that "none" is never said of them. */
export async function refuseUnseen(core: Core, { id, name }: { id: string; name?: string }): Promise<{ name: string }> {
  const [seen] = await core.sql<{ name: string; isSeen: boolean }>({
    name: 'person-seen',
    text: 'SELECT name, id = ANY (parley_visible()) AS "isSeen" FROM users WHERE id = $1',
    values: [id],
  });
  if (!seen?.isSeen) {
    const who = name ?? seen?.name ?? '—';
    throw new DomainError('forbidden', `the rows of ${id}`, {
      say: {
        en: `What ${who} is working on is not among what you may see; ask ${who} or whoever leads the team.`,
        zh: `你无权查看${who}的数据，可以问${who}本人或其上级。`,
      },
    });
  }
  return seen;
}

/** The same of a team of whose people the actor sees nobody's rows. */
export async function refuseUnseenTeam(core: Core, id: string): Promise<{ name: string }> {
  const [team] = await core.sql<{ name: string; isSeen: boolean }>({
    name: 'team-seen',
    text: `SELECT t.name, EXISTS (SELECT FROM users w WHERE w.id = ANY (${peopleBelow('$1')})
                AND w.id = ANY ((SELECT parley_visible())::uuid[])) AS "isSeen"
             FROM teams t WHERE t.id = $1`,
    values: [id],
    isRead: true,
  });
  if (!team?.isSeen) {
    const name = team?.name ?? '—';
    throw new DomainError('forbidden', `the rows of team ${id}`, {
      say: {
        en: `What ${name} is working on is not among what you may see; ask whoever leads the team.`,
        zh: `你无权查看${name}的数据，可以问该团队的负责人。`,
      },
    });
  }
  return team;
}
