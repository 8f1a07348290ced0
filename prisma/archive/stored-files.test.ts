import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArchive } from './read-archive.ts';
import { packFiles, unpackFiles } from './stored-files.ts';

let scratch = '';

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'parley-files-'));
});
afterAll(() => rm(scratch, { recursive: true }));

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const archiveOf = (bytes: Buffer, size: number) => readArchive('x', pieces(bytes, size), () => undefined);

async function packed(folder: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of packFiles(folder)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

describe('stored files', () => {
  it.each([1000, 65_536])('come back byte by byte from pieces of %i, and what is there besides stays', async (size) => {
    const [from, to] = [path.join(scratch, `from-${size}`), path.join(scratch, `to-${size}`)];
    const kept = { 'ab/one-1': Buffer.alloc(300_000, '\n\\.\n{"bytes":0}\n'), 'cd/empty-2': Buffer.alloc(0) };
    for (const [key, bytes] of Object.entries(kept)) {
      await mkdir(path.join(from, path.dirname(key)), { recursive: true });
      await writeFile(path.join(from, key), bytes);
    }
    await mkdir(path.join(to, 'ab'), { recursive: true });
    await writeFile(path.join(to, 'ab', 'other-3'), 'here');
    expect(await unpackFiles(archiveOf(await packed(from), size), to)).toBe(2);
    for (const [key, bytes] of Object.entries(kept)) {
      expect((await readFile(path.join(to, key))).equals(bytes)).toBe(true);
    }
    expect((await readdir(path.join(to, 'ab'))).sort()).toEqual(['one-1', 'other-3']);
    expect((await stat(path.join(to, 'ab', 'one-1'))).mode & 0o777).toBe(0o600);
  });

  it('are none where there is no folder', async () => {
    expect((await packed(path.join(scratch, 'nowhere'))).toString()).toBe('{"file":null}\n');
  });

  it('are those of our own making: no link, and nothing half written, is taken along', async () => {
    const folder = path.join(scratch, 'mixed');
    await mkdir(folder);
    await writeFile(path.join(folder, 'half.part'), 'x');
    await symlink('/etc/hostname', path.join(folder, 'link'));
    expect((await packed(folder)).toString()).toBe('{"file":null}\n');
  });

  it.each(['../outside', '/outside', 'a/../../outside', 'a\\..\\outside', ''])(
    'lead nowhere but into their folder: %j',
    async (file) => {
      const bytes = Buffer.from(`${JSON.stringify({ file })}\n{"bytes":1}\nx{"bytes":0}\n{"file":null}\n`);
      const target = path.join(scratch, 'inside');
      await expect(unpackFiles(archiveOf(bytes, 9), target)).rejects.toMatchObject({ code: 'file_unusable' });
      await expect(stat(target)).rejects.toThrow('ENOENT');
    },
  );

  it('leave nothing half behind when the backup ends too early', async () => {
    const target = path.join(scratch, 'cut');
    const bytes = Buffer.from('{"file":"ab/one"}\n{"bytes":10}\nxxx');
    await expect(unpackFiles(archiveOf(bytes, 9), target)).rejects.toThrow('it ends too early');
    expect(await readdir(path.join(target, 'ab'))).toEqual([]);
  });
});
