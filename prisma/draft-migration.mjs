// npm run migration:draft -- <name>   writes the SQL from the migrations' database to schema.prisma as a new migration
// npm run migration:drift             exits 2 and prints that SQL where there is any
// Works offline, on DATABASE_URL's server or an embedded one; with --migrated on DATABASE_URL's database as it is. It compares tables, columns, types, defaults, keys, unique
// and plain indexes. It does not see row-level security, policies, roles, functions, triggers, CHECK constraints,
// partial or expression indexes: those are written by hand into the migration and proven by tests.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbedded } from './embedded/index.ts';
import { MIGRATIONS, migrate } from './migrate.ts';

const SHIM = fileURLToPath(new URL('./schema-engine-shim.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SEEN =
  'Not compared: row-level security, policies, roles, functions, triggers, checks, partial and expression indexes.';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    schema: { type: 'string', default: 'prisma/schema.prisma' },
    migrations: { type: 'string', default: MIGRATIONS },
    migrated: { type: 'boolean', default: false },
  },
});
const [mode, name] = positionals;
if (mode === 'drift') process.exitCode = await withMigratedDatabase(reportDrift);
else if (mode === 'draft' && /^[a-z][a-z0-9_]*$/.test(name ?? '')) process.exitCode = await withMigratedDatabase(draft);
else {
  console.error('Usage: npm run migration:draft -- add_something   or   npm run migration:drift');
  process.exitCode = 1;
}

function reportDrift(url) {
  const { status, sql } = diff(url);
  if (status === 0) console.log(`schema.prisma and the migrations agree. ${SEEN}`);
  else if (status === 2) console.log(`${sql}\nschema.prisma and the migrations differ by the SQL above. ${SEEN}`);
  return status;
}

function draft(url) {
  const { status, sql } = diff(url);
  if (status === 0) console.log(`Nothing to draft: schema.prisma and the migrations agree. ${SEEN}`);
  if (status !== 2) return status;
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = path.join(values.migrations, `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'migration.sql'), sql);
  console.log(`Drafted ${path.relative(ROOT, folder)}/migration.sql. Add by hand what Prisma cannot express.`);
  return 0;
}

function diff(url) {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const command = ['migrate', 'diff', '--from-config-datasource', '--to-schema', values.schema, '--script'];
  const quiet = { PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' };
  const env = { ...process.env, DATABASE_URL: url, PRISMA_SCHEMA_ENGINE_BINARY: SHIM, ...quiet };
  const { status, stdout } = spawnSync(process.execPath, [cli, ...command, '--exit-code'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // An engine that ends early lets the CLI exit 0 having compared nothing; only its own words count as agreement.
  if (status === 0 && !stdout.includes('empty migration')) return { status: 1, sql: '' };
  return { status: status ?? 1, sql: stdout };
}

async function withMigratedDatabase(use) {
  if (values.migrated) return use(process.env.DATABASE_URL);
  const scratch = mkdtempSync(path.join(realpathSync(tmpdir()), 'parley-draft-'));
  const server = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => undefined }
    : await startEmbedded({ dataDir: scratch });
  const database = `parley_draft_${randomBytes(4).toString('hex')}`;
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  try {
    await run(server.url, (client) => client.query(`CREATE DATABASE ${database}`));
    await run(url.href, (client) => migrate(client, { directory: values.migrations }));
    return use(url.href);
  } finally {
    await run(server.url, (client) => client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function run(connectionString, action) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await action(client);
  } finally {
    await client.end();
  }
}
