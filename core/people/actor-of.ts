import type { Actor, Role } from '../actor.ts';
import type { Database } from '../db/database.ts';
import { asSystem } from '../db/system.ts';
import { DomainError } from '../errors.ts';
import type { Organisation } from '../organisation.ts';
import type { Locale } from '../text.ts';

/** A user's row as the database gives it. */
export type UserRow = { id: string; name: string; roles: Role[]; locale: Locale | null; timeZone: string | null };

/** Where a person has chosen nothing, the organisation's language and time zone hold. */
export function toActor(user: UserRow, org: Organisation): Actor {
  return {
    userId: user.id,
    name: user.name,
    roles: user.roles,
    locale: user.locale ?? org.locale,
    timeZone: user.timeZone ?? org.timeZone,
  };
}

/** The person a job acts as. Throws unknown_person for somebody who is not there or no longer active. */
export async function actorOf(database: Database, userId: string, org: Organisation): Promise<Actor> {
  const [user] = await asSystem(database, 'identity', ({ sql }) =>
    sql<UserRow>({
      name: 'actor-of',
      text: 'SELECT id, name, roles, locale, time_zone AS "timeZone" FROM users WHERE id = $1 AND active',
      values: [userId],
    }),
  );
  if (!user) {
    throw new DomainError('unknown_person', `no active user ${userId}`);
  }
  return toActor(user, org);
}
