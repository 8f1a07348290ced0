// The PostgreSQL of one test run: a copy of a prepared cluster in a temporary folder, in memory where there is room, without fsync.
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { platform } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, USER } from '../../prisma/embedded/cluster.ts';
import { binary, findNative } from '../../prisma/embedded/native.ts';
import { type Place, preparePlace } from '../../prisma/embedded/place.ts';
import { copyCluster, type Template } from './prepared-cluster.ts';
import { makeRunFolder } from './run-folder.ts';

type LaunchedServer = { url: string; stop(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> };

export type TestServer = { url: string; stop(): Promise<void> };

/** Starts a server of its own, which has the template as a database; `url` names its maintenance database. */
export async function startTestServer(template: Template): Promise<TestServer> {
  const folder = await makeRunFolder();
  const parts = [folder];
  const onExit = () => {
    for (const part of parts) rmSync(part, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', onExit);
  const place = await preparePlace({ dataDir: folder, native: await findNative() });
  parts.unshift(place.home);
  const cluster = await copyCluster(place, template, (fresh) => launch(fresh, place));
  const { url, stop } = await launch(cluster, place);
  return {
    url,
    async stop() {
      // An immediate shutdown: nothing in here is worth a checkpoint.
      await stop('SIGQUIT');
      process.off('exit', onExit);
      for (const part of parts) await rm(part, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function launch(cluster: Cluster, { native, account }: Place): Promise<LaunchedServer> {
  const port = await findFreePort();
  const sockets = findSocketFolder(cluster);
  const child = spawn(binary(native, 'postgres'), ['-D', cluster.data, ...settings(port, sockets)], {
    ...account,
    cwd: path.parse(cluster.data).root,
    // Its own group: Ctrl-C reaches the test run first, which then stops it.
    detached: true,
    stdio: 'ignore',
  });
  const onExit = () => child.kill('SIGQUIT');
  // Before its folder goes.
  process.prependOnceListener('exit', onExit);
  await waitUntilReady(cluster, child);
  return {
    url: `postgresql://${USER}:${cluster.password}@${encodeURIComponent(sockets ?? '127.0.0.1')}:${port}/postgres`,
    async stop(signal) {
      process.off('exit', onExit);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.kill(signal)) await gone;
    },
  };
}

/** The shortest of the longest names a system has for a socket is 103 characters; what the server puts behind the folder is up to 16. */
const LONGEST_FOLDER = 87;

/** A short question by way of a file costs both sides together a fifth less than by TCP. */
function findSocketFolder({ data }: Cluster): string | undefined {
  // The setting is a list, in which these would end a name.
  const isPlain = !/[,"]/.test(data) && Buffer.byteLength(data) <= LONGEST_FOLDER;
  return platform() !== 'win32' && isPlain ? data : undefined;
}

const settings = (port: number, sockets = '') =>
  [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${sockets}`,
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'shared_buffers=64MB',
    'max_connections=300',
    'max_wal_size=512MB',
    'wal_level=minimal',
    'max_wal_senders=0',
    'timezone=UTC',
    // Nobody is to plan anew in the middle of a run.
    'autovacuum=off',
    // A file asks most things a few times on connections of its own: planned anew for each value, as the first five
    // times by default, planning was a third of what the server did.
    'plan_cache_mode=force_generic_plan',
  ].flatMap((setting) => ['-c', setting]);

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
