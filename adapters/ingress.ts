import { z } from 'zod';
import type { Bot } from '../bot/bot.ts';
import { type Adapter, type InboundEvent, PlatformError, type Profile, type Reply } from '../bot/contract.ts';
import type { Actor } from '../core/actor.ts';
import { DomainError, FAILURES } from '../core/errors.ts';
import { InHand } from '../core/inbox/in-hand.ts';
import type { Inbox, Received, Unfinished } from '../core/inbox/inbox.ts';
import type { Log } from '../core/log.ts';
import type { Organisation } from '../core/organisation.ts';
import { findNow } from './find-now.ts';
import { lateAfter } from './late.ts';
import type { Delivery, Ingress, Outcome } from './platform.ts';
import { type Tried, toSetback } from './setback.ts';

/** The platforms give up after 3 s; what takes longer than this is answered later. */
const DEADLINE_MS = 2_000;

/** How often deliveries left behind by a crash are looked for. */
const SWEEP_MS = 5_000;

/** So many are taken up at a time: together they are through before their leases are over. */
const CLAIMED = 4;

/** What came of a delivery. One without a reply to give is taken up by a sweep, or is in somebody else's hands. */
type Performed = { reply: Reply | undefined } | { putOff: unknown } | 'elsewhere';

type Taken = Tried & { event: InboundEvent; platform: string };

export type IngressTools = {
  inbox: Inbox;
  bot: Bot;
  org: Organisation;
  log: Log;
  /** Links, lets in or puts off somebody unknown. */
  greet(event: InboundEvent, profile: Profile | undefined): Promise<{ actor: Actor } | { reply: Reply }>;
  deactivated: Reply;
};

/** The door behind every platform's own: inbox first, then the bot, then the answer. Nothing lost, nothing twice. */
export class IngressDoor {
  private readonly tools: IngressTools;
  private readonly adapters = new Map<string, Adapter>();
  private readonly running = new Set<Promise<unknown>>();
  private readonly inHand: InHand;
  private sweeping: NodeJS.Timeout | undefined;
  private isReplaying = false;
  private isClosing = false;

  constructor(tools: IngressTools) {
    this.tools = tools;
    this.inHand = new InHand(tools.inbox, tools.log);
  }

  /** What a platform is given; its adapter is known once it has started. */
  for(platform: string): Ingress & { serve(adapter: Adapter): void } {
    return {
      serve: (adapter) => void this.adapters.set(platform, adapter),
      runNow: (delivery, options) => this.runNow(platform, delivery, options?.deadlineMs ?? DEADLINE_MS),
      runLater: (delivery) => this.runLater(platform, delivery),
      find: (lookup) => this.track(findNow(lookup, this.tools)),
    };
  }

  /** Takes up what a crash left behind, from now on every few seconds. */
  startSweeping(): void {
    this.sweeping = setInterval(() => void this.sweep(), SWEEP_MS);
    void this.sweep();
  }

  /** Waits for what is being done; nothing new may arrive any more. */
  async close(): Promise<void> {
    this.isClosing = true;
    clearInterval(this.sweeping);
    await Promise.allSettled([...this.running]);
    await this.inHand.close();
  }

  private async runNow(platform: string, delivery: Delivery, deadlineMs: number): Promise<Outcome> {
    const late = lateAfter(deadlineMs);
    try {
      const received = await Promise.race([this.track(this.receive(platform, delivery)), late.comes]);
      if (received === undefined || received === 'late') {
        return { kind: 'unavailable', reply: this.unavailable() };
      }
      switch (received.standing) {
        case 'mismatch':
          return { kind: 'refused' };
        case 'running':
          return { kind: 'working' };
        case 'answered':
          return this.again(received);
        case 'new':
          break;
      }
      const taken = take(platform, delivery, received);
      const done = this.track(this.perform(taken, received));
      const first = await Promise.race([done, late.comes]);
      if (first === 'late') {
        void this.track(done.then((performed) => this.answer(taken, performed)));
        return { kind: 'working' };
      }
      if (first === 'elsewhere' || 'putOff' in first) {
        await this.answer(taken, first);
        return { kind: 'working' };
      }
      this.inHand.handOver(taken.inboxId);
      const delivered = () => this.inHand.answered(taken.inboxId);
      // The way the adapter took is closed; later it may find another.
      const failed = (error: unknown) => this.setBack(taken, isFinal(error) ? new Error(error.code) : error);
      return { kind: 'reply', reply: first.reply, receipt: { delivered, failed } };
    } finally {
      late.clear();
    }
  }

  /** What was said the first time. */
  private again({ inboxId, reply }: Received): Outcome {
    const receipt = { delivered: () => this.inHand.answered(inboxId), failed: () => undefined };
    return { kind: 'reply', reply: reply && decodeReply(reply), receipt };
  }

  private async runLater(platform: string, delivery: Delivery): Promise<'accepted' | 'refused' | 'unavailable'> {
    const late = lateAfter(DEADLINE_MS);
    const received = await Promise.race([this.track(this.receive(platform, delivery)), late.comes]).finally(late.clear);
    if (received === undefined || received === 'late') {
      return 'unavailable';
    }
    if (received.standing === 'mismatch') {
      return 'refused';
    }
    if (received.standing === 'new') {
      const taken = take(platform, delivery, received);
      const done = this.perform(taken, received);
      void this.track(done.then((performed) => this.answer(taken, performed)));
    }
    return 'accepted';
  }

