import type { Database } from './database.ts';

/** Refuses to run on a database whose row policies do not hold. Throws with what is wrong. */
export async function checkGuards({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ canBypass: boolean; unguarded: string[] }>(
    `SELECT (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = 'parley_app') AS "canBypass",
            (SELECT coalesce(array_agg(c.relname::text), '{}') FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE n.nspname = 'public' AND c.relkind = 'r' AND NOT c.relrowsecurity
                AND has_table_privilege('parley_app', c.oid, 'SELECT') AND c.relname <> 'clock') AS unguarded`,
  );
  const [row] = rows;
  if (!row || row.canBypass) {
    throw new Error('the role parley_app can bypass row-level security; take SUPERUSER and BYPASSRLS from it');
  }
  if (row.unguarded.length > 0) {
    throw new Error(`tables without row-level security: ${row.unguarded.join(', ')}`);
  }
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL ROLE parley_app');
    const { rows: seen } = await client.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM (SELECT FROM users LIMIT 1) u',
    );
    if (seen[0]?.n !== 0) {
      throw new Error('a table can be read without an actor; the row policies of users do not hold');
    }
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
