// npm run bench -- --large: what people ask for all day, in a company a hundred times the size Parley was made for. Beside the
// wall stands the time the server's process was on a core, which other load on the machine does not stretch.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { dayIn } from '../../../core/days.ts';
import { type Database, openDatabase } from '../../../core/db/database.ts';
import { startEmbedded } from '../../../prisma/embedded/index.ts';
import { migrate } from '../../../prisma/migrate.ts';
import { ORG } from '../../support/company.ts';
import { latencyOf, median } from '../statistics.ts';
import { printTable } from '../table.ts';
import { fillLarge } from './fill.ts';
import { HOT_READS, type HotRead, SWEEPS } from './hot-reads.ts';
import { findSubjects, onCpu, performAs, performSweep, type Role } from './perform.ts';
import { LARGE } from './size.ts';

const ROLES = ['rep', 'manager', 'executive'] as const satisfies readonly Role[];
const ROUNDS = 100;
/** So often a prepared statement is planned anew; what follows is what people wait for. */
const WARM_UP = 6;
const MOST_MS = 10_000;

/** Milliseconds, at the 99th percentile. */
const GOALS: Partial<Record<HotRead, number>> = { 'customer 360°': 30, today: 50, search: 50, 'follow-up log': 20 };

type Timed = { wall: number[]; cpu: number[] };

export async function timeLarge(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-large-'));
  const embedded = await startEmbedded({ dataDir: folder });
  try {
    await fill(embedded.url);
    const database = openDatabase({ url: embedded.url, connections: 1 });
    await database.syncClock();
    await print(database);
    await database.close();
  } finally {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await migrate(client);
  const startedAt = performance.now();
  await fillLarge(client, LARGE, (line) =>
    console.log(`${Math.round((performance.now() - startedAt) / 1000)} s  ${line}`),
  );
  await client.end();
}

async function print(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const pid = rows[0]?.pid ?? 0;
  const [known] = await findSubjects(database, 'rep');
  const bare = { name: 'floor', text: 'SELECT name FROM customers WHERE id = $1', values: [known?.customerId] };
  const floor = await time(pid, () => database.pool.query(bare));
  const head = ['', 'wall p50', 'p99', 'PG on a core p50', 'p99', 'of floor', 'goal for p99 on a core'];
  const table = [head, line('a row by its key', floor, floor)];
  for (const role of ROLES) {
    const subjects = await findSubjects(database, role);
    for (const [read, run] of Object.entries(HOT_READS) as [HotRead, (typeof HOT_READS)[HotRead]][]) {
      const timed = await time(pid, (round) => {
        const subject = subjects[round % subjects.length];
        return subject
          ? performAs<unknown>(database, role, (core) => run(core, subject))
          : Promise.reject(new Error('nobody'));
      });
      table.push(line(`${role}: ${read}`, timed, floor, GOALS[read]));
    }
  }
  const today = dayIn(database.clock.now(), ORG.timeZone);
  for (const [name, run] of Object.entries(SWEEPS)) {
    const timed = await time(pid, () => performSweep(database, (transaction) => run(transaction, { today, org: ORG })));
    table.push(line(`sweep: ${name}`, timed, floor));
  }
  printTable(table);
}

async function time(pid: number, run: (round: number) => Promise<unknown>): Promise<Timed> {
  const timed: Timed = { wall: [], cpu: [] };
  const until = performance.now() + MOST_MS;
  for (let round = -WARM_UP; round < ROUNDS && (round < 1 || performance.now() < until); round++) {
    const before = { wall: performance.now(), cpu: onCpu(pid) };
    await run(round + WARM_UP);
    if (round >= 0) {
      timed.wall.push(performance.now() - before.wall);
      timed.cpu.push(onCpu(pid) - before.cpu);
    }
  }
  return timed;
}

function line(name: string, timed: Timed, floor: Timed, goal?: number): string[] {
  const [wall, cpu] = [latencyOf(timed.wall), latencyOf(timed.cpu)];
  const of = median(timed.cpu) / median(floor.cpu);
  const mark = goal === undefined ? '' : `${cpu.p99 <= goal ? '✓' : '✗'} ≤ ${goal}`;
  return [name, ...[wall.p50, wall.p99, cpu.p50, cpu.p99].map((ms) => ms.toFixed(1)), `${of.toFixed(0)} ×`, mark];
}
