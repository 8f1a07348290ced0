import { z } from 'zod';
import type { Card } from '../bot/cards/card.ts';
import type { Place } from '../bot/contract.ts';
import { REDRAWN } from '../bot/notices/index.ts';
import { asSystem } from '../core/db/system.ts';
import type { Delivery, Outcome } from '../core/deliveries/delivery.ts';
import type { Chat } from '../core/deliveries/find-recipient.ts';
import { findPostedCard, movePostedCard } from '../core/deliveries/posted-card.ts';
import type { Desk } from './desk.ts';
import { keepInStep } from './keep-in-step.ts';
import { isGone, type Posted, post } from './post.ts';
import { drawAs, recipientOf } from './push.ts';

const subject = z.object({ cardId: z.uuid() });

/**
 * Draws a posted card anew for whoever sees it. One that is no longer there is posted again in the same place, and where
 * that is gone too, in the private conversation he has now.
 */
export async function redrawCard(desk: Desk, delivery: Delivery): Promise<Outcome> {
  const { database, adapters } = desk;
  const { cardId } = subject.parse(delivery.subject);
  const card = await asSystem(database, 'relay', (transaction) => findPostedCard(transaction, cardId));
  const draw = card && REDRAWN[card.subject];
  const adapter = card && adapters.get(card.platform);
  const recipient = card && (await recipientOf(desk, card.userId));
  if (!draw || !adapter || !recipient) {
    return { kind: 'skipped', reason: 'nobody to draw it for' };
  }
  let posted: Posted = {
    place: { platform: card.platform, workspace: card.workspace, address: card.place, direct: true },
    messageId: card.messageId,
  };
  const shown = await keepInStep({
    draw: () => drawAs(desk, recipient.actor, (core) => draw(core, card.subjectId)),
    async put(drawn) {
      try {
        await adapters.get(posted.place.platform)?.update(posted.place, posted.messageId, drawn);
      } catch (error) {
        if (!isGone(error)) {
          throw error;
        }
        posted = await postAgain(desk, {
          place: posted.place,
          chat: recipient.chat,
          card: drawn,
          effectId: delivery.id,
        });
        const { place, messageId } = posted;
        await asSystem(database, 'relay', (transaction) =>
          movePostedCard(transaction, { id: cardId, ...place, place: place.address, messageId }),
        );
      }
    },
  });
  return shown ? { kind: 'sent' } : { kind: 'skipped', reason: 'not visible to this person' };
}

async function postAgain(
  desk: Desk,
  { place, chat, card, effectId }: { place: Place; chat: Chat | undefined; card: Card; effectId: string },
): Promise<Posted> {
  const here = desk.adapters.get(place.platform);
  const there = chat && desk.adapters.get(chat.platform);
  try {
    if (here) {
      return { place, ...(await here.send(place, card, { effectId })) };
    }
  } catch (error) {
    if (!isGone(error) || !there) {
      throw error;
    }
  }
  if (!chat || !there) {
    throw new Error(`no platform ${place.platform}`); // it ran a moment ago
  }
  return post(desk, { adapter: there, chat, card, effectId });
}
