import { z } from 'zod';
import { PlatformError } from '../bot/contract.ts';
import { REDRAWN } from '../bot/notices/index.ts';
import { asSystem } from '../core/db/system.ts';
import type { Delivery, Outcome } from '../core/deliveries/delivery.ts';
import { findPostedCard, movePostedCard } from '../core/deliveries/posted-card.ts';
import type { Desk } from './desk.ts';
import { keepInStep } from './keep-in-step.ts';
import { drawAs, recipientOf } from './push.ts';

const subject = z.object({ cardId: z.uuid() });

/** Draws a posted card anew for whoever sees it; one that is no longer there is posted again in the same place. */
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
  const place = { platform: card.platform, workspace: card.workspace, address: card.place, direct: true };
  let { messageId } = card;
  const shown = await keepInStep({
    draw: () => drawAs(desk, recipient.actor, (core) => draw(core, card.subjectId)),
    async put(drawn) {
      try {
        await adapter.update(place, messageId, drawn);
      } catch (error) {
        if (!(error instanceof PlatformError && error.code === 'gone')) {
          throw error;
        }
        const sent = await adapter.send(place, drawn, { effectId: delivery.id });
        messageId = sent.messageId;
        await asSystem(database, 'relay', (transaction) => movePostedCard(transaction, { id: cardId, messageId }));
      }
    },
  });
  return shown ? { kind: 'sent' } : { kind: 'skipped', reason: 'not visible to this person' };
}
