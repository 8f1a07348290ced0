// The real Prisma CLI, with the stand-in engine, on databases our own migrator made.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { platform, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IS_THOROUGH } from '../test/support/breadth.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../test/support/database.ts';
import { migrate } from './migrate.ts';

const run = promisify(execFile);
const FIXTURES = fileURLToPath(new URL('./migrator/fixtures/', import.meta.url));
const CLI = createRequire(import.meta.url).resolve('prisma/build/index.js');
const SHIM = fileURLToPath(new URL('./schema-engine-shim.mjs', import.meta.url));

// A script is no executable on Windows, where the shim cannot stand in.
describe.skipIf(platform() === 'win32')('prisma migrate', () => {
  let database: TestDatabase;
  let scratch = '';
  let directory = '';

  beforeAll(async () => {
    database = await createEmptyDatabase();
    scratch = await mkdtemp(path.join(tmpdir(), 'parley-shim-'));
    directory = path.join(scratch, 'migrations');
    await cp(path.join(FIXTURES, 'migrations'), directory, { recursive: true });
    await inDatabase((client) => migrate(client, { directory }));
  });

  afterAll(async () => {
    await database.drop();
    await rm(scratch, { recursive: true });
  });

  async function inDatabase<T>(action: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    return action(client).finally(() => client.end());
  }

  const prisma = async (...args: string[]) =>
    (
      await run(process.execPath, [CLI, 'migrate', ...args], {
        cwd: FIXTURES,
        env: {
          ...process.env,
          DATABASE_URL: database.url,
          FIXTURE_MIGRATIONS: directory,
          PRISMA_SCHEMA_ENGINE_BINARY: SHIM,
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          // Else the CLI starts another process, which asks the network for a newer one.
          CHECKPOINT_DISABLE: '1',
        },
      })
    ).stdout;

  it('finds nothing to do after our own migrator', async () => {
    expect(await prisma('status')).toContain('Database schema is up to date!');
  });

  it('applies what is new, and our migrator takes it as done', async () => {
    const folder = path.join(directory, '20260103000000_city');
    await mkdir(folder);
    await writeFile(path.join(folder, 'migration.sql'), 'ALTER TABLE "Customer" ADD COLUMN "city" TEXT;\n');
    expect(await prisma('deploy')).toContain('All migrations have been successfully applied.');
    expect(await inDatabase((client) => migrate(client, { directory }))).toEqual({ applied: [] });
  });

  it('sees a column that schema.prisma has and the database has not', async () => {
    const schema = path.join(scratch, 'schema.prisma');
    const sql = await readFile(path.join(FIXTURES, 'schema.prisma'), 'utf8');
    await writeFile(schema, sql.replace('note String?', 'note String?\n  city String?\n  rank Int?'));
    const diff = await prisma('diff', '--from-config-datasource', '--to-schema', schema, '--script');
    expect(diff).toContain('ALTER TABLE "Customer" ADD COLUMN     "rank" INTEGER;');
  });
});

describe('schema.prisma', () => {
  it.skipIf(platform() === 'win32')('agrees with the migrations', async () => {
    // In a quick run they are compared where they were applied already, once for all tests.
    const { url, drop } = await (IS_THOROUGH ? createEmptyDatabase() : createTestDatabase());
    const drift = IS_THOROUGH ? ['drift'] : ['drift', '--migrated'];
    const draft = fileURLToPath(new URL('./draft-migration.mjs', import.meta.url));
    const env = { ...process.env, DATABASE_URL: url };
    const { stdout } = await run(process.execPath, ['--import', 'tsx', draft, ...drift], { env }).finally(drop);
    expect(stdout).toContain('schema.prisma and the migrations agree.');
  });
});
