import { Recent } from '../core/recent.ts';
import type { InboundEvent } from './contract.ts';
import type { Named, Reading } from './language/index.ts';

/** A sentence stays the context of the next for this long. */
const TTL_MS = 15 * 60_000;
const CAPACITY = 5_000;

export type Turn = { reading: Reading; changeId: string | undefined; at: Date };

type Step = { reading: Reading | undefined; commands: readonly string[]; changeId: string | undefined; at: Date };

/** What was said last, by person and place: in memory, because losing it costs one repetition. */
export class Conversations {
  private readonly turns = new Recent<Turn>(CAPACITY);
  private readonly named = new Recent<{ named: Named; at: Date }>(CAPACITY);

  keyOf({ place: { platform, workspace, address } }: InboundEvent, userId: string): string {
    return [platform, workspace, address, userId].join(' ');
  }

  recall(key: string, now: Date): Turn | undefined {
    const turn = this.turns.get(key);
    return turn && now.getTime() - turn.at.getTime() < TTL_MS ? turn : undefined;
  }

  /** What "this deal" and 这家客户 mean here, as long as a sentence stays the context of the next. */
  lastNamed(key: string, now: Date): Named | undefined {
    const last = this.named.get(key);
    return last && now.getTime() - last.at.getTime() < TTL_MS ? last.named : undefined;
  }

  /** Remembers what was spoken of; what names nothing leaves it as it was. */
  name(key: string, named: Named, at: Date): void {
    if (Object.values(named).some((each) => each !== undefined)) {
      this.named.set(key, { named, at });
    }
  }

  /**
   * Goes on from what was just done: a sentence begins a turn; what a form or a press then does with it belongs to it,
   * so that a correction can take it back; an Undo by itself leaves nothing to take back.
   */
  follow(key: string, { reading, commands, changeId, at }: Step): void {
    if (reading) {
      this.turns.set(key, { reading, changeId, at });
      return;
    }
    const turn = this.turns.get(key);
    if (turn && commands.every((command) => command === 'change.undo')) {
      this.turns.set(key, { ...turn, changeId: undefined });
    } else if (turn && changeId && commands.some((command) => carriesOn(turn.reading, command))) {
      this.turns.set(key, { ...turn, changeId });
    }
  }
}

function carriesOn(reading: Reading, command: string): boolean {
  return (
    command === 'pending.take' ||
    (reading.kind === 'invocations' && reading.invocations.some((each) => each.command === command))
  );
}
