import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { toRunOn } from '../test/support/built.ts';
import { createTestDatabase } from '../test/support/database.ts';
import { quietLog } from '../test/support/log.ts';
import { createTestRedis } from '../test/support/redis.ts';
import { keepSchedules } from './keep-schedules.ts';
import type { BullWorker } from './queues/backend.ts';
import { type Job, openQueues, type Queues } from './queues.ts';

const SLOW_WORKER = fileURLToPath(new URL('../test/support/slow-worker.mjs', import.meta.url));

const redis = await createTestRedis();
afterAll(() => redis?.drop());

/** What a test has to itself, so that all of them can wait at the same time. */
type Ground = {
  databaseUrl: string;
  redisUrl: string | undefined;
  queues: Queues;
  workers: BullWorker[];
  open(): Promise<Queues>;
  work(run: (job: Job) => Promise<void>, from?: Queues): Promise<void>;
  close(): Promise<void>;
};

async function openGround(redisUrl: string | undefined): Promise<Ground> {
  const { url: databaseUrl, drop } = await createTestDatabase();
  const open = () => openQueues({ databaseUrl, redisUrl, log: quietLog() });
  const queues = await open();
  const workers: BullWorker[] = [];
  return {
    databaseUrl,
    redisUrl,
    queues,
    workers,
    open,
    async work(run, from = queues) {
      workers.push(await from.work('reactions', { concurrency: 4 }, run));
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all(Object.values(queues.all).map((queue) => queue.obliterate({ force: true })));
      await queues.close();
      await drop();
    },
  };
}

async function until(isSo: () => boolean, withinMs: number, meanwhile = async () => {}) {
  const start = performance.now();
  while (!isSo()) {
    if (performance.now() - start > withinMs) throw new Error(`not within ${withinMs} ms`);
    await meanwhile();
    await sleep(20);
  }
  return performance.now() - start;
}

