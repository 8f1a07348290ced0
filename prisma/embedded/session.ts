// The connections the embedded room itself makes: to know its server, to own it, to make the database.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, USER } from './cluster.ts';
import { findPostmaster } from './postmaster-file.ts';

const DATABASE = 'parley';
const OWNER = 'parley owner ';
const DEAF_MS = 30_000;
const LOCK = [7_275, 39_301];

export const urlOf = (cluster: Cluster, port: number) =>
  `postgresql://${USER}:${cluster.password}@127.0.0.1:${port}/${DATABASE}`;

/** Connects to the product's database, and makes it where the cluster is new. */
export async function connect(cluster: Cluster, port: number): Promise<pg.Client> {
  const config = { host: '127.0.0.1', port, user: USER, password: cluster.password };
  const name = `${OWNER}${process.pid}`;
  try {
    return await open({ ...config, database: DATABASE, application_name: name });
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '3D000')) throw error;
    const client = await open({ ...config, database: 'postgres' });
    await client.query(`CREATE DATABASE ${DATABASE}`).catch(ignoreExisting);
    await client.end();
    return open({ ...config, database: DATABASE, application_name: name });
  }
}

async function open(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...config, keepAlive: true });
  // A lost connection is noticed by 'end'; without a listener 'error' would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function ignoreExisting(error: unknown): void {
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  if (code !== '42P04' && code !== '23505') throw error;
}

/** Connects to the server already running on this cluster, waiting out its start or stop; undefined where there is none. */
export async function connectRunning(cluster: Cluster): Promise<{ client: pg.Client; port: number } | undefined> {
  const deadline = performance.now() + DEAF_MS;
  for (;;) {
    const postmaster = await findPostmaster(cluster.data);
    if (!postmaster) return undefined;
    try {
      const client = await connect(cluster, postmaster.port);
      return { client, port: postmaster.port };
    } catch (error) {
      // A server that starts up or shuts down says so, and recovery may take its time; silence may not.
      const isBusy = error instanceof pg.DatabaseError && error.code?.startsWith('57P');
      const isSilent = !(error instanceof pg.DatabaseError) && performance.now() < deadline;
      if (!isBusy && !isSilent) throw error;
    }
    await sleep(20);
  }
}

/** Takes the server for this session; where another session has it, answers with that one's pid. */
export async function takeServer(client: pg.Client): Promise<{ ownerPid?: string }> {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', LOCK);
  if (rows[0]?.taken) return {};
  const owners = await client.query<{ application_name: string }>(
    `SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND classid = $1 AND objid = $2 AND objsubid = 2`,
    LOCK,
  );
  const [owner] = owners.rows;
  // It was let go between the two questions: whoever held it is no owner any more.
  return owner ? { ownerPid: owner.application_name.slice(OWNER.length) } : takeServer(client);
}
