import type { Core } from '../core/context.ts';
import type { InboundEvent, Reply } from './contract.ts';
import { listCard } from './lists.ts';

/** What was done on the person's own page is told there, above the page as it then is. */
export async function onHome(core: Core, event: InboundEvent, reply: Reply): Promise<Reply> {
  if (!event.onHome || reply.kind !== 'card' || !reply.inPlace || listOf(event) === 'today') {
    return reply;
  }
  await core.flush();
  const home = await listCard(core, 'today');
  const { title, body } = reply.card;
  return {
    ...reply,
    card: { ...home, body: [{ type: 'heading', text: title }, ...body, { type: 'divider' }, ...home.body] },
  };
}

/** Such an answer is the page already. */
function listOf(event: InboundEvent): unknown {
  return event.kind === 'press' ? event.input.list : event.kind === 'submit' ? event.hidden.list : undefined;
}
