import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { findMembers } from './people.ts';

export type TeamLine = {
  id: string;
  name: string;
  parentId: string | null;
  parentName: string | null;
  leadId: string | null;
  leadName: string | null;
  /** Those who are active. */
  members: number;
  version: number;
};

export function findTeams(core: Core): Promise<TeamLine[]> {
  return core.sql<TeamLine>({
    name: 'teams',
    text: `SELECT t.id, t.name, t.parent_id AS "parentId", p.name AS "parentName", t.lead_id AS "leadId", l.name AS "leadName", t.version,
                  (SELECT count(*)::int FROM users u WHERE u.team_id = t.id AND u.active) AS members
             FROM teams t LEFT JOIN teams p ON p.id = t.parent_id LEFT JOIN users l ON l.id = t.lead_id ORDER BY t.name`,
  });
}

/** Throws not_found. */
export async function getTeam(core: Core, teamId: string): Promise<TeamLine> {
  return findIn(await findTeams(core), teamId);
}

function findIn(teams: readonly TeamLine[], teamId: string): TeamLine {
  const team = teams.find(({ id }) => id === teamId);
  if (!team) {
    throw new DomainError('not_found', `team ${teamId}`);
  }
  return team;
}

type TeamChange = {
  name?: string | undefined;
  /** Null puts it at the top. */
  parentId?: string | null | undefined;
  leadId?: string | null | undefined;
};

/** Adds a team, or gives the one of that name another lead or another place. */
export async function keepTeam(core: Core, { name, parentId, leadId }: TeamChange & { name: string }): Promise<void> {
  const known = (await findTeams(core)).find((team) => team.name === name);
  if (known) {
    await changeTeam(core, known.id, { parentId, leadId });
  } else {
    core.change.insert('teams', { id: newId(), name, parentId: parentId ?? null, leadId: leadId ?? null });
  }
}

/** Renames a team, gives it another lead or puts it elsewhere. Throws exists for a name that is taken, bad_input for a circle. */
export async function changeTeam(core: Core, teamId: string, { name, parentId, leadId }: TeamChange): Promise<void> {
  const teams = await findTeams(core);
  const { version } = findIn(teams, teamId);
  if (name !== undefined && teams.some((other) => other.id !== teamId && other.name === name)) {
    throw new DomainError('exists', `a team called ${name}`, {
      say: { en: `There is a team called ${name} already.`, zh: `已有名为“${name}”的团队。` },
    });
  }
  if (parentId && isWithin(teams, parentId, teamId)) {
    throw new DomainError('bad_input', `team ${teamId} under itself`, {
      say: { en: 'A team cannot be part of itself.', zh: '团队不能隶属于自己或自己的下级。' },
    });
  }
  const set = {
    ...(name === undefined ? {} : { name }),
    ...(parentId === undefined ? {} : { parentId }),
    ...(leadId === undefined ? {} : { leadId }),
  };
  if (Object.keys(set).length > 0) {
    core.change.update('teams', teamId, set, { version });
  }
}

/** Whether the first team is the second one or below it. */
function isWithin(teams: readonly TeamLine[], teamId: string, above: string): boolean {
  const met = new Set<string>();
  for (let at: string | null | undefined = teamId; at && !met.has(at); ) {
    if (at === above) {
      return true;
    }
    met.add(at);
    const here: string = at;
    at = teams.find(({ id }) => id === here)?.parentId;
  }
  return false;
}

/** Takes an empty team off the list; those who have left the company leave it with that. Throws built_upon for one that is not. */
export async function removeTeam(core: Core, teamId: string): Promise<TeamLine> {
  const teams = await findTeams(core);
  const team = findIn(teams, teamId);
  const below = teams.filter(({ parentId }) => parentId === teamId).map(({ name }) => name);
  if (team.members > 0 || below.length > 0) {
    throw new DomainError('built_upon', `team ${teamId} is not empty`, {
      say: {
        en: `${team.name} is not empty: ${[`${team.members} people`, ...below].join(', ')}. Move them first.`,
        zh: `${team.name}还不为空：${[`${team.members} 人`, ...below].join('、')}。请先调整。`,
      },
    });
  }
  for (const { id, version } of await findMembers(core, teamId)) {
    core.change.update('users', id, { teamId: null }, { version });
  }
  core.change.remove('teams', teamId, { version: team.version });
  return team;
}
