import type { Core } from '../core/context.ts';
import { SECTIONS } from '../core/today/today.ts';
import type { InboundEvent, Reply } from './contract.ts';
import { listCard } from './lists.ts';

/** What was done on the person's own page is told there, above the page as it then is. */
export async function onHome(core: Core, event: InboundEvent, reply: Reply): Promise<Reply> {
  if (!event.onHome || reply.kind !== 'card' || !reply.inPlace || isPage(event)) {
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

/** Such an answer is the page already: the day, or a section of it. */
function isPage(event: InboundEvent): boolean {
  const list = event.kind === 'press' ? event.input.list : event.kind === 'submit' ? event.hidden.list : undefined;
  const isTurned = event.kind === 'press' && event.command === 'today.show';
  return isTurned || list === 'today' || SECTIONS.some((section) => section === list);
}
