// A file of Slack’s own: what is chosen from its own menus, at a message or anywhere.
// https://docs.slack.dev/interactivity/implementing-shortcuts

import { z } from 'zod';
import { digest, malformed } from '../untrusted.ts';
import { readText } from './mrkdwn.ts';
import { type Parsed, type Payload, person } from './parsed.ts';
import { toThread } from './threads.ts';
import { LOG_SHORTCUT, lastingAddress, writeAddress } from './wire.ts';

const id = z.string().min(1);
const maybe = z.string().nullish();

const common = {
  callback_id: z.string(),
  trigger_id: id,
  user: z.object({ id }),
  team: z.object({ id, domain: maybe, enterprise_id: maybe }).nullish(),
  enterprise: z.object({ id }).nullish(),
};

const globalShape = z.object(common);
const messageShape = z.object({
  ...common,
  channel: z.object({ id }),
  message: z.object({ user: maybe, text: z.string().default(''), ts: id, thread_ts: maybe }),
  response_url: maybe,
});

/** A message put on record: what it says, when it was said and where it stands (R39). Who said it is looked up. */
export function parseMessageShortcut(payload: Payload): Parsed {
  const read = messageShape.safeParse(payload);
  if (!read.success) {
    return malformed(read.error);
  }
  const { callback_id, trigger_id: trigger, user, team, enterprise, channel, message, response_url } = read.data;
  const workspace = team?.id ?? enterprise?.id;
  if (callback_id !== LOG_SHORTCUT || !workspace) {
    return { kind: 'ignored', what: 'message_action', payload };
  }
  // As with a command, the bot may not be there: what it says goes by the response URL.
  const address = writeAddress({
    channel: channel.id,
    thread: message.thread_ts ?? undefined,
    responseUrl: response_url ?? undefined,
  });
  const link = team?.domain && toPermalink(team.domain, channel.id, message);
  const seconds = Number(message.ts);
  return {
    kind: 'accepted',
    workspace,
    organisation: enterprise?.id ?? team?.enterprise_id ?? null,
    dedupeKey: `shortcut:${digest(trigger)}`,
    event: {
      kind: 'shared',
      text: readText(message.text),
      ...(Number.isFinite(seconds) ? { at: new Date(seconds * 1_000).toISOString() } : {}),
      ...(link ? { link } : {}),
      ...(message.user ? { authorId: message.user } : {}),
      ...(message.thread_ts
        ? { thread: toThread({ channel: channel.id, ts: message.thread_ts }, { isWindow: true }) }
        : {}),
      sender: person(user.id, workspace),
      place: { platform: 'slack', workspace, address: lastingAddress(address), direct: false },
    },
    origin: { address, direct: false },
    surface: { kind: 'shortcut', trigger },
    payload,
  };
}

/** From anywhere: the same form, empty. */
export function parseGlobalShortcut(payload: Payload): Parsed {
  const read = globalShape.safeParse(payload);
  if (!read.success) {
    return malformed(read.error);
  }
  const { callback_id, trigger_id: trigger, user, team, enterprise } = read.data;
  const workspace = team?.id ?? enterprise?.id;
  if (callback_id !== LOG_SHORTCUT || !workspace) {
    return { kind: 'ignored', what: 'shortcut', payload };
  }
  const origin = { address: user.id, direct: true };
  return {
    kind: 'accepted',
    workspace,
    organisation: enterprise?.id ?? team?.enterprise_id ?? null,
    dedupeKey: `shortcut:${digest(trigger)}`,
    event: {
      kind: 'shared',
      text: '',
      sender: person(user.id, workspace),
      place: { platform: 'slack', workspace, ...origin },
    },
    origin,
    surface: { kind: 'shortcut', trigger },
    payload,
  };
}

/** As Slack's client writes it; asking Slack for it would take a call of the three seconds there are. */
function toPermalink(domain: string, channel: string, message: { ts: string; thread_ts?: string | null | undefined }) {
  const { ts, thread_ts } = message;
  const base = `https://${domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
  return thread_ts && thread_ts !== ts ? `${base}?thread_ts=${thread_ts}&cid=${channel}` : base;
}
