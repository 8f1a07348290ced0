import { randomBytes } from 'node:crypto';
import { type Database, openDatabase } from '../../core/db/database.ts';
import { compose } from '../../jobs/main/compose.ts';
import { ORG } from './company.ts';
import { createTestDatabase } from './database.ts';
import { tempFiles } from './kept-files.ts';
import { quietLog } from './log.ts';

/** The product as `npm start` runs it with nothing set: the demo company and its playground. */
export type Demo = { url: string; database: Database; close(): Promise<void> };

export async function startDemo(): Promise<Demo> {
  const { url: databaseUrl, drop } = await createTestDatabase();
  const parley = await compose({
    parts: { web: true, worker: true },
    databaseUrl,
    redisUrl: undefined,
    encryptionKey: randomBytes(32),
    org: ORG,
    adminEmail: undefined,
    publicUrl: undefined,
    host: '127.0.0.1',
    port: 0,
    platforms: [],
    playground: true,
    demo: true,
    files: tempFiles(),
    log: quietLog(),
  });
  const database = openDatabase({ url: databaseUrl, connections: 2 });
  return {
    url: parley.playgroundUrl ?? '',
    database,
    async close() {
      await database.close();
      await parley.close();
      await drop();
    },
  };
}
