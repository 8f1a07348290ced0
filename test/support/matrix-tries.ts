// One deed at one row, tried by one person on an open transaction that stands at the savepoint "one".
import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { Action } from '../../core/permissions/matrix/rule.ts';
import type { Member } from './matrix-cast.ts';
import type { Making, Sample } from './matrix-samples.ts';

/** Held by what hangs on it, or by a rule beyond the fence: the fence itself let it through. */
const BEYOND = new Set(['23001', '23503', '23505', 'PA409']);
const REFUSED = new Set(['42501', 'PA403']);

const answer = z.object({ rowCount: z.number().nullable() });
const answers = z.tuple([answer, answer, answer]);

/** Whether the database does it for him; nothing stays of what was done before. One round trip: there are thousands. */
export async function does(client: Pick<PoolClient, 'query'>, me: string, sql: string): Promise<boolean> {
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

export function sqlOf(
  action: Action,
  table: string,
  { member, row, sample }: { member: Pick<Member, 'me' | 'mate'>; row: Making; sample: Sample },
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

/** Only what belongs to somebody can be given to somebody. */
export const isTried = (action: Action, table: string): boolean => action !== 'assign' || HAS_OWNER.includes(table);
