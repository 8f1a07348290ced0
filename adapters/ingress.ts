import { z } from 'zod';
import type { Bot } from '../bot/bot.ts';
import type { Adapter, InboundEvent, Profile, Reply } from '../bot/contract.ts';
import type { Actor } from '../core/actor.ts';
import { DomainError, FAILURES } from '../core/errors.ts';
import type { Inbox, Received } from '../core/inbox/inbox.ts';
import type { Log } from '../core/log.ts';
import type { Organisation } from '../core/organisation.ts';
import type { Delivery, Ingress, Outcome } from './platform.ts';

/** The platforms give up after 3 s; what takes longer than this is answered later. */
const DEADLINE_MS = 2_000;

/** Answers that left the house are noted in the inbox in bunches: one statement for many. */
const NOTE_AFTER_MS = 5;

/** With the database away it is tried again; what is answered may not be answered twice. */
const NOTE_AGAIN_MS = 1_000;

/** How often deliveries left behind by a crash are looked for. */
const SWEEP_MS = 5_000;

/** What came of a delivery; one put off stays in the inbox, to be taken up by the next sweep after its lease. */
type Performed = { reply: Reply | undefined } | 'put off';

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
  private answered: string[] = [];
  private noting: NodeJS.Timeout | undefined;
  private sweeping: NodeJS.Timeout | undefined;

  constructor(tools: IngressTools) {
    this.tools = tools;
  }

  /** What a platform is given; its adapter is known once it has started. */
  for(platform: string): Ingress & { serve(adapter: Adapter): void } {
    return {
      serve: (adapter) => void this.adapters.set(platform, adapter),
      runNow: (delivery, options) => this.runNow(platform, delivery, options?.deadlineMs ?? DEADLINE_MS),
      runLater: (delivery) => this.runLater(platform, delivery),
    };
  }

  /** Takes up what a crash left behind, from now on every few seconds. */
  startSweeping(): void {
    this.sweeping = setInterval(() => void this.track(this.replay()), SWEEP_MS);
    void this.track(this.replay());
  }

  /** Waits for what is being done; nothing new may arrive any more. */
  async close(): Promise<void> {
    clearInterval(this.sweeping);
    await Promise.allSettled([...this.running]);
    clearTimeout(this.noting);
    await this.note();
    clearTimeout(this.noting);
  }

  private async runNow(platform: string, delivery: Delivery, deadlineMs: number): Promise<Outcome> {
    const received = await this.receive(platform, delivery);
    if (received === undefined) {
      return { kind: 'unavailable', reply: this.unavailable() };
    }
    switch (received.standing) {
      case 'mismatch':
        return { kind: 'refused' };
      case 'running':
        return { kind: 'working' };
      case 'answered':
        return { kind: 'reply', reply: received.reply && decodeReply(received.reply) };
      case 'new':
        break;
    }
    const done = this.track(this.perform(platform, delivery.event, received));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, deadlineMs, 'late');
    });
    const first = await Promise.race([done, late]);
    clearTimeout(timer);
    if (first === 'late') {
      void this.track(done.then((performed) => this.answer(platform, delivery.event, performed, received.inboxId)));
      return { kind: 'working' };
    }
    if (first === 'put off') {
      return { kind: 'working' };
    }
    this.noteLater(received.inboxId);
    return { kind: 'reply', reply: first.reply };
  }

  private async runLater(platform: string, delivery: Delivery): Promise<'accepted' | 'refused' | 'unavailable'> {
    const received = await this.receive(platform, delivery);
    if (received === undefined) {
      return 'unavailable';
    }
    if (received.standing === 'mismatch') {
      return 'refused';
    }
    if (received.standing === 'new') {
      const done = this.perform(platform, delivery.event, received);
      void this.track(done.then((performed) => this.answer(platform, delivery.event, performed, received.inboxId)));
    }
    return 'accepted';
  }

  /** Undefined when the database cannot be reached: then nothing was accepted. */
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
    platform: string,
    event: InboundEvent,
    { inboxId, actor, isDeactivated }: Pick<Received, 'inboxId' | 'actor' | 'isDeactivated'>,
  ): Promise<Performed> {
    const { bot, greet, deactivated, log } = this.tools;
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
        return { reply: undefined }; // another process took it over and has answered
      }
      log.error({ platform, inboxId, err: error }, 'delivery not handled yet');
      return 'put off';
    }
  }

  private async answer(platform: string, event: InboundEvent, performed: Performed, inboxId: string): Promise<void> {
    if (performed === 'put off') {
      return;
    }
    try {
      if (performed.reply) {
        await this.adapters.get(platform)?.answer(event, performed.reply);
      }
      this.noteLater(inboxId);
    } catch (error) {
      this.tools.log.warn({ platform, inboxId, err: error }, 'answer not delivered, will be tried again');
    }
  }

  private async replay(): Promise<void> {
    const { inbox, log } = this.tools;
    try {
      for (const { inboxId, platform, workspace, body, reply } of await inbox.claimUnfinished()) {
        const event = this.adapters.get(platform)?.parse(body);
        if (!event) {
          continue;
        }
        log.info({ platform, inboxId }, 'taking up a delivery left behind');
        const who = await inbox.identify({ platform, workspace, externalId: event.sender.externalId });
        const performed = reply
          ? { reply: decodeReply(reply) }
          : await this.perform(platform, event, { inboxId, ...who });
        await this.answer(platform, event, performed, inboxId);
      }
    } catch (error) {
      log.warn({ err: error }, 'unfinished deliveries could not be read');
    }
  }

  private noteLater(inboxId: string): void {
    this.answered.push(inboxId);
    this.noteIn(NOTE_AFTER_MS);
  }

  private noteIn(ms: number): void {
    this.noting ??= setTimeout(() => void this.track(this.note()), ms);
  }

  private async note(): Promise<void> {
    this.noting = undefined;
    const ids = this.answered.splice(0);
    if (ids.length > 0) {
      await this.tools.inbox.markReplied(ids).catch((error: unknown) => {
        this.tools.log.warn({ err: error }, 'answers not noted yet');
        this.answered.push(...ids); // or they would be given a second time
        this.noteIn(NOTE_AGAIN_MS);
      });
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

const replySchema = z.custom<Reply>((value) => typeof value === 'object' && value !== null && 'kind' in value);

/** Our own words from our own database; sealed, so nobody else wrote them. */
function decodeReply(bytes: Buffer): Reply | undefined {
  return replySchema.nullable().parse(JSON.parse(bytes.toString('utf8'))) ?? undefined;
}
