import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { MIGRATIONS, migrate } from '../migrate.ts';
import { type Migration, readMigrations } from '../migrator/folder.ts';
import { StorageError } from '../storage-error.ts';
import { copyTarget } from './backup-database.ts';
import { findAppliedMigrations, findGuards, findTables } from './catalog.ts';
import { type Manifest, manifest, type Table, type Trailer, tableLine, trailer } from './format.ts';
import { type Archive, openArchive, unusable } from './read-archive.ts';
import { unpackFiles } from './stored-files.ts';

/** `files` is the folder what people sent goes to. */
type Options = { file: string; files: string; force?: boolean; directory?: string };

export type Restored = { manifest: Manifest; rows: Trailer['rows']; files: number };

/**
 * Loads a backup into a database without rows, or with `force` in place of its rows; all of it or nothing.
 * Migrations that are newer than the backup are applied after its rows are in.
 */
export async function restoreDatabase(
  client: pg.Client,
  { file, files, force = false, directory = MIGRATIONS }: Options,
): Promise<Restored> {
  const archive = openArchive(file);
  try {
    const found = await archive.readLine(manifest);
    const migrations = await readMigrations(directory);
    await reachBackup(client, { file, found, migrations, directory });
    const loaded = await loadAll(client, { archive, file, files, found, migrations, force });
    await migrate(client, { directory });
    return { manifest: found, ...loaded };
  } finally {
    archive.close();
  }
}

type Target = { file: string; found: Manifest; migrations: Migration[]; directory: string };

/** Brings an empty database to the very migrations the backup was made with. */
async function reachBackup(client: pg.Client, { file, found, migrations, directory }: Target): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name));
  const foreign = found.migrations.find(({ name }) => !known.has(name));
  if (foreign) throw unusable(file, `it was made by a newer Parley (${found.app}), with migration ${foreign.name}`);
  const last = found.migrations.at(-1)?.name;
  if (last === undefined) throw unusable(file, 'it names no migrations');
  await migrate(client, { directory, through: last });
  const applied = await findAppliedMigrations(client);
  const newer = applied.find(({ name }) => !found.migrations.some((migration) => migration.name === name));
  if (newer) {
    throw new StorageError('not_empty', {
      en: `The database already has migration ${newer.name}, which is newer than the backup. Restore into a new DATA_DIR or an empty database.`,
      zh: `数据库已包含比备份更新的迁移 ${newer.name}。请恢复到新的 DATA_DIR 或空数据库。`,
    });
  }
}

type Load = { archive: Archive; file: string; files: string; found: Manifest; migrations: Migration[]; force: boolean };

async function loadAll(client: pg.Client, load: Load): Promise<Omit<Restored, 'manifest'>> {
  await client.query('BEGIN');
  try {
    // Somebody still working in this database would make the restore wait for ever.
    await client.query(`SET LOCAL lock_timeout = '10s'; SET LOCAL row_security = off; SET LOCAL statement_timeout = 0`);
    await client.query(`SET LOCAL client_encoding = 'UTF8'; SET LOCAL datestyle = 'ISO'; SET LOCAL timezone = 'UTC'`);
    const tables = await findTables(client);
    if (JSON.stringify(tables.map(shape).sort()) !== JSON.stringify(load.found.tables.map(shape).sort())) {
      throw unusable(load.file, 'its tables are not those its migrations make');
    }
    if (!load.force) await refuseRows(client, tables, load.migrations);
    const guards = await findGuards(client);
    for (const statement of guards.lift) await client.query(statement);
    const rows = await loadRows(client, load);
    for (const statement of guards.restore) await client.query(statement);
    // Before the rows that name them; a file that no row names harms nobody.
    const files = load.found.files ? await unpackFiles(load.archive, load.files) : 0;
    await client.query('COMMIT');
    return { rows, files };
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw cause instanceof pg.DatabaseError ? unusable(load.file, cause.message, cause) : cause;
  }
}

const shape = ({ name, columns }: Table) => `${name}(${[...columns].sort().join()})`;

async function loadRows(client: pg.Client, { archive, file, found }: Load): Promise<Trailer['rows']> {
  const names = found.tables.map(({ name }) => `public.${pg.escapeIdentifier(name)}`);
  if (names.length > 0) await client.query(`TRUNCATE ${names.join(', ')}`);
  for (const table of found.tables) {
    const next = await archive.readLine(tableLine);
    if (next.table !== table.name) throw unusable(file, `it holds ${next.table} where ${table.name} was announced`);
    await pipeline(Readable.from(archive.readRows()), client.query(from(`COPY ${copyTarget(table)} FROM STDIN`)));
  }
  const { rows, sequences } = await archive.readLine(trailer);
  for (const { name } of found.tables) await verifyCount(client, { name, file, announced: rows[name] });
  for (const { name, lastValue } of sequences) {
    // A sequence nobody has drawn from begins anew.
    const sequence = `public.${pg.escapeIdentifier(name)}`;
    if (lastValue === null) await client.query(`ALTER SEQUENCE ${sequence} RESTART`);
    else await client.query('SELECT setval($1::regclass, $2::bigint)', [sequence, lastValue]);
  }
  return rows;
}

async function verifyCount(
  client: pg.Client,
  { name, file, announced }: { name: string; file: string; announced: number | undefined },
): Promise<void> {
  const counted = await client.query<{ rows: string }>(
    `SELECT count(*) AS rows FROM public.${pg.escapeIdentifier(name)}`,
  );
  if (Number(counted.rows[0]?.rows) === announced) return;
  throw unusable(file, `${counted.rows[0]?.rows} rows of ${name} arrived, ${announced} were announced`);
}

/** Rows that the migrations themselves put in do not count: the backup brings its own of them. */
async function refuseRows(client: pg.Client, tables: Table[], migrations: Migration[]): Promise<void> {
  const seeded = findSeededTables(migrations);
  for (const { name } of tables) {
    if (seeded.has(name)) continue;
    const { rowCount } = await client.query(`SELECT FROM public.${pg.escapeIdentifier(name)} LIMIT 1`);
    if (!rowCount) continue;
    throw new StorageError('not_empty', {
      en: `The database is not empty: ${name} has rows. Restore into a new DATA_DIR or an empty database, or replace everything in it with --force.`,
      zh: `数据库不是空的：${name} 中已有数据。请恢复到新的 DATA_DIR 或空数据库，或用 --force 替换其中全部数据。`,
    });
  }
}

function findSeededTables(migrations: Migration[]): Set<string> {
  // What stands in functions is not run by the migration.
  const bodies = /\$(\w*)\$[\s\S]*?\$\1\$/g;
  const inserts = /^\s*INSERT\s+INTO\s+"?(\w+)"?/gim;
  return new Set(
    migrations.flatMap(({ sql }) => [...sql.replaceAll(bodies, '').matchAll(inserts)].map((match) => match[1] ?? '')),
  );
}
