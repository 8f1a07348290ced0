// What another user of this machine can reach, read from the permission bits. Only asked as root, so never on Windows.
import { chmod, lstat, mkdir, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account.ts';

const EXECUTE = 1;
const READ = 4;

/** Whether the account may pass through every folder down to and including this one. */
export async function canEnter(folder: string, account: Account): Promise<boolean> {
  let current = await realpath(folder);
  for (;;) {
    if (!(await allows(current, account, EXECUTE))) return false;
    const parent = path.dirname(current);
    if (parent === current) return true;
    current = parent;
  }
}

/** Whether the account can run what is in this native folder; a strict umask at install time closes single files. */
export async function canRun(native: string, account: Account): Promise<boolean> {
  if (!(await canEnter(native, account))) return false;
  for (const name of await readdir(native, { recursive: true })) {
    if (!(await allows(path.join(native, name), account, READ))) return false;
  }
  return true;
}

/** Opens our own folder, and no other, for passing through. */
export async function openForPassing(folder: string): Promise<void> {
  const { uid, mode } = await stat(folder);
  if (uid === process.getuid?.()) await chmod(folder, (mode & 0o7777) | 0o011);
}

async function allows(file: string, { uid, gid }: Account, bit: number): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return false;
  const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0;
  return ((found.mode >> shift) & bit) === bit;
}

// Places that survive a restart of the machine and that any user can enter.
const SHARED = ['/var/lib/parley', '/var/tmp/parley'];

/** A folder of root's that every user can enter; undefined where the file system has none to write to. */
export async function findSharedFolder(candidates: readonly string[] = SHARED): Promise<string | undefined> {
  for (const folder of candidates) {
    try {
      await mkdir(folder, { mode: 0o755 });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) continue;
    }
    // In a place everybody can write to, somebody else may have put it there first.
    const { uid, mode } = await lstat(folder);
    if (uid === process.getuid?.() && (mode & 0o170022) === 0o040000 && (mode & 0o001) === 0o001) return folder;
  }
  return undefined;
}