  /** Undefined when the database cannot be reached: then nothing was accepted. What is accepted too late a sweep takes up. */
  private async receive(
    platform: string,
    { workspace, dedupeKey, body, event }: Delivery,
  ): Promise<Received | undefined> {
    const { inbox, log } = this.tools;
    try {
      const received = await inbox.receive({
        platform,
        workspace,
        dedupeKey,
        body,
        externalId: event.sender.externalId,
      });
      if (received.standing === 'mismatch') {
        log.warn({ platform, workspace, inboxId: received.inboxId }, 'another body under a delivery key already used');
      }
      return received;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'unavailable') {
        log.error({ platform, err: error }, 'database unavailable');
        return undefined;
      }
      throw error;
    }
  }

  private async perform(
    { platform, event, inboxId }: Taken,
    { actor, isDeactivated }: Pick<Received, 'actor' | 'isDeactivated'>,
  ): Promise<Performed> {
    const { bot, greet, deactivated, log } = this.tools;
    this.inHand.take(inboxId);
    if (isDeactivated) {
      return { reply: deactivated };
    }
    try {
      if (actor) {
        return { reply: await bot.handle(event, { actor, inboxId }) };
      }
      const profile = await this.adapters.get(platform)?.profile(event.sender);
      const known = await greet(event, profile);
      return { reply: 'reply' in known ? known.reply : await bot.handle(event, { actor: known.actor, inboxId }) };
    } catch (error) {
      if (error instanceof DomainError && error.code === 'already_answered') {
        return 'elsewhere'; // another process took it over, and answers it
      }
      log.error({ platform, inboxId, err: error }, 'delivery not handled yet');
      return { putOff: error };
    }
  }

  private async answer(taken: Taken, performed: Performed): Promise<void> {
    if (performed === 'elsewhere') {
      this.inHand.letGo(taken.inboxId);
    } else if ('putOff' in performed) {
      this.setBack(taken, performed.putOff);
    } else {
      try {
        if (performed.reply) {
          await this.adapters.get(taken.platform)?.answer(taken.event, performed.reply);
        }
        this.inHand.answered(taken.inboxId);
      } catch (error) {
        this.setBack(taken, error);
      }
    }
  }

  private setBack({ platform, ...tried }: Tried & { platform: string }, error: unknown): void {
    const setback = toSetback(error, tried);
    const fields = { platform, inboxId: tried.inboxId, attempts: setback.attempts, err: error };
    if (setback.waitMs === undefined) {
      this.tools.log.error(fields, 'delivery given up unanswered');
    } else {
      this.tools.log.warn({ ...fields, waitMs: setback.waitMs }, 'delivery not answered, will be tried again');
    }
    this.inHand.setBack(setback);
  }

  /** Takes up what is due now. One at a time: what is claimed is got through before its lease is over. */
  sweep(): Promise<void> {
    return this.track(this.replay());
  }

  private async replay(): Promise<void> {
    if (this.isReplaying) {
      return;
    }
    this.isReplaying = true;
    try {
      for (let claimed = CLAIMED; claimed > 0 && !this.isClosing; ) {
        const rows = await this.tools.inbox.claimUnfinished({
          platforms: [...this.adapters.keys()],
          besides: this.inHand.ids,
          limit: CLAIMED,
        });
        await Promise.all(rows.map((row) => this.takeUp(row)));
        claimed = rows.length;
      }
    } catch (error) {
      this.tools.log.warn({ err: error }, 'unfinished deliveries could not be read');
    } finally {
      this.isReplaying = false;
    }
  }

  private async takeUp({ inboxId, platform, workspace, attempts, lastError, open }: Unfinished): Promise<void> {
    const { inbox, log } = this.tools;
    const tried = { inboxId, platform, attempts, lastError };
    this.inHand.take(inboxId);
    try {
      const { body, reply } = open();
      const event = this.adapters.get(platform)?.parse(body);
      if (!event) {
        throw new Error('the recorded body asks for nothing');
      }
      log.info({ platform, inboxId }, 'taking up a delivery left behind');
      const taken = { ...tried, event };
      if (reply) {
        return await this.answer(taken, { reply: decodeReply(reply) });
      }
      const who = await inbox.identify({ platform, workspace, externalId: event.sender.externalId });
      await this.answer(taken, await this.perform(taken, who));
    } catch (error) {
      this.setBack(tried, error);
    }
  }

  private track<Result>(promise: Promise<Result>): Promise<Result> {
    this.running.add(promise);
    const forget = () => void this.running.delete(promise);
    promise.then(forget, forget);
    return promise;
  }

  private unavailable(): Reply {
    return { kind: 'notice', text: FAILURES.unavailable[this.tools.org.locale], tone: 'bad' };
  }
}

function take(platform: string, { event }: Delivery, { inboxId }: Received): Taken {
  return { platform, event, inboxId, attempts: 1, lastError: undefined };
}

function isFinal(error: unknown): error is PlatformError {
  return error instanceof PlatformError && !error.retryable;
}

const replySchema = z.custom<Reply>((value) => typeof value === 'object' && value !== null && 'kind' in value);

/** Our own words from our own database; sealed, so nobody else wrote them. */
function decodeReply(bytes: Buffer): Reply | undefined {
  return replySchema.nullable().parse(JSON.parse(bytes.toString('utf8'))) ?? undefined;
}
