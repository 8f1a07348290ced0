import { z } from 'zod';
import type { ThreadRef } from '../../bot/contract.ts';
import { malformed, readJson } from '../untrusted.ts';
import { parseAction } from './actions.ts';
import { isBot, mention, readContent, readFiles, readLocation } from './content.ts';
import { accepted, envelope, envelopeOf, id, type Known, originOf, type Parsed } from './event.ts';
import { toThread } from './threads.ts';
import type { Spot } from './wire.ts';

const maybe = z.string().nullish();
const person = z.object({ open_id: id });

const messageShape = z.object({
  sender: z.object({ sender_id: person, sender_type: z.string() }),
  message: z.object({
    message_id: id,
    chat_id: id,
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    root_id: maybe,
    parent_id: maybe,
    thread_id: maybe,
    mentions: z.array(mention).nullish(),
  }),
});
const menuShape = z.object({ operator: z.object({ operator_id: person }), event_key: id });
const addedShape = z.object({ chat_id: id, operator_id: person });
const enteredShape = z.object({ operator_id: person });

/** Whether the bot's own id is needed to understand it: among people a message is for us where it mentions us. */
export function needsBot(payload: unknown): boolean {
  const read = envelope.safeParse(payload);
  const said = read.success && messageShape.safeParse(read.data.event);
  return said !== false && said.success && said.data.message.chat_type !== 'p2p';
}

/** What is recorded of an event: nothing secret, nothing that differs when it is sent again. */
export function toRecord(payload: unknown, bot?: string): Buffer {
  const read = envelope.safeParse(payload);
  if (!read.success) {
    return Buffer.from(JSON.stringify(payload) ?? '');
  }
  const { header, event: told } = read.data;
  const { token: _, ...event } = told; // updates a card for half an hour
  return Buffer.from(JSON.stringify({ schema: '2.0', header, event, ...(bot ? { bot } : {}) }));
}

/** What a record asks. */
export function parse(record: Buffer): Parsed {
  const json = readJson(record.toString());
  const read = envelope.safeParse(json);
  if (!read.success) {
    return isOlder(json) ? { kind: 'ignored', what: 'v1' } : malformed(read.error);
  }
  const known: Known = { ...read.data, record };
  switch (known.header.event_type) {
    case 'im.message.receive_v1':
      return parseMessage(known);
    case 'card.action.trigger':
      return parseAction(known);
    case 'application.bot.menu_v6':
      return parseMenu(known);
    case 'im.chat.member.bot.added_v1':
      return parseAdded(known);
    case 'im.chat.access_event.bot_p2p_chat_entered_v1':
      return parseEntered(known);
    default:
      return { kind: 'ignored', what: known.header.event_type };
  }
}

function parseMessage(known: Known): Parsed {
  const read = messageShape.safeParse(known.event);
  if (!read.success) {
    return malformed(read.error);
  }
  const { sender, message } = read.data;
  const { message_id, chat_id, chat_type, root_id, parent_id, thread_id } = message;
  const mentions = message.mentions ?? [];
  const direct = chat_type === 'p2p';
  if (sender.sender_type !== 'user') {
    return { kind: 'ignored', what: `message by ${sender.sender_type}` };
  }
  if (!direct && !mentions.some((each) => isBot(each, known.bot))) {
    return { kind: 'ignored', what: 'message to others' };
  }
  const root = thread_id ? root_id || message_id : undefined;
  const { open_id } = sender.sender_id;
  // The private chat is the person: whatever comes from there has one address, also what names no chat.
  const spot: Spot = direct ? { type: 'open_id', id: open_id, root } : { type: 'chat_id', id: chat_id, root };
  const origin = { ...originOf(known, spot), replyTo: direct && !root ? undefined : message_id };
  if (message.message_type === 'merge_forward') {
    const thread = toThread({ kind: 'messages', ids: [message_id] });
    return accepted(known, { kind: 'shared', text: '', thread, ...envelopeOf(known, open_id, origin) }, origin);
  }
  const text = readContent(message.message_type, message.content, { mentions, bot: known.bot });
  const files = readFiles(message.message_type, message.content, message_id);
  const location = readLocation(message.message_type, message.content);
  if (text === undefined && files.length === 0 && !location) {
    return { kind: 'wordless', what: message.message_type, origin };
  }
  const answered = [parent_id, root_id].flatMap((id) => id || []);
  const thread = threadOf({ direct, thread_id, root, answered });
  const sending = {
    ...(files.length > 0 ? { files } : {}),
    ...(location ? { location } : {}),
    ...(thread ? { thread } : {}),
    ...(answered.length > 0 ? { beneath: { messages: answered, isThread: root !== undefined } } : {}),
  };
  return accepted(
    known,
    { kind: 'message', text: text ?? '', ...sending, ...envelopeOf(known, open_id, origin) },
    origin,
  );
}

/** A thread among people, else what is quoted: of a chain of quotes Feishu names the first message and the last. */
function threadOf({
  direct,
  thread_id,
  root,
  answered,
}: {
  direct: boolean;
  thread_id: string | null | undefined;
  root: string | undefined;
  answered: readonly string[];
}): ThreadRef | undefined {
  if (thread_id && root && !direct) {
    return toThread({ kind: 'thread', id: thread_id, root });
  }
  return answered.length > 0 ? toThread({ kind: 'messages', ids: [...new Set(answered)].reverse() }) : undefined;
}

/** A menu's `event_key` holds the words of a command: `pipeline`, `lead_add`. */
function parseMenu(known: Known): Parsed {
  const read = menuShape.safeParse(known.event);
  if (!read.success) {
    return malformed(read.error);
  }
  const { open_id } = read.data.operator.operator_id;
  const origin = originOf(known, { type: 'open_id', id: open_id });
  const text = read.data.event_key.replace(/[_.]+/g, ' ').trim();
  return accepted(known, { kind: 'line', text, ...envelopeOf(known, open_id, origin) }, origin);
}

function parseAdded(known: Known): Parsed {
  const read = addedShape.safeParse(known.event);
  if (!read.success) {
    return malformed(read.error);
  }
  const { chat_id, operator_id } = read.data;
  const origin = originOf(known, { type: 'chat_id', id: chat_id });
  return accepted(known, { kind: 'joined', ...envelopeOf(known, operator_id.open_id, origin) }, origin);
}

/** Feishu tells of every time the chat is opened; only the first is news, so all are one delivery. */
function parseEntered(known: Known): Parsed {
  const read = enteredShape.safeParse(known.event);
  if (!read.success) {
    return malformed(read.error);
  }
  const { open_id } = read.data.operator_id;
  const only = `entered:${open_id}`;
  const { event_type, app_id, tenant_key } = known.header;
  const once = { header: { event_id: only, event_type, app_id, tenant_key }, event: { operator_id: { open_id } } };
  const origin = { ...originOf(known, { type: 'open_id', id: open_id }), key: only };
  const first = accepted(known, { kind: 'joined', ...envelopeOf(known, open_id, origin) }, origin);
  return { ...first, dedupeKey: only, record: Buffer.from(JSON.stringify(once)) };
}

/** Events of the first version have no header; whoever subscribes to them gets no answer. */
function isOlder(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'type' in json && !('header' in json);
}
