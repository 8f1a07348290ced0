import type { Readable } from 'node:stream';
import type { SaidMessage } from '../core/follow-ups/conversation.ts';
import type { Card, Option } from './cards/card.ts';

/** What the bot and a chat platform know of each other. Nothing here belongs to one platform. */

/** Where to answer. `address` is the adapter's own encoding; nobody else looks inside. */
export type Place = {
  platform: string;
  workspace: string;
  address: string;
  /** True where only this person and the bot read. */
  direct: boolean;
};

/** Somebody as the platform knows him. */
export type Sender = { platform: string; workspace: string; externalId: string };

/** What the platform tells of a person, for linking and for letting in. */
export type Profile = { name: string; email?: string; locale?: string; timeZone?: string };

/** A file somebody sent, as his platform names it. Its bytes are fetched after the event is acknowledged. */
export type FileRef = {
  /** The platform's own name of it, the same when the event comes again. */
  id: string;
  name: string;
  /** As far as the platform says. */
  bytes?: number | undefined;
  /** What its adapter fetches it by; nobody else looks inside, and nobody logs it. */
  handle: string;
};

/** What a message stands beneath: the messages it answers, and whether its place is a thread of its own. */
export type Beneath = { messages: readonly string[]; isThread: boolean };

/** Where somebody is, by his own choosing: in degrees, and as the platform's map calls it. */
export type SentLocation = { latitude: number; longitude: number; name?: string | undefined };

/** A conversation on its platform. It is read while the event is handled, never before that is on record. */
export type ThreadRef = {
  /** What its adapter reads it by; nobody else looks inside. */
  handle: string;
  /** How long whoever asked for it can wait. */
  withinMs: number;
};

/** What may come with words. */
type Sending = {
  files?: readonly FileRef[] | undefined;
  beneath?: Beneath | undefined;
  location?: SentLocation | undefined;
  /** What people said to each other where it is said, or in what it answers. */
  thread?: ThreadRef | undefined;
  /** What others said, and came along: it was forwarded or quoted. It is meant before `thread` is. */
  told?: SharedThread | undefined;
};

/** A conversation as its platform gave it in time; `unread` where it gave nothing, `isCut` where there is more of it. */
export type SharedThread = { address: string } & ({ said: SaidMessage[]; isCut: boolean } | { unread: true });

type Envelope = {
  sender: Sender;
  place: Place;
  /** The address the sender can be written to at from now on, of platforms that cannot be asked for it at any time. */
  reachableAt?: string;
  /** The message a press or submit came from, where it can be redrawn. */
  source?: { messageId: string };
  /** It was done on the person's own page (`home`): an answer in place is that page again. */
  onHome?: true;
};

export type InboundEvent = Envelope &
  (
    | /** Words after a slash command. */ ({ kind: 'line'; text: string } & Sending)
    | /** A message to the bot, its mention taken off; without words where it is a file or a location alone. */ ({
        kind: 'message';
        text: string;
      } & Sending)
    | /** A pressed button. */ { kind: 'press'; command: string; input: Readonly<Record<string, unknown>> }
    | /** A submitted form: what was typed, and what the form carried. */ {
        kind: 'submit';
        command: string;
        hidden: Readonly<Record<string, unknown>>;
        values: Readonly<Record<string, string>>;
        /** What was put into its file fields, by field. */
        files?: Readonly<Record<string, readonly FileRef[]>> | undefined;
      }
    | /** The bot was opened or added. */ { kind: 'joined' }
    | /** A page of one's own inside the platform was opened; the answer is its content. */ { kind: 'home' }
    | /** Somebody picked a message, his own or a colleague's, to have it put on record (R39). */ {
        kind: 'shared';
        text: string;
        /** Who wrote it, by name where that is told, else as the platform knows him. */
        author?: string | undefined;
        authorId?: string;
        /** ISO 8601, when it was written. */
        at?: string | undefined;
        link?: string;
        /** The conversation it stands in. */
        thread?: ThreadRef;
        told?: SharedThread | undefined;
      }
  );

