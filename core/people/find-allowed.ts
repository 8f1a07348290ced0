import type { Role } from '../actor.ts';
import type { Core } from '../context.ts';

/** So many names are enough to know whom to ask. */
const NAMED = 3;

/**
 * Who has one of these roles: whoever leads the actor first, then those of fewest roles, who are most about it. The leader
 * is looked for in a query of its own: otherwise he would be once for each person there is.
 */
export async function findAllowed(core: Core, roles: readonly Role[]): Promise<string[]> {
  const people = await core.sql<{ name: string }>({
    name: 'people-allowed',
    text: `SELECT name FROM users WHERE active AND roles && $1::text[] AND id <> $2
            ORDER BY id IS DISTINCT FROM (SELECT parley_leader_of($2)), cardinality(roles), name LIMIT ${NAMED}`,
    values: [roles, core.actor.userId],
    isRead: true,
  });
  return people.map(({ name }) => name);
}
