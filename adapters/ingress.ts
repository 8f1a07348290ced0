import type { Adapter, Reply } from '../bot/contract.ts';
import { DomainError, FAILURES } from '../core/errors.ts';
import type { Received } from '../core/inbox/inbox.ts';
import type { Arrival, OpenDelivery } from '../core/inbox/open-delivery.ts';
import type { Text } from '../core/text.ts';
import { findNow } from './find-now.ts';
import { lateAfter } from './late.ts';
import { type IngressTools, type Performed, Performer, type Taken } from './performer.ts';
import type { Delivery, Ingress, Outcome } from './platform.ts';
import { decodeReply, Sweeper } from './sweeper.ts';

/** Begun, and nobody knows yet whether it will be committed. */
const UNSURE: Text = {
  en: 'This is taking unusually long. Please check whether it went through before you send it again.',
  zh: '处理时间过长，暂时无法确认结果。请先查看是否已生效，再决定是否重发。',
};

/** The platforms give up after 3 s; what takes longer than this is answered later. */
const DEADLINE_MS = 2_000;

type Late = ReturnType<typeof lateAfter>;

/** The door behind every platform's own: the inbox, the bot, the answer. Nothing lost, nothing twice. */
export class IngressDoor {
  private readonly tools: IngressTools;
  private readonly adapters = new Map<string, Adapter>();
  private readonly running = new Set<Promise<unknown>>();
  /** What is being done and not on record yet, by its key: the same once more does not begin it again. */
  private readonly begun = new Map<string, Buffer>();
  private readonly performer: Performer;
  private readonly sweeper: Sweeper;

  constructor(tools: IngressTools) {
    this.tools = tools;
    const onPutOff = (waitMs: number) => this.sweeper.sweepIn(waitMs);
    this.performer = new Performer(tools, { adapters: this.adapters, onPutOff });
    this.sweeper = new Sweeper({ ...tools, performer: this.performer, adapters: this.adapters });
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
    this.sweeper.start(() => this.sweep());
  }

  /** Takes up what is due now. */
  sweep(): Promise<void> {
    return this.track(this.sweeper.sweep());
  }

  /** Waits for what is being done; nothing new may arrive any more. */
  async close(): Promise<void> {
    this.sweeper.stop();
    await Promise.allSettled([...this.running]);
    await this.performer.inHand.close();
  }

  private async runNow(platform: string, delivery: Delivery, deadlineMs: number): Promise<Outcome> {
    const late = lateAfter(deadlineMs);
    try {
      const open = this.tools.inbox.open(toArrival(platform, delivery));
      if (!open) {
        return await this.runRecorded(platform, delivery, late);
      }
      const key = JSON.stringify([platform, delivery.workspace, delivery.dedupeKey]);
      if (this.begun.get(key)?.equals(delivery.body)) {
        return { kind: 'working' };
      }
      this.begun.set(key, delivery.body);
      const outcome = await this.runAtOnce(platform, delivery, { open, late, recordAfterMs: deadlineMs / 2 }).finally(
        () => this.begun.delete(key),
      );
      return outcome ?? (await this.runRecorded(platform, delivery, late));
    } finally {
      late.clear();
    }
  }

  /**
   * Done and recorded in one transaction: nobody has been told that it arrived, so until that is committed nothing has
   * happened. What takes longer is recorded meanwhile. Undefined when nothing came of it: then it is to be recorded first.
   */
  private async runAtOnce(
    platform: string,
    delivery: Delivery,
    { open, late, recordAfterMs }: { open: OpenDelivery; late: Late; recordAfterMs: number },
  ): Promise<Outcome | undefined> {
    const taken = take(platform, delivery, open);
    const done = this.track(this.performer.perform(taken, { actor: open.sender?.actor, isDeactivated: false }, open));
    const slow = lateAfter(recordAfterMs);
    const first = await Promise.race([done, slow.comes]).finally(slow.clear);
    if (first !== 'late') {
      return this.toOutcome(taken, first);
    }
    let received: Received | undefined;
    const recording = this.track(this.receive(platform, delivery, open.inboxId)).then((found) => {
      received = found;
    });
    const second = await Promise.race([done, late.comes]);
    const outcome = second === 'late' ? undefined : this.toOutcome(taken, second);
    if (outcome) {
      return outcome;
    }
    await Promise.race([recording, late.comes]);
    if (second !== 'late' && received?.inboxId !== taken.inboxId) {
      return undefined;
    }
    void this.track(done.then((performed) => this.performer.answer(taken, performed)));
    if (!received) {
      // It may still be committed; whoever were told to try again would have it twice.
      return { kind: 'unavailable', reply: this.notice(UNSURE) };
    }
    return received.standing === 'mismatch' ? { kind: 'refused' } : { kind: 'working' };
  }

