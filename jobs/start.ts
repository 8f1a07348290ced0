import { auditKey } from '../core/audit/audit-key.ts';
import { newId } from '../core/id.ts';
import type { Desk } from './desk.ts';
import { keepSchedules } from './keep-schedules.ts';
import { Pulse } from './pulse.ts';
import { openQueues, type Queues } from './queues.ts';
import { startRelay } from './relay.ts';
import { SCHEDULES } from './schedules/index.ts';
import { BEAT, openWorkers } from './worker.ts';

/** The database's clock is taken over this often. */
const SYNC_MS = 15_000;

export type RunningWorkers = {
  /** The queues, for whoever wants to look at them. */
  readonly queues: Queues;
  /** Stops taking work, finishes what runs (ten seconds at most) and lets go of the queue. The database stays open. */
  close(options?: { graceMs?: number }): Promise<void>;
  /** True when a job has come through this process within a minute: beats are put in every ten seconds. */
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
  const pulse = new Pulse();
  const workers = await openWorkers({ ...desk, queues, auditKey: auditKey(encryptionKey) }, pulse);
  const beat = { id: newId(), name: BEAT };
  const schedules = await keepSchedules({ queues, schedules: SCHEDULES, beat, log });
  const relay = startRelay({ database, queues, log });
  const sync = setInterval(() => {
    database.syncClock().catch((error: unknown) => log.warn({ err: error }, 'clock could not be read'));
  }, SYNC_MS);
  log.info({ queue: queues.kind }, 'workers started');

  return {
    queues,
    isConsuming: () => pulse.isBeating,
    async close(options) {
      clearInterval(sync);
      await schedules.close();
      await relay.close();
      await workers.close(options);
      await queues.close();
    },
  };
}
