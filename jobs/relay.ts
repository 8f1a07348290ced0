import type { Database } from '../core/db/database.ts';
import { asSystem } from '../core/db/system.ts';
import { claimDeliveries } from '../core/deliveries/claim-deliveries.ts';
import { returnDeliveries } from '../core/deliveries/return-deliveries.ts';
import type { Log } from '../core/log.ts';
import { claimEvents } from '../core/outbox/claim-events.ts';
import type { HandOver } from '../core/outbox/outbox.ts';
import { returnEvents } from '../core/outbox/return-events.ts';
import type { Queues } from './queues.ts';

const POLL_MS = 1_000;
const BATCH = 100;

export type Relay = { close(): Promise<void> };

/**
 * Hands due events and deliveries to the queue: at once when this process has written them, else within a second.
 * Any number of relays may run; a row goes to one of them, and again when nothing came of it.
 */
export function startRelay({ database, queues, log }: { database: Database; queues: Queues; log: Log }): Relay {
  let isClosing = false;
  let isWoken = false;
  let wake = () => {
    isWoken = true;
  };
  const heard = database.onEvents;
  database.onEvents = () => {
    heard();
    wake();
  };

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, isWoken ? 0 : POLL_MS);
      isWoken = false;
      wake = () => {
        isWoken = true;
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    while (!isClosing) {
      const isFull = await handOver({ database, queues }).catch((error: unknown) => {
        log.warn({ err: error }, 'relay could not hand over; the rows wait');
        return false;
      });
      if (!isFull && !isClosing) {
        await pause();
      }
    }
  };
  const running = run();

  return {
    close() {
      isClosing = true;
      wake();
      database.onEvents = heard;
      return running;
    },
  };
}

/** One pass; true when there may be more. */
export async function handOver({ database, queues }: { database: Database; queues: Queues }): Promise<boolean> {
  const { events, deliveries } = await asSystem(database, 'relay', async (transaction) => ({
    events: await claimEvents(transaction, { limit: BATCH }),
    deliveries: await claimDeliveries(transaction, { limit: BATCH }),
  }));
  try {
    await queues.add(
      'reactions',
      events.map((row) => toJob('react', row)),
    );
    await queues.add(
      'deliveries',
      deliveries.map((row) => toJob('deliver', row)),
    );
  } catch (error) {
    await asSystem(database, 'relay', async (transaction) => {
      await returnEvents(
        transaction,
        events.map(({ id }) => id),
      );
      await returnDeliveries(
        transaction,
        deliveries.map(({ id }) => id),
      );
    });
    throw error;
  }
  return events.length === BATCH || deliveries.length === BATCH;
}

/** The same try of the same row is the same job, so that it waits in the queue once. */
function toJob(name: string, { id, attempts, again }: HandOver) {
  return { name, id, jobId: `${id}-${attempts}`, replace: again };
}
