// npm run bench [-- --quick | --large]: everything against its floor, side by side in one run. Figures are ratios; this machine's
// own numbers stand beside them. Exit code 1 only where an answer was wrong or something answered was not committed.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Committed, countCommitted } from './company.ts';
import { SETTINGS } from './feishu-requests.ts';
import { timeLanguage } from './language.ts';
import { timeLarge } from './large/time-reads.ts';
import type { Order, Outcome } from './load.ts';
import { canPin, cpuOf, cpuOfFamily, firstMessage, residentOf, type Started, start } from './process.ts';
import { build, type Product, startProduct } from './product.ts';
import { timeRendering } from './rendering.ts';
import { ASKS, type Ask, type AskName, SIGNING_SECRET } from './requests.ts';
import { latencyOf } from './statistics.ts';
import { type Line, print, type Throughput } from './table.ts';

const isQuick = process.argv.includes('--quick');
const ROUNDS = isQuick ? 3 : 5;
const SECONDS = isQuick ? 2 : 4;
// Counted in requests: each contender is to be as warm as the next, however slow it is.
const WARM_UP = { seconds: 60, atMost: isQuick ? 2_000 : 6_000 };
const CONNECTIONS = 32;
const OPEN_LOOP = { perSecond: 50, seconds: isQuick ? 8 : 30 };
const REST_SECONDS = isQuick ? 10 : 60;
const MEGABYTE = 1024 * 1024;

const wrong: string[] = [];

type Contender = Pick<Throughput, 'name' | 'group' | 'role'> & {
  port: number;
  pid: number;
  asks: AskName[];
  expect: Order['expect'];
  product: Product | undefined;
};

async function main(): Promise<void> {
  const started: Started[] = [];
  const program = build();
  // Before anything else runs beside them.
  const language = latencyOf(await timeLanguage(isQuick ? 3 : 7));
  const times = await timeRendering(isQuick ? 11 : 51);
  const rendering = {
    slack: latencyOf(times.slack),
    feishu: latencyOf(times.feishu),
    teams: latencyOf(times.teams),
  };
  const product = await startProduct(program);
  try {
    const load = start(here('load.ts'), { on: 'load' });
    started.push(load);
    await firstMessage(load.child);
    const restBefore = await rest(product);
    const contenders: Contender[] = [
      await startContender({ ...SLACK, name: 'node:http + HMAC + form', role: 'floor', file: 'floor.ts' }, started),
      await startContender(
        { ...SLACK, name: 'bare Bolt, 1 command, empty ack', role: 'bare', file: 'bolt.ts' },
        started,
      ),
      ...(['task', 'log', 'today'] as const).map((ask) => ours(product, { group: 'slack', name: `/crm ${ask}`, ask })),
      await startContender(
        { ...FEISHU, name: 'bare node-sdk, 1 callback, toast', role: 'bare', file: 'lark.ts' },
        started,
      ),
      ours(product, { group: 'feishu', name: 'task form', ask: 'form' }),
      await startContender(
        { ...TEAMS, name: 'bare CloudAdapter, 1 action, toast', role: 'bare', file: 'cloud-adapter.ts' },
        started,
      ),
      ours(product, { group: 'teams', name: 'task form', ask: 'action' }),
    ];
    const throughput = await inTurns(contenders, load, product);
    const latency = {
      slack: await openLoop(load, product, ['task', 'log']),
      feishu: await openLoop(load, product, ['form']),
      teams: await openLoop(load, product, ['action']),
    };
    const restAfter = await rest(product);
    const restAlone = await restOfSlackAlone(program, load);
    print(throughput, { latency, language, rendering, restBefore, restAfter, restAlone, isPinned: canPin });
  } finally {
    for (const each of started) {
      await each.stop();
    }
    await product.stop();
  }
}

/** Every contender in every round, so that whatever else the machine does falls on all of them. */
async function inTurns(contenders: Contender[], load: Started, product: Product): Promise<Throughput[]> {
  const lines = contenders.map(
    ({ name, group, role }): Throughput => ({ name, group, role, rounds: [], cpuUs: [], databaseUs: [] }),
  );
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [at, contender] of contenders.entries()) {
      const before = { cpu: cpuOf(contender.pid), database: databaseCpu(contender.product) };
      const { answered, seconds: took } = await ask(load, product, contender, {
        run: `${round}.${at}`,
        connections: CONNECTIONS,
        ...(round === 0 ? WARM_UP : { seconds: SECONDS }),
      });
      if (round > 0) {
        lines[at]?.rounds.push(answered / took);
        lines[at]?.cpuUs.push((cpuOf(contender.pid) - before.cpu) / answered);
        lines[at]?.databaseUs.push((databaseCpu(contender.product) - before.database) / answered);
      }
      await sleep(200); // what is noted a little later falls on its own round
    }
  }
  return lines;
}

