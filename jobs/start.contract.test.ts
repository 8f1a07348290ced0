import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../core/db/database.ts';
import { addLead } from '../core/leads/add-lead.ts';
import { addTask } from '../core/tasks/add-task.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany, TEST_PATIENCE_MS } from '../test/support/company.ts';
import { deskOf, standings } from '../test/support/jobs.ts';
import { quietLog } from '../test/support/log.ts';
import { Messenger } from '../test/support/messenger.ts';
import { createTestRedis, flush } from '../test/support/redis.ts';
import { openQueues } from './queues.ts';
import { handOver } from './relay.ts';
import { type RunningWorkers, startWorkers } from './start.ts';

const redis = await createTestRedis();
afterAll(() => redis?.drop());

/** What a test has to itself, so that all of them can wait at the same time. */
type Ground = {
  company: Company;
  slack: Messenger;
  redisUrl: string | undefined;
  /** One more worker, with a pool of its own as if in a process of its own. */
  start(): Promise<RunningWorkers>;
  /** Those that are closed when the test is over. */
  running: RunningWorkers[];
  giveLead(): Promise<unknown>;
  close(): Promise<void>;
};

async function openGround(redisUrl: string | undefined): Promise<Ground> {
  if (redisUrl) await flush(redisUrl);
  const company = await openCompany();
  const slack = new Messenger();
  const databases: Database[] = [];
  const running: RunningWorkers[] = [];
  return {
    company,
    slack,
    redisUrl,
    running,
    async start() {
      const database = openDatabase({ url: company.url, connections: 5, patienceMs: TEST_PATIENCE_MS });
      databases.push(database);
      await database.syncClock();
      const desk = { ...deskOf(company, slack), database };
      const workers = await startWorkers({
        ...desk,
        databaseUrl: company.url,
        redisUrl,
        encryptionKey: Buffer.alloc(32, 7),
      });
      running.push(workers);
      return workers;
    },
    giveLead: () =>
      company.as('zhang', (core) => addLead(core, { contact: '王工', ownerId: company.actor('li').userId })),
    async close() {
      await Promise.all(running.map((workers) => workers.close()));
      await Promise.all(databases.map((database) => database.close()));
      await company.close();
    },
  };
}

