import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../test/support/database.ts';
import { migrate } from './migrate.ts';

const FIXTURES = fileURLToPath(new URL('./migrator/fixtures/', import.meta.url));
const [FIRST, SECOND, BROKEN] = ['20260101000000_first', '20260102000000_second', '20260103000000_broken'];

let database: TestDatabase;
let client: pg.Client;
let scratch = '';
let directory = '';

beforeEach(async () => {
  database = await createEmptyDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  scratch = await mkdtemp(path.join(tmpdir(), 'parley-migrate-'));
  directory = path.join(scratch, 'migrations');
  await cp(path.join(FIXTURES, 'migrations'), directory, { recursive: true });
});

afterEach(async () => {
  await client.end();
  await database.drop();
  await rm(scratch, { recursive: true });
});

async function addMigration(name: string, sql: string) {
  await mkdir(path.join(directory, name), { recursive: true });
  await writeFile(path.join(directory, name, 'migration.sql'), sql);
}

const readLedger = async () =>
  (
    await client.query(
      `SELECT migration_name AS name, checksum, applied_steps_count AS steps, finished_at >= started_at AS finished
       FROM _prisma_migrations ORDER BY started_at`,
    )
  ).rows;

const readLedgerColumns = async () =>
  (
    await client.query(
      `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default
       FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
    )
  ).rows;

async function loadLedger(name: string) {
  await client.query(await readFile(path.join(FIXTURES, name), 'utf8'));
}

async function loadTablesOfPrisma() {
  for (const name of [FIRST, SECOND]) {
    await client.query(await readFile(path.join(directory, name ?? '', 'migration.sql'), 'utf8'));
  }
}

describe('migrate', () => {
  it('applies the migrations in the order of their names and records them as Prisma does', async () => {
    expect(await migrate(client, { directory })).toEqual({ applied: [FIRST, SECOND] });
    expect(await readLedger()).toEqual([
      {
        name: FIRST,
        checksum: '923715363b2d340d92a4d0308cd64923465984bcab4d65cc0e9028eff86d88f3',
        steps: 1,
        finished: true,
      },
      {
        name: SECOND,
        checksum: '4f668527e4f02b64704c4ac8a34883e478ea20741e3d46f89fccf044e362184a',
        steps: 1,
        finished: true,
      },
    ]);
  });

  it('makes a ledger with the columns Prisma makes', async () => {
    await migrate(client, { directory });
    const ours = await readLedgerColumns();
    await client.query('DROP TABLE _prisma_migrations');
    await loadLedger('ledger-of-prisma.sql');
    expect(ours).toEqual(await readLedgerColumns());
  });

  it('applies nothing the second time', async () => {
    await migrate(client, { directory });
    expect(await migrate(client, { directory })).toEqual({ applied: [] });
  });

  it('goes on where Prisma left off', async () => {
    await loadTablesOfPrisma();
    await loadLedger('ledger-of-prisma.sql');
    await addMigration('20260104000000_city', 'ALTER TABLE "Customer" ADD COLUMN "city" TEXT;');
    expect(await migrate(client, { directory })).toEqual({ applied: ['20260104000000_city'] });
  });

  it('applies each migration once when several processes start together', async () => {
    const pools = [1, 2, 3, 4, 5].map(() => new pg.Pool({ connectionString: database.url }));
    const results = await Promise.all(pools.map((pool) => migrate(pool, { directory })));
    await Promise.all(pools.map((pool) => pool.end()));
    expect(results.flatMap(({ applied }) => applied).sort()).toEqual([FIRST, SECOND]);
  });

  it('leaves nothing of a migration that fails, and takes its corrected file', async () => {
    await addMigration(BROKEN ?? '', 'CREATE TABLE half (id int); SELECT * FROM nowhere;');
    await expect(migrate(client, { directory })).rejects.toMatchObject({
      code: 'migration_failed',
      message: `Migration ${BROKEN} failed and was rolled back: relation "nowhere" does not exist`,
    });
    const { rows } = await client.query(`SELECT to_regclass('half') AS half`);
    expect(rows).toEqual([{ half: null }]);
    await addMigration(BROKEN ?? '', 'CREATE TABLE half (id int);');
    expect(await migrate(client, { directory })).toEqual({ applied: [BROKEN] });
  });

  it('refuses a migration that was changed after it was applied', async () => {
    await migrate(client, { directory });
    await addMigration(FIRST ?? '', 'SELECT 1;');
    await expect(migrate(client, { directory })).rejects.toMatchObject({
      code: 'migration_changed',
      message: expect.stringContaining(`Migration ${FIRST} was changed after it was applied`),
    });
  });

  it('forgives other line endings, as Prisma does', async () => {
    await migrate(client, { directory });
    const sql = await readFile(path.join(directory, FIRST ?? '', 'migration.sql'), 'utf8');
    await addMigration(FIRST ?? '', sql.replaceAll('\n', '\r\n'));
    expect(await migrate(client, { directory })).toEqual({ applied: [] });
  });

  it('refuses a database with a migration that failed under Prisma, until that is resolved', async () => {
    await loadTablesOfPrisma();
    await loadLedger('ledger-of-prisma-failed.sql');
    await addMigration(BROKEN ?? '', 'CREATE TABLE mended (id int);');
    await expect(migrate(client, { directory })).rejects.toMatchObject({
      code: 'migration_failed',
      message: expect.stringContaining(`prisma migrate resolve --rolled-back ${BROKEN}`),
    });
    await client.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL');
    expect(await migrate(client, { directory })).toEqual({ applied: [BROKEN] });
  });

  it('refuses a database that is newer than the code', async () => {
    await migrate(client, { directory });
    await rm(path.join(directory, SECOND ?? ''), { recursive: true });
    await expect(migrate(client, { directory })).rejects.toMatchObject({
      code: 'database_newer',
      message: expect.stringContaining(`it has migration ${SECOND}, which this version does not know`),
    });
  });

  it("refuses somebody else's database", async () => {
    await client.query('CREATE TABLE invoices (id int)');
    await expect(migrate(client, { directory })).rejects.toMatchObject({ code: 'database_not_ours' });
  });

  it('says so when the folder of migrations is missing', async () => {
    await expect(migrate(client, { directory: path.join(scratch, 'none') })).rejects.toMatchObject({
      code: 'migrations_missing',
    });
  });
});
