// A file of Slack’s own: what was verified, by HTTP or over a socket, on its way through the inbox to its answer.

import { type InboundEvent, PlatformError, type Reply } from '../../bot/contract.ts';
import type { Illustrator } from '../illustrate.ts';
import { settlesWithin } from '../late.ts';
import type { Delivery, PlatformTools } from '../platform.ts';
import { withReceipt } from '../receipt.ts';
import { WORKING } from '../words.ts';
import { type Ack, answerLater, answerNow, answerUnavailable, answerWithoutToken, answerWorking } from './answer.ts';
import type { Acknowledge, Bolt } from './bolt.ts';
import type { SlackClient } from './client.ts';
import type { Clients } from './clients.ts';
import { redrawnHome } from './events.ts';
import { parse } from './parse.ts';
import type { Accepted, Parsed, Payload } from './parsed.ts';
import { renderMessage } from './render.ts';
import { toSuggestions } from './selects.ts';
import { type Origin, readAddress } from './wire.ts';

/** Slack gives up after three seconds: the bot has the first of them, with what it asks of Slack, then what is called of Slack. */
const BOT_MS = 1_900;
const CALLS_MS = 700;

/** What an event's place leaves out, because it expires and opens doors: kept as long as the event itself. */
export type Origins = WeakMap<InboundEvent, Origin>;

export type Door = {
  clients: Clients;
  illustrator: Illustrator;
  bolt: Bolt;
  origins: Origins;
  /** What goes on after its acknowledgement. */
  pending: Set<Promise<unknown>>;
  tools: PlatformTools;
};

/** What Slack is told; of what is unavailable or undelivered it is not told that it is done, and may send it again. */
export type Answered = { kind: 'done'; body: Ack } | { kind: 'refused' | 'malformed' | 'unavailable' | 'undelivered' };

export async function receive(body: Buffer, door: Door): Promise<Answered> {
  const parsed = parse(body);
  switch (parsed.kind) {
    case 'accepted':
      return receiveAccepted(body, parsed, door);
    case 'lookup':
      return done(toSuggestions(await door.tools.ingress.find(parsed.lookup), parsed.lookup.query));
    case 'links':
      goOn(door, showLinks(parsed, door));
      return done();
    case 'removed':
      door.tools.log.warn({ platform: 'slack', workspace: parsed.workspace }, 'taken away');
      await door.clients.remove(parsed.workspace, parsed.organisation);
      return done();
    case 'challenge':
      return done({ challenge: parsed.challenge });
    case 'ssl_check':
      return done();
    case 'ignored':
      door.tools.log.info({ platform: 'slack', kind: parsed.what }, 'nothing to do');
      return pass(parsed.payload, door);
    case 'malformed':
      door.tools.log.warn({ platform: 'slack', fields: parsed.reason }, 'body refused');
      return { kind: 'malformed' };
  }
}

/** Only for workspaces of the company: an app that others could install would be signed for them as well. */
async function receiveAccepted(body: Buffer, accepted: Accepted, door: Door): Promise<Answered> {
  const { workspace, organisation, event, origin, surface } = accepted;
  const client = await clientFor(workspace, organisation, door);
  if (client === 'not_installed') {
    door.tools.log.warn({ platform: 'slack', workspace }, 'not one of our workspaces');
    return { kind: 'refused' };
  }
  if (client === 'unknown') {
    door.tools.log.warn({ platform: 'slack', workspace }, 'no token for this workspace now');
    const said = answerWithoutToken(accepted);
    return said ? done(said) : { kind: 'unavailable' };
  }
  door.origins.set(event, origin);
  return surface.kind === 'event' ? receiveEvent(body, accepted, door) : receiveAction(body, accepted, door, client);
}

async function clientFor(
  workspace: string,
  organisation: string | null,
  { clients }: Door,
): Promise<SlackClient | 'not_installed' | 'unknown'> {
  try {
    return await clients.of(workspace, organisation);
  } catch (error) {
    if (error instanceof PlatformError) {
      return error.code === 'not_installed' ? 'not_installed' : 'unknown';
    }
    throw error;
  }
}

/** Events are answered after their acknowledgement; without one they are sent again. */
async function receiveEvent(body: Buffer, accepted: Accepted, door: Door): Promise<Answered> {
  goOn(door, showThinking(accepted, door));
  switch (await door.tools.ingress.runLater(toDelivery(body, accepted))) {
    case 'accepted':
      return pass(accepted.payload, door);
    case 'refused':
      return { kind: 'refused' };
    case 'unavailable':
      return { kind: 'unavailable' };
  }
}

