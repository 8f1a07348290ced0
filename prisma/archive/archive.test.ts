import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { migrate } from '../migrate.ts';
import { backupDatabase } from './backup-database.ts';
import { restoreDatabase } from './restore-database.ts';

const readFixture = (name: string) => readFile(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');

const databases: TestDatabase[] = [];
let scratch = '';
let directory = '';
let file = '';
let files = '';

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'parley-archive-'));
  directory = path.join(scratch, 'migrations');
  file = path.join(scratch, 'parley.backup');
  files = path.join(scratch, 'files');
  await addMigration('1_tables', await readFixture('tables.sql'));
  const source = await open(await emptyDatabase());
  await migrate(source, { directory });
  await source.query(await readFixture('rows.sql'));
  await backupDatabase(source, { file, app: '0.1.0' });
  await source.end();
});

afterAll(async () => {
  for (const database of databases) await database.drop();
  await rm(scratch, { recursive: true });
});

async function emptyDatabase(): Promise<string> {
  const database = await createEmptyDatabase();
  databases.push(database);
  return database.url;
}

async function open(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function inNewDatabase<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await open(await emptyDatabase());
  return use(client).finally(() => client.end());
}

async function addMigration(name: string, sql: string) {
  await mkdir(path.join(directory, name), { recursive: true });
  await writeFile(path.join(directory, name, 'migration.sql'), sql);
}

async function rewrite(name: string, change: (text: string) => string): Promise<string> {
  const changed = path.join(scratch, name);
  await writeFile(changed, gzipSync(change(gunzipSync(await readFile(file)).toString())));
  return changed;
}

async function waitUntilBlocked(client: pg.Client): Promise<void> {
  const waiting = `SELECT FROM pg_locks WHERE NOT granted AND relation = 'stages'::regclass`;
  while ((await client.query(waiting)).rowCount === 0) await sleep(10);
}

/** Rows that a failed restore left behind; the table may not have been made at all. */
async function countPeople(client: pg.Client): Promise<number> {
  const { rows } = await client.query(`SELECT to_regclass('people') AS found`);
  if (rows[0].found === null) return 0;
  return (await client.query('SELECT FROM people')).rowCount ?? 0;
}

describe('a backup', () => {
  it('is readable by its owner alone, and holds no row of the queue', async () => {
    const text = gunzipSync(await readFile(file)).toString();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(text).not.toContain('jobs');
    expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toMatchObject({
      format: 'parley-backup',
      version: 1,
      app: '0.1.0',
      migrations: [{ name: '1_tables' }],
      tables: [{ name: 'Teams', columns: ['id', 'lead'] }, { name: 'people' }, { name: 'stages', columns: ['key'] }],
    });
  });

  it('shows one moment, whatever is written meanwhile', async () => {
    await inNewDatabase(async (writer) => {
      await restoreDatabase(writer, { file, files, directory });
      const reader = await open(databases.at(-1)?.url ?? '');
      await writer.query('BEGIN; LOCK TABLE stages');
      const backup = backupDatabase(reader, { file: path.join(scratch, 'moment.backup'), app: '0' });
      await waitUntilBlocked(writer);
      await writer.query('DELETE FROM stages; COMMIT');
      expect(await backup).toEqual({ Teams: 2, people: 3, stages: 2 });
      await reader.end();
    });
  });

  it('leaves no half file behind when it fails', async () => {
    const target = path.join(scratch, 'broken.backup');
    const role = `parley_reader_${randomBytes(4).toString('hex')}`;
    await inNewDatabase(async (client) => {
      await client.query(
        `CREATE TABLE t AS SELECT 1 AS id; CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO CURRENT_USER`,
      );
      await client.query(`SET ROLE ${role}`);
      await expect(backupDatabase(client, { file: target, app: '0' })).rejects.toThrow('permission denied');
      await client.query('RESET ROLE');
      await client.query(`DROP ROLE ${role}`);
    });
    await expect(stat(target)).rejects.toThrow('ENOENT');
    await expect(stat(`${target}.part`)).rejects.toThrow('ENOENT');
  });
});

