// A file of Feishu’s own: messages somebody forwarded together (合并转发), read where they are kept (R39).
// https://open.feishu.cn/document/server-docs/im-v1/message/get

import type { SharedThread } from '../../bot/contract.ts';
import { MOST_MESSAGES, type SaidMessage } from '../../core/follow-ups/conversation.ts';
import { settlesWithin } from '../late.ts';
import { namesOf } from '../speakers.ts';
import type { FeishuClient, KeptMessage } from './client.ts';
import { readContent } from './content.ts';

/** What was forwarded, as far as it came in time, under the names that came in time; `unread` where the bot may not read it. */
export async function readForwarded(
  client: FeishuClient,
  { messageId, withinMs }: { messageId: string; withinMs: number },
): Promise<SharedThread> {
  const address = `feishu ${messageId}`;
  let kept: KeptMessage[] = [];
  let names = new Map<string, string>();
  const reading = (async () => {
    kept = (await client.messages(messageId)).filter(({ upper_message_id }) => upper_message_id);
    const speakers = kept.map(({ sender }) => (sender?.id_type === 'open_id' ? (sender.id ?? undefined) : undefined));
    names = await namesOf(speakers, client.profile);
  })();
  await settlesWithin(reading, withinMs);
  const [all, known] = [kept, names];
  const said = all.slice(0, MOST_MESSAGES).flatMap((message) => toSaid(message, known));
  return said.length > 0 ? { address, said, isCut: all.length > MOST_MESSAGES } : { address, unread: true };
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
