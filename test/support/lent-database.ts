// A database that one test file after another of a worker has, emptied in between, with connections that have planned
// most of what they are asked: planning it anew for each file was a third of what the server did in a run.
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { type Database, databaseOn, openPool } from '../../core/db/database.ts';
import { createTestDatabase } from './database.ts';
import { type Emptied, emptiedOf } from './emptied.ts';

export type LentDatabase = { url: string; database: Database; close(): Promise<void> };

type Spare = { url: string; pool: pg.Pool; emptied: Emptied; drop(): Promise<void>; lent: number };

type Lend = (options: { patienceMs: number }) => Promise<LentDatabase>;

/** Each holds connections while nobody has it. */
const MOST_SPARE = 2;

/** Somebody who has not gone in that time is still at work. */
const LOOKS = 10;

/**
 * Lends databases with every migration applied and no rows, each nobody else's until it is closed, and each `mostLent`
 * times: what is deleted stays in its pages until somebody sweeps, and where it lies is the order rows are found in.
 * Whoever connects by its address after it was closed would meet the next one's rows: what a file starts it stops first.
 */
export function lender({ mostLent }: { mostLent: number }): Lend {
  const spares: Spare[] = [];
  return async ({ patienceMs }) => {
    const spare = spares.pop() ?? (await make(patienceMs));
    spare.lent += 1;
    const door = doorTo(spare.pool);
    return {
      url: spare.url,
      database: databaseOn(door.pool),
      async close() {
        door.shut();
        const isWanted = spare.lent < mostLent && spares.length < MOST_SPARE;
        if (isWanted && (await isLeftAlone(spare.pool)) && (await spare.emptied.restore())) {
          spares.push(spare);
          return;
        }
        await spare.pool.end();
        await spare.drop();
      },
    };
  };
}

/** After so many files a new one is cheaper. */
export const lendDatabase = lender({ mostLent: 25 });

async function make(patienceMs: number): Promise<Spare> {
  const { url, drop } = await createTestDatabase();
  const pool = openPool({ url, patienceMs });
  return { url, pool, drop, emptied: await emptiedOf(pool), lent: 0 };
}

/** Whoever comes late with something of the last file is refused, as by an ended pool, and does not get to the next one's rows. */
function doorTo(pool: pg.Pool): { pool: pg.Pool; shut(): void } {
  let isShut = false;
  const refusable = new Set<string | symbol>(['query', 'connect']);
  return {
    pool: new Proxy(pool, {
      get(target, name) {
        if (isShut && refusable.has(name)) return async () => Promise.reject(new Error('This test is over.'));
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
    shut() {
      isShut = true;
    },
  };
}

/** Nobody holds one of its connections or waits for one, and nobody has others to its database. */
async function isLeftAlone(pool: pg.Pool): Promise<boolean> {
  const count = `SELECT count(*)::int AS connected FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'`;
  const isIdle = () => pool.idleCount === pool.totalCount && pool.waitingCount === 0;
  for (let look = 0; look < LOOKS; look += 1) {
    if (isIdle()) {
      const { rows } = await pool.query<{ connected: number }>(count);
      if (rows[0]?.connected === pool.totalCount && isIdle()) return true;
    }
    await sleep(20);
  }
  return false;
}
