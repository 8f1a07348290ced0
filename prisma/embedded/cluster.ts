import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { StorageError } from '../storage-error.ts';
import type { Account } from './account.ts';
import { binary, type Native } from './native.ts';

/** One database cluster with its password and log beside it; it appears as a whole or not at all. */
export type Cluster = { home: string; data: string; password: string; log: string };

export const USER = 'parley';

const run = promisify(execFile);
const dataOf = (home: string) => path.join(home, 'data');

export async function findCluster(home: string): Promise<Cluster | undefined> {
  const password = await readFile(path.join(home, 'password'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (password === undefined) return undefined;
  return { home, data: dataOf(home), password, log: path.join(home, 'server.log') };
}

/** Runs initdb beside `home` and renames the result, so that a kill in between leaves nothing half made. */
export async function createCluster(native: Native, home: string, account?: Account): Promise<Cluster> {
  const draft = `${home}.new-${randomBytes(4).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  try {
    // The server's user must pass through, not look around.
    await mkdir(draft, { recursive: true, mode: account ? 0o711 : 0o700 });
    await mkdir(dataOf(draft), { mode: 0o700 });
    await writeFile(path.join(draft, 'initial-password'), password, { mode: 0o600 });
    if (account) {
      await chown(dataOf(draft), account.uid, account.gid);
      await chown(path.join(draft, 'initial-password'), account.uid, account.gid);
    }
    await initdb(native, draft, account);
    await rm(path.join(draft, 'initial-password'));
    await writeFile(path.join(draft, 'password'), password, { mode: 0o600 });
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  return { home, data: dataOf(home), password, log: path.join(home, 'server.log') };
}

// Sorting is by code point everywhere; character classes are not left to plain C, in which
// trigrams of Chinese text would be empty. The first name this machine knows is taken.
const CHARACTER_TYPES = platform() === 'linux' ? ['C.UTF-8', 'en_US.UTF-8', 'C'] : ['en_US.UTF-8', 'C'];

async function initdb(native: Native, draft: string, account?: Account): Promise<void> {
  let failure: unknown;
  for (const characterType of CHARACTER_TYPES) {
    try {
      const options = [
        `--pgdata=${dataOf(draft)}`,
        `--username=${USER}`,
        `--pwfile=${path.join(draft, 'initial-password')}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        `--lc-ctype=${characterType}`,
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ];
      // Our own working directory may be closed to the server's user.
      await run(binary(native, 'initdb'), options, { ...account, cwd: path.parse(draft).root });
      return;
    } catch (error) {
      failure = error;
    }
  }
  const reason = failure instanceof Error ? failure.message.trim().split('\n').at(-1) : String(failure);
  throw new StorageError(
    'embedded_failed',
    {
      en: `The embedded PostgreSQL could not make its database: ${reason}. Set DATA_DIR to another place, or DATABASE_URL to a PostgreSQL of your own.`,
      zh: `内置的 PostgreSQL 无法创建数据库：${reason}。请把 DATA_DIR 换到别处，或用 DATABASE_URL 指定自己的 PostgreSQL。`,
    },
    { cause: failure },
  );
}
