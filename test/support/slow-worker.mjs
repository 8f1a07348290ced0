// A worker in a process of its own that takes jobs and never finishes them: something to kill.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [layers, ending, databaseUrl, redisUrl] = process.argv.slice(2);
const { openQueues } = await import(pathToFileURL(path.join(layers, `jobs/queues${ending}`)).href);
const nothing = () => undefined;
const queues = await openQueues({ databaseUrl, redisUrl, log: { info: nothing, warn: nothing, error: nothing } });
await queues.work('reactions', { concurrency: 1 }, ({ id }) => {
  process.stdout.write(`${id}\n`);
  return new Promise(nothing);
});