/** What a person does is answered in the acknowledgement. */
async function receiveAction(body: Buffer, accepted: Accepted, door: Door, client: SlackClient): Promise<Answered> {
  const { tools } = door;
  const outcome = await tools.ingress.runNow(toDelivery(body, accepted), { deadlineMs: BOT_MS });
  switch (outcome.kind) {
    case 'refused':
      return { kind: 'refused' };
    case 'working':
      return pass(accepted.payload, door, async (ack) => ack(answerWorking(accepted)));
    case 'unavailable':
      return pass(accepted.payload, door, async (ack) => ack(await answerUnavailable(client, accepted, outcome.reply)));
    case 'reply':
      return pass(accepted.payload, door, async (ack) => {
        await withReceipt(answerInTime(client, { accepted, reply: outcome.reply, ack, door }), outcome.receipt);
        await redrawHome(accepted, outcome.reply, door);
      });
  }
}

/** Slow calls go on after the acknowledgement; what it should have brought then follows as a message. */
async function answerInTime(
  client: SlackClient,
  { accepted, reply, ack, door }: { accepted: Accepted; reply: Reply | undefined; ack: Acknowledge; door: Door },
): Promise<void> {
  const illustrated = reply && door.illustrator.illustrateReply(reply, accepted.workspace);
  const answered = Promise.resolve(illustrated).then((whole) => answerNow(client, accepted, whole));
  if (await settlesWithin(answered, CALLS_MS)) {
    return ack(await answered);
  }
  await ack(answerWorking(accepted));
  const missed = await answered;
  const whole = await illustrated;
  if (whole && missed && ('blocks' in missed || 'view' in missed)) {
    await answerLater(client, accepted, whole);
  }
}

/** What was done in a window over the person's own page shows on that page too. */
async function redrawHome(
  { origin, surface, event, dedupeKey }: Accepted,
  reply: Reply | undefined,
  door: Door,
): Promise<void> {
  const isDrawn =
    (surface.kind === 'press' && surface.isHome) || (reply?.kind === 'card' && reply.inPlace && event.onHome);
  if (readAddress(origin.address).home && reply?.kind === 'card' && !isDrawn) {
    const { workspace } = event.sender;
    await door.tools.ingress.runLater({ workspace, ...redrawnHome(event.sender, dedupeKey) });
  }
}

/** What stands beside links is a luxury: nothing is recorded, and where it fails the message stands as it was written. */
async function showLinks(
  { sender, organisation, links, unfurl }: Extract<Parsed, { kind: 'links' }>,
  door: Door,
): Promise<void> {
  const { ingress } = door.tools;
  const found = await Promise.all(
    links.map(async ({ url, noun, id }) => {
      const [record] = await ingress.find({ kind: 'linked', sender, source: noun, query: id });
      return record?.card ? [[url, renderMessage(record.card)] as const] : [];
    }),
  );
  const previews = new Map(found.flat());
  if (previews.size > 0) {
    const client = await door.clients.of(sender.workspace, organisation);
    await client.unfurl(unfurl, previews);
  }
}

/** In a thread with the assistant Slack shows that somebody is at it; it goes away with the answer. */
async function showThinking({ event }: Accepted, { clients }: Door): Promise<void> {
  const spot = readAddress(event.place.address);
  if (event.kind === 'message' && event.place.direct && spot.thread) {
    const client = await clients.of(event.place.workspace);
    await client.setStatus(spot, WORKING);
  }
}

function goOn({ pending, tools }: Door, going: Promise<void>): void {
  const ended = going
    .catch((error: unknown) => {
      const fields = error instanceof PlatformError ? { code: error.code } : { err: error };
      tools.log.info({ platform: 'slack', ...fields }, 'an extra not shown');
    })
    .finally(() => pending.delete(ended));
  pending.add(ended);
}

/** Through Bolt to the response: at the acknowledgement, or at the end where nothing acknowledges. */
function pass(
  payload: Payload,
  { bolt, pending, tools }: Door,
  handle?: (ack: Acknowledge) => Promise<void>,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    let isAcknowledged = false;
    const acknowledge = async (body?: Ack) => {
      isAcknowledged = true;
      resolve(done(body));
    };
    const ended = bolt
      .process(payload, { handle: handle && (() => handle(acknowledge)), ack: acknowledge })
      .then(() => resolve(done()))
      .catch((error: unknown) => {
        if (error instanceof PlatformError) {
          tools.log.warn({ platform: 'slack', code: error.code }, 'answer not delivered');
          resolve({ kind: 'undelivered' });
        } else if (isAcknowledged) {
          tools.log.error({ platform: 'slack', error }, 'failed after its acknowledgement');
        } else {
          reject(error);
        }
      })
      .finally(() => pending.delete(ended));
    pending.add(ended);
  });
}

function done(body?: Ack): Answered {
  return { kind: 'done', body };
}

function toDelivery(body: Buffer, { workspace, dedupeKey, event, record = body }: Accepted): Delivery {
  return { workspace, dedupeKey, body: record, event };
}
