// A file of Slack’s own: a whole thread, read by the shortcut at one of its messages or by a mention in it (R39).

import { z } from 'zod';
import type { SharedThread, ThreadRef } from '../../bot/contract.ts';
import { MOST_MESSAGES, type SaidMessage } from '../../core/follow-ups/conversation.ts';
import { settlesWithin } from '../late.ts';
import { namesOf } from '../speakers.ts';
import { readJson } from '../untrusted.ts';
import type { Identity, SlackClient } from './client.ts';
import { readText } from './mrkdwn.ts';
import { person } from './parsed.ts';
import { quietly } from './ways.ts';

const shape = z.object({ channel: z.string(), ts: z.string() });

type Thread = z.output<typeof shape>;
type Message = Awaited<ReturnType<SlackClient['replies']>>['messages'][number];

/** A window opens within three seconds of the press, or not at all; an answer may take longer. */
const WINDOW_MS = 1_000;
const ANSWER_MS = 10_000;

export function toThread(thread: Thread, { isWindow }: { isWindow: boolean }): ThreadRef {
  return { handle: JSON.stringify(thread), withinMs: isWindow ? WINDOW_MS : ANSWER_MS };
}

/** What of the thread came in time, under the names that came in time; `unread` where the bot may not read it. */
export async function readThread(
  client: SlackClient,
  workspace: string,
  { handle, withinMs }: ThreadRef,
): Promise<SharedThread> {
  const thread = shape.parse(readJson(handle));
  const address = ['slack', workspace, thread.channel, thread.ts].join(' ');
  let names = new Map<string, string>();
  const read: { messages: Message[]; isWhole: boolean } = { messages: [], isWhole: false };
  const ended = { isLate: false };
  const reading = (async () => {
    const own = await client.identity();
    let cursor: string | undefined;
    do {
      const page = await client.replies(thread, cursor);
      if (ended.isLate) {
        return;
      }
      read.messages.push(...page.messages.filter((message) => !isOurs(message, own)));
      cursor = page.next;
    } while (cursor && read.messages.length < MOST_MESSAGES);
    read.isWhole = !cursor;
    const speakers = read.messages.map(({ user }) => user);
    names = await namesOf(speakers, (id) => client.profile(person(id, workspace)));
  })().catch(quietly);
  if (await settlesWithin(reading, withinMs)) {
    await reading;
  }
  ended.isLate = true;
  const said = read.messages.flatMap((message) => toSaid(message, names));
  return said.length > 0 ? { address, said, isCut: !read.isWhole } : { address, unread: true };
}

/** What the bot says, and what is said to it, is no part of what people say to each other. */
function isOurs({ user, bot_id, text = '' }: Message, { botId, botUserId }: Identity): boolean {
  return (
    (bot_id ?? '') === botId || (botUserId !== undefined && (user === botUserId || text.includes(`<@${botUserId}>`)))
  );
}

/** Only what was said: a message of files alone has no words. */
function toSaid({ ts, user, text }: Message, names: ReadonlyMap<string, string>): SaidMessage[] {
  const words = readText(text ?? '').trim();
  const seconds = Number(ts);
  return ts && words
    ? [
        {
          id: ts,
          author: (user && names.get(user)) || null,
          at: Number.isFinite(seconds) ? new Date(seconds * 1_000).toISOString() : null,
          text: words,
        },
      ]
    : [];
}
