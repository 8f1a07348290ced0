import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { z } from 'zod';
import type { Log } from '../../core/log.ts';
import type { Backend } from './backend.ts';
import { complainer } from './complaint.ts';

const PREFIX = 'parley';

/** BullMQ on Redis, for more than a thousand jobs a second. Throws when that Redis forgets or drops what it is given. */
export async function openRedisBackend({ redisUrl, log }: { redisUrl: string; log: Log }): Promise<Backend> {
  const complain = complainer({ log, kind: 'redis' });
  // What is added while Redis is away fails at once: the row is handed over again later.
  const producer = connect(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  const consumer = connect(redisUrl, { maxRetriesPerRequest: null });
  for (const connection of [producer, consumer]) {
    connection.on('error', complain);
  }
  try {
    await producer.connect().catch((cause: unknown) => {
      throw new Error(`REDIS_URL: no Redis answers at ${new URL(redisUrl).host}.`, { cause });
    });
    await refuseForgetful(producer, log);
    await consumer.connect();
  } catch (error) {
    producer.disconnect();
    consumer.disconnect();
    throw error;
  }
  return {
    kind: 'redis',
    complain,
    queue: (name, options) =>
      new Queue<unknown, void, string, unknown, void, string>(name, {
        ...options,
        connection: producer,
        prefix: PREFIX,
      }),
    worker: (name, run, options) =>
      new Worker<unknown, void, string>(name, run, { ...options, connection: consumer, prefix: PREFIX }),
    async close() {
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

/** One connection that comes back by itself; it is opened by `connect()`, or by the first command. */
export function connect(
  url: string,
  options: { enableOfflineQueue?: boolean; maxRetriesPerRequest: number | null },
): Redis {
  return new Redis(url, {
    ...options,
    retryStrategy: (times: number) => Math.min(100 * times, 2_000),
    connectTimeout: 5_000,
    lazyConnect: true,
  });
}

async function refuseForgetful(redis: Redis, log: Log): Promise<void> {
  const settings = await readSettings(redis).catch((error: Error) => error);
  if (settings instanceof Error) {
    log.warn(
      { error: settings.message },
      'Redis does not tell its settings: see to it that it has appendonly yes and maxmemory-policy noeviction',
    );
    return;
  }
  if (settings.policy !== 'noeviction') {
    throw new Error(
      `REDIS_URL: this Redis drops jobs when it is full. Set maxmemory-policy noeviction (it is ${settings.policy}).`,
    );
  }
  if (settings.appendonly !== 'yes') {
    throw new Error('REDIS_URL: this Redis forgets its jobs when it is restarted. Set appendonly yes.');
  }
}

async function readSettings(redis: Redis): Promise<{ policy: unknown; appendonly: unknown }> {
  const [, policy] = z.array(z.string()).parse(await redis.call('CONFIG', 'GET', 'maxmemory-policy'));
  const [, appendonly] = z.array(z.string()).parse(await redis.call('CONFIG', 'GET', 'appendonly'));
  return { policy, appendonly };
}
