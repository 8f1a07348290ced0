import type { Core } from '../core/context.ts';
import { fitting, type SaidMessage } from '../core/follow-ups/conversation.ts';
import { findConversations } from '../core/follow-ups/find-conversation.ts';
import { keepPending } from '../core/pending-actions.ts';
import type { Text } from '../core/text.ts';
import type { Card } from './cards/card.ts';
import { commandNamed } from './commands/index.ts';
import { toForm } from './derive/form.ts';
import { mentionsIn } from './language/index.ts';
import { lookUpNames } from './look-up.ts';
import { toldConversation } from './views/conversation.ts';
import { viewer } from './views/viewer.ts';

/** A conversation as it was read. */
export type ReadThread = { address: string; said: SaidMessage[]; isCut: boolean };

/** What somebody has said of it himself. */
type Given = { text?: string; customer?: string | undefined; summary?: string | undefined };

const SUMMARY = 120;
/** What the customer is looked for in: characters. */
const READ = 2_000;

const CUT: Text = {
  en: 'The thread is long: these are its first messages.',
  zh: '对话较长，这里是前面的部分。',
};

/** All of it fits on a record. */
export function isWhole({ said, isCut }: ReadThread): boolean {
  return !isCut && fitting(said).length === said.length;
}

/** What an archive is given of a conversation that was read: its words wait, as no button and no form carries so much. */
export async function toArchive(
  core: Core,
  { address, said }: ReadThread,
): Promise<{ summary?: string; kept: string }> {
  const summary = summaryOf(said);
  const kept = await keepPending(core, { ...(address ? { thread: address } : {}), said: fitting(said) });
  return { ...(summary ? { summary } : {}), kept };
}

/** Asks for the customer and a summary alone, with what is known of either, below who spoke and when (R39). */
export async function archiveForm(core: Core, read: ReadThread, given: Given = {}): Promise<Card> {
  const { address, said } = read;
  const [known] = address ? await findConversations(core, address) : [];
  const words = [given.text ?? '', ...said.map((each) => each.text)].join('\n');
  const archive = await toArchive(core, read);
  return toForm(commandNamed('conversation.archive'), core.actor.locale, {
    known: {
      ...archive,
      customer: given.customer ?? known?.customerName ?? (await customerIn(core, words)),
      summary: given.summary ?? known?.note ?? archive.summary,
    },
    unseen: ['words'],
    preview: [toldConversation(fitting(said), viewer(core)), ...(isWhole(read) ? [] : [CUT[core.actor.locale]])],
  });
}

/** The one customer that is named in so much of it; of several none is meant. */
export async function customerIn(core: Core, words: string): Promise<string | undefined> {
  const mentions = await mentionsIn(words.slice(0, READ), (keys) => lookUpNames(core, keys));
  const names = new Set(mentions.flatMap(({ kind, name }) => (kind === 'customer' ? [name] : [])));
  return names.size === 1 ? [...names][0] : undefined;
}

/** The first line that was said. */
function summaryOf(said: readonly SaidMessage[]): string | undefined {
  const [line = ''] = (said.find(({ text }) => text.trim() !== '')?.text ?? '').trim().split('\n');
  const letters = [...line];
  return letters.length > SUMMARY ? `${letters.slice(0, SUMMARY).join('')}…` : line || undefined;
}
