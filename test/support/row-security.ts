import type { QueryResultRow } from 'pg';
import type { Database } from '../../core/db/database.ts';

/** Runs SQL as the product runs a person's: under parley_app, as him; nobody when left out. Nothing of it stays. */
export async function queryAs<Row extends QueryResultRow>(
  { pool }: Database,
  userId: string | undefined,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await (userId ? client.query('SELECT parley_begin($1)', [userId]) : client.query('SET LOCAL ROLE parley_app'));
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** Every table that row security guards. */
export async function guardedTables({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