/** Asked while somebody types or looks, answered at once, never recorded: it changes nothing. */
export type Lookup = { sender: Sender; query: string } & (
  | { kind: 'options' /** An input's `source`. */; source: string }
  | { kind: 'records' }
  | {
      kind: 'linked' /** Somebody passed on the link of the record with the id `query`: what may be shown beside it. */;
      source: string;
    }
  | {
      kind: 'view' /** A shared card drawn by a press of its `ownView`, which Teams makes for whoever looks at it. */;
      command: string;
      input: Readonly<Record<string, unknown>>;
    }
);

/** `card` is what is put into the conversation when it is chosen. */
export type Found = Option & { detail?: string; card?: Card };

export type Audience = 'asker' | 'place';

export type Reply = {
  /** Where only the asker may read it and the platform cannot whisper: what is said in the open instead (R104). */
  aside?: string;
} & (
  | {
      kind: 'card';
      card: Card;
      /** In a channel: for the one who asked, as it is unless said, or for whoever is there. */
      audience?: Audience;
      /** Redraw the card the press came from instead of posting another. */
      inPlace?: boolean;
      /** What one could say next, for platforms that offer such things to be pressed. */
      suggestions?: string[];
    }
  | /** A form: a window where the platform has one and a trigger for it, else inline. Errors stand at its inputs. */ {
      kind: 'form';
      card: Card;
    }
  | /** One line for the one who acted, nothing posted. */ { kind: 'notice'; text: string; tone: 'info' | 'bad' }
);

export type Sent = { messageId: string };

/** Fetches the bytes of a file that came with an event. Throws PlatformError. */
export type Download = (file: FileRef) => Promise<Readable>;

/** What the bot may ask the platform an event came from, while it handles it. */
export type Reach = {
  download?: Download | undefined;
  readThread?: ((thread: ThreadRef) => Promise<SharedThread>) | undefined;
  /** What somebody there is called; undefined where that is not told soon. */
  nameOf?: ((externalId: string) => Promise<string | undefined>) | undefined;
};

/** What the bot needs from a chat platform once it runs. Everything else about it stays in its folder. */
export interface Adapter {
  readonly platform: string;
  /** Answers an event outside its HTTP response: events acknowledged before, late or replayed ones. Gives the message it became, where it lasts. */
  answer(event: InboundEvent, reply: Reply): Promise<Sent | undefined>;
  /** Posts a card. `effectId` names the effect, for platforms that drop a second one of the same id. */
  send(place: Place, card: Card, options: { effectId: string }): Promise<Sent>;
  /** Redraws a card already posted. Throws PlatformError `gone` when it is no longer there. */
  update(place: Place, messageId: string, card: Card): Promise<void>;
  /** The private conversation with a person, opened if need be. */
  direct(person: Sender): Promise<Place>;
  /** Throws PlatformError; undefined when the platform does not know the person. */
  profile(person: Sender): Promise<Profile | undefined>;
  /**
   * The company's own people who have this e-mail here, as far as the platform vouches for it; none when nobody has.
   * Left out where a platform cannot be asked. Throws PlatformError.
   */
  findByEmail?(email: string): Promise<Sender[]>;
  /** The bytes of a file somebody sent, as they come. Left out where nobody can send any. Throws PlatformError. */
  download?(file: FileRef, from: Sender): Promise<Readable>;
  /** What people said in a conversation, as far as it comes in time. Left out where a platform gives none. Throws nothing. */
  readThread?(thread: ThreadRef, from: Sender): Promise<SharedThread>;
  /** The event a recorded body holds, for replay after a crash; undefined when it asks for no answer. */
  parse(body: Buffer): InboundEvent | undefined;
}

/** The code of a message that was held back by ourselves, because the platform would refuse it: no try was made. */
export const THROTTLED = 'throttled';

/** A failure of the platform, made only in that platform's errors.ts. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly code: string;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(code: string, options: { retryable: boolean; retryAfterMs?: number; cause?: unknown }) {
    super(code, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs;
  }
}
