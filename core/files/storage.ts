import { once } from 'node:events';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Disk } from 'flydrive';
import type { BucketSettings } from './settings.ts';

/** Where bytes are kept. Keys are ours: letters, digits, dashes and slashes, never anything a person wrote. */
export interface Storage {
  /** Keeps a file of this machine under the key, in place of what was there. */
  put(key: string, source: string, about: { mediaType: string; bytes: number }): Promise<void>;
  /** Rejects when there is nothing under the key. */
  stream(key: string): Promise<Readable>;
  /** Gone, or never there. */
  delete(key: string): Promise<void>;
}

/**
 * A bucket where one is set, else a folder in DATA_DIR. Through flydrive (AdonisJS): one door for disk and S3 with path
 * checks of its own; the AWS client is loaded only where a bucket is set.
 */
export async function openStorage({
  dataDir,
  bucket,
}: {
  dataDir: string;
  bucket: BucketSettings | undefined;
}): Promise<Storage> {
  const disk = bucket ? await openBucket(bucket) : await openFolder(path.resolve(dataDir, 'files'));
  return {
    put: (key, source, { mediaType, bytes }) =>
      disk.copyFromFs(source, key, { contentType: mediaType, contentLength: bytes }),
    async stream(key) {
      const stream = await disk.getStream(key);
      // A folder says that there is nothing only when it is read.
      await once(stream, 'readable');
      return stream;
    },
    delete: (key) => disk.delete(key),
  };
}

async function openFolder(location: string): Promise<Disk> {
  const [{ Disk }, { FSDriver }] = await Promise.all([import('flydrive'), import('flydrive/drivers/fs')]);
  return new Disk(new FSDriver({ location, visibility: 'private' }));
}

async function openBucket(settings: BucketSettings): Promise<Disk> {
  const [{ Disk }, { S3Driver }] = await Promise.all([import('flydrive'), import('flydrive/drivers/s3')]);
  const driver = new S3Driver({
    endpoint: settings.S3_ENDPOINT,
    region: settings.S3_REGION,
    bucket: settings.S3_BUCKET,
    credentials: { accessKeyId: settings.S3_ACCESS_KEY_ID, secretAccessKey: settings.S3_SECRET_ACCESS_KEY },
    visibility: 'private',
    // What is compatible with S3 knows the bucket in the path; access lists and trailing checksums not everywhere.
    forcePathStyle: true,
    supportsACL: false,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // A delivery is tried again by the inbox.
    maxAttempts: 1,
    requestHandler: { requestTimeout: 30_000, connectionTimeout: 5_000 },
  });
  return new Disk(driver);
}
