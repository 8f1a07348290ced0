// Beside the seven: server-sent events, so that what Parley says of its own accord appears without asking.
import { Readable } from 'node:stream';
import { type Conversations, isVisibleTo, type Message } from './client.ts';
import { HEARTBEAT_MS } from './limits.ts';
import { renderEntry } from './render.ts';
import type { StreamView } from './wire.ts';

/** A reader that fell this far behind is cut off; its browser comes back and asks for everything. */
const BEHIND_MAX_BYTES = 1_000_000;

export type Streams = {
  open(viewer: string): Readable;
  closeAll(): void;
};

export function createStreams(conversations: Conversations): Streams {
  const all = new Set<Readable>();
  return { open, closeAll: () => all.forEach((stream) => void stream.push(null)) };

  function open(viewer: string): Readable {
    const stream = new Readable({ read: () => undefined });
    const write = (text: string) => {
      if (stream.readableLength > BEHIND_MAX_BYTES) stream.destroy();
      else if (!stream.destroyed) stream.push(text);
    };
    const stopListening = conversations.listen((message) => {
      const view = viewOf(message, viewer);
      if (view) write(`data: ${JSON.stringify(view)}\n\n`);
    });
    const heart = setInterval(() => write(':\n\n'), HEARTBEAT_MS).unref();
    all.add(stream);
    stream.once('close', () => {
      clearInterval(heart);
      stopListening();
      all.delete(stream);
    });
    write('retry: 1000\n\n');
    return stream;
  }
}

function viewOf(message: Message, viewer: string): StreamView | undefined {
  if (isVisibleTo(message, viewer)) return { kind: 'message', message: renderEntry(message, viewer) };
  // Others' words are theirs; that Parley wrote to them is what the unread mark needs.
  if (message.author || message.only !== undefined) return undefined;
  return { kind: 'elsewhere', conversation: message.conversation, number: message.number };
}
