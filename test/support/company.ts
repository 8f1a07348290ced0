import { PLATFORM_NAMES } from '../../adapters/platform-names.ts';
import type { Actor, Role } from '../../core/actor.ts';
import type { Core } from '../../core/context.ts';
import type { Database } from '../../core/db/database.ts';
import { HookSecrets } from '../../core/hooks/hook-secrets.ts';
import type { Organisation } from '../../core/organisation.ts';
import type { Locale } from '../../core/text.ts';
import { work } from '../../core/work.ts';
import { lendDatabase } from './lent-database.ts';

/** Not a measure of any test: a machine may have other things to do. */
export const TEST_PATIENCE_MS = 30_000;

export const ORG: Organisation = {
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  locale: 'zh',
  chatNames: PLATFORM_NAMES,
  outgoing: { privateHosts: ['127.0.0.1'], timeoutMs: 10_000 },
  hooks: new HookSecrets(Buffer.alloc(32, 7), { base: () => 'https://parley.example' }),
};

/** The small company most tests play with: two teams under one sales department. */
const PEOPLE = [
  { key: 'li', name: '李雷', team: 'north', roles: ['rep'], locale: 'zh' },
  { key: 'han', name: '韩梅梅', team: 'north', roles: ['rep'], locale: 'zh' },
  { key: 'zhang', name: '张伟', team: 'north', roles: ['manager'], locale: 'zh', leads: 'north' },
  { key: 'jim', name: 'Jim Green', team: 'south', roles: ['rep'], locale: 'en' },
  { key: 'tom', name: 'Tom Brown', team: 'south', roles: ['manager'], locale: 'en', leads: 'south' },
  { key: 'wang', name: '王芳', team: 'sales', roles: ['director'], locale: 'zh', leads: 'sales' },
  { key: 'chen', name: '陈杰', team: null, roles: ['executive'], locale: 'zh' },
  { key: 'zhao', name: '赵敏', team: null, roles: ['finance'], locale: 'zh' },
  { key: 'liu', name: '刘洋', team: null, roles: ['service'], locale: 'zh' },
  { key: 'admin', name: '管理员', team: null, roles: ['admin'], locale: 'zh' },
] as const satisfies readonly {
  key: string;
  name: string;
  team: string | null;
  roles: readonly Role[];
  locale: Locale;
  leads?: string;
}[];

export type PersonKey = (typeof PEOPLE)[number]['key'];

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const TEAMS = { sales: id(901), north: id(902), south: id(903) } as const;

export type Company = {
  url: string;
  database: Database;
  actor(key: PersonKey): Actor;
  email(key: PersonKey): string;
  /** One transaction as this person. */
  as<Result>(
    key: PersonKey,
    run: (core: Core) => Promise<Result>,
    origin?: { command?: string; undoable?: boolean },
  ): Promise<Result>;
  close(): Promise<void>;
};

/** A fresh database with the people above, linked to `platform` under their keys. */
export async function openCompany({
  platform = 'slack',
  workspace = 'T1',
}: {
  platform?: string;
  workspace?: string;
} = {}): Promise<Company> {
  const { url, database, close } = await lendDatabase({ patienceMs: TEST_PATIENCE_MS });
  const userId = (key: string) => id(PEOPLE.findIndex((person) => person.key === key) + 1);
  await database.pool.query(
    `INSERT INTO teams (id, name, parent_id) VALUES ('${TEAMS.sales}', '销售部', NULL), ('${TEAMS.north}', '北区', '${TEAMS.sales}'), ('${TEAMS.south}', '南区', '${TEAMS.sales}')`,
  );
  const people = PEOPLE.map((person) => ({
    ...person,
    id: userId(person.key),
    email: `${person.key}@hualan.example`,
    team: person.team && TEAMS[person.team],
    leads: 'leads' in person ? TEAMS[person.leads] : null,
  }));
  const given = `jsonb_to_recordset($1) AS p(id uuid, key text, name text, email text, roles text[], team uuid, locale text, leads uuid)`;
  await database.pool.query(
    `INSERT INTO users (id, name, email, roles, team_id, locale) SELECT id, name, email, roles, team, locale FROM ${given}`,
    [JSON.stringify(people)],
  );
  await database.pool.query(
    `WITH p AS (SELECT * FROM ${given}), led AS (UPDATE teams SET lead_id = p.id FROM p WHERE teams.id = p.leads)
     INSERT INTO identities (id, user_id, platform, workspace, external_id) SELECT id, id, $2, $3, key FROM p`,
    [JSON.stringify(people), platform, workspace],
  );
  await database.syncClock();

  const actor = (key: PersonKey): Actor => {
    const person = PEOPLE.find((each) => each.key === key);
    if (!person) {
      throw new Error(`nobody called ${key}`);
    }
    return {
      userId: userId(key),
      name: person.name,
      roles: person.roles,
      locale: person.locale,
      timeZone: ORG.timeZone,
    };
  };
  return {
    url,
    database,
    actor,
    email: (key) => `${key}@hualan.example`,
    as: (key, run, origin = {}) =>
      work(database, { actor: actor(key), org: ORG, origin: { via: 'words', ...origin } }, run),
    close,
  };
}
