// Who runs on this DATA_DIR. The file answers quickly and by name; the session lock inside the server (session.ts)
// has the last word, since the operating system takes it back from whoever dies.
import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StorageError } from '../storage-error.ts';
import { findHost, findStart } from './process-identity.ts';

type Owner = { pid: number; start: string; host: string };

const HEARTBEAT_MS = 2_000;
const SILENCE_MS = 60_000;

export type OwnerLock = { release(): Promise<void> };

/** Takes the folder for this process, or throws StorageError naming the process that has it. */
export async function takeOwnerLock(
  dataDir: string,
  { heartbeatMs = HEARTBEAT_MS }: { heartbeatMs?: number } = {},
): Promise<OwnerLock> {
  const file = path.join(dataDir, 'parley.lock');
  const mine = JSON.stringify({ pid: process.pid, start: findStart(process.pid) ?? '', host: findHost() });
  while (!(await write(file, mine))) {
    const text = await readOwner(file);
    const owner = parseOwner(text);
    if (owner && (await isRunning(owner, file, heartbeatMs))) throw alreadyRunning(dataDir, owner.pid, owner.host);
    await putAside(file, text);
  }
  const heartbeat = setInterval(() => void touch(file), heartbeatMs).unref();
  return {
    async release() {
      clearInterval(heartbeat);
      if ((await readOwner(file)) === mine) await rm(file, { force: true });
    },
  };
}

export function alreadyRunning(dataDir: string, pid: number | string, host = findHost()): StorageError {
  const where = host === findHost() ? '' : ` on ${host.split(' ')[0]}`;
  return new StorageError('already_running', {
    en: `Parley is already running on ${dataDir} (process ${pid}${where}). Stop it first, or set DATA_DIR to another folder.`,
    zh: `Parley 已在 ${dataDir} 上运行（进程 ${pid}${where}）。请先停止它，或把 DATA_DIR 设为其他目录。`,
  });
}

async function isRunning(owner: Owner, file: string, heartbeatMs: number): Promise<boolean> {
  if (owner.host === findHost()) return findStart(owner.pid) === owner.start;
  // Another machine or container on a shared volume: its pids say nothing here, its heartbeat does.
  const seen = await modifiedAt(file);
  await writeFile(`${file}.probe`, '');
  const silence = (await modifiedAt(`${file}.probe`)) - seen;
  await rm(`${file}.probe`, { force: true });
  if (silence > SILENCE_MS) return false;
  await sleep(3 * heartbeatMs);
  return (await modifiedAt(file)) !== seen;
}

async function write(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Creating and filling are two steps, so an empty file gets a moment. */
async function readOwner(file: string): Promise<string> {
  for (let tries = 0; tries < 20; tries++) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== '') return text ?? '';
    await sleep(25);
  }
  return '';
}

function parseOwner(text: string): Owner | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function putAside(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  // Somebody else was quicker and this is already the new owner's file: give it back.
  if ((await readOwner(aside)) !== stale) await rename(aside, file);
  else await rm(aside, { force: true });
}

const modifiedAt = async (file: string) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;

async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}
