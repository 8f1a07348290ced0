// Beside the seven: what a reply comes to in a conversation, the same for an answer now and one that comes later.
import type { Card } from '../../bot/cards/card.ts';
import type { InboundEvent, Reply } from '../../bot/contract.ts';
import type { Conversations, Message } from './client.ts';
import type { Look } from './looks/look.ts';
import { renderCard } from './render.ts';
import type { BodyView } from './wire.ts';

type Answered = {
  message?: Message;
  window?: Card;
  /** For the window that was submitted and stays open. */
  trouble?: string;
};

/**
 * `hasWindow`: the person's client waits and can open one, as Slack can with a trigger. Without, a form stands in the
 * conversation. `key` names the answer, so that a repeated request is not answered twice.
 */
export function answerWith(
  { conversations, looks }: { conversations: Conversations; looks: readonly Look[] },
  { event, reply, hasWindow, key }: { event: InboundEvent; reply: Reply; hasWindow: boolean; key?: string },
): Answered {
  const { place, sender, source } = event;
  const { address } = place;
  const asker = place.direct ? undefined : sender.externalId;
  const acted = source && conversations.list(address).find(({ id }) => id === source.messageId);
  const isInlineForm = event.kind === 'submit' && acted?.body.kind === 'card' && acted.body.hasForm;

  switch (reply.kind) {
    case 'notice':
      if (hasWindow && event.kind === 'submit' && reply.tone === 'bad') return { trouble: reply.text };
      return post(reply, asker);
    case 'form':
      if (hasWindow) return { window: reply.card };
      return isInlineForm ? redraw(reply.card, asker) : post(renderCard(reply.card, looks), asker);
    case 'card': {
      const only = reply.audience === 'place' ? undefined : asker;
      // A form that was submitted has done its work: what came of it takes its place.
      if (reply.inPlace || (isInlineForm && acted.only === only)) return redraw(reply.card, only);
      return post(renderCard(reply.card, looks), only);
    }
  }

  function post(body: BodyView, only: string | undefined): Answered {
    const message = conversations.post({ conversation: address, body, only, ...(key === undefined ? {} : { key }) });
    return { message };
  }

  /** Another message where the one acted on is gone. */
  function redraw(card: Card, only: string | undefined): Answered {
    const body = renderCard(card, looks);
    const message = acted && conversations.redraw(address, acted.id, body);
    return message ? { message } : post(body, only);
  }
}
