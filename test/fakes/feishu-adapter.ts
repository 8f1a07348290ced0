import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import { feishu } from '../../adapters/feishu/index.ts';
import type { Delivery, Outcome, Pictures, RunningPlatform } from '../../adapters/platform.ts';
import type { InboundEvent, Reply } from '../../bot/contract.ts';
import { platformTools } from '../support/tools.ts';
import { APP, type FakeFeishu, type FeishuPerson, startFakeFeishu } from './feishu.ts';
import { feishuClient } from './feishu-client.ts';

/** The Feishu adapter alone, before a bot that answers as a test says. */

const KEYS = { encryptKey: 'an-encrypt-key', verificationToken: 'a-verification-token' };

export type Rig = Awaited<ReturnType<typeof startFeishuAdapter>>;

export async function startFeishuAdapter({
  people = [],
  mode = 'webhook',
  publicUrl,
  pictures,
  prepare = () => undefined,
}: {
  people?: readonly FeishuPerson[];
  mode?: 'webhook' | 'socket';
  publicUrl?: string;
  pictures?: Pictures;
  /** Before the adapter has said its first word. */
  prepare?(fake: FakeFeishu): void;
} = {}) {
  const fake = await startFakeFeishu(people);
  prepare(fake);
  const logged: { level: string; fields: Readonly<Record<string, unknown>>; message: string }[] = [];
  const log = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void logged.push({ level, fields, message });
  const inbox = new Map<string, Promise<Outcome>>();
  const deliveries: Delivery[] = [];
  let bot: (event: InboundEvent) => Outcome | Promise<Outcome> = () => ({ kind: 'reply', reply: undefined });
  let later: 'accepted' | 'refused' | 'unavailable' = 'accepted';

  const running: RunningPlatform = await feishu.start(
    feishu.settings.parse({
      FEISHU_APP_ID: APP.id,
      FEISHU_APP_SECRET: APP.secret,
      FEISHU_DOMAIN: fake.domain,
      FEISHU_MODE: mode,
      ...(mode === 'webhook'
        ? { FEISHU_ENCRYPT_KEY: KEYS.encryptKey, FEISHU_VERIFICATION_TOKEN: KEYS.verificationToken }
        : {}),
    }),
    platformTools({
      ingress: {
        find: async () => [],
        runNow(delivery) {
          deliveries.push(delivery);
          const known = inbox.get(delivery.dedupeKey) ?? Promise.resolve(bot(delivery.event));
          inbox.set(delivery.dedupeKey, known);
          return known;
        },
        runLater(delivery) {
          deliveries.push(delivery);
          return Promise.resolve(later);
        },
      },
      publicUrl,
      ...(pictures ? { pictures } : {}),
      log: { info: log('info'), warn: log('warn'), error: log('error') },
    }),
  );
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const { method = '', url = '', headers } = request;
    const route = running.routes.find((known) => known.method === method && known.path === url);
    const answer = await route
      ?.handle({ method, path: url, headers, query: {}, body: Buffer.concat(chunks) })
      .catch(() => ({ status: 599, headers: {}, body: 'thrown' }));
    response.writeHead(answer?.status ?? 404, answer?.headers).end(answer?.body);
  });
  const baseUrl = await listen(server);

  return {
    fake,
    adapter: running.adapter,
    routes: running.routes,
    stop: () => running.stop(),
    client: feishuClient({ fake, baseUrl, ...KEYS }),
    baseUrl,
    logged,
    deliveries,
    events: () => deliveries.map(({ event }) => event),
    /** What the bot says to everything from now on. */
    replies(reply: Reply | undefined): void {
      bot = () => ({ kind: 'reply', reply });
    },
    answers(answer: (event: InboundEvent) => Outcome | Promise<Outcome>): void {
      bot = answer;
    },
    takesEvents(how: 'accepted' | 'refused' | 'unavailable'): void {
      later = how;
    },
    async close(): Promise<void> {
      await running.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await fake.close();
    },
  };
}

const bound = z.object({ port: z.number() });

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${bound.parse(server.address()).port}`;
}
