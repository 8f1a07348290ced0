import { z } from 'zod';
import { type Adapter, type InboundEvent, PlatformError, type Reply } from '../../bot/contract.ts';
import { settlesWithin } from '../late.ts';
import { type Delivery, definePlatform, type PlatformTools, type RawResponse } from '../platform.ts';
import { withReceipt } from '../receipt.ts';
import { type Ack, answerLater, answerNow, answerUnavailable, answerWorking } from './answer.ts';
import { type Acknowledge, type Bolt, createBolt } from './bolt.ts';
import { createClient, type SlackClient } from './client.ts';
import { paced } from './paced.ts';
import { type Accepted, isSslCheck, type Payload, parse } from './parse.ts';
import { renderMessage } from './render.ts';
import { toSuggestions } from './selects.ts';
import { judge } from './verify.ts';
import { type Origin, readAddress, writeAddress } from './wire.ts';

/** Slack gives up after three seconds: the bot has two of them, what is then called of Slack has this. */
const CALLS_MS = 700;

const settings = z.object({
  /** Several, separated by commas, while one is being rotated. */
  SLACK_SIGNING_SECRET: z
    .string()
    .transform((list) => list.split(',').map((secret) => secret.trim()))
    .refine((secrets) => secrets.every((secret) => secret !== ''), 'must not be empty'),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-'),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/*$/, '/'))
    .default('https://slack.com/api/'),
});

export const slack = definePlatform({
  name: 'slack',
  settings,
  async start({ SLACK_SIGNING_SECRET: secrets, SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl }, tools) {
    const client = createClient({ token, apiUrl });
    const origins: Origins = new WeakMap();
    const door: Door = { client, bolt: createBolt({ client, token, apiUrl }), origins, pending: new Set(), tools };
    return {
      adapter: createAdapter(client, (workspace) => paced(client, { limiter: tools.limiter, workspace }), origins),
      routes: [
        {
          method: 'POST',
          path: '/slack/events',
          async handle(request) {
            const verdict = judge(request, { secrets, now: tools.clock.now() });
            if (verdict === 'genuine') {
              return receive(request.body, door);
            }
            if (isSslCheck(request.body)) {
              return { status: 200 };
            }
            tools.log.warn({ platform: 'slack', verdict }, 'request refused');
            return { status: 401 };
          },
        },
      ],
      async stop() {
        await Promise.allSettled(door.pending);
      },
    };
  },
});

/** What an event's place leaves out, because it expires and opens doors: kept as long as the event itself. */
type Origins = WeakMap<InboundEvent, Origin>;

