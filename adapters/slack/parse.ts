import { parse as parseForm } from 'node:querystring';
import { z } from 'zod';
import type { InboundEvent, Lookup, Sender } from '../../bot/contract.ts';
import { digest, malformed, parseInteraction } from './interactions.ts';
import { readText } from './mrkdwn.ts';
import { lastingAddress, type Origin, readJson, writeAddress } from './wire.ts';

/** How an accepted delivery can be answered while its request is open. */
export type Surface =
  | { kind: 'event' }
  | { kind: 'command'; trigger: string }
  | { kind: 'press'; trigger: string | undefined; viewId: string | undefined }
  | {
      kind: 'submission';
      /** The window's inputs: the ids of their blocks by field. */
      blocks: ReadonlyMap<string, string>;
    };

export type Payload = Record<string, unknown>;

export type Accepted = {
  kind: 'accepted';
  workspace: string;
  dedupeKey: string;
  event: InboundEvent;
  origin: Origin;
  surface: Surface;
  payload: Payload;
  /** What is recorded in place of the body, where one thing comes in many bodies. */
  record?: Buffer;
};

export type Parsed =
  | Accepted
  | { kind: 'ignored'; what: string; payload: Payload }
  | { kind: 'lookup'; lookup: Lookup }
  | { kind: 'challenge'; challenge: string }
  | { kind: 'ssl_check' }
  | { kind: 'malformed'; reason: string };

const id = z.string().min(1);
const maybe = z.string().nullish();

const commandShape = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  user_id: id,
  channel_id: id,
  trigger_id: id,
  team_id: maybe,
  enterprise_id: maybe,
  response_url: maybe,
});

const envelopeShape = z.object({
  team_id: id,
  event_id: id,
  authorizations: z.array(z.object({ team_id: maybe, user_id: maybe, is_bot: z.boolean().nullish() })).nullish(),
  event: z.looseObject({ type: z.string() }),
});

const mentionShape = z.object({
  user: id,
  channel: id,
  text: z.string().default(''),
  channel_type: maybe,
  thread_ts: maybe,
  subtype: maybe,
  bot_id: maybe,
  edited: z.unknown().optional(),
});

const openedShape = z.object({ user: id, channel: id, tab: maybe });
const joinedShape = z.object({ user: id, channel: id, inviter: maybe });

const typed = z.looseObject({ type: z.string() });
const challengeShape = z.object({ challenge: z.string() });

/** A message with one of these is still something a person said; others are edits, joins, bots. */
const SPOKEN = new Set(['file_share', 'thread_broadcast', 'me_message']);

/** What a raw body asks. Slack posts JSON for events, and forms for everything a person does. */
export function parse(body: Buffer): Parsed {
  if (body[0] === 0x7b) {
    return parseEvent(readJson(body.toString()));
  }
  const form = parseForm(body.toString());
  if (form.ssl_check === '1') {
    return { kind: 'ssl_check' };
  }
  return typeof form.payload === 'string' ? parseInteraction(readJson(form.payload)) : parseCommand({ ...form });
}

/** Slack checks our certificate with an unsigned form; whatever else it holds is not looked at. */
export function isSslCheck(body: Buffer): boolean {
  return body.length < 1_000 && parseForm(body.toString()).ssl_check === '1';
}

function parseCommand(form: Payload): Parsed {
  const read = commandShape.safeParse(form);
  if (!read.success) {
    return malformed(read.error);
  }
  const { text, user_id, channel_id, trigger_id, team_id, enterprise_id, response_url } = read.data;
  const workspace = team_id || enterprise_id;
  if (!workspace) {
    return { kind: 'malformed', reason: 'workspace' };
  }
  // A command works in any conversation, also in one between two people, and does not say which this is.
  const origin = {
    address: writeAddress({ channel: channel_id, responseUrl: response_url ?? undefined }),
    direct: false,
  };
  return {
    kind: 'accepted',
    workspace,
    dedupeKey: `command:${digest(trigger_id)}`,
    event: {
      kind: 'line',
      text: readText(text),
      sender: person(user_id, workspace),
      place: { platform: 'slack', workspace, address: lastingAddress(origin.address), direct: false },
    },
    origin,
    surface: { kind: 'command', trigger: trigger_id },
    payload: form,
  };
}

