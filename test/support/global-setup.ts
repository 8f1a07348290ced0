// One PostgreSQL for the whole run, started when the first test asks for a database: a run that needs none pays nothing.
// Workers ask over a local socket; they get the server's address and the name of a template with every migration applied.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import pg from 'pg';
import { MIGRATIONS, migrate } from '../../prisma/migrate.ts';
import { checksumOf, readMigrations } from '../../prisma/migrator/folder.ts';
import { dropDatabase } from './database.ts';
import { startTestServer, type TestServer } from './postgres.ts';
import { moveTemporaryFiles } from './run-folder.ts';

type Broker = { server: TestServer; run: string };

export async function setup(): Promise<() => Promise<void>> {
  await moveTemporaryFiles();
  const run = `parley_test_${process.pid}_${Math.floor(performance.timeOrigin).toString(36)}`;
  let opened: Promise<Broker> | undefined;
  const listener = createServer((socket) => {
    opened ??= open(run);
    opened.then(
      ({ server }) => socket.end(JSON.stringify({ url: server.url, run })),
      (error: unknown) => socket.end(JSON.stringify({ error: String(error) })),
    );
    // A worker that went away is no matter of ours.
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.');
  process.env.PARLEY_TEST_DATABASES = String(address.port);
  return async () => {
    listener.close();
    if (opened) await close(await opened);
  };
}

const TEMPLATE = 'parley_template';

async function open(run: string): Promise<Broker> {
  const own = process.env.DATABASE_URL;
  const server = own
    ? { url: own, stop: async () => undefined }
    : await startTestServer({ name: TEMPLATE, key: await keyOfTemplate(), fill: fillTemplate });
  const template = new URL(server.url);
  template.pathname = `/${run}`;
  if (own) {
    await inDatabase(own, (client) => client.query(`CREATE DATABASE "${run}"`));
    await fillTemplate(template.href);
  } else await inDatabase(server.url, (client) => client.query(`ALTER DATABASE "${TEMPLATE}" RENAME TO "${run}"`));
  // Whoever comes first after a start writes down what every connection begins with, and all copies have it.
  await inDatabase(template.href, (client) => client.query('SELECT 1'));
  return { server, run };
}

/** Where the migrations have left what later ones replaced, more than half of each: hundreds of copies would have it too. */
const REWRITTEN = ['pg_attribute', 'pg_class', 'pg_depend', 'pg_policy', 'pg_proc', 'pg_rewrite', 'pg_type'];

async function fillTemplate(url: string): Promise<void> {
  await inDatabase(url, async (client) => {
    await migrate(client, { directory: MIGRATIONS });
    await client.query(`VACUUM FULL ${REWRITTEN.join(', ')}`);
  });
}

const MAKERS = [
  'global-setup.ts',
  'prepared-cluster.ts',
  '../../prisma/embedded/cluster.ts',
  '../../prisma/migrate.ts',
  '../../prisma/migrator/folder.ts',
  '../../prisma/migrator/ledger.ts',
];

/** Another one for every change of the migrations, and of what makes the cluster and applies them. */
async function keyOfTemplate(): Promise<string> {
  const sources = await Promise.all(MAKERS.map((file) => readFile(new URL(file, import.meta.url), 'utf8')));
  const migrations = await readMigrations(MIGRATIONS);
  return checksumOf(JSON.stringify([sources, migrations])).slice(0, 16);
}

async function close({ server, run }: Broker): Promise<void> {
  if (process.env.DATABASE_URL) {
    await inDatabase(server.url, async (client) => {
      const { rows } = await client.query<{ datname: string }>(
        'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
        [run],
      );
      for (const { datname } of rows) await dropDatabase(client, datname);
    });
  }
  await server.stop();
}

async function inDatabase(url: string, act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