async function openLoop(load: Started, product: Product, asks: AskName[]): Promise<Line> {
  const contender = { ...ours(product, { group: 'slack', name: 'open loop', ask: 'task' }), asks };
  const { latencies } = await ask(load, product, contender, {
    run: `open.${asks}`,
    connections: CONNECTIONS,
    ...OPEN_LOOP,
  });
  return latencyOf(latencies);
}

async function ask(
  load: Started,
  product: Product,
  { name, port, asks, expect, product: counted }: Contender,
  order: Pick<Order, 'run' | 'seconds' | 'atMost' | 'connections' | 'perSecond'>,
): Promise<Outcome> {
  const { pool, writers } = product;
  const before = counted && (await countCommitted(pool));
  const full: Order = {
    ...order,
    port,
    asks,
    writers,
    run: `${process.pid}.${order.run}`,
    expect,
    isBare: counted === undefined,
  };
  load.child.send(full);
  const [outcome]: Outcome[] = (await once(load.child, 'message')) as [Outcome];
  if (!outcome) {
    throw new Error('the load gave no outcome');
  }
  wrong.push(...outcome.wrong.map((line) => `${name}: ${line}`));
  if (before) {
    judge(name, asks, outcome.answered, { before, after: await countCommitted(pool) });
  }
  return outcome;
}

/** Only what is in the database counts: rows, audit and the inbox's answer, one set for each request answered. */
function judge(name: string, asks: AskName[], answered: number, counts: { before: Committed; after: Committed }): void {
  for (const key of Object.keys(counts.after) as (keyof Committed)[]) {
    // Several asks take turns, so the last turn may be cut short.
    const left = asks.map((ask): number | undefined => (ASKS[ask] as Ask).leaves[key]);
    if (left.includes(undefined)) {
      continue;
    }
    const each = left.reduce<number>((sum, rows = 0) => sum + rows, 0) / asks.length;
    const found = counts.after[key] - counts.before[key];
    if (Math.abs(found - each * answered) > asks.length - 1) {
      wrong.push(`${name}: ${answered} answered, ${found} of ${key} committed`);
    }
  }
}

async function restOfSlackAlone(program: string, load: Started): Promise<number | undefined> {
  const product = await startProduct(program, 'slack');
  try {
    for (const name of ['task', 'log'] as const) {
      const contender = ours(product, { group: 'slack', name: `/crm ${name}, Slack alone`, ask: name });
      await ask(load, product, contender, { run: `alone.${name}`, connections: CONNECTIONS, ...WARM_UP });
    }
    return await rest(product);
  } finally {
    await product.stop();
  }
}

async function rest({ pid }: Product): Promise<number | undefined> {
  await sleep(REST_SECONDS * 1000);
  const resident = residentOf(pid);
  return resident === undefined ? undefined : resident / MEGABYTE;
}

function databaseCpu(product: Product | undefined): number {
  return product?.postmaster === undefined ? 0 : cpuOfFamily(product.postmaster);
}

/** What every contender of a platform is asked for, and what it must know to answer. */
const SLACK = { group: 'slack', ask: 'task', expect: 'empty', env: { SLACK_SIGNING_SECRET: SIGNING_SECRET } } as const;
const FEISHU = {
  group: 'feishu',
  ask: 'form',
  // The SDK answers 200 to what it refuses.
  expect: 'words',
  env: { ...SETTINGS, FEISHU_ANSWER: 'Task added' },
} as const;

const TEAMS = { group: 'teams', ask: 'action', expect: 'words', env: { TEAMS_ANSWER: 'Task added' } } as const;

async function startContender(
  {
    file,
    ask,
    env,
    ...contender
  }: Pick<Contender, 'name' | 'group' | 'role' | 'expect'> & { file: string; ask: AskName; env: NodeJS.ProcessEnv },
  started: Started[],
): Promise<Contender> {
  const server = start(here(`contenders/${file}`), { on: 'server', env });
  started.push(server);
  const address = (await firstMessage(server.child)) as { port: number };
  return { ...contender, port: address.port, pid: server.pid, asks: [ask], product: undefined };
}

function ours(
  product: Product,
  { group, name, ask }: Pick<Throughput, 'group' | 'name'> & { ask: AskName },
): Contender {
  const { port, pid } = product;
  return { name: `Parley ${name}`, group, role: 'ours', port, pid, asks: [ask], expect: 'words', product };
}

function here(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

await (process.argv.includes('--large') ? timeLarge() : main());
for (const line of wrong.slice(0, 10)) {
  console.error(`WRONG  ${line}`);
}
process.exit(wrong.length > 0 ? 1 : 0);
