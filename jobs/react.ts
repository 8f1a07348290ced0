import { asSystem } from '../core/db/system.ts';
import { failEvent } from '../core/outbox/fail-event.ts';
import { takeEvent } from '../core/outbox/take-event.ts';
import type { Desk } from './desk.ts';
import { type Reaction, reactionContext } from './reaction.ts';
import { REACTIONS } from './reactions/index.ts';

/**
 * Runs what is to happen after one event, in the transaction that marks it done: a crash leaves both undone,
 * a second run finds it done. Throws what a reaction threw, after writing down when to try again.
 */
export async function react(
  { database, org }: Pick<Desk, 'database' | 'org'>,
  eventId: string,
  reactions: readonly Reaction[] = REACTIONS,
): Promise<void> {
  try {
    await asSystem(database, 'relay', async (transaction) => {
      const taken = await takeEvent(transaction, eventId);
      for (const reaction of reactions) {
        if (taken && reaction.after === taken.event) {
          await reaction.run(reactionContext(transaction, eventId, org), taken.payload);
        }
      }
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await asSystem(database, 'relay', (transaction) => failEvent(transaction, { id: eventId, reason }));
    throw error;
  }
  database.onEvents(); // what was planned is due now
}
