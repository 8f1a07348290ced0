import { createLimiter } from '../../adapters/limiter.ts';
import type { Limiter } from '../../adapters/platform.ts';
import type { Database } from '../../core/db/database.ts';
import type { Log } from '../../core/log.ts';
import { connect } from '../queues/redis.ts';

/** One count for all processes: on Redis where there is one, else in the database. A store that is away is done without. */
export function openLimiter({
  pool,
  redisUrl,
  log,
}: {
  pool: Database['pool'];
  redisUrl: string | undefined;
  log: Log;
}): Limiter & { close(): Promise<void> } {
  if (!redisUrl) {
    return { ...createLimiter({ kind: 'postgresql', pool }, { log }), close: async () => undefined };
  }
  const client = connect(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  client.on('error', () => undefined); // the queue on the same Redis tells of it
  client.connect().catch(() => undefined);
  return { ...createLimiter({ kind: 'redis', client }, { log }), close: async () => client.disconnect() };
}
