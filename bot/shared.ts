import type { Core } from '../core/context.ts';
import { dayIn } from '../core/days.ts';
import { fitting, type SaidMessage } from '../core/follow-ups/conversation.ts';
import { findConversations } from '../core/follow-ups/find-conversation.ts';
import { keepPending } from '../core/pending-actions.ts';
import type { Text } from '../core/text.ts';
import type { Card } from './cards/card.ts';
import { commandNamed } from './commands/index.ts';
import type { InboundEvent } from './contract.ts';
import { toForm } from './derive/form.ts';
import { mentionsIn, readSentence } from './language/index.ts';
import { lookUpNames } from './look-up.ts';
import { toldConversation } from './views/conversation.ts';
import { viewer } from './views/viewer.ts';

type Shared = Extract<InboundEvent, { kind: 'shared' }>;

/** Room for who said it and where, within what a note takes. */
const LONGEST = 9_000;

const SUMMARY = 120;
/** What the customer is looked for in: characters. */
const READ = 2_000;

const UNREAD: Text = {
  en: 'This one message only: I could not read the rest of its thread. Add me to the channel, then try again.',
  zh: '目前只有这一条消息，我读不到整段对话。请先把我加入频道，再试一次。',
};
const NOTHING: Text = {
  en: 'I could not read what was forwarded. Write it here in your words, or paste it with “archive”.',
  zh: '我没能读取转发的内容。请在这里写下要点，或用“归档对话”粘贴原文。',
};
const CUT: Text = {
  en: 'The thread is long: these are its first messages.',
  zh: '对话较长，这里是前面的部分。',
};

/**
 * A message somebody picked, as a follow-up to be put on record, with the whole thread it stands in where that was read:
 * what was said stands word for word (R39).
 */
export async function sharedForm(core: Core, shared: Shared): Promise<Card> {
  const { thread, text, author, at } = shared;
  if (thread && 'said' in thread && (thread.said.length > 1 || text.trim() === '')) {
    return archiveForm(core, shared, thread);
  }
  if (text.trim().length > LONGEST) {
    const said = [{ id: '1', author: author ?? null, at: at ?? null, text: text.trim() }];
    return archiveForm(core, shared, { address: shared.link ?? '', said, isCut: false });
  }
  return logForm(core, shared);
}

async function logForm(core: Core, { text, author, at, link, thread }: Shared): Promise<Card> {
  const { actor } = core;
  const { customer, kind, nextStep, nextOn } = await readLogged(core, text);
  const said = text.trim();
  const note = [author ? `${author}: ${said}` : said, link].filter(Boolean).join('\n') || undefined;
  const on = at === undefined ? undefined : dayIn(new Date(at), actor.timeZone);
  return toForm(commandNamed(LOG), actor.locale, {
    known: { customer, note, kind, on, nextStep, nextOn },
    preview: said === '' ? [NOTHING[actor.locale]] : thread && 'unread' in thread ? [UNREAD[actor.locale]] : [],
  });
}

async function archiveForm(
  core: Core,
  { text }: Shared,
  { address, said, isCut }: { address: string; said: SaidMessage[]; isCut: boolean },
): Promise<Card> {
  const { locale } = core.actor;
  const [known] = address ? await findConversations(core, address) : [];
  const kept = fitting(said);
  const first = said.find((each) => each.text.trim() !== '')?.text ?? '';
  const customer = known?.customerName ?? (await customerIn(core, [text, ...said.map((each) => each.text)].join('\n')));
  return toForm(commandNamed('conversation.archive'), locale, {
    known: {
      customer,
      summary: known?.note ?? clipped(first),
      kept: await keepPending(core, { ...(address ? { thread: address } : {}), said: kept }),
    },
    unseen: ['words'],
    preview: [toldConversation(kept, viewer(core)), ...(isCut || kept.length < said.length ? [CUT[locale]] : [])],
  });
}

/** The one customer that is named in so much of it; of several none is meant. */
async function customerIn(core: Core, words: string): Promise<string | undefined> {
  const mentions = await mentionsIn(words.slice(0, READ), (keys) => lookUpNames(core, keys));
  const names = new Set(mentions.flatMap(({ kind, name }) => (kind === 'customer' ? [name] : [])));
  return names.size === 1 ? [...names][0] : undefined;
}

/** What a follow-up's form would hold of these words. */
async function readLogged(core: Core, text: string): Promise<Readonly<Record<string, unknown>>> {
  const { today, actor, org } = core;
  const reading = await readSentence(
    text,
    { today, locale: actor.locale, currency: org.currency },
    { lookUp: (keys) => lookUpNames(core, keys) },
  );
  const logged = reading.kind === 'invocations' ? reading.invocations.find((each) => each.command === LOG) : undefined;
  return logged?.input ?? {};
}

function clipped(text: string): string | undefined {
  const line = text.trim().split('\n')[0] ?? '';
  const letters = [...line];
  return letters.length > SUMMARY ? `${letters.slice(0, SUMMARY).join('')}…` : line || undefined;
}

const LOG = 'follow-up.log';
