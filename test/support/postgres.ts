// The PostgreSQL of one test run: a copy of a cached, freshly made cluster in a temporary folder, in memory where there is room, without fsync.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { cp, lchown, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Account } from '../../prisma/embedded/account.ts';
import { type Cluster, createCluster, findCluster, USER } from '../../prisma/embedded/cluster.ts';
import { binary, findNative } from '../../prisma/embedded/native.ts';
import { type Place, preparePlace } from '../../prisma/embedded/place.ts';
import { makeRunFolder } from './run-folder.ts';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/parley', import.meta.url));

export type TestServer = { url: string; stop(): Promise<void> };

/** Starts a server of its own; `url` names its maintenance database. */
export async function startTestServer(): Promise<TestServer> {
  const folder = await makeRunFolder();
  const place = await preparePlace({ dataDir: folder, native: await findNative() });
  const cluster = await copyCluster(place);
  const port = await findFreePort();
  const child = spawn(binary(place.native, 'postgres'), ['-D', cluster.data, ...settings(port)], {
    ...place.account,
    cwd: path.parse(folder).root,
    // Its own group: Ctrl-C reaches the test run first, which then stops it.
    detached: true,
    stdio: 'ignore',
  });
  const onExit = () => {
    child.kill('SIGQUIT');
    for (const part of [place.home, folder]) rmSync(part, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', onExit);
  await waitUntilReady(cluster, child);
  const url = `postgresql://${USER}:${cluster.password}@127.0.0.1:${port}/postgres`;
  await easePassword(url, cluster.password);
  return {
    url,
    async stop() {
      process.off('exit', onExit);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      // An immediate shutdown: nothing in here is worth a checkpoint.
      if (child.exitCode === null && child.kill('SIGQUIT')) await gone;
      for (const part of [place.home, folder]) await rm(part, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

const settings = (port: number) =>
  [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'shared_buffers=64MB',
    'max_connections=300',
    'max_wal_size=512MB',
    'wal_level=minimal',
    'max_wal_senders=0',
    'timezone=UTC',
    // A file asks most things a few times on connections of its own: planned anew for each value, as the first five
    // times by default, planning was a third of what the server did.
    'plan_cache_mode=force_generic_plan',
  ].flatMap((setting) => ['-c', setting]);

/** Thousands of rounds of hashing at every connect defend words that people choose; these are 24 random bytes. */
async function easePassword(url: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SET scram_iterations = 1; ALTER ROLE "${USER}" PASSWORD '${password}'`);
  } finally {
    await client.end();
  }
}

async function copyCluster({ home, native, account }: Place): Promise<Cluster> {
  const cached = path.join(CACHE, `cluster-${native.version}-${account?.uid ?? process.getuid?.() ?? 'user'}`);
  if (!existsSync(cached)) {
    await createCluster(native, home, account);
    // Two runs may come here at once; the first to rename wins, the other's copy is dropped.
    const draft = `${cached}.${process.pid}`;
    // Without a cache, in a folder that is not ours to write to, every run makes its own.
    await cp(home, draft, { recursive: true }).catch(() => undefined);
    await rename(draft, cached).catch(() => rm(draft, { recursive: true, force: true }));
  } else {
    // A third of the time of its asynchronous sister, and nobody waits for this process meanwhile.
    cpSync(cached, home, { recursive: true });
    if (account) await giveAway(path.join(home, 'data'), account);
  }
  const cluster = await findCluster(home);
  if (!cluster) throw new Error(`The cached cluster ${cached} is damaged: delete it.`);
  return cluster;
}

async function giveAway(folder: string, { uid, gid }: Account): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(['.', ...names].map((name) => lchown(path.join(folder, name), uid, gid)));
}

async function waitUntilReady({ data }: Cluster, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The test PostgreSQL in ${data} ended at once.`);
    const status = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '');
    if (status.split('\n')[7]?.trim() === 'ready') return;
    await sleep(10);
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.');
  return address.port;
}
