// Beside the seven: what people say to each other on the page, as a platform would keep it, for whoever archives it (R39).
import type { SharedThread, ThreadRef } from '../../bot/contract.ts';
import type { SaidMessage } from '../../core/follow-ups/conversation.ts';
import type { Conversations, Message } from './client.ts';
import { readWords, SALES } from './parse.ts';

/** It lies in memory. */
const AT_ONCE_MS = 1_000;

/** From a message on, else all there is. */
export function toThread(conversation: string, from?: Message): ThreadRef {
  return { handle: [conversation, ...(from ? [from.id] : [])].join(' '), withinMs: AT_ONCE_MS };
}

/** What people say to each other; alone with Parley nobody does, so there it is the one message. */
export function readThread(conversations: Conversations, { handle }: ThreadRef): SharedThread {
  const [conversation = '', from] = handle.split(' ');
  const all = conversations.list(conversation);
  const first = from === undefined ? 0 : all.findIndex(({ id }) => id === from);
  const said = first < 0 ? [] : all.slice(first).flatMap((message) => toSaid(message, from));
  return said.length > 0
    ? { address: `playground ${said[0]?.id}`, said, isCut: false }
    : { address: `playground ${conversation}`, unread: true };
}

function toSaid({ id, author, at, only, conversation, body }: Message, picked: string | undefined): SaidMessage[] {
  const isAmongPeople = conversation === SALES && only === undefined;
  return body.kind === 'words' &&
    author &&
    (id === picked || (isAmongPeople && readWords(body.text, conversation) === undefined))
    ? [{ id, author: author.name, at: at.toISOString(), text: body.text }]
    : [];
}
