// A Redis of one's own for a test file: REDIS_URL names a server, else a redis-server binary is started on a free port.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

export type TestRedis = {
  url: string;
  /** A database that nobody else was given, where the server is ours: for tests that run beside each other. */
  aside(): string;
  /** Undefined for a server that is not ours to stop. */
  outage: { stop(): Promise<void>; start(): Promise<void> } | undefined;
  drop(): Promise<void>;
};

/** Undefined, and said aloud, where there is neither. */
export async function createTestRedis({ settings = ['--appendonly', 'yes'] } = {}): Promise<TestRedis | undefined> {
  if (process.env.REDIS_URL) {
    const own = ownDatabase(process.env.REDIS_URL);
    await flush(own);
    return { url: own, aside: () => own, outage: undefined, drop: () => flush(own) };
  }
  if (spawnSync('redis-server', ['--version']).error) {
    process.stderr.write(
      '\n*** NO REDIS: neither REDIS_URL nor a redis-server binary. Its half of the suite is SKIPPED. ***\n',
    );
    return undefined;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-redis-'));
  const port = await findFreePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const start = async () => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...settings];
    child = spawn('redis-server', options, { stdio: 'ignore' });
    await waitUntilReady(url);
  };
  const stop = async () => {
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    if (child?.kill('SIGKILL')) await gone;
  };
  const onExit = () => child?.kill('SIGKILL');
  process.once('exit', onExit);
  await start();
  let given = 0;
  return {
    url,
    aside() {
      given += 1;
      return `${url}/${given}`;
    },
    outage: { stop, start },
    async drop() {
      process.off('exit', onExit);
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Files run beside each other: every worker has a database of its own on the one server. */
function ownDatabase(server: string): string {
  const url = new URL(server);
  url.pathname = `/${Number(process.env.VITEST_POOL_ID ?? 0) % 16}`;
  return url.href;
}

export async function flush(url: string): Promise<void> {
  const redis = new Redis(url);
  await redis.flushdb();
  redis.disconnect();
}

async function waitUntilReady(url: string): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 20 });
  redis.on('error', () => undefined);
  await redis.ping();
  redis.disconnect();
  await sleep(0);
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.');
  return address.port;
}
