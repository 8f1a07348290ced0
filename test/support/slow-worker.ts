// A worker in a process of its own that takes jobs and never finishes them: something to kill.
import { openQueues } from '../../jobs/queues.ts';
import { quietLog } from './log.ts';

const [databaseUrl = '', redisUrl] = process.argv.slice(2);
const queues = await openQueues({ databaseUrl, redisUrl, log: quietLog() });
await queues.work('reactions', { concurrency: 1 }, ({ id }) => {
  process.stdout.write(`${id}\n`);
  return new Promise(() => undefined);
});
