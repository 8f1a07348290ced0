import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { findPostmaster } from '../../prisma/embedded/postmaster-file.ts';

/** The pid of the embedded server whose files lie somewhere below this folder. */
export async function findServer(folder: string): Promise<number | undefined> {
  for (const name of ['', 'data', 'postgres/data', ...(await readdir(folder).catch(() => []))]) {
    const running = await findPostmaster(path.join(folder, name)).catch(() => undefined);
    if (running) {
      return running.pid;
    }
  }
  return undefined;
}
