// A pid alone is no name: pids are reused, at once in containers. A process is its pid and the moment it began.
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, platform } from 'node:os';

/** Where a pid means something: this machine, and on Linux this pid namespace. */
export function findHost(): string {
  return platform() === 'linux' ? `${hostname()} ${tryTo(() => readlinkSync('/proc/self/ns/pid')) ?? ''}` : hostname();
}

/** When the process began, as an opaque word; undefined where there is no such process. A zombie has ended. */
export function findStart(pid: number): string | undefined {
  if (!isListed(pid)) return undefined;
  if (platform() === 'linux') return findLinuxStart(pid);
  // Windows tells no start time cheaply; that the pid is a Node process narrows it enough.
  if (platform() === 'win32') return taskOf(pid);
  return (
    tryTo(() => execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()) || undefined
  );
}

/** The command line of a live process; on Windows its program's name. */
export function findCommand(pid: number): string | undefined {
  if (findStart(pid) === undefined) return undefined;
  if (platform() === 'linux') return tryTo(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
  if (platform() === 'win32') return taskOf(pid);
  return tryTo(() => execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }));
}

function findLinuxStart(pid: number): string | undefined {
  const stat = tryTo(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The program's name stands in brackets and may hold anything, so fields are counted from the last one.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  const [state, ticks] = [fields[0], fields[19]];
  if (ticks === undefined || state === 'Z' || state === 'X') return undefined;
  return `${tryTo(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? ''} ${ticks}`;
}

function taskOf(pid: number): string | undefined {
  const list = tryTo(() =>
    execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], { encoding: 'utf8' }),
  );
  return /^"([^"]+)"/.exec(list ?? '')?.[1];
}

function isListed(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function tryTo<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
