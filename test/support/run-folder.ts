// Where a test run puts what it makes: in memory where there is room, and gone with the run or, after a kill, with the next.
import { constants, rmSync } from 'node:fs';
import { access, chmod, mkdtemp, readdir, readFile, realpath, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MEMORY = '/dev/shm';

/** Several times what a run holds at once, most of it the log: the rest is for a test that goes wrong. */
const NEEDED_BYTES = 2 ** 31;

/** A folder of this run's own; what killed runs left beside it goes. */
export async function makeRunFolder(): Promise<string> {
  await sweepAbandoned();
  return mkdtemp(path.join(await roomiest(), `parley-test-${process.pid}-`));
}

/** What tests keep in temporary folders, several servers among it, goes into memory as well: workers inherit where that is. */
export async function moveTemporaryFiles(): Promise<void> {
  if ((await roomiest()) !== MEMORY) return;
  const folder = await makeRunFolder();
  // As such a folder is everywhere: other users' servers pass through it.
  await chmod(folder, 0o1777);
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

/**
 * Memory before disk: every test file's database is a thousand files made and deleted, and ext4 looks at each inode
 * deleted within the last minutes before it gives one out, which came to two fifths of what the server did.
 */
async function roomiest(): Promise<string> {
  const { bavail, bsize } = await statfs(MEMORY).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize >= NEEDED_BYTES && (await maySetUp()) ? MEMORY : realpath(tmpdir());
}

/** Tests keep programs there and start them, which some systems forbid. */
async function maySetUp(): Promise<boolean> {
  const mounts = await readFile('/proc/mounts', 'utf8').catch(() => '');
  const [, options = ''] = new RegExp(`^\\S+ ${MEMORY} \\S+ (\\S+)`, 'mu').exec(mounts) ?? [];
  const isOpen = await access(MEMORY, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  return isOpen && !options.split(',').includes('noexec');
}

/** Ends the servers of runs that were killed before they could do so themselves. */
async function sweepAbandoned(): Promise<void> {
  for (const root of [MEMORY, await realpath(tmpdir())]) await sweep(root);
}

async function sweep(root: string): Promise<void> {
  for (const name of await readdir(root).catch(() => [])) {
    const [, owner] = /^parley-test-(\d+)-/.exec(name) ?? [];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const folder = path.join(root, name);
    const status = await readFile(path.join(folder, 'postgres/data/postmaster.pid'), 'utf8').catch(() => '');
    const [pid, data] = status.split('\n');
    if (pid && data === path.join(folder, 'postgres/data') && isAlive(Number(pid)))
      process.kill(Number(pid), 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
