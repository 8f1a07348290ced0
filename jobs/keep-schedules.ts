import type { Log } from '../core/log.ts';
import type { Queues } from './queues.ts';
import type { Schedule } from './schedules/schedule.ts';

/** How often it is seen to, and how often there is a beat. */
const CHECK_MS = 10_000;

/** A schedule that should have been due this long ago has stopped. */
const STUCK_MS = 60_000;

/**
 * Sees to it that every schedule is in the queue, now and every ten seconds: a Redis that lost everything, or a
 * scheduler that stopped, is set going again. Also puts a beat in the queue, by which its consumption is proved.
 */
export async function keepSchedules({
  queues,
  schedules,
  beat,
  log,
  checkMs = CHECK_MS,
}: {
  queues: Queues;
  schedules: readonly Schedule[];
  beat: { id: string; name: string };
  log: Log;
  checkMs?: number;
}): Promise<{ close(): Promise<void> }> {
  const check = async () => {
    for (const { name, everyMs } of schedules) {
      await keep(queues, name, everyMs);
    }
    await queues.add('schedules', [{ name: beat.name, id: beat.id, jobId: `${beat.name}-${beat.id}` }]);
  };
  await check();
  let checking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    checking = check().catch((error: unknown) => log.warn({ err: error }, 'schedules could not be checked'));
  }, checkMs);
  return {
    async close() {
      clearInterval(timer);
      await checking;
    },
  };
}

async function keep({ all: { schedules: queue } }: Queues, name: string, everyMs: number): Promise<void> {
  const standing = await queue.getJobScheduler(name);
  const lateMs = performance.timeOrigin + performance.now() - (standing?.next ?? 0);
  if (standing?.every === everyMs && lateMs < STUCK_MS) {
    return;
  }
  if (standing) {
    await queue.removeJobScheduler(name);
  }
  await queue.upsertJobScheduler(name, { every: everyMs }, { name, data: { id: name } });
}
