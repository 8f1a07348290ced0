import type pg from 'pg';
import type { Role } from '../../../core/actor.ts';
import type { Size } from './size.ts';
import { idOf } from './sql.ts';

/** Of a large team's; all others have ten. */
const LARGE_TEAM = 30;
const TEAM = 10;
const REGIONS = 4;

type Person = { id: string; name: string; email: string; roles: Role[]; team_id: string | null; locale: 'zh' | 'en' };

/** Whom the reads are timed as, by how much each sees. */
export const CAST = {
  executive: idOf('users', 1),
  director: idOf('users', 2),
  service: idOf('users', 3),
  marketing: idOf('users', 4),
  /** Of the large team, below the director's region. */
  manager: idOf('users', 5),
  /** Of that team, with the largest book. */
  rep: idOf('users', 6),
} as const;

/**
 * One house, four regions below it, teams below those; the large team stands in the first region. Gives the reps, the one
 * with the largest book first.
 */
export async function fillPeople(client: pg.ClientBase, { people }: Pick<Size, 'people'>): Promise<string[]> {
  const persons: Person[] = [];
  const teams: { id: string; name: string; parent_id: string | null; lead_id: string | null }[] = [];
  const hire = (role: Role, team: string | null): string => {
    const at = persons.length + 1;
    const id = idOf('users', at);
    const locale = at % 3 === 0 ? 'en' : 'zh';
    persons.push({
      id,
      name: `Person ${at}`,
      email: `person${at}@bench.example`,
      roles: [role],
      team_id: team,
      locale,
    });
    return id;
  };
  const found = (parent: string | null): string => {
    const id = idOf('teams', teams.length + 1);
    teams.push({ id, name: `Team ${teams.length + 1}`, parent_id: parent, lead_id: null });
    return id;
  };
  const house = found(null);
  const regions = Array.from({ length: REGIONS }, () => found(house));
  hire('executive', null);
  const leaders = new Map([[regions[0], hire('director', regions[0] ?? null)]]);
  hire('service', null);
  hire('marketing', null);
  const reps: string[] = [];
  for (let at = 0; persons.length < people; at++) {
    const team = found(regions[at % REGIONS] ?? null);
    leaders.set(team, hire('manager', team));
    const size = at === 0 ? LARGE_TEAM : TEAM;
    for (let member = 1; member < size && persons.length < people; member++) {
      reps.push(hire('rep', team));
    }
  }
  for (const region of regions.slice(1)) {
    leaders.set(region, hire('director', region));
  }
  const led = teams.map((team) => ({ ...team, lead_id: leaders.get(team.id) ?? null }));
  await insert(
    client,
    'teams',
    led.map((team) => ({ ...team, lead_id: null })),
  );
  await insert(client, 'users', persons);
  await client.query(
    'UPDATE teams t SET lead_id = x.lead_id FROM json_populate_recordset(NULL::teams, $1) x WHERE x.id = t.id',
    [JSON.stringify(led)],
  );
  return reps;
}

async function insert(client: pg.ClientBase, table: 'teams' | 'users', rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
