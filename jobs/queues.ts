import { z } from 'zod';
import type { Log } from '../core/log.ts';
import type { Backend, BullQueue, BullWorker } from './queues/backend.ts';
import { openPostgresBackend } from './queues/postgresql.ts';
import { openRedisBackend } from './queues/redis.ts';

/** Events to react to, deliveries to send, and looks at what is due: each at its own pace. */
export const QUEUE_NAMES = ['reactions', 'deliveries', 'schedules'] as const;

export type QueueName = (typeof QUEUE_NAMES)[number];

/** A job says which row to look at and nothing else: what is in it is read when it runs. */
const jobData = z.object({ id: z.string() });

export type Job = { name: string; id: string /** It ran before, and whoever ran it is gone. */; tookOver: boolean };

export type Queues = {
  readonly kind: Backend['kind'];
  readonly all: Readonly<Record<QueueName, BullQueue>>;
  /** Adds jobs; one whose id is waiting or running already is not added again. */
  add(queue: QueueName, jobs: readonly NewJob[]): Promise<void>;
  work(queue: QueueName, options: { concurrency: number }, run: (job: Job) => Promise<void>): Promise<BullWorker>;
  close(): Promise<void>;
};

export type NewJob = {
  name: string;
  id: string;
  jobId: string;
  /** Takes the place of a finished job of this id, which would otherwise keep it from being added. */
  replace?: boolean;
};

/**
 * A worker that is killed holds its jobs until their lock runs out; the next check but one after that gives them away:
 * 5 s + 2 × 2.5 s at the most, where the lock had just been renewed and the check just been made.
 */
const LOCK = { lockDuration: 5_000, stalledInterval: 2_500, maxStalledCount: 10 };

/** Kept for whoever looks: the rows are the truth. */
const KEEP = { removeOnComplete: { age: 3_600, count: 1_000 }, removeOnFail: { age: 7 * 86_400, count: 5_000 } };

/** A look is over when it is over; what it did not find it finds the next time, under the same id. */
const FORGET = { removeOnComplete: true, removeOnFail: true };

/** BullMQ on Redis where there is one, else on the same PostgreSQL as everything else. */
export async function openQueues({
  databaseUrl,
  redisUrl,
  log,
}: {
  databaseUrl: string;
  redisUrl?: string | undefined;
  log: Log;
}): Promise<Queues> {
  const backend = redisUrl
    ? await openRedisBackend({ redisUrl, log })
    : await openPostgresBackend({ databaseUrl, log });
  const open = (name: QueueName) => {
    const queue = backend.queue(name, {
      defaultJobOptions: { ...(name === 'schedules' ? FORGET : KEEP), attempts: 1 },
    });
    queue.on('error', backend.complain);
    return queue;
  };
  const all = { reactions: open('reactions'), deliveries: open('deliveries'), schedules: open('schedules') };
  await Promise.all(Object.values(all).map((queue) => queue.waitUntilReady()));

  return {
    kind: backend.kind,
    all,
    async add(name, jobs) {
      if (jobs.length === 0) {
        return; // an empty bulk costs PostgreSQL as much as a full one, twice a second
      }
      const queue = all[name];
      await Promise.all(jobs.filter(({ replace }) => replace).map(({ jobId }) => queue.remove(jobId)));
      await queue.addBulk(
        jobs.map(({ name: jobName, id, jobId }) => ({ name: jobName, data: { id }, opts: { jobId } })),
      );
    },
    async work(name, { concurrency }, run) {
      const worker = backend.worker(
        name,
        ({ name: jobName, data, attemptsStarted }) =>
          run({ name: jobName, id: jobData.parse(data).id, tookOver: attemptsStarted > 1 }),
        { ...LOCK, concurrency, runRetryDelay: 1_000 },
      );
      worker.on('error', backend.complain);
      await worker.waitUntilReady(); // one that fails while it connects never works again
      return worker;
    },
    async close() {
      await Promise.all(Object.values(all).map((queue) => queue.close()));
      await backend.close();
    },
  };
}
