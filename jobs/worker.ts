import type { Log } from '../core/log.ts';
import { deliver } from './deliver.ts';
import type { Pulse } from './pulse.ts';
import type { BullWorker } from './queues/backend.ts';
import type { Job } from './queues.ts';
import { react } from './react.ts';
import { SCHEDULES } from './schedules/index.ts';
import { remind } from './schedules/reminders.ts';
import type { LookingDesk } from './schedules/schedule.ts';

const GRACE_MS = 10_000;

/** A job that does nothing but prove that jobs come through. */
export const BEAT = 'beat';

export type Workers = {
  /** Lets what is running finish for ten seconds, then goes: the rows bring back what was cut off. */
  close(options?: { graceMs?: number }): Promise<void>;
};

/** Takes jobs from the queues; each that is taken is a beat of the pulse. */
export async function openWorkers(desk: LookingDesk, pulse: Pulse): Promise<Workers> {
  const { queues, log } = desk;
  const heard = (run: (job: Job) => Promise<void>) => (job: Job) => {
    pulse.beat();
    return run(job);
  };
  const workers = await Promise.all([
    queues.work(
      'reactions',
      { concurrency: 8 },
      heard(({ id }) => react(desk, id)),
    ),
    queues.work(
      'deliveries',
      { concurrency: 8 },
      heard(({ id, tookOver }) => deliver(desk, id, { tookOver })),
    ),
    queues.work(
      'schedules',
      { concurrency: 4 },
      heard((job) => runScheduled(desk, job)),
    ),
  ]);
  for (const worker of workers) {
    worker.on('failed', (job, error) => log.error({ job: job?.id, name: job?.name, err: error }, 'job failed'));
  }
  return { close: ({ graceMs = GRACE_MS } = {}) => closeWorkers(workers, { log, graceMs }) };
}

async function runScheduled(desk: LookingDesk, { name, id }: Job): Promise<void> {
  if (name === 'remind') {
    await remind(desk, id);
  } else if (name !== BEAT) {
    await SCHEDULES.find((schedule) => schedule.name === name)?.look(desk);
  }
}

async function closeWorkers(
  workers: readonly BullWorker[],
  { log, graceMs }: { log: Log; graceMs: number },
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const grace = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, graceMs, 'late');
  });
  const ended = await Promise.race([Promise.all(workers.map((worker) => worker.close())), grace]);
  clearTimeout(timer);
  if (ended === 'late') {
    log.warn({ afterMs: graceMs }, 'jobs cut off at shutdown; they will be taken up again');
    // A close that has begun cannot be forced any more, but its connections can be taken away.
    await Promise.all(workers.map((worker) => worker.disconnect()));
  }
}
