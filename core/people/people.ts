import type { Role } from '../actor.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';

export type PersonLine = {
  id: string;
  name: string;
  email: string | null;
  roles: Role[];
  teamId: string | null;
  teamName: string | null;
  active: boolean;
  version: number;
};

const PERSON = `SELECT u.id, u.name, u.email, u.roles, u.team_id AS "teamId", t.name AS "teamName", u.active, u.version
  FROM users u LEFT JOIN teams t ON t.id = u.team_id`;

export async function findPeople(core: Core, { limit = 50 }: { limit?: number } = {}): Promise<PersonLine[]> {
  return core.sql<PersonLine>({
    name: 'people',
    text: `${PERSON} ORDER BY u.active DESC, t.name NULLS LAST, u.name LIMIT $1`,
    values: [limit],
  });
}

/** Colleagues whose name or e-mail holds these words. */
export async function searchPeople(
  core: Core,
  { words, limit = 8 }: { words: string; limit?: number },
): Promise<PersonLine[]> {
  return core.sql<PersonLine>({
    name: 'people-search',
    text: `${PERSON} WHERE position(lower($1) IN lower(u.name || ' ' || coalesce(u.email, ''))) > 0 ORDER BY u.name LIMIT $2`,
    values: [words, limit],
  });
}

/** Throws not_found. */
export async function getPerson(core: Core, userId: string): Promise<PersonLine> {
  const [person] = await core.sql<PersonLine>({ name: 'person', text: `${PERSON} WHERE u.id = $1`, values: [userId] });
  if (!person) {
    throw new DomainError('not_found', `user ${userId}`);
  }
  return person;
}

/** Everybody who is in a team, whoever has left among them. */
export function findMembers(core: Core, teamId: string): Promise<PersonLine[]> {
  return core.sql<PersonLine>({
    name: 'team-members',
    text: `${PERSON} WHERE u.team_id = $1 ORDER BY u.active DESC, u.name`,
    values: [teamId],
  });
}

/** Sets roles, team or activity of a colleague. Throws bad_input where the last admin would be gone. */
export async function changePerson(
  core: Core,
  {
    userId,
    roles,
    teamId,
    active,
  }: {
    userId: string;
    /** These in place of those he has. */
    roles?: readonly Role[] | undefined;
    /** Null takes him out of his team. */
    teamId?: string | null | undefined;
    active?: boolean | undefined;
  },
): Promise<PersonLine> {
  const people = await core.sql<PersonLine>({
    name: 'person-or-admin',
    text: `${PERSON} WHERE u.id = $1 OR 'admin' = ANY (u.roles)`,
    values: [userId],
  });
  const person = people.find(({ id }) => id === userId);
  if (!person) {
    throw new DomainError('not_found', `user ${userId}`);
  }
  const staysAdmin = (roles ?? person.roles).includes('admin') && (active ?? person.active);
  const isLastAdmin = !people.some(({ id, active: isActive }) => id !== userId && isActive);
  if (person.roles.includes('admin') && !staysAdmin && isLastAdmin) {
    throw new DomainError('bad_input', 'the last admin', {
      say: {
        en: 'There must be at least one admin; make somebody else one first.',
        zh: '至少需要一位管理员，请先指定其他管理员。',
      },
    });
  }
  core.change.update('users', userId, { roles: roles && [...roles], teamId, active }, { version: person.version });
  return { ...person, roles: [...(roles ?? person.roles)], active: active ?? person.active };
}
