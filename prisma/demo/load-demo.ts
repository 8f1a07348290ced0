import pg from 'pg';
import { type DemoOptions, demoCompany } from './demo-company.ts';

export type { DemoOptions } from './demo-company.ts';

/**
 * Fills an empty database with the demo company, as its owner and in one transaction. The same day gives the same rows.
 * Where anybody works here already, nothing is touched and `loaded` is false.
 */
export async function loadDemo(database: pg.Pool | pg.ClientBase, options: DemoOptions): Promise<{ loaded: boolean }> {
  if (!(database instanceof pg.Pool)) return load(database, options);
  const client = await database.connect();
  try {
    return await load(client, options);
  } finally {
    client.release();
  }
}

async function load(client: pg.ClientBase, options: DemoOptions): Promise<{ loaded: boolean }> {
  await client.query('BEGIN');
  try {
    // Two starts at once: the second waits here and then finds the people of the first.
    await client.query('LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE');
    const { rows } = await client.query<{ settled: boolean }>('SELECT EXISTS (SELECT FROM users) AS settled');
    const isEmpty = rows[0]?.settled === false;
    if (isEmpty) await insertCompany(client, options);
    await client.query(isEmpty ? 'COMMIT' : 'ROLLBACK');
    return { loaded: isEmpty };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function insertCompany(client: pg.ClientBase, options: DemoOptions): Promise<void> {
  const { teams, ...rest } = demoCompany(options);
  // Teams and people point at each other: first the teams without a lead, then the people, then the leads.
  await insert(
    client,
    'teams',
    teams.map(({ lead_id: _, ...team }) => team),
  );
  for (const [table, rows] of Object.entries(rest)) await insert(client, table, rows);
  await client.query(
    'UPDATE teams t SET lead_id = n.lead_id FROM json_populate_recordset(NULL::teams, $1) n WHERE n.id = t.id',
    [JSON.stringify(teams)],
  );
  await client.query('UPDATE tasks SET remind_at = NULL WHERE remind_at <= parley_now()');
}

/** Columns a row does not name keep their defaults; all rows of a table name the same. */
async function insert(client: pg.ClientBase, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((column) => `"${column}"`)
    .join(', ');
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