async function until(isSo: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> {
  const start = performance.now();
  while (!(await isSo())) {
    if (performance.now() - start > withinMs) throw new Error(`not within ${withinMs} ms`);
    await sleep(50);
  }
}

describe.each([
  { backend: 'postgresql', server: undefined },
  ...(redis ? [{ backend: 'redis', server: redis }] : []),
  // A server that is not ours has one database for us.
])('workers on $backend', { concurrent: !process.env.REDIS_URL }, ({ server }) => {
  const it = test.extend<{ ground: Ground }>({
    ground: async ({ task: _ }, use) => {
      const ground = await openGround(server?.aside());
      await use(ground);
      await ground.close();
    },
  });

  it('bring what happened in another process to the person it concerns, and say that they work', async ({
    ground: { company, slack, start, giveLead },
  }) => {
    await moveClock(company.database, '2026-05-20T15:30:00+08:00');
    const workers = await start();
    await giveLead();
    await until(() => slack.cardsOf('li').length === 1 && workers.isConsuming());
  });

  it('send one digest a person and day, however many there are and however often they start (R105)', async ({
    ground: { company, slack, start, running },
  }) => {
    await moveClock(company.database, '2026-05-20T08:31:00+08:00');
    for (const key of ['li', 'jim'] as const) {
      await company.as(key, async (core) => void addTask(core, { title: '回电话', dueOn: '2026-05-20' }));
    }
    await Promise.all([start(), start()]);
    await until(async () => (await standings(company)).filter(({ state }) => state === 'sent').length === 2);
    await running.pop()?.close();
    await start();
    await sleep(1_000);
    expect(slack.messages.map(({ to, card }) => [to, card.title]).sort()).toEqual([
      ['jim', 'Good morning, Jim Green · Wed 20 May'],
      ['li', '早上好，李雷 · 5月20日 周三'],
    ]);
    const notices = await standings(company);
    expect(notices).toHaveLength(10);
    expect(notices.filter(({ state }) => state === 'skipped')).toHaveLength(8);
  });

  it('remind of a task when its moment has come', async ({ ground: { company, slack, start } }) => {
    await moveClock(company.database, '2026-05-20T14:00:00+08:00');
    await company.as(
      'li',
      async (core) => void addTask(core, { title: '回电话', dueOn: '2026-05-20', dueTime: '15:00' }),
    );
    await moveClock(company.database, '2026-05-20T14:50:00+08:00');
    await start();
    await until(() => slack.cardsOf('li').some(({ title }) => title === '任务提醒 · 回电话'));
  });

  it('seal the audit', async ({ ground: { company, start, giveLead } }) => {
    await moveClock(company.database, '2026-05-20T15:30:00+08:00');
    await giveLead();
    await start();
    await until(async () => {
      const { rows } = await company.database.pool.query('SELECT id FROM audit_entries WHERE seq IS NULL');
      return rows.length === 0;
    });
  });

  it('lose nothing when the queue loses everything', async ({
    ground: { company, slack, redisUrl, start, giveLead },
  }) => {
    await moveClock(company.database, '2026-05-20T15:30:00+08:00');
    for (let number = 0; number < 20; number++) await giveLead();
    const queues = await openQueues({ databaseUrl: company.url, redisUrl, log: quietLog() });
    await handOver({ database: company.database, queues });
    expect(await queues.all.reactions.getWaitingCount()).toBe(20);
    if (redisUrl) {
      await flush(redisUrl);
    } else {
      await queues.all.reactions.obliterate();
    }
    await queues.close();
    await start();
    await moveClock(company.database, '2026-05-20T15:31:00+08:00');
    await until(() => slack.cardsOf('li').length === 20);
  }, 120_000);

  it('cut off what does not end in time, and another takes it up within 15 s', async ({
    ground: { company, slack, start, running, giveLead },
  }) => {
    await moveClock(company.database, '2026-05-20T15:30:00+08:00');
    let isStuck = false;
    slack.onSend = () => {
      isStuck = true;
      return new Promise(() => undefined);
    };
    const stuck = await start();
    await giveLead();
    await until(() => isStuck);
    running.pop();
    const closing = performance.now();
    await stuck.close({ graceMs: 200 });
    expect(performance.now() - closing).toBeLessThan(5_000);
    slack.onSend = async () => undefined;
    await start();
    await until(() => slack.cardsOf('li').length === 1, 15_000);
  }, 120_000);

  it('give up what they do when they are closed, and finish it first', async ({
    ground: { company, slack, start, running, giveLead },
  }) => {
    await moveClock(company.database, '2026-05-20T15:30:00+08:00');
    let isSending = false;
    slack.onSend = async () => {
      isSending = true;
      await sleep(1_000);
    };
    const workers = await start();
    await giveLead();
    await until(() => isSending);
    running.pop();
    await workers.close();
    expect(await standings(company)).toEqual([{ notice: 'leadGiven', state: 'sent', reason: null }]);
  });

  it.runIf(server?.outage)(
    'keep what cannot be handed over until it can',
    async ({ onTestFinished }) => {
      // One of its own, which is away for nobody else.
      const own = await createTestRedis();
      const { company, slack, start, giveLead, close } = await openGround(own?.url);
      onTestFinished(() => close().then(own?.drop));
      await moveClock(company.database, '2026-05-20T15:30:00+08:00');
      await start();
      await own?.outage?.stop();
      await giveLead();
      const rows = async () => (await company.database.pool.query('SELECT state, attempts FROM outbox')).rows;
      await sleep(2_000);
      // Taken and given back each second; never counted as a try.
      await until(async () => (await rows()).every(({ state, attempts }) => state === 'pending' && attempts === 0));
      await own?.outage?.start();
      await until(() => slack.cardsOf('li').length === 1);
    },
    120_000,
  );
});
