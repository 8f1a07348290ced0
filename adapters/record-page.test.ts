import { afterAll, beforeAll, expect, it } from 'vitest';
import { quietLog } from '../test/support/log.ts';
import { recordPage } from './record-page.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    routes: [recordPage],
    log: quietLog(),
    notReady: async () => [],
  });
});
afterAll(() => server.close());

it('a record’s link opened in a browser says where to open it, and the same of every record and of none', async () => {
  const read = async (path: string) => {
    const response = await fetch(server.url + path);
    return [response.status, Object.fromEntries(response.headers), await response.text()] as const;
  };
  const [status, headers, words] = await read('/r/customer/0197a1b2-0000-7000-8000-00000000c0de');
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  expect(words).toContain('Open it in your chat');
  expect(words).toContain('请在聊天中查看');
  expect((await read('/r/nothing/at-all'))[2]).toBe(words);
});
