import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Adapter, PlatformError } from '../../bot/contract.ts';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import { noting } from '../noting.ts';
import { definePlatform, type RawResponse, type Route } from '../platform.ts';
import { answerLater, type Draw } from './answer.ts';
import { createClient, type FeishuClient } from './client.ts';
import { createDoor, type Door, type Origins, type Received } from './door.ts';
import { paced } from './paced.ts';
import { parse } from './parse.ts';
import { createDraw } from './pictures.ts';
import { connect } from './socket.ts';
import { readThread } from './threads.ts';
import { judge, type Keys } from './verify.ts';
import { readAddress, writeAddress } from './wire.ts';

const MODES = ['webhook', 'socket'] as const;

const settings = z
  .object({
    FEISHU_APP_ID: z.string().regex(/^cli_\w+$/, 'must begin with cli_'),
    FEISHU_APP_SECRET: z.string().min(1),
    FEISHU_ENCRYPT_KEY: z.string().min(1).optional(),
    FEISHU_VERIFICATION_TOKEN: z.string().min(1).optional(),
    FEISHU_DOMAIN: z
      .string()
      .refine((domain) => /^(feishu|lark)$|^https?:/.test(domain) && (!/:/.test(domain) || URL.canParse(domain)), {
        error: 'must be feishu, lark or an address',
      })
      .transform((domain) => domain.replace(/\/+$/, ''))
      .default('feishu'),
    FEISHU_MODE: z.enum(MODES).default('webhook'),
  })
  .superRefine(
    ({ FEISHU_MODE, FEISHU_APP_ID, ...keys }, { addIssue }) => {
      if (FEISHU_MODE !== 'socket') {
        // The door never stands open for want of a key.
        for (const name of ['FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'] as const) {
          if (!keys[name]) {
            addIssue({ code: 'custom', path: [name], message: 'is missing' });
          }
        }
      } else if (FEISHU_APP_ID && !/^cli_[0-9a-f]{16}$/i.test(FEISHU_APP_ID)) {
        // The SDK would only log it, and never connect.
        addIssue({ code: 'custom', path: ['FEISHU_APP_ID'], message: 'must be cli_ and 16 hexadecimal digits' });
      }
    },
    // All that is missing is named at once.
    { when: () => true },
  );

export const feishu = definePlatform({
  name: 'feishu',
  settings,
  async start(given, tools) {
    const app = { appId: given.FEISHU_APP_ID, appSecret: given.FEISHU_APP_SECRET, domain: given.FEISHU_DOMAIN };
    const { FEISHU_ENCRYPT_KEY: encryptKey = '', FEISHU_VERIFICATION_TOKEN: verificationToken = '' } = given;
    const client = createClient(app);
    const draw = createDraw(client, tools);
    const origins: Origins = new WeakMap();
    const door = createDoor({ client, draw }, { origins, tools });
    const outbound = (workspace: string) => paced(client, { limiter: tools.limiter, workspace });
    // Asked for before the first mention waits for it; a failure is asked about again then.
    client.identity().catch(() => undefined);
    const isSocket = given.FEISHU_MODE === 'socket';
    const connection = isSocket ? connect(app, { door, log: tools.log }) : undefined;
    const keys = { encryptKey, verificationToken, appId: app.appId };
    return {
      adapter: createAdapter(client, { outbound, draw, origins, log: tools.log }),
      routes: isSocket ? [] : [createRoute(door, { keys, clock: tools.clock, log: tools.log })],
      async stop() {
        connection?.close();
        await door.close();
      },
    };
  },
});

function createAdapter(
  client: FeishuClient,
  {
    outbound,
    draw,
    origins,
    log,
  }: { outbound: (workspace: string) => FeishuClient; draw: Draw; origins: Origins; log: Log },
): Adapter {
  return {
    platform: 'feishu',
    async answer(event, reply) {
      const { address, direct, workspace } = event.place;
      const origin = origins.get(event) ?? { address, direct, messageId: event.source?.messageId, key: randomUUID() };
      const { client: noted, sent } = noting(outbound(workspace), ['post', 'reply']);
      await answerLater({ client: noted, draw }, { event, origin }, reply);
      return sent();
    },
    async send({ address, direct, workspace }, card, { effectId }) {
      const spot = readAddress(address);
      const drawn = await draw(card, { where: { direct, root: spot.root }, workspace });
      return { messageId: await outbound(workspace).post(spot, { card: drawn }, effectId) };
    },
    async update({ address, direct, workspace }, messageId, card) {
      const drawn = await draw(card, { where: { direct, root: readAddress(address).root }, workspace });
      await outbound(workspace).patch(messageId, drawn);
    },
    async direct({ workspace, externalId }) {
      const address = writeAddress({ type: 'open_id', id: externalId });
      return { platform: 'feishu', workspace, address, direct: true };
    },
    download: ({ handle }) => client.download(handle),
    readThread: (thread) => readThread(client, thread),
    // Without the permission, or beyond its range, people are let in by a card instead of by their e-mail.
    profile: ({ externalId }) => ifAllowed(client.profile(externalId), log),
    async findByEmail(email) {
      const found = await ifAllowed(client.findByEmail(email), log);
      return (found ?? []).map((who) => ({ platform: 'feishu', ...who }));
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

/** What Feishu will not tell is not known. */
async function ifAllowed<Answer>(asked: Promise<Answer>, log: Log): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof PlatformError && !error.retryable) {
      log.warn({ platform: 'feishu', err: error }, 'a person’s name and e-mail could not be read');
      return undefined;
    }
    throw error;
  }
}

function createRoute(door: Door, { keys, clock, log }: { keys: Keys; clock: Clock; log: Log }): Route {
  return {
    method: 'POST',
    path: '/feishu/events',
    async handle(request) {
      const verdict = judge(request, { ...keys, now: clock.now() });
      switch (verdict.kind) {
        case 'genuine':
          return toResponse(await door.receive(verdict.payload));
        case 'challenge':
          return toJson({ challenge: verdict.challenge });
        default:
          log.warn({ platform: 'feishu', verdict: verdict.kind }, 'request refused');
          return { status: 401 };
      }
    },
  };
}

const STATUSES = { refused: 403, malformed: 400, unavailable: 503 } as const;

function toResponse(received: Received): RawResponse {
  return received.kind === 'done' ? toJson(received.ack) : { status: STATUSES[received.kind] };
}

function toJson(body: object): RawResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
