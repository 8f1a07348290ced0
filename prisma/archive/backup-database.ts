import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { findAppliedMigrations, findSequences, findTables } from './catalog.ts';
import { END_OF_ROWS, FORMAT, type Manifest, type Table, type Trailer } from './format.ts';
import { packFiles } from './stored-files.ts';

/** `files` is the folder of what people sent, where it is to be taken along. */
type Options = { file: string; app: string; key?: Manifest['key']; files?: string | undefined };

/** Writes every row of one moment to `file`, which appears only when it is complete. Others go on working meanwhile. */
export async function backupDatabase(client: pg.Client, { file, app, key, files }: Options): Promise<Trailer['rows']> {
  const part = `${file}.part`;
  const rows: Trailer['rows'] = {};
  try {
    await rm(part, { force: true });
    // Readable by its owner alone: it holds everybody's customers. On the disk before it takes its name.
    const output = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(Readable.from(readAll(client, { app, key, rows, files })), createGzip(), output);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return rows;
}

type Reading = { app: string; key: Manifest['key']; rows: Trailer['rows']; files: string | undefined };

async function* readAll(client: pg.Client, { app, key, rows, files }: Reading): AsyncGenerator<string | Buffer> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    // A table that a policy would thin out shall be an error, not a thinner backup.
    await client.query(
      `SET LOCAL row_security = off; SET LOCAL statement_timeout = 0; SET LOCAL client_encoding = 'UTF8'`,
    );
    await client.query(`SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC'`);
    const tables = await findTables(client);
    yield line(await describe(client, { app, key, tables, files }));
    for (const table of tables) {
      yield line({ table: table.name });
      const copy = client.query(to(`COPY ${copyTarget(table)} TO STDOUT`));
      yield* copy;
      rows[table.name] = copy.rowCount;
      yield END_OF_ROWS;
    }
    yield line({ rows, sequences: await findSequences(client) } satisfies Trailer);
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
  }
  if (files !== undefined) yield* packFiles(files);
}

async function describe(
  client: pg.Client,
  { app, key, tables, files }: Omit<Reading, 'rows'> & { tables: Table[] },
): Promise<Manifest> {
  const { rows } = await client.query<{ postgres: string; made: string }>(
    `SELECT current_setting('server_version') AS postgres, to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS made`,
  );
  return {
    format: FORMAT,
    version: 1,
    madeAt: rows[0]?.made ?? '',
    app,
    postgres: rows[0]?.postgres ?? '',
    migrations: await findAppliedMigrations(client),
    tables,
    ...(files === undefined ? {} : { files: true }),
    ...(key ? { key } : {}),
  };
}

export function copyTarget({ name, columns }: Table): string {
  return `public.${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`;
