// A file of its own: a delivery that was read, put together the same way whatever it was.

import type { InboundEvent, Lookup, Place, Sender } from '../../bot/contract.ts';
import { digest, OUT_OF_DATE } from '../untrusted.ts';
import type { Activity } from './activity.ts';
import { readAction, readValues, writeAddress } from './wire.ts';

/** How an accepted delivery can be answered while its request is open. */
export type Surface =
  | /** Not at all: it is acknowledged, and answered by a message. */ { kind: 'message' }
  | /** By what the card becomes for this person, or by a toast. */ { kind: 'card' }
  | /** By what the window shows next. */ { kind: 'dialog'; opens: boolean; of: 'task' | 'extension' };

/** Where something was done, with everything there is for answering it. */
export type Origin = Place & {
  /** The message it was done on, where that can be redrawn. */
  messageId?: string | undefined;
  /** It was done on a view of a shared card that this person alone sees. */
  isOwnView: boolean;
  /** The language of his Teams. */
  locale?: string | undefined;
};

export type Accepted = {
  kind: 'accepted';
  workspace: string;
  dedupeKey: string;
  event: InboundEvent;
  origin: Origin;
  surface: Surface;
  /** The conversation whose members the sender is one of: his team's, for a channel. */
  roster: string;
  /** What is recorded in place of the body: what was read of it, the same when it is sent again. */
  record: Buffer;
};

export type Parsed =
  | Accepted
  | {
      kind: 'lookup';
      lookup: Lookup;
      /** A field's choices, what is found to be inserted, or a shared card as it is for whoever looks at it. */
      into: 'choices' | 'results' | 'view';
    }
  | /** A picture, a voice, a file, with no word beside it. */ { kind: 'wordless'; place: Place }
  | { kind: 'ignored'; what: string }
  | { kind: 'malformed'; reason: string };

/** A press or a submit: what our own action carried, and what was typed beside it. */
export function acted(
  activity: Activity,
  tenant: string,
  { data, surface }: { data: unknown; surface: Surface },
): Accepted {
  const carried = readAction(data);
  const { command, input, fields, isOwnView } = carried ?? { command: OUT_OF_DATE, input: {} };
  const event: What = fields
    ? { kind: 'submit', command, hidden: input, values: readValues(data, fields) }
    : { kind: 'press', command, input };
  return accept(activity, tenant, {
    event,
    surface,
    isOwnView: isOwnView === true,
    isOnMessage: surface.kind !== 'dialog',
  });
}

type Distributed<Event> = Event extends InboundEvent ? Omit<Event, 'sender' | 'place' | 'source'> : never;

/** What happened, without who and where. */
export type What = Distributed<InboundEvent>;

export function accept(
  activity: Activity,
  tenant: string,
  {
    event,
    surface,
    isOwnView = false,
    isOnMessage = false,
  }: { event: What; surface: Surface; isOwnView?: boolean; isOnMessage?: boolean },
): Accepted {
  const place = placeOf(activity, tenant);
  const messageId = isOnMessage ? (activity.replyToId ?? undefined) : undefined;
  const record = Buffer.from(JSON.stringify(activity));
  return {
    kind: 'accepted',
    workspace: tenant,
    // An activity without an id is known by all that is in it.
    dedupeKey: `activity:${digest(`${activity.conversation.id} ${activity.id || record.toString()}`)}`,
    event: {
      ...event,
      sender: senderOf(activity, tenant),
      place,
      ...(place.direct ? { reachableAt: place.address } : {}),
      // What one person alone sees is no message that could be redrawn.
      ...(messageId && !isOwnView ? { source: { messageId } } : {}),
    },
    origin: { ...place, messageId, isOwnView, locale: activity.locale ?? undefined },
    surface,
    roster: activity.channelData?.team?.id ?? activity.conversation.id,
    record,
  };
}

export function senderOf({ from }: Activity, tenant: string): Sender {
  return { platform: 'teams', workspace: tenant, externalId: from.aadObjectId || from.id };
}

export function placeOf({ serviceUrl, conversation, recipient, from }: Activity, tenant: string): Place {
  return {
    platform: 'teams',
    workspace: tenant,
    address: writeAddress({ serviceUrl, conversation: conversation.id, bot: recipient.id, user: from.id }),
    direct: conversation.conversationType === 'personal',
  };
}
