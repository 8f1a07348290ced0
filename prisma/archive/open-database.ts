import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { joinEmbedded, startEmbedded } from '../embedded/index.ts';
import { StorageError } from '../storage-error.ts';

export type Surroundings = {
  dataDir: string;
  databaseUrl: string | undefined;
  key: string | undefined;
  /** Where what people sent is kept, if not in DATA_DIR. */
  bucket: string | undefined;
};

/** DATA_DIR, DATABASE_URL, ENCRYPTION_KEY and S3_BUCKET, from the environment or the `.env` beside package.json. */
export function readSurroundings(): Surroundings {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { DATA_DIR, DATABASE_URL, ENCRYPTION_KEY, S3_BUCKET } = process.env;
  return {
    dataDir: path.resolve(DATA_DIR || '.data'),
    databaseUrl: DATABASE_URL || undefined,
    key: ENCRYPTION_KEY,
    bucket: S3_BUCKET || undefined,
  };
}

type Access = 'join' | 'own';

/** To `join` is to read beside a running Parley; to `own` is to be the only one. The server is stopped if it was started here. */
export async function withDatabase<T>(
  { dataDir, databaseUrl }: Surroundings,
  access: Access,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const server = databaseUrl ? { url: databaseUrl, stop: async () => undefined } : await openEmbedded(dataDir, access);
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
    await server.stop();
  }
}

async function openEmbedded(dataDir: string, access: Access): Promise<{ url: string; stop(): Promise<void> }> {
  if (access === 'own') return startEmbedded({ dataDir });
  const joined = await joinEmbedded({ dataDir });
  if (joined) return joined;
  throw new StorageError('database_missing', {
    en: `There is no database in ${dataDir}. Set DATA_DIR or DATABASE_URL to the one you mean.`,
    zh: `${dataDir} 中没有数据库。请把 DATA_DIR 或 DATABASE_URL 设为要使用的数据库。`,
  });
}
