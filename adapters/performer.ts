import type { Bot } from '../bot/bot.ts';
import {
  type Adapter,
  type InboundEvent,
  type Sender as Person,
  type Place,
  PlatformError,
  type Profile,
  type Reach,
  type Reply,
  type Sent,
} from '../bot/contract.ts';
import type { Actor } from '../core/actor.ts';
import { DomainError } from '../core/errors.ts';
import type { RecordRef } from '../core/files/record.ts';
import { InHand } from '../core/inbox/in-hand.ts';
import type { Inbox, Received } from '../core/inbox/inbox.ts';
import type { OpenDelivery } from '../core/inbox/open-delivery.ts';
import type { Log } from '../core/log.ts';
import type { Organisation } from '../core/organisation.ts';
import { settlesWithin } from './late.ts';
import type { Receipt } from './platform.ts';
import { type Tried, toSetback } from './setback.ts';

export type IngressTools = {
  inbox: Inbox;
  bot: Bot;
  org: Organisation;
  log: Log;
  /** Links, lets in or puts off somebody unknown. */
  greet(event: InboundEvent, profile: Profile | undefined): Promise<{ actor: Actor } | { reply: Reply }>;
  /** What whoever is no longer active is told. */
  deactivated(event: InboundEvent): Reply;
  /** Remembers which record a card that was posted shows. */
  rememberCard(card: Place & RecordRef & { messageId: string }): Promise<void>;
};

/** What came of a delivery. One without a reply to give is taken up by a sweep, or is in somebody else's hands. */
export type Performed = { reply: Reply | undefined } | { putOff: unknown } | 'elsewhere';

export type Taken = Tried & { event: InboundEvent; platform: string };

export type Sender = Pick<Received, 'actor' | 'isDeactivated'>;

/** Does what deliveries ask for and sees that their answers arrive. */
export class Performer {
  readonly inHand: InHand;
  private readonly tools: IngressTools;
  private readonly adapters: ReadonlyMap<string, Adapter>;

  constructor(
    tools: IngressTools,
    { adapters, onPutOff }: { adapters: ReadonlyMap<string, Adapter>; onPutOff: (waitMs: number) => void },
  ) {
    this.tools = tools;
    this.adapters = adapters;
    this.inHand = new InHand(tools.inbox, tools.log, onPutOff);
  }

  /** When it gives a reply, that is in the inbox where the delivery was not; until then nothing has happened. */
  async perform({ platform, event }: Taken, sender: Sender, delivery: OpenDelivery): Promise<Performed> {
    const { inbox, deactivated, log } = this.tools;
    this.inHand.take(delivery.inboxId);
    if (sender.isDeactivated) {
      return { reply: deactivated(event) };
    }
    try {
      const reply = await this.handle(platform, event, sender.actor, delivery);
      if (!delivery.isRecorded) {
        await inbox.record(delivery, reply);
      }
      return { reply };
    } catch (error) {
      if (error instanceof DomainError && error.code === 'already_answered') {
        return 'elsewhere'; // another process took it over, and answers it
      }
      if (error instanceof DomainError && error.code === 'unknown_person') {
        inbox.forget(event.sender);
        return delivery.sender ? { putOff: error } : { reply: deactivated(event) };
      }
      log.error({ platform, inboxId: delivery.inboxId, err: error }, 'delivery not handled yet');
      return { putOff: error };
    }
  }

  private async handle(
    platform: string,
    event: InboundEvent,
    actor: Actor | undefined,
    delivery: OpenDelivery,
  ): Promise<Reply> {
    const { bot, greet } = this.tools;
    const adapter = this.adapters.get(platform);
    const reach = adapter && reachOf(adapter, event.sender);
    if (actor) {
      return bot.handle(event, { actor, delivery, reach });
    }
    const profile = await adapter?.profile(event.sender);
    const known = await greet(event, profile);
    return 'reply' in known ? known.reply : bot.handle(event, { actor: known.actor, delivery, reach });
  }

  async answer(taken: Taken, performed: Performed): Promise<void> {
    if (performed === 'elsewhere') {
      this.inHand.letGo(taken.inboxId);
    } else if ('putOff' in performed) {
      this.setBack(taken, performed.putOff);
    } else {
      try {
        const { reply } = performed;
        const sent = reply && (await this.adapters.get(taken.platform)?.answer(taken.event, reply));
        await this.remember(taken, reply, sent);
        this.inHand.answered(taken.inboxId);
      } catch (error) {
        this.setBack(taken, error);
      }
    }
  }

  /** What became of an answer that the platform takes by itself. */
  receiptOf(taken: Taken, reply: Reply | undefined): Receipt {
    this.inHand.handOver(taken.inboxId);
    return {
      delivered: (sent) => {
        void this.remember(taken, reply, sent).then(() => this.inHand.answered(taken.inboxId));
      },
      // The way the adapter took is closed; later it may find another.
      failed: (error) => this.setBack(taken, isFinal(error) ? new Error(error.code) : error),
    };
  }

  /** A file sent beneath the card then belongs to its record; where that is not known, its sender is asked. */
  private async remember({ event, platform }: Taken, reply: Reply | undefined, sent: Sent | undefined): Promise<void> {
    const about = reply?.kind === 'card' ? reply.card.about : undefined;
    const inPlace = reply?.kind === 'card' && reply.inPlace ? event.source : undefined;
    const messageId = sent?.messageId ?? inPlace?.messageId;
    if (!about || !messageId) {
      return;
    }
    await this.tools.rememberCard({ ...event.place, ...about, messageId }).catch((error: unknown) => {
      this.tools.log.warn({ platform, err: error }, 'what a card shows is not remembered');
    });
  }

  setBack({ platform, ...tried }: Tried & { platform: string }, error: unknown): void {
    const setback = toSetback(error, tried);
    const fields = { platform, inboxId: tried.inboxId, attempts: setback.attempts, err: error };
    if (setback.waitMs === undefined) {
      this.tools.log.error(fields, 'delivery given up unanswered');
    } else {
      this.tools.log.warn({ ...fields, waitMs: setback.waitMs }, 'delivery not answered, will be tried again');
    }
    this.inHand.setBack(setback);
  }
}

/** A name is worth a moment, and no failure: without one the words stand alone. */
const NAME_MS = 300;

function reachOf(adapter: Adapter, from: Person): Reach {
  const { platform, workspace } = from;
  const [fetchFile, readThread] = [adapter.download?.bind(adapter), adapter.readThread?.bind(adapter)];
  return {
    download: fetchFile && ((file) => fetchFile(file, from)),
    readThread: readThread && ((thread) => readThread(thread, from)),
    async nameOf(externalId) {
      const asked = adapter.profile({ platform, workspace, externalId }).catch((error: unknown) => {
        if (!(error instanceof PlatformError)) {
          throw error;
        }
        return undefined;
      });
      return (await settlesWithin(asked, NAME_MS)) ? (await asked)?.name : undefined;
    },
  };
}

function isFinal(error: unknown): error is PlatformError {
  return error instanceof PlatformError && !error.retryable;
}
