// A file of Slack’s own: what it tells of by itself.
// https://docs.slack.dev/reference/events

import { z } from 'zod';
import { readRecordLink } from '../../bot/cards/record-link.ts';
import type { InboundEvent, Sender } from '../../bot/contract.ts';
import { malformed } from '../untrusted.ts';
import { fileShape, toFiles } from './files.ts';
import { attachmentShape, readForwarded, toShared } from './forwarded.ts';
import { readText } from './mrkdwn.ts';
import { type Accepted, type Parsed, type Payload, person } from './parsed.ts';
import { toThread } from './threads.ts';
import { writeAddress } from './wire.ts';

const id = z.string().min(1);
const maybe = z.string().nullish();

const envelopeShape = z.object({
  team_id: id,
  enterprise_id: maybe,
  event_id: id,
  authorizations: z
    .array(z.object({ enterprise_id: maybe, team_id: maybe, user_id: maybe, is_bot: z.boolean().nullish() }))
    .nullish(),
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
  files: z.array(fileShape).nullish(),
  attachments: z.array(attachmentShape).nullish().catch(null),
});

const openedShape = z.object({ user: id, channel: id, tab: maybe });
const threadShape = z.object({ assistant_thread: z.object({ user_id: id, channel_id: id, thread_ts: id }) });
const linksShape = z.object({
  user: id,
  unfurl_id: id,
  source: z.enum(['composer', 'conversations_history']),
  links: z.array(z.object({ url: z.string() })).max(50),
});
const joinedShape = z.object({ user: id, channel: id, inviter: maybe });

const typed = z.looseObject({ type: z.string() });
const challengeShape = z.object({ challenge: z.string() });

/** A message with one of these is still something a person said; others are edits, joins, bots. */
const SPOKEN = new Set(['file_share', 'thread_broadcast', 'me_message']);

export function parseEvent(json: unknown): Parsed {
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
  const { team_id, enterprise_id, event_id, authorizations, event } = read.data;
  // In a channel shared by two companies, team_id is the writer's; the authorization is ours.
  const own = authorizations?.[0];
  const workspace = own?.team_id || team_id;
  const organisation = (own ? own.enterprise_id : enterprise_id) || null;
  if (event.type === 'app_uninstalled' || (event.type === 'tokens_revoked' && isOurToken(event))) {
    return { kind: 'removed', workspace, organisation };
  }
  if (event.type === 'link_shared') {
    return parseLinks(event, { workspace, organisation, payload: payload.data });
  }
  const said = readEvent(event, workspace, own?.is_bot ? (own.user_id ?? undefined) : undefined);
  if (!said) {
    const subtype = typeof event.subtype === 'string' ? `/${event.subtype}` : '';
    return { kind: 'ignored', what: event.type + subtype, payload: payload.data };
  }
  const { address, direct } = said.place;
  const accepted: Accepted = {
    kind: 'accepted',
    workspace,
    organisation,
    dedupeKey: `event:${event_id}`,
    event: said,
    origin: { address, direct },
    surface: { kind: 'event' },
    payload: payload.data,
  };
  return event.type === 'app_home_opened' && said.kind === 'joined' ? onlyOnce(accepted, event) : accepted;
}

