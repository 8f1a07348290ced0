import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import type { Delivery, Outcome, PlatformTools, RunningPlatform } from '../../adapters/platform.ts';
import type { Found, InboundEvent, Lookup, Reply } from '../../bot/contract.ts';
import { platformTools } from '../support/tools.ts';

/** One adapter alone, over HTTP, before a bot that answers as a test says. */

export async function startRig(
  start: (tools: PlatformTools) => Promise<RunningPlatform>,
  given: Partial<PlatformTools> = {},
) {
  const logged: { level: string; fields: Readonly<Record<string, unknown>>; message: string }[] = [];
  const log = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void logged.push({ level, fields, message });
  const inbox = new Map<string, Promise<Outcome>>();
  const deliveries: Delivery[] = [];
  const lookups: Lookup[] = [];
  let bot: (event: InboundEvent) => Outcome | Promise<Outcome> = () => ({ kind: 'reply', reply: undefined });
  let later: 'accepted' | 'refused' | 'unavailable' = 'accepted';
  let found: Found[] = [];

  const running = await start(
    platformTools({
      ingress: {
        async find(lookup) {
          lookups.push(lookup);
          return found;
        },
        runNow(delivery) {
          deliveries.push(delivery);
          const known = inbox.get(delivery.dedupeKey) ?? Promise.resolve(bot(delivery.event));
          inbox.set(delivery.dedupeKey, known);
          return known;
        },
        async runLater(delivery) {
          deliveries.push(delivery);
          return later;
        },
      },
      log: { info: log('info'), warn: log('warn'), error: log('error') },
      ...given,
    }),
  );
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const { method = '', url = '', headers } = request;
    const { remoteAddress, localPort } = request.socket;
    const route = running.routes.find((known) => known.method === method && known.path === url);
    const answer = await route
      ?.handle({
        method,
        path: url,
        headers,
        query: {},
        body: Buffer.concat(chunks),
        socket: { remoteAddress, localPort },
      })
      .catch((error: unknown) => ({ status: 599, headers: {}, body: String(error) }));
    response.writeHead(answer?.status ?? 404, answer?.headers).end(answer?.body);
  });
  const baseUrl = await listen(server);

  return {
    adapter: running.adapter,
    stop: () => running.stop(),
    baseUrl,
    logged,
    deliveries,
    lookups,
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
    finds(what: Found[]): void {
      found = what;
    },
    async close(): Promise<void> {
      await running.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const bound = z.object({ port: z.number() });

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${bound.parse(server.address()).port}`;
}
