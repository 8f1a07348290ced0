import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Linux counts CPU time in hundredths of a second, whatever the kernel's own tick. */
const TICK_US = 10_000;

/** Servers on one core and the load on another, so that they do not take each other's time; the database is not pinned. */
export const canPin = cpus().length > 1 && !spawnSync('taskset', ['--version']).error;
const CORES = { server: 0, load: 1 } as const;

export type Started = { child: ChildProcess; pid: number; stop(): Promise<void> };

/** Starts a program of ours in a process of its own. TypeScript runs through tsx, what was built runs as it is. */
export function start(
  file: string,
  { on, env = {}, flags = [] }: { on: keyof typeof CORES; env?: NodeJS.ProcessEnv; flags?: string[] },
): Started {
  const child = fork(file, [], {
    execArgv: file.endsWith('.ts') ? ['--import', 'tsx', ...flags] : flags,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { pid } = child;
  if (pid === undefined) {
    throw new Error(`${file} did not start`);
  }
  if (canPin) {
    spawnSync('taskset', ['-a', '-cp', String(CORES[on]), String(pid)]);
  }
  const onExit = () => child.kill('SIGKILL');
  process.once('exit', onExit);
  return {
    child,
    pid,
    async stop() {
      process.off('exit', onExit);
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
    },
  };
}

/** What a child says first through its channel. */
export async function firstMessage(child: ChildProcess): Promise<unknown> {
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`a process of the benchmark ended at once (${code})`);
    }),
  ]);
  return message;
}

/** CPU time a process has used, in microseconds; zero where there is no /proc. */
export function cpuOf(pid: number): number {
  const [, , , , , , , , , , , user, system] = statOf(pid);
  return (Number(user ?? 0) + Number(system ?? 0)) * TICK_US;
}

/** CPU time of a process and of its children, also of those that have ended: connections come and go. */
export function cpuOfFamily(pid: number): number {
  const [, , , , , , , , , , , , , user, system] = statOf(pid);
  let sum = cpuOf(pid) + (Number(user ?? 0) + Number(system ?? 0)) * TICK_US;
  for (const name of entries('/proc')) {
    if (/^\d+$/.test(name) && statOf(Number(name))[1] === String(pid)) {
      sum += cpuOf(Number(name));
    }
  }
  return sum;
}

/** Resident memory in bytes, undefined where there is no /proc. */
export function residentOf(pid: number): number | undefined {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** Of /proc/PID/stat what follows the name: state, parent, … */
function statOf(pid: number): string[] {
  const text = read(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
