import type { Core } from '../core/context.ts';
import { dayIn } from '../core/days.ts';
import type { Card } from './cards/card.ts';
import { commandNamed } from './commands/index.ts';
import type { InboundEvent } from './contract.ts';
import { toForm } from './derive/form.ts';
import { readSentence } from './language/index.ts';
import { lookUpNames } from './look-up.ts';

/** Room for who said it and where, within what a note takes. */
const LONGEST = 9_000;

/** A message somebody picked, as a follow-up to be put on record: what was said stands word for word (R39). */
export async function sharedForm(core: Core, shared: Extract<InboundEvent, { kind: 'shared' }>): Promise<Card> {
  const { actor, org, today } = core;
  const { text, author, at, link } = shared;
  const reading = await readSentence(
    text,
    { today, locale: actor.locale, currency: org.currency },
    { lookUp: (keys) => lookUpNames(core, keys) },
  );
  const logged = reading.kind === 'invocations' ? reading.invocations.find((each) => each.command === LOG) : undefined;
  const { customer, kind, nextStep, nextOn } = logged?.input ?? {};
  const said = text.trim().slice(0, LONGEST);
  const note = [author ? `${author}: ${said}` : said, link].filter(Boolean).join('\n') || undefined;
  const on = at === undefined ? undefined : dayIn(new Date(at), actor.timeZone);
  return toForm(commandNamed(LOG), actor.locale, { known: { customer, note, kind, on, nextStep, nextOn } });
}

const LOG = 'follow-up.log';
