// What the database holds, asked of its catalog.
import type pg from 'pg';
import type { Manifest, Sequence, Table } from './format.ts';

const LEDGER = '_prisma_migrations';

/** The tables of schema public with the columns that can be written; the queue's own schema is not among them. */
export async function findTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1 AND a.attgenerated = ''
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     GROUP BY c.relname ORDER BY c.relname`,
    [LEDGER],
  );
  return rows;
}

export async function findAppliedMigrations(client: pg.ClientBase): Promise<Manifest['migrations']> {
  const { rows: found } = await client.query('SELECT to_regclass($1) AS ledger', [`public.${LEDGER}`]);
  if (found[0]?.ledger === null) return [];
  const { rows } = await client.query<Manifest['migrations'][number]>(
    `SELECT migration_name AS name, checksum FROM public.${LEDGER}
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

export async function findSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `SELECT sequencename AS name, last_value::text AS "lastValue" FROM pg_sequences
     WHERE schemaname = 'public' ORDER BY sequencename`,
  );
  return rows;
}

/** The statements that lift what would judge half-loaded rows, and those that put it back, foreign keys checked anew. */
export async function findGuards(client: pg.ClientBase): Promise<{ lift: string[]; restore: string[] }> {
  const keys = await client.query<{ drop: string; add: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS add
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY oid`,
  );
  const triggers = await client.query<{ disable: string; enable: string }>(
    `SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS disable,
       format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass,
         CASE tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, tgname) AS enable
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT tgisinternal AND tgenabled <> 'D' AND c.relnamespace = 'public'::regnamespace ORDER BY t.oid`,
  );
  return {
    lift: [...keys.rows.map((row) => row.drop), ...triggers.rows.map((row) => row.disable)],
    restore: [...keys.rows.map((row) => row.add), ...triggers.rows.map((row) => row.enable)],
  };
}
