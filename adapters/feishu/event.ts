// A file of Feishu’s own: what all events have in common, whatever they tell.

import { z } from 'zod';
import type { InboundEvent, Sender } from '../../bot/contract.ts';
import { type Spot, writeAddress } from './wire.ts';

/** What an event's place leaves out: what it is answered to, and under which name, so that nothing is answered twice. */
export type Origin = {
  address: string;
  direct: boolean;
  /** The card that was acted on. */
  messageId?: string | undefined;
  /** The message that is answered. */
  replyTo?: string | undefined;
  key: string;
};

export type Accepted = {
  kind: 'accepted';
  workspace: string;
  dedupeKey: string;
  event: InboundEvent;
  origin: Origin;
  /** A press or a submit is answered in its response, everything else after. */
  isAction: boolean;
  record: Buffer;
};

export type Parsed =
  | Accepted
  | { kind: 'ignored'; what: string }
  /** Something without words: a picture, a voice, a file. */
  | { kind: 'wordless'; what: string; origin: Origin }
  | { kind: 'malformed'; reason: string };

export const id = z.string().min(1);

export const envelope = z.object({
  header: z.object({ event_id: id, event_type: id, app_id: z.string().nullish(), tenant_key: id }),
  event: z.record(z.string(), z.unknown()),
  /** The bot's own open_id, known when the event came and recorded with it. */
  bot: z.string().optional(),
});

type Envelope = z.output<typeof envelope>;
export type Known = Envelope & { record: Buffer };

/** The rest of an accepted event, for all kinds. */
export function accepted(known: Known, event: InboundEvent, origin: Origin): Accepted {
  const { event_id, tenant_key } = known.header;
  const isAction = event.kind === 'press' || event.kind === 'submit';
  return {
    kind: 'accepted',
    workspace: tenant_key,
    dedupeKey: `event:${event_id}`,
    event,
    origin,
    isAction,
    record: known.record,
  };
}

export function originOf({ header }: Envelope, spot: Spot): Origin {
  return { address: writeAddress(spot), direct: spot.type === 'open_id', key: header.event_id };
}

/** `tenant_key` is our own company's, also where somebody of another one writes: open_ids are the app's. */
export function envelopeOf({ header }: Envelope, openId: string, { address, direct, messageId }: Origin) {
  const workspace = header.tenant_key;
  const sender: Sender = { platform: 'feishu', workspace, externalId: openId };
  const place = { platform: 'feishu', workspace, address, direct };
  return { sender, place, ...(messageId ? { source: { messageId } } : {}) };
}
