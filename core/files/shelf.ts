import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Text, withoutControls } from '../text.ts';
import { FILE_KIND_NAMES, type FileKind } from './file-kinds.ts';
import { readFileKind } from './read-file-kind.ts';
import { type Photo, readPhotoFile } from './read-photo.ts';
import type { Storage } from './storage.ts';

/** What a company keeps of what it is sent. */
export type FileLimits = { maxBytes: number; kinds: readonly FileKind[] };

/** Bytes that are kept, and what they are. */
export type StoredFile = {
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  storageKey: string;
  /** What a photo says of itself. */
  photo?: Photo | undefined;
};

export type Shelved = { kind: 'kept'; file: StoredFile } | { kind: 'refused'; name: string; why: Text };

export type Incoming = {
  /** As the sender calls it. */
  name: string;
  /** What the platform says of its size. */
  bytes?: number | undefined;
  /** Which sending this is: the same one, taken again, is kept in the same place. */
  sending: string;
  open(): Promise<Readable>;
};

const LONGEST_NAME = 150;
const UNNAMED = 'file';

/** Takes in files: cut off where they are too large, judged by their bytes, and kept under their content. */
export class Shelf {
  readonly limits: FileLimits;
  private readonly storage: Storage;

  constructor(storage: Storage, limits: FileLimits) {
    this.storage = storage;
    this.limits = limits;
  }

  /** Throws what the sender's platform or the storage throws: then nothing was kept, or the same is kept the next time. */
  async take(incoming: Incoming): Promise<Shelved> {
    const name = cleanName(incoming.name);
    if ((incoming.bytes ?? 0) > this.limits.maxBytes) {
      return { kind: 'refused', name, why: this.tooLarge() };
    }
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-'));
    try {
      const file = path.join(folder, 'incoming');
      const meter = new Meter(this.limits.maxBytes);
      await pipeline(await incoming.open(), meter, createWriteStream(file, { mode: 0o600 }));
      return await this.keep(file, { name, meter, sending: incoming.sending });
    } catch (error) {
      if (error instanceof TooLarge) {
        return { kind: 'refused', name, why: this.tooLarge() };
      }
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async keep(
    file: string,
    { name, meter, sending }: { name: string; meter: Meter; sending: string },
  ): Promise<Shelved> {
    const { bytes } = meter;
    if (bytes === 0) {
      return { kind: 'refused', name, why: { en: 'It is empty.', zh: '文件是空的。' } };
    }
    const found = await readFileKind(file, name);
    if (!found || !this.limits.kinds.includes(found.kind)) {
      return { kind: 'refused', name, why: this.notAllowed() };
    }
    const sha256 = meter.digest();
    const { mediaType } = found;
    // A picture or a recording straight from a phone has no name of its own.
    const named = path.extname(name) === '' ? name + found.extension : name;
    const storageKey = `${sha256.slice(0, 2)}/${sha256}-${createHash('sha256').update(sending).digest('hex').slice(0, 16)}`;
    const photo = found.kind === 'image' ? await readPhotoFile(file) : undefined;
    await this.storage.put(storageKey, file, { mediaType, bytes });
    return { kind: 'kept', file: { name: named, mediaType, bytes, sha256, storageKey, photo } };
  }

  private tooLarge(): Text {
    const most = `${Math.floor(this.limits.maxBytes / 1_048_576)} MB`;
    return { en: `It is larger than ${most}.`, zh: `文件超过 ${most}。` };
  }

  private notAllowed(): Text {
    const names = this.limits.kinds.map((kind) => FILE_KIND_NAMES[kind]);
    return {
      en: `I keep ${names.map(({ en }) => en).join(', ')}; this is none of them.`,
      zh: `可以保存${names.map(({ zh }) => zh).join('、')}，这个文件不在其中。`,
    };
  }
}

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Counts and sums up what passes, and cuts it off. */
class Meter extends Transform {
  bytes = 0;
  private readonly hash: Hash = createHash('sha256');
  private readonly most: number;

  constructor(most: number) {
    super();
    this.most = most;
  }

  override _transform(chunk: Buffer, _: string, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.bytes += chunk.length;
    if (this.bytes > this.most) {
      done(new TooLarge());
    } else {
      this.hash.update(chunk);
      done(null, chunk);
    }
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

/** One line without folders: what is shown and what a browser saves it as. */
function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = withoutControls(last)
    .replace(/[\t\r\n]/g, '')
    .trim();
  const extension = path.extname(plain).slice(0, 20);
  const short = plain.length > LONGEST_NAME ? plain.slice(0, LONGEST_NAME - extension.length) + extension : plain;
  return short.replace(/^\.+/, '') || UNNAMED;
}
