import type { Clock } from '../../core/clock.ts';
import { newId } from '../../core/id.ts';
import { MESSAGES_PER_CONVERSATION } from './limits.ts';
import { SALES } from './parse.ts';
import type { BodyView } from './wire.ts';

/** Who wrote it: a person, or nobody, which is Parley. */
export type Author = { userId: string; name: string };

export type Message = {
  id: string;
  conversation: string;
  number: number;
  version: number;
  at: Date;
  author: Author | undefined;
  /** The one person who sees it, where not everybody there does. */
  only: string | undefined;
  key: string | undefined;
  body: BodyView;
};

export type Draft = {
  conversation: string;
  body: BodyView;
  author?: Author;
  only?: string | undefined;
  /** A second message of the same key is dropped, the first given back. */
  key?: string;
};

/** What a platform's own servers would keep: conversations, in memory, newest last, and who listens to them. */
export class Conversations {
  private readonly messages = new Map<string, Message[]>();
  private readonly keys = new Map<string, Message>();
  private readonly listeners = new Set<(message: Message) => void>();
  private readonly clock: Clock;
  private count = 0;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  post({ conversation, body, author, only, key }: Draft): Message {
    const before = key === undefined ? undefined : this.keys.get(key);
    if (before) return before;
    this.count += 1;
    const message: Message = {
      id: newId(),
      conversation,
      number: this.count,
      version: 1,
      at: this.clock.now(),
      author,
      only,
      key,
      body,
    };
    if (key !== undefined) this.keys.set(key, message);
    this.keep(message);
    this.tell(message);
    return message;
  }

  /** Undefined when the message is not, or no longer, there. */
  redraw(conversation: string, messageId: string, body: BodyView): Message | undefined {
    const message = this.list(conversation).find(({ id }) => id === messageId);
    if (!message) return undefined;
    message.body = body;
    message.version += 1;
    this.tell(message);
    return message;
  }

  list(conversation: string): readonly Message[] {
    return this.messages.get(conversation) ?? [];
  }

  /** Returns what ends it. */
  listen(listener: (message: Message) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private keep(message: Message): void {
    const all = this.messages.get(message.conversation) ?? [];
    this.messages.set(message.conversation, all);
    all.push(message);
    if (all.length <= MESSAGES_PER_CONVERSATION) return;
    const dropped = all.shift();
    if (dropped?.key !== undefined) this.keys.delete(dropped.key);
  }

  private tell(message: Message): void {
    for (const listener of this.listeners) listener(message);
  }
}

export function isVisibleTo(message: Message, userId: string): boolean {
  const isThere = message.conversation === SALES || message.conversation === `direct:${userId}`;
  return isThere && (message.only === undefined || message.only === userId);
}
