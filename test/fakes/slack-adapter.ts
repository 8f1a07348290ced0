import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import type { Delivery, Outcome, Pictures, RunningPlatform } from '../../adapters/platform.ts';
import { slack } from '../../adapters/slack/index.ts';
import type { Found, InboundEvent, Lookup, Reply } from '../../bot/contract.ts';
import { forgetfulInstallations, platformTools } from '../support/tools.ts';
import { type SlackPerson, startFakeSlack } from './slack.ts';
import { slackClient } from './slack-client.ts';

/** The Slack adapter alone, over HTTP, before a bot that answers as a test says. */

const SIGNING_SECRET = 'a-signing-secret';

export type Rig = Awaited<ReturnType<typeof startSlackAdapter>>;

export async function startSlackAdapter({
  people = [],
  pictures,
  overSocket = false,
  set,
}: {
  people?: readonly SlackPerson[];
  pictures?: Pictures;
  overSocket?: boolean;
  /** In place of the settings of one workspace with one token. */
  set?: Readonly<Record<string, string>>;
} = {}) {
  const fake = await startFakeSlack(people);
  const logged: { level: string; fields: Readonly<Record<string, unknown>>; message: string }[] = [];
  const log = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void logged.push({ level, fields, message });
  const inbox = new Map<string, Promise<Outcome>>();
  const deliveries: Delivery[] = [];
  let bot: (event: InboundEvent) => Outcome | Promise<Outcome> = () => ({ kind: 'reply', reply: undefined });
  let search: (lookup: Lookup) => Found[] = () => [];
  let later: 'accepted' | 'refused' | 'unavailable' = 'accepted';

  const installations = forgetfulInstallations();
  const running: RunningPlatform = await slack.start(
    slack.settings.parse({
      ...(overSocket ? { SLACK_APP_TOKEN: 'xapp-a-token' } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
      SLACK_API_URL: fake.apiUrl,
      ...(set ?? { SLACK_BOT_TOKEN: 'xoxb-a-token' }),
    }),
    platformTools({
      publicUrl: 'https://parley.example/',
      installations,
      ...(pictures ? { pictures } : {}),
      ingress: {
        find: async (lookup) => search(lookup),
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
      log: { info: log('info'), warn: log('warn'), error: log('error') },
    }),
  );
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const { method = '', headers } = request;
    const { pathname: path, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const route = running.routes.find((known) => known.method === method && known.path === path);
    const query = Object.fromEntries(searchParams);
    const answer = await route
      ?.handle({ method, path, headers, query, body: Buffer.concat(chunks) })
      .catch(() => ({ status: 599, headers: {}, body: 'thrown' }));
    response.writeHead(answer?.status ?? 404, answer?.headers).end(answer?.body);
  });
  const baseUrl = await listen(server);

  return {
    fake,
    adapter: running.adapter,
    stop: () => running.stop(),
    client: slackClient({ fake, baseUrl, signingSecret: SIGNING_SECRET, overSocket }),
    baseUrl,
    installations,
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
    /** What a search finds. */
    finds(found: (lookup: Lookup) => Found[]): void {
      search = found;
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
