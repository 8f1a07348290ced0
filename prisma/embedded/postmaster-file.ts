// PostgreSQL's own lock file, `postmaster.pid`: who serves this data folder, and on which port.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import path from 'node:path';
import { findCommand } from './process-identity.ts';

export type Postmaster = { pid: number; port: number; isReady: boolean };

const fileOf = (data: string) => path.join(data, 'postmaster.pid');

/** The live server of this data folder; a file left behind by a killed one, or whose pid is another's by now, is none. */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const lines = await readLines(data);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isServerOf(pid, data)) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

function isServerOf(pid: number, data: string): boolean {
  const command = findCommand(pid);
  if (command === undefined) return false;
  return platform() === 'win32' ? /^postgres/i.test(command) : command.includes(`-D ${data} `);
}

/**
 * Makes a new server accept the file a dead one left. PostgreSQL gives way to any live process with that pid, but not to
 * its own parent; so our pid goes in instead of deleting the file, whose last lines guard against surviving children.
 */
export async function disownStaleFile(data: string): Promise<void> {
  const lines = await readLines(data);
  if (lines.length === 0) return;
  if (platform() === 'win32') await rm(fileOf(data), { force: true });
  else await writeFile(fileOf(data), [String(process.pid), ...lines.slice(1)].join('\n'));
}

async function readLines(data: string): Promise<string[]> {
  const text = await readFile(fileOf(data), 'utf8').catch(() => '');
  return text === '' ? [] : text.split('\n');
}
