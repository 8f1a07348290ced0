import { expect, it } from 'vitest';
import { openDatabase } from '../../core/db/database.ts';
import { ORG } from '../../test/support/company.ts';
import { createTestDatabase } from '../../test/support/database.ts';
import { tempFiles } from '../../test/support/kept-files.ts';
import { quietLog } from '../../test/support/log.ts';
import { Messenger } from '../../test/support/messenger.ts';
import { compose, type StartPlatform } from './compose.ts';

it.each([
  { web: false, worker: true },
  { web: true, worker: true },
])('what a platform still takes while it stops is answered, and noted as that, with %o', async (parts) => {
  const { url: databaseUrl, drop } = await createTestDatabase();
  const adapter = new Messenger();
  const person = { platform: 'slack', workspace: 'T1' };
  const event = {
    kind: 'message' as const,
    text: 'hello',
    sender: { ...person, externalId: 'U1' },
    place: { ...person, address: 'D1', direct: true },
  };
  const slack: StartPlatform = {
    name: 'slack',
    start: async ({ ingress }) => ({
      adapter,
      routes: [],
      async stop() {
        await ingress.runLater({ workspace: 'T1', dedupeKey: 'the-last', body: Buffer.from('hello'), event });
      },
    }),
  };
  const running = await compose({
    parts,
    databaseUrl,
    redisUrl: undefined,
    encryptionKey: Buffer.alloc(32, 7),
    org: ORG,
    adminEmail: undefined,
    publicUrl: undefined,
    host: '127.0.0.1',
    port: 0,
    platforms: [slack],
    playground: false,
    demo: false,
    files: tempFiles(),
    log: quietLog(),
  });
  await running.close();
  const database = openDatabase({ url: databaseUrl });
  const { rows } = await database.pool.query('SELECT dedupe_key, state FROM inbox');
  expect(rows).toEqual([{ dedupe_key: 'the-last', state: 'replied' }]);
  await database.close();
  await drop();
});
