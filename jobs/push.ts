import type { Card } from '../bot/cards/card.ts';
import { findNotice, REDRAWN } from '../bot/notices/index.ts';
import type { BoundNotice } from '../bot/notices/notice.ts';
import type { Actor } from '../core/actor.ts';
import type { Core } from '../core/context.ts';
import { asSystem } from '../core/db/system.ts';
import type { Delivery, Outcome } from '../core/deliveries/delivery.ts';
import { findRecipient, type Recipient } from '../core/deliveries/find-recipient.ts';
import type { PostedCard } from '../core/deliveries/posted-card.ts';
import { endOfQuiet } from '../core/deliveries/quiet-hours.ts';
import { DomainError } from '../core/errors.ts';
import type { RecordCard } from '../core/files/file-desk.ts';
import { work } from '../core/work.ts';
import type { Desk } from './desk.ts';
import { linkByEmail } from './link-by-email.ts';
import { post } from './post.ts';

/** What a push came to; a card that is to be redrawn says where it is, and whether its subject has changed on the way. */
export type Pushed =
  | Exclude<Outcome, { kind: 'sent' }>
  | { kind: 'sent'; shows?: RecordCard; posted?: Omit<PostedCard, 'id'>; isStale?(): Promise<boolean> };

/** Draws a notice as the person it is for and posts it in his chat. Throws what the platform throws. */
export async function pushNotice(desk: Desk, delivery: Delivery & { userId: string }): Promise<Pushed> {
  const notice = findNotice(delivery.notice, delivery.subject);
  if (!notice) {
    return { kind: 'dead', reason: `no notice ${delivery.notice}` };
  }
  const recipient = await reach(desk, delivery.userId, notice);
  if (!recipient) {
    return { kind: 'skipped', reason: 'no longer active' };
  }
  const quietUntil = endOfQuiet(desk.database.clock.now(), recipient.quiet);
  if (notice.mayWait && quietUntil) {
    return { kind: 'postponed', until: quietUntil };
  }
  const draw = () => drawAs(desk, recipient.actor, (core) => notice.draw(core));
  const card = await draw();
  if (!card) {
    return { kind: 'skipped', reason: 'nothing to say' };
  }
  const adapter = recipient.chat && desk.adapters.get(recipient.chat.platform);
  if (!recipient.chat || !adapter) {
    return { kind: notice.mayBeMissed ? 'skipped' : 'dead', reason: 'no chat with this person' };
  }
  const { place, messageId } = await post(desk, { adapter, chat: recipient.chat, card, effectId: delivery.id });
  const { postedAs } = notice;
  const { platform, workspace, address } = place;
  const shows = card.about ? { shows: { platform, workspace, place: address, messageId, ...card.about } } : {};
  if (!postedAs) {
    return { kind: 'sent', ...shows };
  }
  const posted = { userId: delivery.userId, platform, workspace, place: address, messageId, ...postedAs };
  const isStale = async () => {
    const now = await drawAs(desk, recipient.actor, async (core) =>
      REDRAWN[postedAs.subject]?.(core, postedAs.subjectId),
    );
    return now !== undefined && JSON.stringify(now) !== JSON.stringify(card);
  };
  return { kind: 'sent', ...shows, posted, isStale };
}

/** The recipient; somebody who is in no chat yet is looked for by his e-mail, where a platform can be asked. */
async function reach(desk: Desk, userId: string, notice: BoundNotice): Promise<Recipient | undefined> {
  const recipient = await recipientOf(desk, userId, notice);
  const isNowhere = recipient && !recipient.chat && !notice.notThrough;
  return isNowhere && (await linkByEmail(desk, recipient)) ? recipientOf(desk, userId, notice) : recipient;
}

export function recipientOf(
  { database, adapters, org }: Desk,
  userId: string,
  { notThrough }: { notThrough?: string | undefined } = {},
): Promise<Recipient | undefined> {
  return asSystem(database, 'relay', (transaction) =>
    findRecipient(transaction, { userId, platforms: [...adapters.keys()], org, notThrough }),
  );
}

/** Undefined when there is nothing to draw, or nothing that he may see. */
export async function drawAs(
  { database, org }: Desk,
  actor: Actor,
  draw: (core: Core) => Promise<Card | undefined>,
): Promise<Card | undefined> {
  try {
    return await work(database, { actor, org, origin: { via: 'job', undoable: false } }, draw);
  } catch (error) {
    if (error instanceof DomainError && ['not_found', 'forbidden', 'unknown_person'].includes(error.code)) {
      return undefined;
    }
    throw error;
  }
}
