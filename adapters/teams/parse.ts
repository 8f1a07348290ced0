import { z } from 'zod';
import type { SharedThread } from '../../bot/contract.ts';
import type { SaidMessage } from '../../core/follow-ups/conversation.ts';
import { malformed, readJson } from '../untrusted.ts';
import { accept, acted, type Parsed, placeOf } from './accepted.ts';
import { type Activity, activityShape, tenantOf } from './activity.ts';
import { readBeneath, readFiles } from './files.ts';
import { parseInvoke } from './invokes.ts';
import { readText } from './markdown.ts';

/** What a raw body asks. */
export function parse(body: Buffer): Parsed {
  return parseActivity(readJson(body));
}

const typed = z.object({ type: z.string().min(1) });

const KINDS = new Set(['message', 'invoke', 'installationUpdate', 'conversationUpdate']);

export function parseActivity(json: unknown): Parsed {
  const kind = typed.safeParse(json);
  if (!kind.success) {
    return malformed(kind.error);
  }
  if (!KINDS.has(kind.data.type)) {
    return { kind: 'ignored', what: kind.data.type };
  }
  const read = activityShape.safeParse(json);
  if (!read.success) {
    return malformed(read.error);
  }
  const activity = read.data;
  const tenant = tenantOf(activity);
  if (!tenant) {
    return { kind: 'malformed', reason: 'tenant' };
  }
  // What a bot says, ours or another's, is not for us.
  if (activity.from.id.startsWith('28:') || activity.from.id === activity.recipient.id) {
    return { kind: 'ignored', what: `${activity.type}/bot` };
  }
  switch (activity.type) {
    case 'message':
      return parseMessage(activity, tenant);
    case 'invoke':
      return parseInvoke(activity, tenant);
    default:
      return parseArrival(activity, tenant);
  }
}

/** Teams attaches to every message what it looked like. */
const HTML = 'text/html';

const mentionShape = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
  text: z.string(),
});

/** What somebody quotes in his message; the text of each stands there as far as Teams shows it (R39). */
const quotedShape = z.object({
  type: z.literal('quotedReply'),
  quotedReply: z.object({
    messageId: z.string().min(1),
    senderId: z.string().nullish(),
    senderName: z.string().nullish(),
    preview: z.string().nullish(),
    time: z.union([z.string(), z.number()]).nullish(),
    isReplyDeleted: z.boolean().nullish(),
  }),
});

/** Where in the words a quote stands. */
const QUOTED = /<quoted\b[^<>]*\/?>(?:\s*<\/quoted>)?/giu;

function readQuoted({ entities, conversation, recipient }: Activity): SharedThread | undefined {
  const said = (entities ?? []).flatMap((entity): SaidMessage[] => {
    const { messageId, senderId, senderName, preview, time, isReplyDeleted } =
      quotedShape.safeParse(entity).data?.quotedReply ?? {};
    const words = preview ? readText(preview, { botId: '', mentions: [] }) : '';
    const isOurs = senderId === recipient.id || senderId?.startsWith('28:');
    const at = momentOf(time);
    return messageId && words && !isOurs && !isReplyDeleted
      ? [{ id: messageId, author: senderName || null, at, text: words }]
      : [];
  });
  return said.length > 0 ? { address: `teams ${conversation.id} ${said[0]?.id}`, said, isCut: false } : undefined;
}

/** A moment in milliseconds, or as written. */
function momentOf(time: string | number | null | undefined): string | null {
  const at = new Date(typeof time === 'string' && /^\d+$/u.test(time) ? Number(time) : (time ?? Number.NaN));
  return Number.isFinite(at.getTime()) ? at.toISOString() : null;
}

function parseMessage(activity: Activity, tenant: string): Parsed {
  if (activity.value !== undefined && activity.value !== null) {
    return acted(activity, tenant, { data: activity.value, surface: { kind: 'message' } });
  }
  const mentions = (activity.entities ?? []).flatMap((entity) => {
    const { data } = mentionShape.safeParse(entity);
    return data ? [{ id: data.mentioned.id, name: data.mentioned.name ?? '', text: data.text }] : [];
  });
  const text = readText((activity.text ?? '').replace(QUOTED, ' '), { botId: activity.recipient.id, mentions });
  const isForUs = mentions.some(({ id }) => id === activity.recipient.id);
  const files = readFiles(activity);
  const beneath = readBeneath(activity);
  const told = readQuoted(activity);
  if (
    text === '' &&
    files.length === 0 &&
    (activity.attachments ?? []).some(({ contentType }) => contentType !== HTML)
  ) {
    return { kind: 'wordless', place: placeOf(activity, tenant) };
  }
  if (text === '' && !isForUs && files.length === 0) {
    return { kind: 'ignored', what: 'message/empty' };
  }
  return accept(activity, tenant, {
    event: {
      kind: 'message',
      text,
      ...(files.length > 0 ? { files } : {}),
      ...(beneath ? { beneath } : {}),
      ...(told ? { told } : {}),
    },
    surface: { kind: 'message' },
  });
}

/** The bot was added, of which Teams tells twice and in two ways: both are one delivery. */
function parseArrival(activity: Activity, tenant: string): Parsed {
  const { type, action, membersAdded, recipient, channelId, serviceUrl, conversation, from } = activity;
  const isAdded =
    type === 'installationUpdate'
      ? action === 'add' || action === 'add-upgrade'
      : (membersAdded ?? []).some(({ id }) => id === recipient.id);
  if (!isAdded) {
    return { kind: 'ignored', what: `${type}/${action ?? 'other'}` };
  }
  const once: Activity = {
    type: 'installationUpdate',
    action: 'add',
    id: `joined:${from.aadObjectId || from.id}`,
    channelId,
    serviceUrl,
    recipient: { id: recipient.id },
    conversation: { id: conversation.id, conversationType: conversation.conversationType, tenantId: tenant },
    from: { id: from.id, aadObjectId: from.aadObjectId },
  };
  const accepted = accept(once, tenant, { event: { kind: 'joined' }, surface: { kind: 'message' } });
  return { ...accepted, origin: { ...accepted.origin, locale: activity.locale ?? undefined } };
}
