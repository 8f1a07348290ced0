// Roles are a set (R85): whoever holds one more may do everything he might before.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fewer, sample } from '../../test/support/breadth.ts';
import { ORG } from '../../test/support/company.ts';
import { createTestDatabase } from '../../test/support/database.ts';
import { type Member, openCast, type Standing } from '../../test/support/matrix-cast.ts';
import { SAMPLES } from '../../test/support/matrix-samples.ts';
import { does, isTried, sqlOf } from '../../test/support/matrix-tries.ts';
import { type Actor, ROLES, type Role } from '../actor.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { DomainError } from '../errors.ts';
import { giveLead } from '../leads/give-lead.ts';
import { work } from '../work.ts';
import { ACTIONS } from './matrix/rule.ts';

let database: Database;
let drop: () => Promise<void>;
let client: PoolClient;
let him: { member: Member; rows: Standing };
let another: string;

const OWNED = ['own', 'team', 'other', 'granted'] as const;

beforeAll(async () => {
  const created = await createTestDatabase();
  drop = created.drop;
  database = openDatabase({ url: created.url, connections: 2 });
  const cast = await openCast(database);
  const [rep, service] = [cast.get('rep'), cast.get('service')];
  if (!rep || !service) throw new Error('nobody there');
  him = rep;
  another = service.member.mate;
  client = await database.pool.connect();
});
afterAll(async () => {
  client.release();
  await database.close();
  await drop();
});

const holds = (roles: readonly Role[]) =>
  database.pool.query('UPDATE users SET roles = $2 WHERE id = $1', [him.member.me, roles]);

const cells = Object.entries(SAMPLES).flatMap(([table, { relations }]) =>
  ACTIONS.filter((action) => isTried(action, table)).flatMap((action) =>
    relations.map((relation) => ({ table, action, relation })),
  ),
);
const roleSets = fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 3 });

it('whatever row and deed, one more role never takes it away in the database (R84, R85)', async () => {
  const may = async (roles: readonly Role[], { table, action, relation }: (typeof cells)[number]) => {
    const row = him.rows[table]?.[relation];
    const sample = SAMPLES[table];
    if (!row || !sample) throw new Error(`no ${relation} row of ${table}`);
    await holds(roles);
    await client.query('BEGIN; SAVEPOINT one');
    const done = await does(client, him.member.me, sqlOf(action, table, { member: him.member, row, sample }));
    await client.query('ROLLBACK');
    return done;
  };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...cells), roleSets, fc.constantFrom(...ROLES), async (cell, roles, more) => {
      const before = await may(roles, cell);
      expect(before && !(await may([...roles, more], cell))).toBe(false);
    }),
    { numRuns: fewer(400, 60) },
  );
});

class Enough extends Error {}

/** To whom he may give which lead, with what is planned with it; nothing of it stays. */
async function given(roles: readonly Role[]): Promise<string[]> {
  const { me, mate, stranger } = him.member;
  const actor: Actor = { userId: me, name: '我', roles: [...roles], locale: 'zh', timeZone: 'Asia/Shanghai' };
  await holds(roles);
  const done: string[] = [];
  for (const relation of [...OWNED, 'pool'] as const) {
    for (const [whom, ownerId] of Object.entries({ me, mate, stranger, another })) {
      const leadId = him.rows.leads?.[relation]?.id ?? randomUUID();
      const isDone = await work(database, { actor, org: ORG, origin: { via: 'words' } }, async (core) => {
        await giveLead(core, { leadId, ownerId });
        await core.flush();
        throw new Enough();
      }).catch((error: unknown) => {
        if (!(error instanceof Enough || error instanceof DomainError)) throw error;
        return error instanceof Enough;
      });
      if (isDone) done.push(`${relation} to ${whom}`);
    }
  }
  return done;
}

/** With what is planned with each lead by whoever has it, and the first call to it. */
const plan = () =>
  database.pool.query(
    `INSERT INTO tasks (id, title, owner_id, created_by, lead_id)
       SELECT gen_random_uuid(), t.title, l.owner_id, l.owner_id, l.id FROM leads l
        CROSS JOIN LATERAL (VALUES ('寄样品'), ('首次联系' || l.contact_name)) AS t (title) WHERE l.id = ANY ($1) AND l.owner_id IS NOT NULL`,
    [OWNED.flatMap((relation) => him.rows.leads?.[relation]?.id ?? [])],
  );

it('a lead with what is planned with it is given by whoever holds two roles to all to whom either may give it (R10, R85)', async () => {
  const alone = new Map<Role, string[]>();
  for (const role of ROLES) alone.set(role, await given([role]));
  await plan();
  for (const role of ROLES) expect([role, await given([role])]).toEqual([role, alone.get(role)]);
  for (const [place, role] of ROLES.entries()) {
    for (const other of sample(ROLES.slice(place + 1), 3, place)) {
      const either = new Set([...(alone.get(role) ?? []), ...(alone.get(other) ?? [])]);
      const both = await given([role, other]);
      expect([role, other, [...either].filter((each) => !both.includes(each))]).toEqual([role, other, []]);
    }
  }
});
