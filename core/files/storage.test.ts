import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILES_FOLDER, packFiles } from '../../prisma/archive/stored-files.ts';
import { type FakeS3, startFakeS3 } from '../../test/fakes/s3.ts';
import { isMentioned, readSettings } from '../settings.ts';
import { bucketSettings } from './settings.ts';
import { openStorage, type Storage } from './storage.ts';

const KEY = 'ab/abcdef-0123';
const KEYS = { accessKeyId: 'an-id', bucket: 'parley' };

let folder: string;
let source: string;
let s3: FakeS3;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parley-storage-'));
  source = path.join(folder, 'source');
  await writeFile(source, '会议纪要');
  s3 = await startFakeS3(KEYS);
});
afterAll(() => s3.close());

const bucketAt = (S3_ACCESS_KEY_ID: string) =>
  openStorage({
    dataDir: folder,
    bucket: bucketSettings.parse({
      S3_ENDPOINT: s3.endpoint,
      S3_BUCKET: KEYS.bucket,
      S3_ACCESS_KEY_ID,
      S3_SECRET_ACCESS_KEY: 'a-secret',
    }),
  });

it('keeps in a folder what a backup takes along from there', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'parley-kept-'));
  const storage = await openStorage({ dataDir, bucket: undefined });
  await storage.put(KEY, source, { mediaType: 'text/plain', bytes: 12 });
  const taken: string[] = [];
  for await (const part of packFiles(path.join(dataDir, FILES_FOLDER))) taken.push(part.toString());
  expect(taken.join('')).toBe(`{"file":"${KEY}"}\n{"bytes":12}\n会议纪要{"bytes":0}\n{"file":null}\n`);
});

describe.each<[string, () => Promise<Storage>]>([
  ['a folder', () => openStorage({ dataDir: folder, bucket: undefined })],
  ['a bucket', () => bucketAt(KEYS.accessKeyId)],
])('%s', (_, open) => {
  it('gives back what was put there, until it is deleted, which may be done twice', async () => {
    const storage = await open();
    await storage.put(KEY, source, { mediaType: 'text/plain', bytes: 12 });
    await storage.put(KEY, source, { mediaType: 'text/plain', bytes: 12 });
    expect(await text(await storage.stream(KEY))).toBe('会议纪要');
    await storage.delete(KEY);
    await storage.delete(KEY);
    await expect(storage.stream(KEY)).rejects.toThrow();
  });

  it.each(['../escaped', '/etc/passwd', 'a/../../b'])('takes no key like %s', async (key) => {
    const storage = await open();
    await storage.put(key, source, { mediaType: 'text/plain', bytes: 12 }).catch(() => undefined);
    expect(await readdir(path.dirname(folder))).not.toContain('escaped');
    expect([...s3.objects.keys()].filter((each) => !each.startsWith(`/${KEYS.bucket}/`))).toEqual([]);
  });
});

it('signs every request to a bucket, whose bytes arrive as they are', async () => {
  const storage = await bucketAt(KEYS.accessKeyId);
  await storage.put(KEY, source, { mediaType: 'text/plain', bytes: 12 });
  expect(s3.objects.get(`/parley/${KEY}`)).toEqual({ bytes: Buffer.from('会议纪要'), type: 'text/plain' });
  expect(s3.refused).toEqual([]);
});

it('fails where the key is refused, and says nothing of the secret', async () => {
  const storage = await bucketAt('another-id');
  const failed = await storage
    .put(KEY, source, { mediaType: 'text/plain', bytes: 12 })
    .catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(Error);
  expect(JSON.stringify(failed, Object.getOwnPropertyNames(failed))).not.toContain('a-secret');
});

it('stops the start with part of its settings, naming what is missing', () => {
  const env = { S3_BUCKET: 'parley', S3_ENDPOINT: 'https://s3.example.com' };
  expect(isMentioned(bucketSettings, env)).toBe(true);
  expect(() => readSettings(bucketSettings, env)).toThrow(
    'S3_ACCESS_KEY_ID is missing; S3_SECRET_ACCESS_KEY is missing',
  );
  expect(isMentioned(bucketSettings, {})).toBe(false);
});
