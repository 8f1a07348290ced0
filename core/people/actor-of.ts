import type { Actor, Role } from '../actor.ts';
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
