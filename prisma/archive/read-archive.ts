import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { StorageError } from '../storage-error.ts';

/** A backup read from front to back: lines of JSON, and between them the rows of one table each. */
export interface Archive {
  readLine<T>(schema: z.ZodType<T>): Promise<T>;
  readRows(): AsyncGenerator<Buffer>;
  readBytes(count: number): Promise<Buffer>;
  close(): void;
}

const NEWLINE = 10;
const END = Buffer.from('\\.\n');
const NEXT_END = Buffer.from('\n\\.\n');

export function openArchive(file: string): Archive {
  const stream = createGunzip();
  // Errors of either stream come out of the iterator.
  pipeline(createReadStream(file), stream, () => undefined);
  return readArchive(file, stream[Symbol.asyncIterator](), () => stream.destroy());
}

export function readArchive(file: string, chunks: AsyncIterator<Buffer>, close: () => void): Archive {
  let buffer: Buffer = Buffer.alloc(0);

  const fill = async () => {
    const { value, done } = await chunks.next().catch((cause: unknown) => {
      throw unusable(file, cause instanceof Error ? cause.message : String(cause), cause);
    });
    if (done) throw unusable(file, 'it ends too early');
    buffer = Buffer.concat([buffer, value]);
  };

  return {
    async readLine(schema) {
      while (!buffer.includes(NEWLINE)) await fill();
      const end = buffer.indexOf(NEWLINE);
      const text = buffer.toString('utf8', 0, end);
      buffer = buffer.subarray(end + 1);
      return parse(text, schema, file);
    },

    async *readRows() {
      while (buffer.length < END.length) await fill();
      if (buffer.subarray(0, END.length).equals(END)) {
        buffer = buffer.subarray(END.length);
        return;
      }
      for (;;) {
        const end = buffer.indexOf(NEXT_END);
        if (end >= 0) {
          yield buffer.subarray(0, end + 1);
          buffer = buffer.subarray(end + NEXT_END.length);
          return;
        }
        // The mark may lie across two chunks, so its length less one stays back.
        const safe = Math.max(0, buffer.length - NEXT_END.length + 1);
        if (safe > 0) yield buffer.subarray(0, safe);
        buffer = buffer.subarray(safe);
        await fill();
      }
    },

    async readBytes(count) {
      while (buffer.length < count) await fill();
      const bytes = buffer.subarray(0, count);
      buffer = buffer.subarray(count);
      return bytes;
    },

    close,
  };
}

function parse<T>(text: string, schema: z.ZodType<T>, file: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw unusable(file, 'it is no backup of Parley, or of a newer kind', cause);
  }
}

export function unusable(file: string, reason: string, cause?: unknown): StorageError {
  const text = {
    en: `The backup ${file} cannot be used: ${reason}. Nothing was changed.`,
    zh: `备份 ${file} 无法使用：${reason}。数据没有任何改动。`,
  };
  return new StorageError('file_unusable', text, { cause });
}
