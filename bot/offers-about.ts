import { hasRole } from '../core/actor.ts';
import type { Core } from '../core/context.ts';
import type { Button } from './cards/card.ts';
import { commandNamed } from './commands/index.ts';
import type { Invocation } from './invocation.ts';
import { mentionsIn, type Topic, topicsOf } from './language/index.ts';
import { lookUpNames } from './look-up.ts';
import { choices } from './pending.ts';

/** What is most often meant when somebody names a record, whatever else he says of it. */
const OF_CUSTOMER: readonly Topic[] = [
  { command: 'customer.show', record: 'customer' },
  { command: 'follow-up.log', record: 'customer', words: 'note' },
  { command: 'opportunity.show', record: 'opportunity' },
  { command: 'opportunity.open', record: 'customer' },
  { command: 'ticket.open', record: 'customer' },
];
const OF_LEAD: readonly Topic[] = [
  { command: 'lead.show', record: 'lead' },
  { command: 'lead.log', record: 'lead', words: 'note' },
  { command: 'lead.convert', record: 'lead' },
];
const OF_DEAL: readonly Topic[] = [
  { command: 'opportunity.show', record: 'opportunity' },
  { command: 'opportunity.advance', record: 'opportunity' },
  { command: 'opportunity.change', record: 'opportunity' },
];

/** Which records the fields of a topic may hold. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  customer: ['customer'],
  lead: ['lead'],
  opportunity: ['customer', 'deal'],
  party: ['customer', 'lead'],
  record: ['customer', 'lead', 'deal'],
  ticket: ['customer'],
};

/** A glance takes in no more. */
const OFFERED = 5;
const GUESSED = 3;

export type Offers = { name: string | undefined; buttons: Button[] };

/** For a sentence that was not understood: what this person may have meant by its words, and may do about what it names, a press each. */
export async function offersAbout(core: Core, said: string): Promise<Offers | undefined> {
  const [first, another] = await mentionsIn(said, (keys) => lookUpNames(core, keys));
  const mention = another ? undefined : first;
  const usual = mention ? { customer: OF_CUSTOMER, lead: OF_LEAD, deal: OF_DEAL }[mention.kind] : [];
  const guessed = topicsOf(said).filter(({ record }) => fits(record, mention?.kind));
  const may = ({ command }: Topic) => hasRole(core.actor, commandNamed(command).allow);
  const topics = [...guessed.filter(may).slice(0, GUESSED), ...usual.filter(may)];
  const offered = [...new Map(topics.map((topic) => [topic.command, topic])).values()].slice(0, OFFERED);
  if (offered.length === 0) {
    return undefined;
  }
  const buttons = await choices(
    core,
    offered.map((topic): Invocation[] => [
      invocationOf(topic, mention?.name, said, usual.includes(topic) || (!topic.record && !topic.words)),
    ]),
    offered.map(({ command }) => commandNamed(command).summary[core.actor.locale]),
  );
  return { name: mention?.name, buttons };
}

/** What takes no record goes with any; what takes one goes without any as well, its form asks. */
function fits(record: string | undefined, kind: string | undefined): boolean {
  return record === undefined || kind === undefined || (HOLDS[record]?.includes(kind) ?? false);
}

/** What is but guessed at is shown in its form first. */
function invocationOf(
  { command, record, words }: Topic,
  name: string | undefined,
  said: string,
  isUsual: boolean,
): Invocation {
  return {
    command,
    input: { ...(record && name ? { [record]: name } : {}), ...(words ? { [words]: said } : {}) },
    via: isUsual ? 'language' : 'guess',
  };
}
