import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { platform } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StorageError } from '../storage-error.ts';
import type { Cluster } from './cluster.ts';
import { binary } from './native.ts';
import type { Place } from './place.ts';
import { disownStaleFile, findPostmaster, type Postmaster } from './postmaster-file.ts';
import { serverOptions } from './settings.ts';

const FAST_STOP_MS = 30_000;
const SURVIVORS_MS = 15_000;
const LOG_BYTES = 5_000_000;

/** Starts the server of a cluster nobody serves, on the given port or a free one, and waits until it takes connections. */
export async function launch(cluster: Cluster, place: Place, wantedPort?: number): Promise<Postmaster> {
  const deadline = performance.now() + SURVIVORS_MS;
  for (;;) {
    await disownStaleFile(cluster.data);
    const port = wantedPort ?? (await findFreePort());
    const logged = await rotateLog(cluster.log);
    const started = await tryLaunch(cluster, place, port);
    if (started) return started;
    const reason = (await readFile(cluster.log, 'utf8')).slice(logged);
    // Children of a killed server need a moment to notice; a port can be lost between finding and taking it.
    if (/still in use|could not create any TCP|could not bind/.test(reason) && performance.now() < deadline) {
      await sleep(100);
      continue;
    }
    throw failedToStart(cluster, reason);
  }
}

async function tryLaunch(cluster: Cluster, place: Place, port: number): Promise<Postmaster | undefined> {
  const log = openSync(cluster.log, 'a', 0o600);
  let hasEnded = false;
  let failure: Error | undefined;
  const command = serverCommand(cluster, place, port);
  const child = spawn(command.file, command.args, {
    ...place.account,
    // Our own working directory may be closed to the server's user.
    cwd: path.parse(cluster.data).root,
    // A group of its own: Ctrl-C reaches Node alone, which stops its work first and the server last.
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  closeSync(log);
  child.unref();
  child.once('error', (error) => {
    failure = error;
  });
  child.once('exit', (code) => {
    // pg_ctl leaves at once and well; the server itself never does.
    hasEnded = platform() !== 'win32' || code !== 0;
  });
  for (;;) {
    const postmaster = await findPostmaster(cluster.data);
    if (postmaster?.isReady) return postmaster;
    if (failure) throw failure;
    if (hasEnded) return undefined;
    await sleep(10);
  }
}

/** On Windows pg_ctl starts the server, because it can shed an administrator's rights, which PostgreSQL refuses. */
function serverCommand(cluster: Cluster, { native }: Place, port: number): { file: string; args: string[] } {
  const options = serverOptions(port);
  if (platform() !== 'win32') return { file: binary(native, 'postgres'), args: ['-D', cluster.data, ...options] };
  const quoted = options.map((option) => `"${option}"`).join(' ');
  return { file: binary(native, 'pg_ctl'), args: ['start', '-w', '-D', cluster.data, '-o', quoted] };
}

/** A fast shutdown: sessions are ended, nothing committed is lost. Returns when the server is gone. */
export async function shutDown(cluster: Cluster, place: Place): Promise<void> {
  const running = await findPostmaster(cluster.data);
  if (!running) return;
  if (platform() === 'win32') {
    await promisify(execFile)(binary(place.native, 'pg_ctl'), ['stop', '-w', '-m', 'fast', '-D', cluster.data]);
    return;
  }
  process.kill(running.pid, 'SIGINT');
  if (await isGone(cluster, FAST_STOP_MS)) return;
  process.kill(running.pid, 'SIGQUIT');
  await isGone(cluster, FAST_STOP_MS);
}

export async function isGone({ data }: Cluster, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (await findPostmaster(data)) {
    if (performance.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Keeps one older log; answers where what is written from now on begins. */
async function rotateLog(log: string): Promise<number> {
  const size = (await stat(log).catch(() => undefined))?.size ?? 0;
  if (size < LOG_BYTES) return size;
  await rename(log, `${log}.1`);
  return 0;
}

function failedToStart(cluster: Cluster, output: string): StorageError {
  const lines = output.trim().split('\n');
  const reason = lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? '';
  return new StorageError('embedded_failed', {
    en: `The embedded PostgreSQL did not start: ${reason} (log: ${cluster.log})`,
    zh: `内置的 PostgreSQL 没有启动：${reason}（日志：${cluster.log}）`,
  });
}
