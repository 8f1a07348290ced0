// A file of Slack’s own: a whole thread, read while Slack waits for the answer to a shortcut (R39).

import type { SharedThread } from '../../bot/contract.ts';
import { MOST_MESSAGES, type SaidMessage } from '../../core/follow-ups/conversation.ts';
import { settlesWithin } from '../late.ts';
import { namesOf } from '../speakers.ts';
import type { SlackClient } from './client.ts';
import { readText } from './mrkdwn.ts';
import { person } from './parsed.ts';
import { quietly } from './ways.ts';

type Asked = { workspace: string; thread: { channel: string; ts: string } };

type Message = Awaited<ReturnType<SlackClient['replies']>>['messages'][number];

/** What of the thread came in time, under the names that came in time; `unread` where the bot may not read it. */
export async function readThread(
  client: SlackClient,
  { workspace, thread, withinMs }: Asked & { withinMs: number },
): Promise<SharedThread> {
  const address = ['slack', workspace, thread.channel, thread.ts].join(' ');
  let names = new Map<string, string>();
  const read: { messages: Message[]; isWhole: boolean } = { messages: [], isWhole: false };
  const ended = { isLate: false };
  const reading = (async () => {
    let cursor: string | undefined;
    do {
      const page = await client.replies(thread, cursor);
      if (ended.isLate) {
        return;
      }
      read.messages.push(...page.messages);
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
