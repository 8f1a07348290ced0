import type { Core } from '../core/context.ts';
import { DomainError } from '../core/errors.ts';
import { archiveForm, isWhole, toArchive } from './archive-form.ts';
import type { InboundEvent, ThreadRef } from './contract.ts';
import type { Invocation } from './invocation.ts';
import type { Asked } from './read-event.ts';
import type { TakenIn } from './take-in.ts';
import { withTold } from './with-told.ts';

const ARCHIVE = 'conversation.archive';

/** What was asked needs what people said here: that is read outside the transaction, then the event is begun anew. */
export class ThreadWanted extends Error {
  override readonly name = 'ThreadWanted';
  readonly thread: ThreadRef;

  constructor(thread: ThreadRef) {
    super('a conversation is to be read');
    this.thread = thread;
  }
}

/**
 * Whoever says in a conversation that it is to be archived means what was said there (R39): done at once where he names
 * the customer, asked on the form of the message action where he does not. Throws ThreadWanted until it was read.
 */
export async function withMeantThread(
  core: Core,
  { thread, told, text, place }: Extract<InboundEvent, { kind: 'line' | 'message' }>,
  asked: Asked,
  taken: TakenIn,
): Promise<Asked> {
  // What somebody forwards to the bot alone is to be kept, whatever he says with it that is nothing to do.
  if (told && 'said' in told && place.direct && 'reply' in asked) {
    return { reply: { kind: 'form', card: await archiveForm(core, told, { text }) } };
  }
  const archive = 'invocations' in asked ? asked.invocations.find(isOfThread) : undefined;
  if (!archive && told && 'said' in told && 'invocations' in asked) {
    return { ...asked, invocations: await withTold(core, asked.invocations, told) };
  }
  if (!archive || !(thread || told) || !('invocations' in asked)) {
    return asked;
  }
  const read = told ?? taken.thread;
  if (!read && thread) {
    throw new ThreadWanted(thread);
  }
  if (!read || 'unread' in read) {
    throw new DomainError('bad_input', 'a conversation that could not be read', {
      say: {
        en: 'I could not read what was said here. Add me to this chat, or paste the words with “archive”.',
        zh: '我读不到这里的对话。请先把我加入这个群，或用“归档对话”粘贴原文。',
      },
    });
  }
  const { customer, summary } = archive.input;
  if (asked.invocations.length === 1 && (customer === undefined || !isWhole(read))) {
    const given = { customer: wordsOf(customer), summary: wordsOf(summary) };
    return { reply: { kind: 'form', card: await archiveForm(core, read, given) } };
  }
  const kept = await toArchive(core, read);
  return {
    ...asked,
    invocations: asked.invocations.map((each) =>
      each === archive ? { ...each, input: { ...kept, ...each.input } } : each,
    ),
  };
}

function isOfThread({ command, input: { words, kept } }: Invocation): boolean {
  return command === ARCHIVE && words === undefined && kept === undefined;
}

function wordsOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
