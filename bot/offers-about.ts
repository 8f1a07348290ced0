import { hasRole } from '../core/actor.ts';
import type { Core } from '../core/context.ts';
import type { Button } from './cards/card.ts';
import { commandNamed } from './commands/index.ts';
import type { Invocation } from './invocation.ts';
import { mentionsIn } from './language/index.ts';
import { lookUpNames } from './look-up.ts';
import { choices } from './pending.ts';

/** What is most often meant when somebody names a record, the note being what was said. */
const OF_CUSTOMER = (customer: string, note: string): Offer[] => [
  { command: 'customer.show', input: { customer } },
  { command: 'follow-up.log', input: { customer, note } },
  { command: 'opportunity.show', input: { opportunity: customer } },
  { command: 'opportunity.open', input: { customer } },
  { command: 'ticket.open', input: { customer } },
];
const OF_LEAD = (lead: string, note: string): Offer[] => [
  { command: 'lead.show', input: { lead } },
  { command: 'lead.log', input: { lead, note } },
  { command: 'lead.convert', input: { lead } },
];

type Offer = Pick<Invocation, 'command' | 'input'>;

/** For a sentence that was not understood but names one customer or lead: what this person may do about it, a press each. */
export async function offersAbout(core: Core, said: string): Promise<{ name: string; buttons: Button[] } | undefined> {
  const [mention, another] = await mentionsIn(said, (keys) => lookUpNames(core, keys));
  if (!mention || another) {
    return undefined;
  }
  const of = mention.kind === 'lead' ? OF_LEAD : OF_CUSTOMER;
  const offers = of(mention.name, said).filter(({ command }) => hasRole(core.actor, commandNamed(command).allow));
  const buttons = await choices(
    core,
    offers.map((offer): Invocation[] => [{ ...offer, via: 'language' }]),
    offers.map(({ command }) => commandNamed(command).summary[core.actor.locale]),
  );
  return { name: mention.name, buttons };
}
