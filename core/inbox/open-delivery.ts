import { hash } from 'node:crypto';
import type { Answering } from '../db/transaction.ts';
import { newId } from '../id.ts';
import type { KnownSender } from './known-senders.ts';
import type { Seal } from './sealed.ts';

export type Arrival = {
  platform: string;
  workspace: string;
  dedupeKey: string;
  body: Buffer;
  /** The sender as the platform knows him. */
  externalId: string;
  /** The address of a private conversation with him, to be kept. */
  reachableAt?: string | undefined;
};

/** A delivery being done: in the inbox before, or put there by the transaction that answers it. */
export class OpenDelivery {
  readonly inboxId: string;
  /** Whether the inbox has it, with the answer if it came here new. */
  isRecorded: boolean;
  readonly sender: KnownSender | undefined;
  private readonly row: () => object;
  private readonly seal: Seal;

  private constructor(
    seal: Seal,
    { inboxId, sender, row }: { inboxId: string; sender?: KnownSender; row?: () => object },
  ) {
    this.inboxId = inboxId;
    this.isRecorded = row === undefined;
    this.sender = sender;
    this.row = row ?? (() => ({}));
    this.seal = seal;
  }

  static recorded(inboxId: string, seal: Seal): OpenDelivery {
    return new OpenDelivery(seal, { inboxId });
  }

  /** Until its answer is committed nothing is known of it but here. */
  static arrived(arrival: Arrival, sender: KnownSender, { seal, leaseMs }: { seal: Seal; leaseMs: number }) {
    const { platform, workspace, dedupeKey, body } = arrival;
    const row = () => ({
      platform,
      workspace,
      key: dedupeKey,
      hash: hashOf(body).toString('base64'),
      body: seal.close(body).toString('base64'),
      leaseMs,
    });
    return new OpenDelivery(seal, { inboxId: newId(), sender, row });
  }

  /** What a transaction that ends in an answer needs to store it. */
  answering<Result>(toReply: (result: Result) => unknown): Answering<Result> {
    return {
      inboxId: this.inboxId,
      sender: this.sender && { identity: this.sender.identity, stamp: this.sender.stamp },
      isNew: !this.isRecorded,
      toRow: (result) => {
        const reply = this.seal.close(Buffer.from(JSON.stringify(toReply(result) ?? null)));
        return { ...this.row(), id: this.inboxId, reply: reply.toString('base64') };
      },
      recorded: () => {
        this.isRecorded = true;
      },
    };
  }
}

/** By it another body under a used key is told from the same one sent again. */
export function hashOf(body: Buffer): Buffer {
  return hash('sha256', body, 'buffer');
}
