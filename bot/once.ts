import type { Core } from '../core/context.ts';
import { isId, newId } from '../core/id.ts';
import { isFormSpent, spendForm } from '../core/pending-actions.ts';
import type { Card, CardNode } from './cards/card.ts';
import type { InboundEvent, Reply } from './contract.ts';

/** Among what a form carries unseen, the form itself; no field has such a name. */
const FORM = '$form';

/** Gives each form a name of its own, which it keeps while it is shown again for what is wrong with it. */
export function named(reply: Reply, event: InboundEvent): Reply {
  if (reply.kind === 'notice') {
    return reply;
  }
  return { ...reply, card: withName(reply.card, nameOf(event) ?? newId()) };
}

function withName(card: Card, name: string): Card {
  return card.body.some(({ type }) => type === 'form')
    ? { ...card, body: card.body.map((node): CardNode => (node.type === 'form' ? nameForm(node, name) : node)) }
    : card;
}

function nameForm(node: Extract<CardNode, { type: 'form' }>, name: string): CardNode {
  return { ...node, form: { ...node.form, hidden: { ...node.form.hidden, [FORM]: name } } };
}

/** What a form carried for its command. */
export function carried({ [FORM]: _name, ...hidden }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return hidden;
}

/** A form that changed something is sent once: pressed twice, or again after an answer that was lost, it does nothing more. */
export async function onceOnly(core: Core, event: InboundEvent): Promise<void> {
  const name = nameOf(event);
  if (name && core.change.hasRows) {
    await spendForm(core, name);
  }
}

/** What fails the second time, because the first has done it, is not told as a failure. */
export async function wasSent(core: Core, event: InboundEvent): Promise<boolean> {
  const name = nameOf(event);
  return name !== undefined && (await isFormSpent(core, name));
}

function nameOf(event: InboundEvent): string | undefined {
  const name = event.kind === 'submit' ? event.hidden[FORM] : undefined;
  return typeof name === 'string' && isId(name) ? name : undefined;
}
