import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The user a server process runs as. PostgreSQL refuses root, so root steps down to one of these. */
export type Account = { uid: number; gid: number };

export const isRoot = () => process.getuid?.() === 0;

/** The account to step down to, or undefined where the server may run as whoever we are. */
export function findAccount(): Account | undefined {
  if (!isRoot()) return undefined;
  const found = lookUp('postgres') ?? lookUp('_postgres') ?? lookUp('nobody');
  if (found) return found;
  // initdb insists on a name in the password file; only images without even `nobody` come here.
  spawnSync('useradd', ['--system', '--no-create-home', 'postgres']);
  return lookUp('postgres') ?? { uid: 65534, gid: 65534 };
}

function lookUp(name: string): Account | undefined {
  const line = passwordFile()
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  // macOS writes nobody as -2, which is no number a process can be given.
  if (uid === undefined || gid === undefined || Number(uid) <= 0) return undefined;
  return { uid: Number(uid), gid: Number(gid) };
}

function passwordFile(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}
