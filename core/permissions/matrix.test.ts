import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestDatabase } from '../../test/support/database.ts';
import { type Member, openCast, type Standing } from '../../test/support/matrix-cast.ts';
import { type Making, SAMPLES, type Sample } from '../../test/support/matrix-samples.ts';
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

/** Held by what hangs on it, or by a rule beyond the fence: the fence itself let it through. */
const BEYOND = new Set(['23001', '23503', '23505', 'PA409']);
const REFUSED = new Set(['42501', 'PA403']);

const answer = z.object({ rowCount: z.number().nullable() });
const answers = z.tuple([answer, answer, answer]);

/** Whether the database does it for him; nothing stays of what was done before. One round trip: there are thousands. */
async function does(me: string, sql: string): Promise<boolean> {
  try {
    const results: unknown = await client.query(`ROLLBACK TO SAVEPOINT one; SELECT parley_begin('${me}'); ${sql}`);
    const [, , done] = answers.parse(results);
    return (done.rowCount ?? 0) > 0;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (BEYOND.has(code)) return true;
    if (REFUSED.has(code)) return false;
    throw error;
  }
}

function sqlOf(
  action: Action,
  table: string,
  { member, row, sample }: { member: Member; row: Making; sample: Sample },
): string {
  const where = sample.where?.(row) ?? `id = '${row.id}'`;
  switch (action) {
    case 'see':
      return `SELECT 1 FROM ${table} WHERE ${where}`;
    case 'create': {
      // A child of that row's parents, put there by himself.
      const { me } = member;
      return sample.insert({ ...row, id: randomUUID(), by: me });
    }
    case 'change':
      return `UPDATE ${table} SET ${typeof sample.set === 'string' ? sample.set : sample.set(member.me)} WHERE ${where}`;
    case 'assign':
      return `UPDATE ${table} SET owner_id = '${member.mate}' WHERE ${where}`;
    case 'remove':
      return `DELETE FROM ${table} WHERE ${where}`;
  }
}

const HAS_OWNER = ['customers', 'leads', 'opportunities', 'tasks'];

/** Who is let, cell by cell, as `action relation: roles`. */
async function found(table: string, sample: Sample): Promise<string[]> {
  const cells: string[] = [];
  for (const action of ACTIONS.filter((each) => each !== 'assign' || HAS_OWNER.includes(table))) {
    for (const relation of sample.relations) {
      const roles: Role[] = [];
      for (const [role, { member, rows }] of cast) {
        const row = rows[table]?.[relation];
        if (!row) throw new Error(`no ${relation} row of ${table}`);
        if (await does(member.me, sqlOf(action, table, { member, row, sample }))) roles.push(role);
      }
      cells.push(line(action, relation, roles));
    }
  }
  return cells;
}

const line = (action: Action, relation: Relation, roles: readonly Role[]) =>
  `${action} ${relation}: ${ROLES.filter((role) => roles.includes(role)).join(' ') || '—'}`;

function declared(table: string, sample: Sample): string[] {
  return ACTIONS.filter((each) => each !== 'assign' || HAS_OWNER.includes(table)).flatMap((action) =>
    sample.relations.map((relation) => line(action, relation, MATRIX[table]?.[action]?.rows?.[relation] ?? [])),
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
