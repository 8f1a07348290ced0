import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { END_OF_ROWS, tableLine } from './format.ts';
import { readArchive } from './read-archive.ts';

/** COPY's text format of one column: the lines PostgreSQL would send. */
const toCopyText = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');

async function* cut(bytes: Buffer, sizes: number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

describe('an archive', () => {
  it('gives back the rows of every table however its bytes arrive', async () => {
    const tables = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    });
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(tables, sizes, async (values, chunkSizes) => {
        const sections = values.map((rows) => rows.map((row) => `${toCopyText(row)}\n`).join(''));
        const text = sections.map((rows, at) => `{"table":"t${at}"}\n${rows}${END_OF_ROWS}`).join('');
        const archive = readArchive('x', cut(Buffer.from(text), chunkSizes), () => undefined);
        for (const [at, rows] of sections.entries()) {
          expect(await archive.readLine(tableLine)).toEqual({ table: `t${at}` });
          const parts: Buffer[] = [];
          for await (const part of archive.readRows()) parts.push(part);
          expect(Buffer.concat(parts).toString()).toBe(rows);
        }
      }),
    );
  });

  it('is refused when it ends too early', async () => {
    const archive = readArchive('x', cut(Buffer.from('{"table":"t"}\nrow\n'), [5]), () => undefined);
    await archive.readLine(tableLine);
    const read = async () => {
      for await (const part of archive.readRows()) expect(part.length).toBeGreaterThan(0);
    };
    await expect(read()).rejects.toThrow('it ends too early');
  });
});
