import type { Actor } from '../actor.ts';
import { Recent } from '../recent.ts';

/** Whoever wrote lately; the rest are looked up again. */
const MOST = 5_000;

export type SenderKey = { platform: string; workspace: string; externalId: string };

/** A sender as he was when he was last looked up; the transaction that relies on it checks that he still is. */
export type KnownSender = { readonly actor: Actor; readonly identity: string; readonly stamp: string };

/** Who wrote lately, so that the next thing he does need not be preceded by asking who he is. */
export class KnownSenders {
  private readonly senders = new Recent<KnownSender>(MOST);

  find(key: SenderKey): KnownSender | undefined {
    return this.senders.get(toText(key));
  }

  keep(key: SenderKey, sender: KnownSender): void {
    this.senders.set(toText(key), sender);
  }

  forget(key: SenderKey): void {
    this.senders.delete(toText(key));
  }
}

function toText({ platform, workspace, externalId }: SenderKey): string {
  return JSON.stringify([platform, workspace, externalId]);
}
