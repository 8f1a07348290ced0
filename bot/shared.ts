import type { Core } from '../core/context.ts';
import { dayIn } from '../core/days.ts';
import type { Text } from '../core/text.ts';
import { archiveForm, customerIn } from './archive-form.ts';
import type { Card } from './cards/card.ts';
import { commandNamed } from './commands/index.ts';
import type { InboundEvent } from './contract.ts';
import { toForm } from './derive/form.ts';
import { readSentence } from './language/index.ts';
import { namePort } from './look-up.ts';
import type { TakenIn } from './take-in.ts';

type Shared = Extract<InboundEvent, { kind: 'shared' }>;

/** Room for who said it and where, within what a note takes. */
const LONGEST = 9_000;

const UNREAD: Text = {
  en: 'This one message only: I could not read the rest of its thread. Add me to the channel, then try again.',
  zh: '目前只有这一条消息，我读不到整段对话。请先把我加入频道，再试一次。',
};
const NOTHING: Text = {
  en: 'I could not read what was forwarded. Write it here in your words, or paste it with “archive”.',
  zh: '我没能读取转发的内容。请在这里写下要点，或用“归档对话”粘贴原文。',
};

/**
 * A message somebody picked, as a follow-up to be put on record, with the whole thread it stands in where that was read:
 * what was said stands word for word (R39).
 */
export async function sharedForm(core: Core, shared: Shared, taken: TakenIn): Promise<Card> {
  const { text, at } = shared;
  const { thread, author } = taken;
  if (thread && 'said' in thread && (thread.said.length > 1 || text.trim() === '')) {
    return archiveForm(core, thread, { text });
  }
  if (text.trim().length > LONGEST) {
    const said = [{ id: '1', author: author ?? null, at: at ?? null, text: text.trim() }];
    return archiveForm(core, { address: shared.link ?? '', said, isCut: false });
  }
  return logForm(core, shared, taken);
}

async function logForm(core: Core, { text, at, link }: Shared, { thread, author }: TakenIn): Promise<Card> {
  const { actor } = core;
  const { customer = await customerIn(core, text), kind, nextStep, nextOn } = await readLogged(core, text);
  const said = text.trim();
  const note = [author ? `${author}: ${said}` : said, link].filter(Boolean).join('\n') || undefined;
  const on = at === undefined ? undefined : dayIn(new Date(at), actor.timeZone);
  return toForm(commandNamed(LOG), actor.locale, {
    known: { customer, note, kind, on, nextStep, nextOn },
    preview: said === '' ? [NOTHING[actor.locale]] : thread && 'unread' in thread ? [UNREAD[actor.locale]] : [],
  });
}

/** What a follow-up's form would hold of these words. */
async function readLogged(core: Core, text: string): Promise<Readonly<Record<string, unknown>>> {
  const { today, actor, org } = core;
  const reading = await readSentence(text, { today, locale: actor.locale, currency: org.currency }, namePort(core));
  const logged = reading.kind === 'invocations' ? reading.invocations.find((each) => each.command === LOG) : undefined;
  return logged?.input ?? {};
}

const LOG = 'follow-up.log';