function createAdapter(client: SlackClient, outbound: (workspace: string) => SlackClient, origins: Origins): Adapter {
  return {
    platform: 'slack',
    answer(event, reply) {
      const { address, direct, workspace } = event.place;
      const origin = origins.get(event) ?? { address, direct, messageId: event.source?.messageId };
      return answerLater(outbound(workspace), { event, origin }, reply);
    },
    async send(place, card, { effectId }) {
      return {
        messageId: await outbound(place.workspace).post(readAddress(place.address), renderMessage(card), effectId),
      };
    },
    async update(place, messageId, card) {
      await outbound(place.workspace).update(readAddress(place.address), messageId, renderMessage(card));
    },
    async direct({ workspace, externalId }) {
      const address = writeAddress({ channel: await outbound(workspace).open(externalId) });
      return { platform: 'slack', workspace, address, direct: true };
    },
    profile: (person) => client.profile(person),
    findByEmail: (email) => client.findByEmail(email),
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

type Door = { client: SlackClient; bolt: Bolt; origins: Origins; pending: Set<Promise<void>>; tools: PlatformTools };

/** For good: Slack is not to send it again. */
const REFUSED: RawResponse = { status: 403, headers: { 'x-slack-no-retry': '1' } };

async function receive(body: Buffer, door: Door): Promise<RawResponse> {
  const parsed = parse(body);
  switch (parsed.kind) {
    case 'accepted':
      door.origins.set(parsed.event, parsed.origin);
      return parsed.surface.kind === 'event' ? receiveEvent(body, parsed, door) : receiveAction(body, parsed, door);
    case 'lookup':
      return toResponse(toSuggestions(await door.tools.ingress.find(parsed.lookup), parsed.lookup.query));
    case 'challenge':
      return toResponse({ challenge: parsed.challenge });
    case 'ssl_check':
      return { status: 200 };
    case 'ignored':
      door.tools.log.info({ platform: 'slack', kind: parsed.what }, 'nothing to do');
      return pass(parsed.payload, door);
    case 'malformed':
      door.tools.log.warn({ platform: 'slack', fields: parsed.reason }, 'body refused');
      return { status: 400 };
  }
}

/** Events are answered after their acknowledgement; without one they are sent again. */
async function receiveEvent(body: Buffer, accepted: Accepted, door: Door): Promise<RawResponse> {
  switch (await door.tools.ingress.runLater(toDelivery(body, accepted))) {
    case 'accepted':
      return pass(accepted.payload, door);
    case 'refused':
      return REFUSED;
    case 'unavailable':
      return { status: 503 };
  }
}

/** What a person does is answered in the acknowledgement. */
async function receiveAction(body: Buffer, accepted: Accepted, door: Door): Promise<RawResponse> {
  const { client, tools } = door;
  const outcome = await tools.ingress.runNow(toDelivery(body, accepted));
  switch (outcome.kind) {
    case 'refused':
      return REFUSED;
    case 'working':
      return pass(accepted.payload, door, async (ack) => ack(answerWorking(accepted)));
    case 'unavailable':
      return pass(accepted.payload, door, async (ack) => ack(await answerUnavailable(client, accepted, outcome.reply)));
    case 'reply':
      return pass(accepted.payload, door, (ack) =>
        withReceipt(answerInTime(client, accepted, outcome.reply, ack), outcome.receipt),
      );
  }
}

/** Slow calls go on after the acknowledgement; what it should have brought then follows as a message. */
async function answerInTime(
  client: SlackClient,
  accepted: Accepted,
  reply: Reply | undefined,
  ack: Acknowledge,
): Promise<void> {
  const answered = answerNow(client, accepted, reply);
  if (await settlesWithin(answered, CALLS_MS)) {
    return ack(await answered);
  }
  await ack(answerWorking(accepted));
  const missed = await answered;
  if (reply && missed && ('blocks' in missed || 'view' in missed)) {
    await answerLater(client, accepted, reply);
  }
}

/** Through Bolt to the response: at the acknowledgement, or at the end where nothing acknowledges. */
function pass(
  payload: Payload,
  { bolt, pending, tools }: Door,
  handle?: (ack: Acknowledge) => Promise<void>,
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    let isAcknowledged = false;
    const acknowledge = async (body?: Ack) => {
      isAcknowledged = true;
      resolve(toResponse(body));
    };
    const done = bolt
      .process(payload, { handle: handle && (() => handle(acknowledge)), ack: acknowledge })
      .then(() => resolve({ status: 200 }))
      .catch((error: unknown) => {
        if (error instanceof PlatformError) {
          tools.log.warn({ platform: 'slack', code: error.code }, 'answer not delivered');
          resolve({ status: 500 });
        } else if (isAcknowledged) {
          tools.log.error({ platform: 'slack', error }, 'failed after its acknowledgement');
        } else {
          reject(error);
        }
      })
      .finally(() => pending.delete(done));
    pending.add(done);
  });
}

function toDelivery(body: Buffer, { workspace, dedupeKey, event, record = body }: Accepted): Delivery {
  return { workspace, dedupeKey, body: record, event };
}

function toResponse(body: Ack): RawResponse {
  return body === undefined
    ? { status: 200 }
    : {
        status: 200,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
      };
}