describe('a restore', () => {
  it('brings every value back: bytes, emoji, backslashes, arrays, nulls, the largest and the smallest number', async () => {
    await inNewDatabase(async (client) => {
      await client.query(`SET timezone = 'UTC'`);
      const { rows } = await restoreDatabase(client, { file, files, directory });
      const people = await client.query(
        `SELECT id::text, team, boss::text, "order", raw, data::text, amount::text, tags, at::text, size FROM people ORDER BY id`,
      );
      expect(rows).toEqual({ Teams: 2, people: 3, stages: 2 });
      expect(people.rows).toEqual([
        {
          id: '1',
          team: 1,
          boss: '2',
          order: '\\.\n\\.\r\n\ttab \\N \\\\',
          raw: Buffer.from('00ff5c2e0a', 'hex'),
          data: '{"n": 12345678901234567890.5, "名": "华星\u2028"}',
          amount: '9223372036854775807',
          tags: ['a,b', null, '{"}', ''],
          at: '2026-03-01 04:34:56.789123+00',
          size: 17,
        },
        {
          id: '2',
          team: null,
          boss: null,
          order: '',
          raw: Buffer.alloc(0),
          data: 'null',
          amount: '-9223372036854775808',
          tags: [],
          at: 'infinity',
          size: 0,
        },
        {
          id: '3',
          team: 2,
          boss: '1',
          order: '👩‍👩‍👧 naïve\u0001\u007f',
          raw: null,
          data: null,
          amount: null,
          tags: null,
          at: null,
          size: 13,
        },
      ]);
    });
  });

  it('puts sequences, foreign keys and triggers back to work', async () => {
    await inNewDatabase(async (client) => {
      await restoreDatabase(client, { file, files, directory });
      const { rows } = await client.query(
        `SELECT nextval('people_id_seq')::int AS next, nextval('untouched')::int AS new`,
      );
      expect(rows).toEqual([{ next: 42, new: 5 }]);
      await expect(client.query('INSERT INTO people (id) VALUES (99)')).rejects.toThrow('no new people');
      await expect(client.query('UPDATE "Teams" SET lead = 77')).rejects.toThrow('lead_is_known');
    });
  });

  it('works for an owner who is no superuser', async () => {
    const role = `parley_owner_${randomBytes(4).toString('hex')}`;
    const admin = await open(await emptyDatabase());
    const url = new URL(databases.at(-1)?.url ?? '');
    await admin.query(
      `CREATE ROLE ${role} LOGIN PASSWORD 'x'; GRANT ${role} TO CURRENT_USER; GRANT ALL ON SCHEMA public TO ${role}`,
    );
    await admin.query(`GRANT CREATE ON DATABASE "${url.pathname.slice(1)}" TO ${role}`);
    [url.username, url.password] = [role, 'x'];
    const owner = await open(url.href);
    const { rows } = await restoreDatabase(owner, { file, files, directory });
    expect(rows.people).toBe(3);
    await owner.end();
    await admin.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    await admin.end();
  });

  it('refuses a database with rows, and replaces them when forced', async () => {
    await inNewDatabase(async (client) => {
      await restoreDatabase(client, { file, files, directory });
      await client.query(`UPDATE people SET "order" = 'changed'`);
      await expect(restoreDatabase(client, { file, files, directory })).rejects.toMatchObject({
        code: 'not_empty',
        message: expect.stringContaining('Teams has rows'),
      });
      await restoreDatabase(client, { file, files, directory, force: true });
      const { rows } = await client.query(`SELECT count(*)::int AS changed FROM people WHERE "order" = 'changed'`);
      expect(rows).toEqual([{ changed: 0 }]);
    });
  });

  it('changes nothing when the file is damaged, cut short, or counts other rows than it holds', async () => {
    const whole = await readFile(file);
    await writeFile(path.join(scratch, 'cut'), whole.subarray(0, whole.length - 40));
    await writeFile(path.join(scratch, 'text'), 'not a backup');
    const damaged = [
      path.join(scratch, 'cut'),
      path.join(scratch, 'text'),
      path.join(scratch, 'missing'),
      await rewrite('fewer', (text) => text.replace('"people":3', '"people":4')),
      await rewrite('foreign', (text) => text.replace('\n1\t3\n', '\n1\t88\n')),
      await rewrite('other', (text) => text.replace('"parley-backup"', '"tar"')),
    ];
    for (const broken of damaged) {
      await inNewDatabase(async (client) => {
        await expect(restoreDatabase(client, { file: broken, files, directory })).rejects.toMatchObject({
          code: 'file_unusable',
        });
        expect(await countPeople(client)).toBe(0);
      });
    }
  });

  it('applies what is newer than the backup after its rows are in', async () => {
    await addMigration('2_name', `ALTER TABLE stages ADD name text; UPDATE stages SET name = upper(key);`);
    await inNewDatabase(async (client) => {
      await restoreDatabase(client, { file, files, directory });
      const { rows } = await client.query('SELECT key, name FROM stages ORDER BY key');
      expect(rows).toEqual([
        { key: 'contact', name: 'CONTACT' },
        { key: 'ours', name: 'OURS' },
      ]);
    });
    await inNewDatabase(async (client) => {
      await migrate(client, { directory });
      await expect(restoreDatabase(client, { file, files, directory })).rejects.toThrow(
        'which is newer than the backup',
      );
    });
    await rm(path.join(directory, '2_name'), { recursive: true });
  });

  it('refuses the backup of a newer Parley', async () => {
    const newer = await rewrite('newer', (text) => text.replace('"1_tables"', '"9_future"'));
    await inNewDatabase(async (client) => {
      await expect(restoreDatabase(client, { file: newer, files, directory })).rejects.toThrow(
        'made by a newer Parley (0.1.0)',
      );
    });
  });
});

describe("the product's own database", () => {
  it('goes out and comes back whole, and counts as empty as its migrations leave it', async () => {
    const [source, target] = [await createTestDatabase(), await createTestDatabase()];
    databases.push(source, target);
    const own = path.join(scratch, 'own.backup');
    const [from, to] = [await open(source.url), await open(target.url)];
    const saved = await backupDatabase(from, { file: own, app: '0' });
    expect((await restoreDatabase(to, { file: own, files })).rows).toEqual(saved);
    await from.end();
    await to.end();
  });
});
