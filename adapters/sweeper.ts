import { z } from 'zod';
import type { Adapter, Reply } from '../bot/contract.ts';
import type { Inbox, Unfinished } from '../core/inbox/inbox.ts';
import type { Log } from '../core/log.ts';
import type { Performer } from './performer.ts';

/** How often deliveries left behind by a crash are looked for. */
const SWEEP_MS = 5_000;

/** What was put off is looked for so long after it is due: the database's clock says when that is. */
const AFTER_DUE_MS = 50;

/** So many are taken up at a time: together they are through before their leases are over. */
const CLAIMED = 4;

export type SweeperTools = {
  inbox: Inbox;
  log: Log;
  performer: Performer;
  adapters: ReadonlyMap<string, Adapter>;
};

/** Takes up what a crash left behind. */
export class Sweeper {
  private readonly tools: SweeperTools;
  private sweeping: NodeJS.Timeout | undefined;
  private begin: (() => Promise<void>) | undefined;
  private next: { at: number; timer: NodeJS.Timeout } | undefined;
  private isReplaying = false;
  private isStopped = false;

  constructor(tools: SweeperTools) {
    this.tools = tools;
  }

  /** From now on every few seconds. */
  start(sweep: () => Promise<void>): void {
    this.begin = sweep;
    this.sweeping = setInterval(() => void sweep(), SWEEP_MS);
    void sweep();
  }

  /** For what was put off until before the next time round: whoever waits his turn has waited long enough. */
  sweepIn(ms: number): void {
    const { begin, next, isStopped } = this;
    const at = performance.now() + ms;
    if (!begin || isStopped || ms >= SWEEP_MS || (next && next.at <= at)) {
      return;
    }
    clearTimeout(next?.timer);
    const timer = setTimeout(() => {
      this.next = undefined;
      void begin();
    }, ms + AFTER_DUE_MS);
    this.next = { at, timer };
  }

  stop(): void {
    this.isStopped = true;
    clearInterval(this.sweeping);
    clearTimeout(this.next?.timer);
  }

  /** What is due now. One at a time: what is claimed is got through before its lease is over. */
  async sweep(): Promise<void> {
    if (this.isReplaying) {
      return;
    }
    const { inbox, log, performer, adapters } = this.tools;
    this.isReplaying = true;
    try {
      for (let claimed = CLAIMED; claimed > 0 && !this.isStopped; ) {
        const rows = await inbox.claimUnfinished({
          platforms: [...adapters.keys()],
          besides: performer.inHand.ids,
          limit: CLAIMED,
        });
        await Promise.all(rows.map((row) => this.takeUp(row)));
        claimed = rows.length;
      }
    } catch (error) {
      log.warn({ err: error }, 'unfinished deliveries could not be read');
    } finally {
      this.isReplaying = false;
    }
  }

  private async takeUp({ inboxId, platform, workspace, attempts, lastError, open }: Unfinished): Promise<void> {
    const { inbox, log, performer, adapters } = this.tools;
    const tried = { inboxId, platform, attempts, lastError };
    performer.inHand.take(inboxId);
    try {
      const { body, reply } = open();
      const event = adapters.get(platform)?.parse(body);
      if (!event) {
        throw new Error('the recorded body asks for nothing');
      }
      log.info({ platform, inboxId }, 'taking up a delivery left behind');
      const taken = { ...tried, event };
      if (reply) {
        return await performer.answer(taken, { reply: decodeReply(reply) });
      }
      const who = await inbox.identify({ platform, workspace, externalId: event.sender.externalId });
      await performer.answer(taken, await performer.perform(taken, who, inbox.reopen(inboxId)));
    } catch (error) {
      performer.setBack(tried, error);
    }
  }
}

const replySchema = z.custom<Reply>((value) => typeof value === 'object' && value !== null && 'kind' in value);

/** Our own words from our own database; sealed, so nobody else wrote them. */
export function decodeReply(bytes: Buffer): Reply | undefined {
  return replySchema.nullable().parse(JSON.parse(bytes.toString('utf8'))) ?? undefined;
}
