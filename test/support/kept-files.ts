// A folder of its own for the files of a test; it is made with the first of them.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FILE_KINDS } from '../../core/files/file-kinds.ts';
import { type FileLimits, Shelf } from '../../core/files/shelf.ts';
import { openStorage, type Storage } from '../../core/files/storage.ts';

export const LIMITS: FileLimits = { maxBytes: 1_048_576, kinds: FILE_KINDS };

export function tempStorage(): Storage {
  let opened: Promise<Storage> | undefined;
  const open = () => {
    opened ??= openStorage({ dataDir: mkdtempSync(path.join(tmpdir(), 'parley-test-')), bucket: undefined });
    return opened;
  };
  return {
    put: async (...args) => (await open()).put(...args),
    stream: async (key) => (await open()).stream(key),
    delete: async (key) => (await open()).delete(key),
  };
}

export const tempShelf = () => new Shelf(tempStorage(), LIMITS);

/** What a composition is given. */
export const tempFiles = () => ({ storage: tempStorage(), limits: LIMITS, linkMs: 3_600_000 });