  private toOutcome(taken: Taken, performed: Performed): Outcome | undefined {
    if (performed === 'elsewhere' || 'putOff' in performed) {
      this.performer.inHand.letGo(taken.inboxId);
      return undefined;
    }
    return { kind: 'reply', reply: performed.reply, receipt: this.performer.receiptOf(taken, performed.reply) };
  }

  /** Recorded, then done: from whoever is not known here, and where it could not be done at once. What is recorded too late a sweep takes up. */
  private async runRecorded(platform: string, delivery: Delivery, late: Late): Promise<Outcome> {
    const received = await Promise.race([this.track(this.receive(platform, delivery)), late.comes]);
    if (received === undefined || received === 'late') {
      return { kind: 'unavailable', reply: this.notice(FAILURES.unavailable) };
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
      void this.track(done.then((performed) => this.performer.answer(taken, performed)));
      return { kind: 'working' };
    }
    if (first === 'elsewhere' || 'putOff' in first) {
      await this.performer.answer(taken, first);
      return { kind: 'working' };
    }
    return { kind: 'reply', reply: first.reply, receipt: this.performer.receiptOf(taken, first.reply) };
  }

  private perform(taken: Taken, received: Received): Promise<Performed> {
    return this.performer.perform(taken, received, this.tools.inbox.reopen(received.inboxId));
  }

  /** What was said the first time. */
  private again({ inboxId, reply }: Received): Outcome {
    const receipt = { delivered: () => this.performer.inHand.answered(inboxId), failed: () => undefined };
    return { kind: 'reply', reply: reply && decodeReply(reply), receipt };
  }

  private async runLater(platform: string, delivery: Delivery): Promise<'accepted' | 'refused' | 'unavailable'> {
    const late = lateAfter(DEADLINE_MS);
    const receiving = this.track(this.receive(platform, delivery));
    // Also when it is on record only after the platform was told to send it again: then that finds it done.
    void this.track(receiving.then((received) => this.doReceived(platform, delivery, received)));
    const received = await Promise.race([receiving, late.comes]).finally(late.clear);
    if (received === undefined || received === 'late') {
      return 'unavailable';
    }
    return received.standing === 'mismatch' ? 'refused' : 'accepted';
  }

  private async doReceived(platform: string, delivery: Delivery, received: Received | undefined): Promise<void> {
    if (received?.standing === 'new') {
      const taken = take(platform, delivery, received);
      await this.performer.answer(taken, await this.perform(taken, received));
    }
  }

  /** Undefined when the database cannot be reached: then nothing was accepted. */
  private async receive(platform: string, delivery: Delivery, inboxId?: string): Promise<Received | undefined> {
    const { inbox, log } = this.tools;
    try {
      const received = await inbox.receive(toArrival(platform, delivery), inboxId);
      if (received.standing === 'mismatch') {
        const { workspace } = delivery;
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

  private track<Result>(promise: Promise<Result>): Promise<Result> {
    this.running.add(promise);
    const forget = () => void this.running.delete(promise);
    promise.then(forget, forget);
    return promise;
  }

  private notice(text: Text): Reply {
    return { kind: 'notice', text: text[this.tools.org.locale], tone: 'bad' };
  }
}

function toArrival(platform: string, { workspace, dedupeKey, body, event }: Delivery): Arrival {
  const { sender, reachableAt } = event;
  return { platform, workspace, dedupeKey, body, externalId: sender.externalId, reachableAt };
}

function take(platform: string, { event }: Delivery, { inboxId }: { inboxId: string }): Taken {
  return { platform, event, inboxId, attempts: 1, lastError: undefined };
}
