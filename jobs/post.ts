import type { Card } from '../bot/cards/card.ts';
import { type Adapter, type Place, PlatformError } from '../bot/contract.ts';
import { asSystem } from '../core/db/system.ts';
import { type Chat, keepDirectPlace } from '../core/deliveries/find-recipient.ts';
import type { Desk } from './desk.ts';

/** Where a card now stands. */
export type Posted = { place: Place; messageId: string };

/**
 * Posts a card in somebody's private conversation. One that was opened once may be gone since (the app was taken off and
 * put on again, say): then it is opened anew. Throws what the platform throws.
 */
export async function post(
  desk: Desk,
  { adapter, chat, card, effectId }: { adapter: Adapter; chat: Chat; card: Card; effectId: string },
): Promise<Posted> {
  const { platform, workspace, directPlace } = chat;
  if (directPlace) {
    const place = { platform, workspace, address: directPlace, direct: true };
    try {
      return { place, ...(await adapter.send(place, card, { effectId })) };
    } catch (error) {
      if (!isGone(error)) {
        throw error;
      }
    }
  }
  const place = await open(desk, adapter, chat);
  return { place, ...(await adapter.send(place, card, { effectId })) };
}

export function isGone(error: unknown): boolean {
  return error instanceof PlatformError && error.code === 'gone';
}

async function open({ database }: Desk, adapter: Adapter, chat: Chat): Promise<Place> {
  const { identityId, platform, workspace, externalId } = chat;
  const place = await adapter.direct({ platform, workspace, externalId });
  await asSystem(database, 'relay', (transaction) =>
    keepDirectPlace(transaction, { identityId, address: place.address }),
  );
  return place;
}
