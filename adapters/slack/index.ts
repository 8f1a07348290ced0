import type { Adapter } from '../../bot/contract.ts';
import { SettingsError } from '../../core/settings.ts';
import { noting } from '../noting.ts';
import { definePlatform, type PlatformTools, type RawResponse, type Route } from '../platform.ts';
import { type Ack, answerLater } from './answer.ts';
import { createBolt } from './bolt.ts';
import { createClient, type SlackClient } from './client.ts';
import { type Clients, manyClients, oneClient } from './clients.ts';
import { type Answered, type Door, type Origins, receive } from './door.ts';
import { createOAuth } from './oauth.ts';
import { paced } from './paced.ts';
import { isSslCheck, parse } from './parse.ts';
import { createSlackIllustrator } from './pictures.ts';
import { renderMessage } from './render.ts';
import { type SlackSettings, settings } from './settings.ts';
import { openSocket } from './socket.ts';
import { readThread } from './threads.ts';
import { judge } from './verify.ts';
import { readAddress, writeAddress } from './wire.ts';

export const slack = definePlatform({
  name: 'slack',
  settings,
  async start(given, tools) {
    const { SLACK_SIGNING_SECRET: secrets, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl } = given;
    const { clients, routes } = connect(given, tools);
    const illustrator = createSlackIllustrator(clients, tools);
    const origins: Origins = new WeakMap();
    const door: Door = { clients, illustrator, bolt: createBolt(), origins, pending: new Set(), tools };
    const { log } = tools;
    const socket = appToken
      ? await openSocket({ appToken, apiUrl, log, receive: (body) => receive(body, door) })
      : undefined;
    return {
      adapter: createAdapter(door),
      routes: [...routes, ...(secrets ? [eventsRoute(secrets, door)] : [])],
      async stop() {
        await socket?.close();
        await Promise.allSettled(door.pending);
      },
    };
  },
});

/** One token, or those of the workspaces that the app was installed in through our own door. */
function connect(given: SlackSettings, tools: PlatformTools): { clients: Clients; routes: Route[] } {
  const { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, SLACK_ALLOWED_WORKSPACES, SLACK_BOT_TOKEN } = given;
  const apiUrl = given.SLACK_API_URL;
  const create = (token: string) => createClient({ token, apiUrl });
  if (!(SLACK_CLIENT_ID && SLACK_CLIENT_SECRET && SLACK_STATE_SECRET && SLACK_ALLOWED_WORKSPACES)) {
    return { clients: oneClient(create(SLACK_BOT_TOKEN ?? '')), routes: [] };
  }
  const { publicUrl, clock } = tools;
  if (!publicUrl) {
    throw new SettingsError('PUBLIC_URL is missing: Slack sends people back there when they have installed the app');
  }
  const allowed = new Set(SLACK_ALLOWED_WORKSPACES);
  const { routes, installed } = createOAuth(
    {
      clientId: SLACK_CLIENT_ID,
      clientSecret: SLACK_CLIENT_SECRET,
      stateSecret: SLACK_STATE_SECRET,
      allowed,
      apiUrl,
      publicUrl,
    },
    tools,
  );
  const fixed = SLACK_BOT_TOKEN ? create(SLACK_BOT_TOKEN) : undefined;
  return { clients: manyClients({ installed, allowed, fixed, create, clock }), routes };
}

function eventsRoute(secrets: readonly string[], door: Door): Route {
  const { clock, log } = door.tools;
  return {
    method: 'POST',
    path: '/slack/events',
    async handle(request) {
      const verdict = judge(request, { secrets, now: clock.now() });
      if (verdict === 'genuine') {
        return toResponse(await receive(request.body, door));
      }
      if (isSslCheck(request.body)) {
        return { status: 200 };
      }
      log.warn({ platform: 'slack', verdict }, 'request refused');
      return { status: 401 };
    },
  };
}

function createAdapter({ clients, illustrator, origins, tools: { limiter } }: Door): Adapter {
  const outbound = async (workspace: string): Promise<SlackClient> =>
    paced(await clients.of(workspace), { limiter, workspace });
  return {
    platform: 'slack',
    async answer(event, reply) {
      const { address, direct, workspace } = event.place;
      const origin = origins.get(event) ?? { address, direct, messageId: event.source?.messageId };
      const whole = await illustrator.illustrateReply(reply, workspace);
      const { client, sent } = noting(await outbound(workspace), ['post']);
      await answerLater(client, { event, origin }, whole);
      return sent();
    },
    async send({ workspace, address }, card, { effectId }) {
      const message = renderMessage(await illustrator.illustrate(card, workspace));
      const client = await outbound(workspace);
      return { messageId: await client.post(readAddress(address), message, effectId) };
    },
    async update({ workspace, address }, messageId, card) {
      const message = renderMessage(await illustrator.illustrate(card, workspace));
      const client = await outbound(workspace);
      await client.update(readAddress(address), messageId, message);
    },
    async direct({ workspace, externalId }) {
      const client = await outbound(workspace);
      return {
        platform: 'slack',
        workspace,
        address: writeAddress({ channel: await client.open(externalId) }),
        direct: true,
      };
    },
    async download(file, { workspace }) {
      const client = await clients.of(workspace);
      return client.download(file);
    },
    async readThread(thread, { workspace }) {
      return readThread(await clients.of(workspace), workspace, thread);
    },
    async profile(person) {
      const client = await clients.of(person.workspace);
      return client.profile(person);
    },
    async findByEmail(email) {
      const all = await clients.all();
      return (await Promise.all(all.map((client) => client.findByEmail(email)))).flat();
    },
    parse(body) {
      const parsed = parse(body);
      if (parsed.kind !== 'accepted') {
        return undefined;
      }
      origins.set(parsed.event, parsed.origin);
      return parsed.event;
    },
  };
}

const STATUSES = { malformed: 400, unavailable: 503, undelivered: 500 } as const;

function toResponse(answered: Answered): RawResponse {
  switch (answered.kind) {
    case 'done':
      return toBody(answered.body);
    case 'refused':
      // For good: Slack is not to send it again.
      return { status: 403, headers: { 'x-slack-no-retry': '1' } };
    default:
      return { status: STATUSES[answered.kind] };
  }
}

function toBody(body: Ack): RawResponse {
  return body === undefined
    ? { status: 200 }
    : {
        status: 200,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
      };
}
