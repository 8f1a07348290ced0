// A file of Slack’s own: messages that somebody forwards stand in the new one as attachments, never in its words (R39).
// What is forwarded is all that is read: whoever forwards it need not be where it was said.

import { z } from 'zod';
import type { SharedThread } from '../../bot/contract.ts';
import type { SaidMessage } from '../../core/follow-ups/conversation.ts';
import { fileShape, toFiles } from './files.ts';
import { readText } from './mrkdwn.ts';

const maybe = z.string().nullish();

/** Links that Slack unfolds are attachments as well; only what was forwarded is marked as such. */
export const attachmentShape = z.looseObject({
  is_share: z.boolean().nullish(),
  text: maybe,
  fallback: maybe,
  author_name: maybe,
  author_subname: maybe,
  author_id: maybe,
  channel_id: maybe,
  ts: z.union([z.string(), z.number()]).nullish(),
  from_url: maybe,
  files: z.array(fileShape).nullish(),
});

type Attachment = z.output<typeof attachmentShape>;
type Told = Extract<SharedThread, { said: unknown }>;

export type Forwarded = {
  told: Told | undefined;
  link: string | undefined;
  files: ReturnType<typeof toFiles>;
};

/** What was forwarded along with a message; what the bot itself said is left out. */
export function readForwarded(
  attachments: readonly Attachment[] | null | undefined,
  { workspace, botUserId }: { workspace: string; botUserId: string | undefined },
): Forwarded {
  const shared = (attachments ?? []).filter(
    (each) => each.is_share && (!each.author_id || each.author_id !== botUserId),
  );
  const said = shared.flatMap(toSaid);
  const [first] = shared;
  return {
    told: said.length > 0 ? { address: addressOf(first, workspace), said, isCut: false } : undefined,
    link: first?.from_url ?? undefined,
    files: shared.flatMap(({ files }) => toFiles(files)),
  };
}

/** Forwarded without a word: one message is a follow-up, several are a conversation. */
export function toShared({ told, link }: Forwarded) {
  const [only, another] = told?.said ?? [];
  const one =
    only && !another ? { text: only.text, author: only.author ?? undefined, at: only.at ?? undefined } : { text: '' };
  return { ...one, ...(link ? { link } : {}), told };
}

function toSaid(
  { text, fallback, author_name, author_subname, channel_id, ts, files }: Attachment,
  at: number,
): SaidMessage[] {
  // What stands for a message that is only a file are Slack's words, not its author's.
  const written = readText(text || (files?.length ? '' : fallback) || '').trim();
  // Beside words files are named: a conversation holds what was said. Alone they are the files that were sent.
  const words = written && [written, ...(files ?? []).map(({ name }) => `📎 ${name ?? ''}`.trim())].join('\n');
  const seconds = Number(ts ?? Number.NaN);
  return words
    ? [
        {
          id: ts ? String(ts) : `${channel_id ?? ''}#${at}`,
          author: author_name || author_subname || null,
          at: Number.isFinite(seconds) ? new Date(seconds * 1_000).toISOString() : null,
          text: words,
        },
      ]
    : [];
}

/** The thread it was said in, as the archive of that thread is known: forwarded after it was archived, only what is new is added. */
function addressOf(first: Attachment | undefined, workspace: string): string {
  const thread = /[?&]thread_ts=([\d.]+)/u.exec(first?.from_url ?? '')?.[1] ?? first?.ts;
  return first?.channel_id && thread ? ['slack', workspace, first.channel_id, thread].join(' ') : '';
}
