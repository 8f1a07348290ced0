import { hasRole } from '../core/actor.ts';
import type { Core } from '../core/context.ts';
import type { Button } from './cards/card.ts';
import type { Command } from './command.ts';
import { commandNamed } from './commands/index.ts';
import { commandsByTitle } from './derive/by-title.ts';
import { nearestCommands } from './derive/read-line.ts';
import { type Named, type SaidRecord, type Topic, topicsOf, valuesIn } from './language/index.ts';
import { namePort } from './look-up.ts';
import { choices } from './pending.ts';
import { isAbout, prefilled } from './prefilled.ts';

/** What is most often meant when somebody names a record, whatever else he says of it. */
const USUAL: Readonly<Record<SaidRecord['kind'], readonly Topic[]>> = {
  customer: [
    { command: 'customer.show' },
    { command: 'follow-up.log', words: 'note' },
    { command: 'opportunity.show' },
    { command: 'opportunity.open' },
    { command: 'ticket.open' },
  ],
  lead: [{ command: 'lead.show' }, { command: 'lead.log', words: 'note' }, { command: 'lead.convert' }],
  deal: [{ command: 'opportunity.show' }, { command: 'opportunity.advance' }, { command: 'opportunity.change' }],
};

/** A glance takes in no more. */
const OFFERED = 5;
const GUESSED = 3;

export type Offers = { name: string | undefined; buttons: Button[] };

/** For a sentence that was not understood: what this person may have meant by its words, and may do about what it names, a press each. */
export async function offersAbout(
  core: Core,
  said: string,
  { named }: { named?: Named | undefined } = {},
): Promise<Offers | undefined> {
  const { today, actor, org } = core;
  const context = { today, locale: actor.locale, currency: org.currency, ...(named ? { named } : {}) };
  const values = await valuesIn(said, context, namePort(core));
  const [first, another] = values.records;
  const mention = another ? undefined : first;
  const usual = mention ? USUAL[mention.kind] : [];
  const may = (command: Command) => hasRole(actor, command.allow) && isAbout(command, first);
  const titles = commandsByTitle(said, may);
  const guessed = [
    ...titles.filter(({ isSaid }) => isSaid).map(({ command }): Topic => ({ command: command.name })),
    ...nearestCommands(said, may).map(({ name }): Topic => ({ command: name })),
    ...topicsOf(said),
    ...titles.map(({ command }): Topic => ({ command: command.name })),
  ].filter(({ command }) => may(commandNamed(command)));
  const once = (topics: readonly Topic[]) => [...new Map(topics.map((topic) => [topic.command, topic])).values()];
  const topics = once([
    ...once(guessed).slice(0, GUESSED),
    ...usual.filter(({ command }) => may(commandNamed(command))),
  ]);
  const offered = topics.slice(0, OFFERED);
  if (offered.length === 0) {
    return undefined;
  }
  const buttons = await choices(
    core,
    offered.map(({ command, words }) => {
      const input = { ...prefilled(commandNamed(command), values), ...(words ? { [words]: said } : {}) };
      // What is but guessed at is shown in its form first.
      return [{ command, input, via: usual.some((each) => each.command === command) ? 'language' : 'guess' }];
    }),
    offered.map(({ command }) => commandNamed(command).summary[actor.locale]),
  );
  return { name: mention?.name, buttons };
}
