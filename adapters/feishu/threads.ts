// A file of Feishu’s own: messages forwarded together (合并转发), a thread (话题), or what is quoted, read where they are kept (R39).
// https://open.feishu.cn/document/server-docs/im-v1/message/get and …/message/list

import { z } from 'zod';
import type { SharedThread, ThreadRef } from '../../bot/contract.ts';
import { MOST_MESSAGES, type SaidMessage } from '../../core/follow-ups/conversation.ts';
import { settlesWithin } from '../late.ts';
import { namesOf } from '../speakers.ts';
import { readJson } from '../untrusted.ts';
import type { FeishuClient, KeptMessage } from './client.ts';
import { readContent } from './content.ts';

const shape = z.discriminatedUnion('kind', [
  /** One message, in which others may be forwarded; those which it answers come before it. */
  z.object({ kind: z.literal('messages'), ids: z.array(z.string()) }),
  z.object({ kind: z.literal('thread'), id: z.string(), root: z.string() }),
]);

type Thread = z.output<typeof shape>;

/** Nobody waits at a window: it is answered when it is answered. */
const ANSWER_MS = 10_000;

export function toThread(thread: Thread): ThreadRef {
  return { handle: JSON.stringify(thread), withinMs: ANSWER_MS };
}

/** What came in time, under the names that came in time; `unread` where the bot may not read it. */
export async function readThread(client: FeishuClient, { handle, withinMs }: ThreadRef): Promise<SharedThread> {
  const thread = shape.parse(readJson(handle));
  const address = `feishu ${thread.kind === 'thread' ? thread.id : thread.ids.at(-1)}`;
  const read: { messages: KeptMessage[]; isWhole: boolean } = { messages: [], isWhole: true };
  let names = new Map<string, string>();
  const reading = (async () => {
    const [bot, { messages, isWhole }] = await Promise.all([client.identity(), messagesOf(client, thread)]);
    read.messages = messages.filter((message) => isSpoken(message, bot));
    read.isWhole = isWhole;
    const speakers = read.messages.map(({ sender }) =>
      sender?.id_type === 'open_id' ? (sender.id ?? undefined) : undefined,
    );
    names = await namesOf(speakers, client.profile);
  })();
  await settlesWithin(reading, withinMs);
  const said = read.messages.slice(0, MOST_MESSAGES).flatMap((message) => toSaid(message, names));
  const isCut = !read.isWhole || read.messages.length > MOST_MESSAGES;
  return said.length > 0 ? { address, said, isCut } : { address, unread: true };
}

async function messagesOf(
  client: FeishuClient,
  thread: Thread,
): Promise<{ messages: KeptMessage[]; isWhole: boolean }> {
  if (thread.kind === 'messages') {
    const kept = await Promise.all(thread.ids.map((id) => client.messages(id)));
    return { messages: kept.flatMap(unwrapped), isWhole: true };
  }
  const messages = unwrapped(await client.messages(thread.root));
  let page: string | undefined;
  do {
    const { items, next } = await client.thread(thread.id, page);
    messages.push(...items.filter(({ message_id }) => message_id !== thread.root));
    page = next;
  } while (page && messages.length < MOST_MESSAGES);
  return { messages, isWhole: !page };
}

/** What was forwarded in a message stands for it. */
function unwrapped(kept: readonly KeptMessage[]): KeptMessage[] {
  const inner = kept.filter(({ upper_message_id }) => upper_message_id);
  return inner.length > 0 ? inner : [...kept];
}

/** What apps say, and what is said to the bot, is no part of what people say to each other. */
function isSpoken({ sender, mentions }: KeptMessage, bot: string): boolean {
  return sender?.sender_type !== 'app' && !(mentions ?? []).some(({ id }) => id === bot);
}

/** Only what was said: a picture or a file has no words. */
function toSaid(
  { message_id, msg_type, create_time, sender, body, mentions }: KeptMessage,
  names: ReadonlyMap<string, string>,
): SaidMessage[] {
  const known = (mentions ?? []).map((each) => ({ ...each, id: null }));
  const words = readContent(msg_type, body?.content ?? '', { mentions: known, bot: undefined });
  const at = new Date(Number(create_time));
  return words
    ? [
        {
          id: message_id,
          author: (sender?.id && names.get(sender.id)) || null,
          at: create_time && Number.isFinite(at.getTime()) ? at.toISOString() : null,
          text: words,
        },
      ]
    : [];
}