describe.each([
  { backend: 'postgresql' as const, server: undefined },
  ...(redis ? [{ backend: 'redis' as const, server: redis }] : []),
  // A server that is not ours has one database for us.
])('queues on $backend', { concurrent: !process.env.REDIS_URL }, ({ backend, server }) => {
  const it = test.extend<{ ground: Ground }>({
    ground: async ({ task: _ }, use) => {
      const ground = await openGround(server?.aside());
      await use(ground);
      await ground.close();
    },
  });

  const job = (id: string, jobId = id) => ({ name: 'react', id, jobId });

  it('is the one that was asked for', ({ ground }) => {
    expect(ground.queues.kind).toBe(backend);
  });

  it('runs a job once, in whichever process', async ({ ground: { queues, workers, open, work } }) => {
    const other = await open();
    const ran: string[] = [];
    await work(async ({ id }) => void ran.push(id));
    await work(async ({ id }) => void ran.push(id), other);
    await queues.add(
      'reactions',
      ['a', 'b', 'c'].map((id) => job(id)),
    );
    await until(() => ran.length >= 3, 5_000);
    await sleep(200);
    expect(ran.sort()).toEqual(['a', 'b', 'c']);
    await workers.pop()?.close();
    await other.close();
  });

  it('does not add a job whose id is waiting', async ({ ground: { queues } }) => {
    await queues.add('reactions', [job('a', 'a-0')]);
    await queues.add('reactions', [job('a', 'a-0'), job('b', 'b-0')]);
    expect(await queues.all.reactions.getWaitingCount()).toBe(2);
  });

  it('does not add a job whose id is running, and does not disturb it', async ({ ground: { queues, work } }) => {
    const ran: string[] = [];
    let finish = () => {};
    await work(async ({ id }) => {
      ran.push(id);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    await queues.add('reactions', [job('a', 'a-0')]);
    await until(() => ran.length === 1, 5_000);
    await queues.add('reactions', [{ ...job('a', 'a-0'), replace: true }]);
    finish();
    await sleep(500);
    expect(ran).toEqual(['a']);
  });

  it('runs a finished job again when it is to be replaced', async ({ ground: { queues, work } }) => {
    const ran: string[] = [];
    await work(async ({ id }) => {
      ran.push(id);
      if (ran.length === 1) throw new Error('first time');
    });
    await queues.add('reactions', [job('a', 'a-0')]);
    await until(() => ran.length === 1, 5_000);
    await sleep(100);
    await queues.add('reactions', [job('a', 'a-0')]);
    await sleep(300);
    expect(ran).toEqual(['a']);
    await queues.add('reactions', [{ ...job('a', 'a-0'), replace: true }]);
    await until(() => ran.length === 2, 5_000);
  });

  it('says "look" again and again, under one name however often it was asked to', async ({
    ground: { queues, workers },
  }) => {
    let looks = 0;
    const worker = await queues.work('schedules', { concurrency: 1 }, async () => {
      looks += 1;
    });
    workers.push(worker);
    for (let time = 0; time < 3; time++) {
      await queues.all.schedules.upsertJobScheduler('x', { every: 500 }, { name: 'x', data: { id: 'x' } });
    }
    await sleep(1_600);
    expect(looks).toBeGreaterThanOrEqual(2);
    expect(looks).toBeLessThanOrEqual(5);
  });

  it('gives the job of a killed worker to another within 15 s, saying so', async ({
    ground: { queues, work, databaseUrl, redisUrl },
  }) => {
    const where = redisUrl ? [databaseUrl, redisUrl] : [databaseUrl];
    const child = spawn(process.execPath, [...toRunOn(SLOW_WORKER), ...where], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await queues.add('reactions', [job('a')]);
    await once(createInterface({ input: child.stdout }), 'line');
    const taken: Job[] = [];
    await work(async (each) => void taken.push(each));
    await sleep(2_400); // its lock has just been renewed
    child.kill('SIGKILL');
    await once(child, 'exit');
    const tookMs = await until(() => taken.length > 0, 15_000);
    process.stderr.write(`${backend}: the killed worker's job ran again after ${Math.round(tookMs)} ms\n`);
    expect(taken).toEqual([{ name: 'react', id: 'a', tookOver: true }]);
  }, 120_000);

  it('has its schedules set going again when it lost them, and none set back while they go', async ({
    ground: { queues },
  }) => {
    const schedules = [{ name: 'x', everyMs: 60_000, look: async () => undefined }];
    const keep = () =>
      keepSchedules({ queues, schedules, beat: { id: 'me', name: 'beat' }, log: quietLog(), checkMs: 100 });
    const [one, two] = [await keep(), await keep()];
    const first = await queues.all.schedules.getJobScheduler('x');
    await sleep(500);
    expect((await queues.all.schedules.getJobScheduler('x'))?.next).toBe(first?.next);
    await queues.all.schedules.removeJobScheduler('x');
    await sleep(500);
    expect(await queues.all.schedules.getJobScheduler('x')).toMatchObject({ every: 60_000 });
    expect(await queues.all.schedules.getJobSchedulersCount()).toBe(1);
    await Promise.all([one.close(), two.close()]);
  });

  it('works again when what it stands on was away', async ({ ground, onTestFinished }) => {
    // One of its own, which is away for nobody else.
    const own = server?.outage ? await createTestRedis() : undefined;
    const { queues, work, databaseUrl, close } = own ? await openGround(own.url) : ground;
    if (own) onTestFinished(() => close().then(own.drop));
    const ran: string[] = [];
    await work(async ({ id }) => void ran.push(id));
    if (own?.outage) {
      await own.outage.stop();
      const start = performance.now();
      await expect(queues.add('reactions', [job('a')])).rejects.toThrow();
      expect(performance.now() - start).toBeLessThan(3_000);
      await sleep(3_000);
      await own.outage.start();
    } else if (!server) {
      await cutConnections(databaseUrl);
    }
    const tookMs = await until(
      () => ran.length > 0,
      15_000,
      async () => {
        await queues.add('reactions', [job('b')]).catch(() => undefined);
      },
    );
    process.stderr.write(`${backend}: worked again ${Math.round(tookMs)} ms after the outage\n`);
    expect(ran).toEqual(['b']);
  }, 120_000);
});

/** Ends every connection to this database but the one that does it, LISTEN included. */
async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await client.end();
}
