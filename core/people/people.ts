import type { Role } from '../actor.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';

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
export type TeamLine = {
  id: string;
  name: string;
  parentName: string | null;
  leadName: string | null;
  members: number;
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

export async function findTeams(core: Core): Promise<TeamLine[]> {
  return core.sql<TeamLine>({
    name: 'teams',
    text: `SELECT t.id, t.name, p.name AS "parentName", l.name AS "leadName", t.version,
                  (SELECT count(*)::int FROM users u WHERE u.team_id = t.id AND u.active) AS members
             FROM teams t LEFT JOIN teams p ON p.id = t.parent_id LEFT JOIN users l ON l.id = t.lead_id ORDER BY t.name`,
  });
}

/** Adds a team, or gives the one of that name another lead or another place. */
export async function keepTeam(
  core: Core,
  { name, parentId, leadId }: { name: string; parentId?: string | undefined; leadId?: string | undefined },
): Promise<void> {
  const known = (await findTeams(core)).find((team) => team.name === name);
  if (!known) {
    addTeam(core, { name, parentId, leadId });
    return;
  }
  if (parentId === known.id) {
    throw new DomainError('bad_input', `team ${known.id} under itself`, {
      say: { en: 'A team cannot be part of itself.', zh: '团队不能隶属于自己。' },
    });
  }
  if (parentId || leadId) {
    const set = { ...(parentId ? { parentId } : {}), ...(leadId ? { leadId } : {}) };
    core.change.update('teams', known.id, set, { version: known.version });
  }
}

function addTeam(
  core: Core,
  { name, parentId, leadId }: { name: string; parentId?: string | undefined; leadId?: string | undefined },
): { id: string; name: string } {
  const id = newId();
  core.change.insert('teams', { id, name, parentId: parentId ?? null, leadId: leadId ?? null });
  return { id, name };
}

/** Sets roles, team or activity of a colleague. Throws bad_input where the last admin would be gone. */
export async function changePerson(
  core: Core,
  {
    userId,
    roles: only,
    addedRole,
    teamId,
    active,
  }: {
    userId: string;
    /** These in place of those he has. */
    roles?: readonly Role[] | undefined;
    /** This one as well. */
    addedRole?: Role | undefined;
    teamId?: string | undefined;
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
  const roles =
    only || addedRole ? [...new Set([...(only ?? person.roles), ...(addedRole ? [addedRole] : [])])] : undefined;
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
  core.change.update(
    'users',
    userId,
    {
      ...(roles ? { roles: [...roles] } : {}),
      ...(teamId ? { teamId } : {}),
      ...(active === undefined ? {} : { active }),
    },
    { version: person.version },
  );
  return { ...person, roles: [...(roles ?? person.roles)], active: active ?? person.active };
}
