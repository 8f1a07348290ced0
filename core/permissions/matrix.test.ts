import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sample as sampleOf } from '../../test/support/breadth.ts';
import { createTestDatabase } from '../../test/support/database.ts';
import { type Member, openCast, type Standing } from '../../test/support/matrix-cast.ts';
import { SAMPLES, type Sample } from '../../test/support/matrix-samples.ts';
import { does, isTried, sqlOf } from '../../test/support/matrix-tries.ts';
import { ROLES, type Role } from '../actor.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { ACTIONS, type Action, type Relation } from './matrix/rule.ts';
import { MATRIX } from './matrix.ts';

let database: Database;
let drop: () => Promise<void>;
let client: PoolClient;
let cast: Map<Role, { member: Member; rows: Standing }>;

beforeAll(async () => {
  const created = await createTestDatabase();
  drop = created.drop;
  database = openDatabase({ url: created.url, connections: 2 });
  cast = await openCast(database);
  client = await database.pool.connect();
  await client.query('BEGIN');
  await client.query('SAVEPOINT one');
});
afterAll(async () => {
  await client.query('ROLLBACK');
  client.release();
  await database.close();
  await drop();
});

/** With every table: whose rows most of the code touches, and who sees least of deals. */
const ALWAYS: readonly Role[] = ['rep', 'service'];

/** Who is tried with a table: in a quick run those two and a third of the others, and others with the next. */
const triedWith = (table: string): readonly Role[] => [
  ...ALWAYS,
  ...sampleOf(
    ROLES.filter((role) => !ALWAYS.includes(role)),
    3,
    Object.keys(SAMPLES).indexOf(table),
  ),
];

/** Who is let, cell by cell, as `action relation: roles`. */
async function found(table: string, sample: Sample): Promise<string[]> {
  const cells: string[] = [];
  for (const action of ACTIONS.filter((each) => isTried(each, table))) {
    for (const relation of sample.relations) {
      const roles: Role[] = [];
      for (const role of triedWith(table)) {
        const { member, rows } = cast.get(role) ?? {};
        const row = rows?.[table]?.[relation];
        if (!member || !row) throw new Error(`no ${relation} row of ${table}`);
        if (await does(client, member.me, sqlOf(action, table, { member, row, sample }))) roles.push(role);
      }
      cells.push(line(action, relation, roles));
    }
  }
  return cells;
}

const line = (action: Action, relation: Relation, roles: readonly Role[]) =>
  `${action} ${relation}: ${ROLES.filter((role) => roles.includes(role)).join(' ') || '—'}`;

function declared(table: string, sample: Sample): string[] {
  return ACTIONS.filter((each) => isTried(each, table)).flatMap((action) =>
    sample.relations.map((relation) =>
      line(
        action,
        relation,
        triedWith(table).filter((role) => MATRIX[table]?.[action]?.rows?.[relation]?.includes(role)),
      ),
    ),
  );
}

it('the matrix has a line for every table, and every line has a row to be tried on (R84)', async () => {
  const { rows } = await database.pool.query<{ t: string }>(
    `SELECT table_name AS t FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations' ORDER BY 1`,
  );
  const tables = rows.map(({ t }) => t);
  expect(Object.keys(MATRIX).sort()).toEqual(tables);
  expect(Object.keys(SAMPLES).sort()).toEqual(tables);
});

describe('what PostgreSQL lets a role do to a row, by how it stands to it, is what the matrix says (R84, R85)', () => {
  it.each(Object.entries(SAMPLES))('in %s', async (table, sample) => {
    expect(await found(table, sample)).toEqual(declared(table, sample));
  });
});
