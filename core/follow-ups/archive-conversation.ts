import type { Core } from '../context.ts';
import { dayIn } from '../days.ts';
import { DomainError } from '../errors.ts';
import { fitting, fresh, inOrder, MOST_CHARACTERS, MOST_MESSAGES, type SaidMessage } from './conversation.ts';
import { holdConversations } from './find-conversation.ts';
import { type LoggedFollowUp, logFollowUp } from './log-follow-up.ts';

export type NewConversation = {
  customerId: string;
  /** Its place on its platform, so that the same is known again; none where its words were pasted. */
  thread?: string | undefined;
  said: readonly SaidMessage[];
  summary: string;
};

export type Archived = {
  id: string;
  subject: LoggedFollowUp['subject'];
  note: string;
  said: SaidMessage[];
  /** How many messages are new on record. */
  added: number;
  /** True where a conversation of his own on record was added to. */
  isAddition: boolean;
};

/**
 * Puts a conversation on a customer's record as one follow-up; of one that is there already only what is new is added:
 * to the actor's own, else as a follow-up of his (R39). Throws bad_input where nothing is new.
 */
export async function archiveConversation(
  core: Core,
  { customerId, thread, said, summary }: NewConversation,
): Promise<Archived> {
  const known = thread ? await holdConversations(core, { customerId, thread, said }) : [];
  const recent = fresh(
    said,
    known.flatMap((each) => each.said),
  );
  const own = known.find(({ authorId }) => authorId === core.actor.userId);
  if (recent.length === 0) {
    throw new DomainError('bad_input', `nothing new in ${thread ?? 'what was pasted'}`, {
      say: {
        en: 'All of this conversation is on record already.',
        zh: '这段对话已全部归档，没有新的内容。',
      },
    });
  }
  const whole = inOrder([...(own?.said ?? []), ...recent]);
  if (fitting(whole).length < whole.length) {
    throw new DomainError('bad_input', `a conversation of ${whole.length} messages`, {
      say: {
        en: `That is more than one record holds (${MOST_MESSAGES} messages, ${MOST_CHARACTERS} characters). Paste the part that matters.`,
        zh: `内容超出一条记录的上限（${MOST_MESSAGES} 条消息、${MOST_CHARACTERS} 字），请粘贴重要的部分。`,
      },
    });
  }
  if (own) {
    core.change.update('follow_ups', own.id, { said: whole }, { version: own.version });
    const subject = { entity: 'customer' as const, id: customerId, name: own.customerName };
    return { id: own.id, subject, note: own.note ?? '', said: whole, added: recent.length, isAddition: true };
  }
  const last = recent.flatMap(({ at }) => at ?? []).at(-1);
  const on = last ? dayIn(new Date(last), core.actor.timeZone) : core.today;
  const { id, subject } = await logFollowUp(core, {
    customerId,
    kind: 'message',
    note: summary,
    // A clock of the platform's may be ahead of ours by a moment that is a day.
    on: [on, core.today].sort()[0],
    conversation: { thread: thread ?? null, said: whole },
  });
  return { id, subject, note: summary, said: whole, added: recent.length, isAddition: false };
}
