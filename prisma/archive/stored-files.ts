// What people sent, where it lies in DATA_DIR: behind the rows of a backup, each file as a line of JSON with its key, then
// its bytes in pieces, each after a line with their number, and a last piece of none.
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileLine, pieceLine } from './format.ts';
import type { Archive } from './read-archive.ts';

/** In DATA_DIR, where no bucket is set: core/files/storage.ts keeps them there (its test holds both together). */
export const FILES_FOLDER = 'files';

const PIECE_BYTES = 256 * 1024;

/** What is there when it is looked for: what is there is never changed, so that whatever an earlier moment's rows name is among it. */
export async function* packFiles(folder: string): AsyncGenerator<string | Buffer> {
  for (const key of await findKeys(folder)) {
    const handle = await open(path.join(folder, key)).catch(nothingThere);
    if (!handle) continue; // swept since
    try {
      yield line({ file: key });
      for await (const piece of handle.createReadStream({ highWaterMark: PIECE_BYTES, autoClose: false })) {
        yield line({ bytes: piece.length });
        yield piece;
      }
      yield line({ bytes: 0 });
    } finally {
      await handle.close();
    }
  }
  yield line({ file: null });
}

/** Puts the files of a backup where they were; what is there besides stays. Gives how many. */
export async function unpackFiles(archive: Archive, folder: string): Promise<number> {
  for (let count = 0; ; count++) {
    const { file } = await archive.readLine(fileLine);
    if (file === null) return count;
    const target = path.join(folder, file);
    const part = `${target}.part`;
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    try {
      await pipeline(Readable.from(readPieces(archive)), createWriteStream(part, { mode: 0o600, flush: true }));
      await rename(part, target);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }
}

async function* readPieces(archive: Archive): AsyncGenerator<Buffer> {
  for (;;) {
    const { bytes } = await archive.readLine(pieceLine);
    if (bytes === 0) return;
    yield archive.readBytes(bytes);
  }
}

async function findKeys(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(nothingThere)) ?? [];
  const files = entries.filter((entry) => entry.isFile());
  const keys = files.map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)));
  return keys.map((key) => key.split(path.sep).join('/')).filter((file) => fileLine.safeParse({ file }).success);
}

function nothingThere(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`;
