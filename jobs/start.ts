import { auditKey } from '../core/audit/audit-key.ts';
import { newId } from '../core/id.ts';
import type { Desk } from './desk.ts';
import { keepSchedules } from './keep-schedules.ts';
import { openQueues, type Queues } from './queues.ts';
import { startRelay } from './relay.ts';
import { SCHEDULES } from './schedules/index.ts';
import { BEAT, openWorkers } from './worker.ts';

/** Six beats may be missed before readiness says so. */
const SILENT_MS = 60_000;

/** The database's clock is taken over this often. */
const SYNC_MS = 15_000;

export type RunningWorkers = {
  /** The queues, for whoever wants to look at them. */
  readonly queues: Queues;
  /** Stops taking work, finishes what runs (ten seconds at most) and lets go of the queue. The database stays open. */
  close(): Promise<void>;
  /** False when no job has come through this process for a minute, though beats are put in every ten seconds. */
  isConsuming(): boolean;
};

/**
 * Starts everything that happens later: relay, reactions, deliveries and schedules. Any number of processes may do so on
 * one database. Throws when the queue cannot be opened, saying why.
 */
export async function startWorkers({
  databaseUrl,
  redisUrl,
  encryptionKey,
  ...desk
}: Desk & {
  databaseUrl: string;
  redisUrl?: string | undefined;
  encryptionKey: Uint8Array;
}): Promise<RunningWorkers> {
  const { database, log } = desk;
  const queues = await openQueues({ databaseUrl, redisUrl, log });
  let lastJobAt = performance.now();
  const workers = await openWorkers(
    { ...desk, queues, auditKey: auditKey(encryptionKey) },
    {
      onJob: () => {
        lastJobAt = performance.now();
      },
    },
  );
  const beat = { id: newId(), name: BEAT };
  const schedules = await keepSchedules({ queues, schedules: SCHEDULES, beat, log });
  const relay = startRelay({ database, queues, log });
  const sync = setInterval(() => {
    database.syncClock().catch((error: Error) => log.warn({ error: error.message }, 'clock could not be read'));
  }, SYNC_MS);
  log.info({ queue: queues.kind }, 'workers started');

  return {
    queues,
    isConsuming: () => performance.now() - lastJobAt < SILENT_MS,
    async close() {
      clearInterval(sync);
      await schedules.close();
      await relay.close();
      await workers.close();
      await queues.close();
    },
  };
}