function parseEvent(json: unknown): Parsed {
  const payload = typed.safeParse(json);
  if (!payload.success) {
    return malformed(payload.error);
  }
  if (payload.data.type === 'url_verification') {
    const read = challengeShape.safeParse(json);
    return read.success ? { kind: 'challenge', challenge: read.data.challenge } : malformed(read.error);
  }
  if (payload.data.type !== 'event_callback') {
    return { kind: 'ignored', what: payload.data.type, payload: payload.data };
  }
  const read = envelopeShape.safeParse(json);
  if (!read.success) {
    return malformed(read.error);
  }
  const { team_id, event_id, authorizations, event } = read.data;
  // In a channel shared by two companies, team_id is the writer's; the authorization is ours.
  const own = authorizations?.[0];
  const workspace = own?.team_id || team_id;
  const said = readEvent(event, workspace, own?.is_bot ? (own.user_id ?? undefined) : undefined);
  if (!said) {
    const subtype = typeof event.subtype === 'string' ? `/${event.subtype}` : '';
    return { kind: 'ignored', what: event.type + subtype, payload: payload.data };
  }
  const { address, direct } = said.place;
  const accepted: Accepted = {
    kind: 'accepted',
    workspace,
    dedupeKey: `event:${event_id}`,
    event: said,
    origin: { address, direct },
    surface: { kind: 'event' },
    payload: payload.data,
  };
  return event.type === 'app_home_opened' ? onlyOnce(accepted, event) : accepted;
}

/** Slack tells of every time the conversation is opened; only the first is news, so all are one delivery. */
function onlyOnce(accepted: Accepted, { type, user, channel, tab }: Payload): Accepted {
  const { workspace } = accepted;
  const id = `opened:${user}:${channel}`;
  const record = { type: 'event_callback', team_id: workspace, event_id: id, event: { type, user, channel, tab } };
  return { ...accepted, dedupeKey: id, record: Buffer.from(JSON.stringify(record)) };
}

function readEvent(event: Payload, workspace: string, botUserId: string | undefined): InboundEvent | undefined {
  switch (event.type) {
    case 'message':
    case 'app_mention':
      return readMessage(event, workspace, botUserId);
    case 'app_home_opened': {
      const read = openedShape.safeParse(event);
      return read.success && read.data.tab === 'messages'
        ? joined(read.data.user, { channel: read.data.channel, workspace, direct: true })
        : undefined;
    }
    case 'member_joined_channel': {
      const read = joinedShape.safeParse(event);
      return read.success && read.data.user === botUserId && read.data.inviter
        ? joined(read.data.inviter, { channel: read.data.channel, workspace, direct: false })
        : undefined;
    }
    default:
      return undefined;
  }
}

function readMessage(event: Payload, workspace: string, botUserId: string | undefined): InboundEvent | undefined {
  const read = mentionShape.safeParse(event);
  if (!read.success) {
    return undefined;
  }
  const { user, channel, text, channel_type, thread_ts, subtype, bot_id, edited } = read.data;
  const isMention = event.type === 'app_mention';
  const isSpoken = (!subtype || SPOKEN.has(subtype)) && !bot_id && !edited && user !== botUserId;
  // What is said in channels arrives as a mention where it is for us.
  if (!isSpoken || !(isMention || channel_type === 'im')) {
    return undefined;
  }
  const words = readText(text, botUserId ?? (isMention ? /<@(\w+)/.exec(text)?.[1] : undefined));
  if (words === '' && !isMention) {
    return undefined;
  }
  return {
    kind: 'message',
    text: words,
    sender: person(user, workspace),
    place: {
      platform: 'slack',
      workspace,
      address: writeAddress({ channel, thread: thread_ts ?? undefined }),
      direct: channel_type === 'im',
    },
  };
}

function joined(
  user: string,
  { channel, workspace, direct }: { channel: string; workspace: string; direct: boolean },
): InboundEvent {
  const place = { platform: 'slack', workspace, address: writeAddress({ channel }), direct };
  return { kind: 'joined', sender: person(user, workspace), place };
}

function person(externalId: string, workspace: string): Sender {
  return { platform: 'slack', workspace, externalId };
}
