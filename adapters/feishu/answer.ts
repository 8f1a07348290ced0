// A file of Feishu’s own: which of Feishu's ways a reply takes. It cannot whisper in a group, so what is for one person goes to
// his private chat (R104), and a card is the same for all who see it.

import type { Card } from '../../bot/cards/card.ts';
import type { Reply } from '../../bot/contract.ts';
import { firstOf } from '../first-of.ts';
import { clip, WORKING } from '../words.ts';
import type { FeishuCard } from './card.ts';
import type { Content, FeishuClient } from './client.ts';
import type { Accepted } from './event.ts';
import { TOAST } from './limits.ts';
import { readAddress, type Spot, type Where } from './wire.ts';

export type Asked = Pick<Accepted, 'event' | 'origin'>;

/** The response to a press: an empty one changes nothing. */
export type Ack = {
  toast?: { type: 'info' | 'success' | 'error'; content: string };
  card?: { type: 'raw'; data: FeishuCard };
};

/** A card as it is sent, its pictures uploaded. */
export type Draw = (card: Card, place: { where: Where; workspace: string }) => Promise<FeishuCard>;

export type Hand = { client: FeishuClient; draw: Draw };

/** Answers a press while its request is open. */
export async function answerNow(hand: Hand, asked: Asked, reply: Reply | undefined): Promise<Ack> {
  if (!reply) {
    return {};
  }
  if (reply.kind === 'notice') {
    return toast(reply.text, reply.tone === 'bad' ? 'error' : 'info');
  }
  if (isPrivate(asked, reply)) {
    await whisper(hand, asked, reply.card);
    return reply.aside ? toast(reply.aside, 'info') : {};
  }
  const card = await drawFor(hand, asked, reply.card);
  if (redraws(asked, reply)) {
    return { card: { type: 'raw', data: card } };
  }
  await tell(hand, asked, { card });
  return {};
}

/** Says that it is still being done; the answer follows through `answerLater`. */
export function answerWorking(): Ack {
  return toast(WORKING, 'info');
}

/** Answers when no request is open: events acknowledged before, late or replayed ones. */
export async function answerLater(hand: Hand, asked: Asked, reply: Reply): Promise<void> {
  if (isPrivate(asked, reply)) {
    await (reply.kind === 'notice' ? post(hand, asked, { text: reply.text }) : whisper(hand, asked, reply.card));
    // A press has had its own short word.
    if (reply.aside && asked.event.source === undefined) {
      await tell(hand, asked, { text: reply.aside }, 'aside');
    }
    return;
  }
  if (reply.kind === 'notice') {
    return tell(hand, asked, { text: reply.text });
  }
  const card = await drawFor(hand, asked, reply.card);
  return redraws(asked, reply) ? redraw(hand, asked, card) : tell(hand, asked, { card });
}

/** Among others, what is not for all of them. */
function isPrivate({ origin }: Asked, reply: Reply): boolean {
  return !origin.direct && !(reply.kind === 'card' && reply.audience === 'place');
}

/** A form gives way to what came of it, and to itself with the reasons beside its fields. */
function redraws({ event, origin }: Asked, reply: Exclude<Reply, { kind: 'notice' }>): boolean {
  return (
    origin.messageId !== undefined && (event.kind === 'submit' || (reply.kind === 'card' && reply.inPlace === true))
  );
}

/** Changes the card that was acted on, or posts another where it is gone. */
async function redraw(hand: Hand, asked: Asked, card: FeishuCard): Promise<void> {
  const { messageId = '' } = asked.origin;
  return firstOf([() => hand.client.patch(messageId, card), () => tell(hand, asked, { card })]);
}

/** To the one who asked, in his private chat. */
async function whisper(hand: Hand, asked: Asked, card: Card): Promise<void> {
  return post(hand, asked, { card: await drawFor(hand, asked, card, { direct: true }) });
}

function post({ client }: Hand, { event, origin }: Asked, content: Content): Promise<void> {
  const spot: Spot = { type: 'open_id', id: event.sender.externalId };
  return client.post(spot, content, `${origin.key} privately`).then(() => undefined);
}

/** Where it was asked: as a reply among others, and where that is not possible as a message. */
function tell({ client }: Hand, { origin }: Asked, content: Content, part = 'answer'): Promise<void> {
  const spot = readAddress(origin.address);
  const { replyTo } = origin;
  const key = `${origin.key} ${part}`;
  return firstOf([
    ...(replyTo ? [() => client.reply(replyTo, content, { key, inThread: spot.root !== undefined })] : []),
    () => client.post(spot, content, key),
  ]);
}

function toast(content: string, type: NonNullable<Ack['toast']>['type']): Ack {
  return { toast: { type, content: clip(content.trim(), TOAST) || '–' } };
}

function drawFor(
  { draw }: Hand,
  { event, origin: { direct, address } }: Asked,
  card: Card,
  where: Where = { direct, root: readAddress(address).root },
): Promise<FeishuCard> {
  return draw(card, { where, workspace: event.place.workspace });
}
