import { openQueues } from '../../jobs/queues.ts';
import { quietLog } from './log.ts';
import { until } from './until.ts';

/** Has a schedule looked through so often at once by whatever workers there are, without waiting for its next time. */
export async function lookAt(
  databaseUrl: string,
  schedule: 'digests' | 'reminders' | 'reports',
  times: number,
): Promise<void> {
  const queues = await openQueues({ databaseUrl, log: quietLog() });
  try {
    const ids = Array.from({ length: times }, (_, at) => `look-${schedule}-${at}`);
    await queues.add(
      'schedules',
      ids.map((jobId) => ({ name: schedule, id: schedule, jobId })),
    );
    for (const id of ids) {
      const isDone = async () => ((await queues.all.schedules.getJob(id)) === undefined ? true : undefined);
      await until(isDone, () => `the look at ${schedule}`);
    }
  } finally {
    await queues.close();
  }
}
