// Where database and binaries live: in DATA_DIR and node_modules, or, where root's server user cannot get there, elsewhere.
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import path from 'node:path';
import { StorageError } from '../storage-error.ts';
import { type Account, findAccount, isRoot } from './account.ts';
import { type Native, repairNative } from './native.ts';
import { canEnter, canRun, findSharedFolder, openForPassing } from './reach.ts';

export type Place = { home: string; native: Native; account: Account | undefined };

type Options = { dataDir: string; native: Native; shared?: readonly string[] | undefined };

/** The folder the database of this DATA_DIR is in, whether or not it exists yet. */
export async function findHome(dataDir: string): Promise<string> {
  const note = await readFile(noteOf(dataDir), 'utf8').catch(() => undefined);
  if (note === undefined) return path.join(dataDir, 'postgres');
  const { home }: { home: string } = JSON.parse(note);
  if (existsSync(home)) return home;
  throw new StorageError('embedded_failed', {
    en: `The database of ${dataDir} was kept in ${home}, which is gone. Put it back, or delete ${noteOf(dataDir)} to begin with an empty one.`,
    zh: `${dataDir} 的数据库原本存放在 ${home}，但该目录已不存在。请把它放回原处，或删除 ${noteOf(dataDir)} 以从空数据库开始。`,
  });
}

/** Decides place and user for an existing DATA_DIR, and brings binaries the user can run. */
export async function preparePlace({ dataDir, native, shared }: Options): Promise<Place> {
  const known = await findHome(dataDir);
  const account = (await findOwner(path.join(known, 'data'))) ?? findAccount();
  if (!account) return { home: known, native: await repaired(native, dataDir), account };
  const parent = await realpath(path.dirname(dataDir));
  if (await canEnter(parent, account)) await openForPassing(dataDir);
  const reached = await canEnter(existsSync(known) ? known : path.dirname(known), account);
  const away = reached ? undefined : await moveAway(dataDir, known, shared);
  const usable = (await canRun(native.folder, account))
    ? await repaired(native, away ?? dataDir)
    : await copied(native, await needSharedFolder(shared));
  return { home: away ?? known, native: usable, account };
}

const noteOf = (dataDir: string) => path.join(dataDir, 'postgres.json');

/** A database made by a normal user goes on under that user, also when root starts it. */
async function findOwner(data: string): Promise<Account | undefined> {
  if (!isRoot()) return undefined;
  const found = await stat(data).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

async function moveAway(dataDir: string, known: string, shared: Options['shared']): Promise<string> {
  if (existsSync(known)) {
    throw new StorageError('embedded_failed', {
      en: `The database in ${known} can no longer be reached by its user. Open the folders above it (chmod o+x), or set DATA_DIR.`,
      zh: `数据库用户已无法进入 ${known}。请开放其上级目录的进入权限（chmod o+x），或设置 DATA_DIR。`,
    });
  }
  const home = path.join(await needSharedFolder(shared), `database-${randomBytes(4).toString('hex')}`);
  await mkdir(home, { mode: 0o711 });
  await writeFile(noteOf(dataDir), `${JSON.stringify({ home })}\n`);
  return home;
}

async function needSharedFolder(candidates: Options['shared']): Promise<string> {
  const folder = await findSharedFolder(candidates);
  if (folder) return folder;
  throw new StorageError('embedded_failed', {
    en: 'PostgreSQL does not run as root, and its own user cannot reach this folder. Start Parley as a normal user, or move it out of the private home folder.',
    zh: 'PostgreSQL 不能以 root 运行，而它的用户无法进入此目录。请以普通用户启动 Parley，或把它移出私有主目录。',
  });
}

async function repaired(native: Native, fallback: string): Promise<Native> {
  try {
    await repairNative(native.folder);
    return native;
  } catch {
    // An installation we may read but not write: work on a copy of our own.
    return copied(native, fallback);
  }
}

/** Copies once a version; the last step is a rename, so half a copy is never used. */
async function copied(native: Native, parent: string): Promise<Native> {
  const folder = path.join(parent, `postgresql-${native.version}-${platform()}-${arch()}`);
  if (!existsSync(folder)) {
    const draft = `${folder}.${randomBytes(4).toString('hex')}`;
    cpSync(native.folder, draft, { recursive: true, verbatimSymlinks: true });
    await openToAll(draft);
    await repairNative(draft);
    // Another start may have been quicker; its copy is as good.
    await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return { ...native, folder };
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(file, 0o755);
    else if (entry.isFile()) await chmod(file, (await stat(file)).mode & 0o111 ? 0o755 : 0o644);
  }
}
