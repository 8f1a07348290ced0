// What a migrated database holds before anybody has written to it, and how one comes back to that.
import type pg from 'pg';

export type Emptied = {
  /** False where it cannot be brought back: its shape has changed, or not everybody may do that here. */
  restore(): Promise<boolean>;
};

type Table = { name: string; columns: string; rows: string | null; digest: string };

type Sequence = { name: string; last: string | null; start: string };

type Begun = { shape: string; tables: Table[]; sequences: Sequence[] };

const SHAPED = [
  'pg_class',
  'pg_proc',
  'pg_trigger',
  'pg_policy',
  'pg_attribute',
  'pg_namespace',
  'pg_rewrite',
  'pg_enum',
];

/** How many tables, functions and the like there are and the last transaction that changed any; settings; locks a session still holds. */
const SHAPE = `SELECT concat_ws(' ', ${SHAPED.map((name) => `(SELECT count(*) || ':' || max(xmin::text::bigint) FROM ${name})`).join(', ')},
  (SELECT count(*) FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = current_database()),
  (SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND l.locktype = 'advisory')
) AS shape`;

const TABLES = `SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name,
    (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' ORDER BY 2`;

const SEQUENCES = `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS last, start_value::text AS start
  FROM pg_sequences ORDER BY 1`;

const digestOf = (name: string) =>
  `(SELECT md5(coalesce(string_agg(t::text, ' ' ORDER BY t::text), '')) FROM ${name} t)`;

let asked: Promise<Begun | undefined> | undefined;

/** `pool` leads to one that is as it began. All of a run are copies of one, so the first is looked at for all. */
export async function emptiedOf(pool: pg.Pool): Promise<Emptied> {
  asked ??= look(pool).catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  const begun = await asked;
  // Whatever goes wrong, another database is the answer.
  return { restore: async () => begun !== undefined && restore(pool, begun).catch(() => false) };
}

async function look(pool: pg.Pool): Promise<Begun | undefined> {
  const { rows: mine } = await pool.query<{ may: boolean }>(
    'SELECT rolsuper AS may FROM pg_roles WHERE rolname = current_user',
  );
  // Nobody else may keep triggers from firing.
  if (!mine[0]?.may) return undefined;
  const { rows: sequences } = await pool.query<Sequence>(SEQUENCES);
  const { rows: named } = await pool.query<{ name: string; columns: string }>(TABLES);
  const { rows: held } = await pool.query<Record<string, string | null>>(
    `SELECT ${named.map(({ name }, at) => `(SELECT json_agg(t)::text FROM ${name} t) AS r${at}, ${digestOf(name)} AS d${at}`).join(', ')}`,
  );
  const tables = named.map(({ name, columns }, at) => ({
    name,
    columns,
    rows: held[0]?.[`r${at}`] ?? null,
    digest: held[0]?.[`d${at}`] ?? '',
  }));
  return { shape: await shapeOf(pool), tables, sequences };
}

async function shapeOf(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ shape: string }>(SHAPE);
  return rows[0]?.shape ?? '';
}

async function restore(pool: pg.Pool, { shape, tables, sequences }: Begun): Promise<boolean> {
  if ((await shapeOf(pool)) !== shape) return false;
  const changes = [
    ...(await writtenInto(pool, tables)).map(({ name }) => `DELETE FROM ${name}`),
    ...(await changedOf(pool, tables)).map(
      ({ name, columns, rows }) =>
        `DELETE FROM ${name}; INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE
         SELECT ${columns} FROM json_populate_recordset(NULL::${name}, '${rows?.replaceAll("'", "''")}')`,
    ),
    ...(await movedOf(pool, sequences)).map(
      ({ name, last, start }) => `SELECT setval('${name}', ${last ?? start}, ${last !== null})`,
    ),
  ];
  // No trigger writes down, counts up or refuses what is taken away here.
  await pool.query(`BEGIN; SET LOCAL session_replication_role = replica; ${changes.join('; ')}; COMMIT`);
  return true;
}

/** Those that began without a row and have had one. */
async function writtenInto(pool: pg.Pool, tables: readonly Table[]): Promise<Table[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT t.name FROM (${TABLES}) t WHERE pg_relation_size(t.oid) > 0`,
  );
  const written = new Set(rows.map(({ name }) => name));
  return tables.filter(({ name, rows: began }) => began === null && written.has(name));
}

async function changedOf(pool: pg.Pool, tables: readonly Table[]): Promise<Table[]> {
  const holding = tables.filter(({ rows }) => rows !== null);
  const { rows } = await pool.query<Record<string, string>>(
    `SELECT ${holding.map(({ name }, at) => `${digestOf(name)} AS d${at}`).join(', ')}`,
  );
  return holding.filter(({ digest }, at) => rows[0]?.[`d${at}`] !== digest);
}

async function movedOf(pool: pg.Pool, sequences: readonly Sequence[]): Promise<Sequence[]> {
  const { rows } = await pool.query<Sequence>(SEQUENCES);
  return sequences.filter(({ last }, at) => last !== rows[at]?.last);
}
