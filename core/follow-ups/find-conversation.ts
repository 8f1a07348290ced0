import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import type { SaidMessage } from './conversation.ts';

export type Conversation = {
  id: string;
  customerId: string;
  customerName: string;
  note: string | null;
  on: Day;
  authorId: string;
  said: SaidMessage[];
  version: number;
};

const CONVERSATION = `SELECT f.id, f.customer_id AS "customerId", c.name AS "customerName", f.note, f.happened_on AS "on",
    f.author_id AS "authorId", f.said, f.version
  FROM seen.follow_ups f JOIN seen.customers c ON c.id = f.customer_id`;

/** What is on record of a thread already, as far as the actor may read it, the oldest first. */
export function findConversations(core: Core, thread: string): Promise<Conversation[]> {
  return core.sql<Conversation>({
    name: 'conversations-of-thread',
    text: `${CONVERSATION} WHERE f.thread = $1 AND f.said IS NOT NULL ORDER BY f.created_at`,
    values: [thread],
  });
}

/**
 * What is on record at a customer of a thread, or of these messages of it wherever they were met, that of the very thread
 * first. Whoever else archives at this customer waits until the transaction ends, so that nothing is kept twice.
 */
export async function holdConversations(
  core: Core,
  { customerId, thread, said }: { customerId: string; thread: string; said: readonly SaidMessage[] },
): Promise<Conversation[]> {
  await core.sql({
    name: 'conversations-hold',
    text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`parley_archive ${customerId}`],
  });
  return core.sql<Conversation>({
    name: 'conversations-with',
    text: `${CONVERSATION} WHERE f.customer_id = $1 AND f.said IS NOT NULL
             AND (f.thread = $2 OR (split_part(f.thread, ' ', 1) = split_part($2, ' ', 1)
               AND EXISTS (SELECT FROM jsonb_array_elements(f.said) m WHERE m ->> 'id' = ANY ($3) OR m ->> 'at' = ANY ($4))))
           ORDER BY f.thread = $2 DESC, f.created_at`,
    values: [customerId, thread, said.map(({ id }) => id), said.flatMap(({ at }) => at ?? [])],
  });
}

/** One by its id, else the last one with a customer. Throws not_found, also where the actor may not read what was said. */
export async function getConversation(
  core: Core,
  { followUpId, customerId }: { followUpId?: string | undefined; customerId?: string | undefined },
): Promise<Conversation> {
  const [found] = followUpId
    ? await core.sql<Conversation>({
        name: 'conversation',
        text: `${CONVERSATION} WHERE f.id = $1 AND f.said IS NOT NULL`,
        values: [followUpId],
      })
    : await core.sql<Conversation>({
        name: 'conversation-last-with',
        text: `${CONVERSATION} WHERE f.customer_id = $1 AND f.said IS NOT NULL ORDER BY f.happened_on DESC, f.created_at DESC LIMIT 1`,
        values: [customerId],
      });
  if (!found) {
    throw new DomainError('not_found', 'no conversation', {
      say: {
        en: 'I find no archived conversation there. To archive one, use “Log as follow-up” on its first message.',
        zh: '没有找到归档的对话，可在对话的消息菜单里选“记为跟进”来归档。',
      },
    });
  }
  return found;
}
