import type { Log } from '../log.ts';
import type { Inbox, Setback } from './inbox.ts';

/** Answers that left the house are noted in the inbox in bunches: one statement for many. */
const NOTE_AFTER_MS = 5;

/** With the database away it is tried again; what is answered may not be answered twice. */
const NOTE_AGAIN_MS = 1_000;

/** How often the leases of what takes long are renewed. */
const BEAT_MS = 5_000;

/** Whoever was given an answer to deliver and has not said for so long what became of it has lost it. */
const CONFIRM_BEATS = 12;

/** The deliveries this process has in hand: nobody else takes them up, and what becomes of them is noted. */
export class InHand {
  private readonly inbox: Inbox;
  private readonly log: Log;
  private readonly onPutOff: (waitMs: number) => void;
  /** Beats until it is let go of. */
  private readonly held = new Map<string, number>();
  private readonly beating: NodeJS.Timeout;
  private old: ReadonlySet<string> = new Set();
  private given: string[] = [];
  private setbacks: Setback[] = [];
  private noting: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  /** `onPutOff` hears how long something waits for its next try, once that is written down. */
  constructor(inbox: Inbox, log: Log, onPutOff: (waitMs: number) => void = () => undefined) {
    this.inbox = inbox;
    this.log = log;
    this.onPutOff = onPutOff;
    this.beating = setInterval(() => void this.beat(), BEAT_MS).unref();
  }

  get ids(): string[] {
    return [...this.held.keys()];
  }

  take(inboxId: string): void {
    this.held.set(inboxId, Number.POSITIVE_INFINITY);
  }

  /** Its answer is with somebody who says what became of it, by `answered` or `setBack`. */
  handOver(inboxId: string): void {
    this.held.set(inboxId, CONFIRM_BEATS);
  }

  /** Left to whoever comes when its lease is over. */
  letGo(inboxId: string): void {
    this.held.delete(inboxId);
  }

  /** Its answer has left the house. Held until that is noted. */
  answered(inboxId: string): void {
    this.take(inboxId);
    this.given.push(inboxId);
    this.noteIn(NOTE_AFTER_MS);
  }

  setBack(setback: Setback): void {
    this.take(setback.inboxId);
    this.setbacks.push(setback);
    this.noteIn(NOTE_AFTER_MS);
  }

  /** Notes what is still to be noted, if the database lets it. */
  async close(): Promise<void> {
    clearInterval(this.beating);
    clearTimeout(this.noting);
    await this.writing;
    await this.note();
    clearTimeout(this.noting);
  }

  private noteIn(ms: number): void {
    this.noting ??= setTimeout(() => {
      this.writing = this.note();
    }, ms);
  }

  private async note(): Promise<void> {
    this.noting = undefined;
    const ids = this.given.splice(0);
    const setbacks = this.setbacks.splice(0);
    try {
      if (ids.length > 0) {
        await this.inbox.markReplied(ids);
        for (const id of ids.splice(0)) {
          this.letGo(id);
        }
      }
      for (let next = setbacks[0]; next; next = setbacks[0]) {
        await this.inbox.setBack(next);
        this.letGo(next.inboxId);
        setbacks.shift();
        if (next.waitMs !== undefined) {
          this.onPutOff(next.waitMs);
        }
      }
    } catch (error) {
      this.log.warn({ err: error }, 'answers not noted yet');
      this.given.push(...ids); // or they would be given a second time
      this.setbacks.push(...setbacks);
      this.noteIn(NOTE_AGAIN_MS);
    }
  }

  private async beat(): Promise<void> {
    const late = this.ids.filter((id) => this.old.has(id));
    for (const [id, beats] of this.held) {
      if (beats > 1) {
        this.held.set(id, beats - 1);
      } else {
        this.letGo(id);
      }
    }
    this.old = new Set(this.held.keys());
    if (late.length > 0) {
      await this.inbox.renew(late).catch((error: unknown) => this.log.warn({ err: error }, 'leases not renewed'));
    }
  }
}
