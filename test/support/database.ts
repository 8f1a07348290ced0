import { randomBytes } from 'node:crypto';
import { connect, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Somebody who does not go in that time is still at work. */
const LOOKS = 10;

export type TestDatabase = { url: string; drop(): Promise<void> };

/**
 * A database of its own for one test file, with every migration applied and no rows.
 * What is not dropped here is dropped when the run ends.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await askForServer();
  return create(server, server.run);
}

/** One without any table, for tests of what fills it. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return create(await askForServer(), 'template0');
}

async function create({ url: serverUrl, run }: { url: string; run: string }, template: string): Promise<TestDatabase> {
  const name = `${run}_${randomBytes(5).toString('hex')}`;
  // Copied file by file: a third of the time of writing the template's pages to the log, as is the default.
  const maintenance = await maintenanceOf(serverUrl);
  await maintenance.query(`CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY file_copy`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: async () => dropDatabase(await maintenanceOf(serverUrl), name) };
}

/** Without FORCE: that fails for an owner who is no superuser while an autovacuum worker is at it, which a plain drop ends itself. */
export async function dropDatabase(maintenance: Pick<pg.Client, 'query'>, name: string): Promise<void> {
  const clients = `FROM pg_stat_activity WHERE datname = '${name}' AND backend_type = 'client backend'`;
  // A pool that has ended may still be saying goodbye: who is thrown out at that moment has nobody to tell.
  for (let look = 0; look < LOOKS; look += 1) {
    const { rows } = await maintenance.query(`SELECT 1 ${clients} LIMIT 1`);
    if (rows.length === 0) break;
    await sleep(20);
  }
  await maintenance.query(`SELECT pg_terminate_backend(pid) ${clients}`);
  await maintenance.query(`DROP DATABASE IF EXISTS "${name}"`);
}

let opened: Promise<pg.Client> | undefined;

/** One connection a worker for all its files: it lasts as long as the process, which it does not keep alive. */
function maintenanceOf(serverUrl: string): Promise<pg.Client> {
  const forget = () => {
    opened = undefined;
  };
  opened ??= connected(serverUrl, forget).catch((error: unknown) => {
    forget();
    throw error;
  });
  return opened;
}

async function connected(serverUrl: string, onError: () => void): Promise<pg.Client> {
  const socket = new Socket();
  const client = new pg.Client({ connectionString: serverUrl, stream: () => socket });
  client.on('error', onError);
  await client.connect();
  socket.unref();
  return client;
}

async function askForServer(): Promise<{ url: string; run: string }> {
  const port = Number(process.env.PARLEY_TEST_DATABASES);
  if (!port) throw new Error('No test databases here: run the test through vitest, which starts global-setup.ts.');
  const answer: { url: string; run: string } | { error: string } = JSON.parse(await text(connect(port, '127.0.0.1')));
  if ('error' in answer) throw new Error(`The test PostgreSQL did not start: ${answer.error}`);
  return answer;
}
