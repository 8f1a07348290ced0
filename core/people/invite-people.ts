import type { Role } from '../actor.ts';
import type { Core } from '../context.ts';
import { newId } from '../id.ts';

export type Invitations = {
  /** New here. */
  invited: string[];
  /** Invited before, not met yet: tried again. */
  again: string[];
  /** At work here, by name. */
  already: string[];
  /** Deactivated, by name. */
  away: string[];
};

/**
 * Puts people on the list by their e-mails before they have ever written: they are linked at their first message, or
 * greeted where a platform can be asked who has that e-mail. Those who are here stay as they are.
 */
export async function invitePeople(
  core: Core,
  { emails, roles, teamId }: { emails: readonly string[]; roles: readonly Role[]; teamId?: string | undefined },
): Promise<Invitations> {
  const known = await core.sql<{ id: string; name: string; email: string; active: boolean; isLinked: boolean }>({
    name: 'people-by-email',
    text: `SELECT u.id, u.name, u.email, u.active, EXISTS (SELECT FROM identities i WHERE i.user_id = u.id) AS "isLinked"
             FROM users u WHERE u.email = ANY ($1)`,
    values: [emails],
  });
  const result: Invitations = { invited: [], again: [], already: [], away: [] };
  const ask = (userId: string) => core.change.record('person.invited', { userId, by: core.actor.userId });
  for (const email of emails) {
    const user = known.find((each) => each.email === email);
    if (!user) {
      const id = newId();
      core.change.insert('users', { id, name: nameOf(email), email, roles: [...roles], teamId: teamId ?? null });
      ask(id);
      result.invited.push(email);
    } else if (!user.active) {
      result.away.push(user.name);
    } else if (user.isLinked) {
      result.already.push(user.name);
    } else {
      ask(user.id);
      result.again.push(email);
    }
  }
  return result;
}

/** What somebody is called until he is met. */
export function nameOf(email: string): string {
  return email.replace(/@.*$/, '');
}