/** As though the person had opened his own page again, after something was done elsewhere that shows on it. */
export function redrawnHome(
  { externalId: user, workspace }: Sender,
  cause: string,
): { dedupeKey: string; body: Buffer; event: InboundEvent } {
  const opened = { type: 'app_home_opened', user, channel: user, tab: 'home' };
  const envelope = { type: 'event_callback', team_id: workspace, event_id: `home:${cause}`, event: opened };
  const place = { platform: 'slack', workspace, address: user, direct: true };
  return {
    dedupeKey: `event:${envelope.event_id}`,
    body: Buffer.from(JSON.stringify(envelope)),
    event: { kind: 'home', sender: person(user, workspace), place },
  };
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
    case 'app_home_opened':
      return readOpened(event, workspace);
    case 'assistant_thread_started': {
      const read = threadShape.safeParse(event);
      if (!read.success) {
        return undefined;
      }
      const { user_id, channel_id: channel, thread_ts: thread } = read.data.assistant_thread;
      return joined(user_id, { channel, thread, workspace, direct: true });
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

function readOpened(event: Payload, workspace: string): InboundEvent | undefined {
  const read = openedShape.safeParse(event);
  if (!read.success) {
    return undefined;
  }
  const { user, channel, tab } = read.data;
  if (tab === 'home') {
    const place = { platform: 'slack', workspace, address: writeAddress({ channel }), direct: true };
    return { kind: 'home', sender: person(user, workspace), place };
  }
  return tab === 'messages' ? joined(user, { channel, workspace, direct: true }) : undefined;
}

const revokedShape = z.object({ tokens: z.object({ bot: z.array(z.string()).nullish() }) });

/** Those of people who had signed in are nothing to us: we have none. */
function isOurToken(event: Payload): boolean {
  const read = revokedShape.safeParse(event);
  return read.success && (read.data.tokens.bot ?? []).length > 0;
}

/** Only links to records of ours: Slack tells of every link to a domain it was given. */
function parseLinks(
  event: Payload,
  { workspace, organisation, payload }: { workspace: string; organisation: string | null; payload: Payload },
): Parsed {
  const read = linksShape.safeParse(event);
  if (!read.success) {
    return malformed(read.error);
  }
  const { user, unfurl_id, source, links } = read.data;
  const records = links.flatMap(({ url }) => {
    const record = readRecordLink(url);
    return record ? [{ url, ...record }] : [];
  });
  return records.length === 0
    ? { kind: 'ignored', what: 'link_shared', payload }
    : {
        kind: 'links',
        sender: person(user, workspace),
        organisation,
        links: records,
        unfurl: { id: unfurl_id, source },
      };
}

function readMessage(event: Payload, workspace: string, botUserId: string | undefined): InboundEvent | undefined {
  const read = mentionShape.safeParse(event);
  const isMention = event.type === 'app_mention';
  if (!read.success || !isSpoken(read.data, botUserId) || !(isMention || read.data.channel_type === 'im')) {
    return undefined;
  }
  const { user, channel, text, channel_type, thread_ts } = read.data;
  const forwarded = readForwarded(read.data.attachments, { workspace, botUserId });
  const { told } = forwarded;
  const files = [...toFiles(read.data.files), ...(told ? [] : forwarded.files)];
  const words = readText(text, botUserId ?? (isMention ? /<@(\w+)/.exec(text)?.[1] : undefined));
  if (words === '' && !isMention && files.length === 0 && !told) {
    return undefined;
  }
  const place = {
    platform: 'slack',
    workspace,
    address: writeAddress({ channel, thread: thread_ts ?? undefined }),
    direct: channel_type === 'im',
  };
  const envelope = { sender: person(user, workspace), place };
  if (told && words === '' && files.length === 0) {
    return { kind: 'shared', ...toShared(forwarded), ...envelope };
  }
  return {
    kind: 'message',
    text: words,
    ...(told ? { told } : {}),
    ...(files.length > 0 ? { files } : {}),
    ...beneath(thread_ts ?? undefined, channel, place.direct),
    ...envelope,
  };
}

/** What is said in channels arrives as a mention where it is for us; what bots say and what is edited is nothing new. */
function isSpoken({ user, subtype, bot_id, edited }: z.output<typeof mentionShape>, botUserId: string | undefined) {
  return (!subtype || SPOKEN.has(subtype)) && !bot_id && !edited && user !== botUserId;
}

/** In a thread; alone with the bot, nobody else has said anything there. */
function beneath(ts: string | undefined, channel: string, direct: boolean) {
  return ts === undefined
    ? {}
    : {
        beneath: { messages: [ts], isThread: true },
        ...(direct ? {} : { thread: toThread({ channel, ts }, { isWindow: false }) }),
      };
}

function joined(
  user: string,
  { channel, thread, workspace, direct }: { channel: string; thread?: string; workspace: string; direct: boolean },
): InboundEvent {
  const place = { platform: 'slack', workspace, address: writeAddress({ channel, thread }), direct };
  return { kind: 'joined', sender: person(user, workspace), place };
}
