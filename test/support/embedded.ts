// For tests of the embedded server: folders, owners in processes of their own, and nothing left behind.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { findPostmaster } from '../../prisma/embedded/postmaster-file.ts';
import { toRunOn } from './built.ts';

const OWNER = fileURLToPath(new URL('../../prisma/embedded/fixtures/owner.mjs', import.meta.url));

export type OwnerProcess = {
  pid: number;
  said: { url?: string; location?: string; error?: string };
  kill(): Promise<void>;
};

const folders: string[] = [];
const children: ChildProcess[] = [];

export async function makeFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(path.join(await realpath(tmpdir()), 'parley-embedded-'));
  await chmod(folder, mode);
  folders.push(folder);
  return folder;
}

/** Starts the database in another Node process; `kill` is SIGKILL. */
export async function startOwner(dataDir: string, account: { uid?: number; gid?: number } = {}): Promise<OwnerProcess> {
  const child = spawn(process.execPath, [...toRunOn(OWNER), dataDir], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return {
    pid: child.pid ?? 0,
    said: JSON.parse(line),
    async kill() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The pid of the server in this folder, wherever below it the database is. */
export async function findServer(folder: string): Promise<number | undefined> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (path.basename(name) !== 'postmaster.pid') continue;
    const running = await findPostmaster(path.join(folder, path.dirname(name)));
    if (running) return running.pid;
  }
  return undefined;
}

/** Ends what a test, also a failed one, left running. */
export async function cleanUp(): Promise<void> {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) {
    const server = existsSync(folder) ? await findServer(folder) : undefined;
    if (server !== undefined) process.kill(server, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

export const readNote = async (dataDir: string): Promise<{ home: string }> =>
  JSON.parse(await readFile(path.join(dataDir, 'postgres.json'), 'utf8'));
