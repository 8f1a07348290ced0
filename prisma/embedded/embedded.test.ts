import { execFileSync, spawn } from 'node:child_process';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanUp, findServer, makeFolder, query, startOwner } from '../../test/support/embedded.ts';
import { startEmbedded } from './index.ts';
import { findNative } from './native.ts';

afterAll(cleanUp);

describe('the embedded PostgreSQL', () => {
  let dataDir = '';

  beforeAll(async () => {
    dataDir = path.join(await makeFolder(), 'data');
  });

  it('makes its database on the first start', async () => {
    const embedded = await startEmbedded({ dataDir });
    const [row] = await query(
      embedded.url,
      `SELECT current_database() AS name, pg_encoding_to_char(encoding) AS encoding, datlocale AS locale
       FROM pg_database WHERE datname = current_database()`,
    );
    await query(embedded.url, 'CREATE TABLE kept AS SELECT 1 AS id');
    expect(row).toEqual({ name: 'parley', encoding: 'UTF8', locale: 'C.UTF-8' });
    expect({ adopted: embedded.adopted, location: embedded.location }).toEqual({
      adopted: false,
      location: path.join(dataDir, 'postgres'),
    });
    await embedded.stop();
  });

  it('keeps its rows over a stop and a second start', async () => {
    const embedded = await startEmbedded({ dataDir });
    expect(await query(embedded.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
    await embedded.stop();
    expect(await findServer(dataDir)).toBeUndefined();
  });

  it('is durable, and open to this machine alone', async () => {
    const embedded = await startEmbedded({ dataDir });
    const [row] = await query(
      embedded.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS tcp,
         current_setting('unix_socket_directories') AS sockets, current_setting('max_connections')::int AS connections`,
    );
    const wrongPassword = new URL(embedded.url);
    wrongPassword.password = 'guess';
    await expect(query(wrongPassword.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await embedded.stop();
    expect(row).toEqual({ fsync: 'on', tcp: '127.0.0.1', sockets: '', connections: 100 });
    expect((await stat(path.join(dataDir, 'postgres/password'))).mode & 0o777).toBe(0o600);
  });

  it('knows trigrams of Chinese names', async () => {
    const embedded = await startEmbedded({ dataDir });
    await query(embedded.url, 'CREATE EXTENSION IF NOT EXISTS pg_trgm');
    const [row] = await query(embedded.url, `SELECT cardinality(show_trgm('华星电子')) AS trigrams`);
    await embedded.stop();
    expect(row).toEqual({ trigrams: 5 });
  });

  it('lives in a process group of its own, which Ctrl-C does not reach', async () => {
    const embedded = await startEmbedded({ dataDir });
    const server = await findServer(dataDir);
    const group = execFileSync('ps', ['-o', 'pgid=', '-p', String(server)], { encoding: 'utf8' });
    await embedded.stop();
    expect(Number(group)).toBe(server);
  });

  it('writes no statement and no value into its log', async () => {
    const embedded = await startEmbedded({ dataDir });
    await expect(query(embedded.url, `SELECT 'SECRET-42'::int`)).rejects.toThrow('invalid input');
    await embedded.stop();
    expect(await readFile(path.join(dataDir, 'postgres/server.log'), 'utf8')).not.toContain('SECRET-42');
  });

  it('is adopted by the next start after kill -9 of its owner', async () => {
    const owner = await startOwner(dataDir);
    await query(owner.said.url ?? '', 'INSERT INTO kept VALUES (2)');
    const server = await findServer(dataDir);
    await owner.kill();
    const embedded = await startEmbedded({ dataDir });
    expect(embedded.adopted).toBe(true);
    expect(await findServer(dataDir)).toBe(server);
    expect(await query(embedded.url, 'SELECT id FROM kept ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
    await embedded.stop();
    expect(await findServer(dataDir)).toBeUndefined();
  });

  it('is replaced after kill -9 of its owner when an update brought other binaries', async () => {
    const owner = await startOwner(dataDir);
    const server = await findServer(dataDir);
    await owner.kill();
    const native = await findNative();
    const embedded = await startEmbedded({ dataDir, native: { ...native, version: `${native.major}.99.0` } });
    expect(embedded.adopted).toBe(false);
    expect(await findServer(dataDir)).not.toBe(server);
    await embedded.stop();
  });

  it('may be stopped twice without harm to whoever came after', async () => {
    const first = await startEmbedded({ dataDir });
    await first.stop();
    const second = await startEmbedded({ dataDir });
    await first.stop();
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  it('recovers after kill -9 of owner and server', async () => {
    const owner = await startOwner(dataDir);
    await query(owner.said.url ?? '', 'INSERT INTO kept VALUES (3)');
    const server = await findServer(dataDir);
    await owner.kill();
    process.kill(server ?? 0, 'SIGKILL');
    const embedded = await startEmbedded({ dataDir });
    expect(embedded.adopted).toBe(false);
    expect(await query(embedded.url, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 3 }]);
    await embedded.stop();
  });

  it('starts although the pid in a stale file is another process by now', async () => {
    const other = spawn('sleep', ['60']);
    const file = path.join(dataDir, 'postgres/data/postmaster.pid');
    await writeFile(file, `${other.pid}\n${path.dirname(file)}\n1\n1\n\n127.0.0.1\n        0         0\nready   \n`);
    const embedded = await startEmbedded({ dataDir });
    expect(embedded.adopted).toBe(false);
    await embedded.stop();
    expect(other.kill()).toBe(true);
  });

  it('comes back on the same address when it is killed under its owner', async () => {
    const lines: string[] = [];
    const embedded = await startEmbedded({ dataDir, log: (line) => lines.push(line) });
    process.kill((await findServer(dataDir)) ?? 0, 'SIGKILL');
    let rows: unknown;
    for (let tries = 0; tries < 200 && rows === undefined; tries++) {
      await sleep(50);
      rows = await query(embedded.url, 'SELECT count(*)::int AS rows FROM kept').catch(() => undefined);
    }
    await embedded.stop();
    expect(rows).toEqual([{ rows: 3 }]);
    expect(lines).toContain('the embedded PostgreSQL went away; starting it again');
    expect(await findServer(dataDir)).toBeUndefined();
  });

  it('refuses a database of another major version and says the way out', async () => {
    const version = path.join(dataDir, 'postgres/data/PG_VERSION');
    const own = await readFile(version, 'utf8');
    await writeFile(version, '12\n');
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
      code: 'wrong_version',
      message: expect.stringMatching(/made by PostgreSQL 12; .*npm run backup.*npm run restore/),
    });
    await writeFile(version, own);
    const embedded = await startEmbedded({ dataDir });
    await embedded.stop();
  });

  it('begins anew when the data folder was deleted', async () => {
    await rm(dataDir, { recursive: true });
    const embedded = await startEmbedded({ dataDir });
    expect(await query(embedded.url, `SELECT to_regclass('kept') AS kept`)).toEqual([{ kept: null }]);
    await embedded.stop();
  });
});
