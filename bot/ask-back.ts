import type { Core } from '../core/context.ts';
import type { Text } from '../core/text.ts';
import type { Button, Card } from './cards/card.ts';
import type { Reply } from './contract.ts';
import type { Invocation } from './invocation.ts';
import { choices } from './pending.ts';

/** A question back to the person; it needs a transaction to keep what was said until he answers. */
export type Question = (core: Core) => Promise<Reply>;

/** Nothing of a sentence is done until its question is answered: what its earlier parts have written is rolled back. */
export class AskBack extends Error {
  override readonly name = 'AskBack';
  readonly ask: Question;

  constructor(ask: Question) {
    super('a question back');
    this.ask = ask;
  }
}

/** From within a command: nothing is done, and each of the offers is one press that does it. */
export function offerInstead(
  offers: readonly { label: Text; invocations: readonly Invocation[] }[],
  draw: (buttons: Button[], core: Core) => Card,
): AskBack {
  return new AskBack(async (core) => {
    const alternatives = offers.map(({ invocations }) => invocations);
    const labels = offers.map(({ label }) => label[core.actor.locale]);
    return { kind: 'card', card: draw(await choices(core, alternatives, labels), core) };
  });
}
