// A database that one test file after another of a worker has, emptied in between, with connections that have planned
// most of what they are asked: planning it anew for each file was a third of what the server did in a run.
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { type Database, databaseOn, openPool } from '../../core/db/database.ts';
import { createTestDatabase } from './database.ts';
import { type Emptied, emptiedOf } from './emptied.ts';

export type LentDatabase = { url: string; database: Database; close(): Promise<void> };

type Spare = { url: string; pool: pg.Pool; emptied: Emptied; drop(): Promise<void>; lent: number };

/** What is deleted stays in its pages until somebody sweeps: after so many files a new one is cheaper. */
const MOST_LENT = 25;

/** Somebody who has not gone in that time is still at work. */
const LOOKS = 10;

const spares: Spare[] = [];

/** A database with every migration applied and no rows, nobody else's until it is closed. */
export async function lendDatabase({ patienceMs }: { patienceMs: number }): Promise<LentDatabase> {
  const spare = spares.pop() ?? (await make(patienceMs));
  spare.lent += 1;
  const door = doorTo(spare.pool);
  return {
    url: spare.url,
    database: databaseOn(door.pool),
    async close() {
      door.shut();
      if (spare.lent < MOST_LENT && (await isLeftAlone(spare.pool)) && (await spare.emptied.restore())) {
        spares.push(spare);
        return;
      }
      await spare.pool.end();
      await spare.drop();
    },
  };
}

async function make(patienceMs: number): Promise<Spare> {
  const { url, drop } = await createTestDatabase();
  const pool = openPool({ url, patienceMs });
  // They outlast the last file of a worker, and keep no process alive.
  pool.on('connect', (client) => {
    if ('unref' in client && typeof client.unref === 'function') client.unref();
  });
  return { url, pool, drop, emptied: await emptiedOf(pool), lent: 0 };
}

/** Whoever comes late with something of the last file is told what an ended pool tells, and does not get to the next one's rows. */
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

/** Nobody holds one of its connections, and nobody has others to its database. */
async function isLeftAlone(pool: pg.Pool): Promise<boolean> {
  const count = `SELECT count(*)::int AS connected FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'`;
  for (let look = 0; look < LOOKS; look += 1) {
    if (pool.idleCount === pool.totalCount) {
      const { rows } = await pool.query<{ connected: number }>(count);
      if (rows[0]?.connected === pool.totalCount) return true;
    }
    await sleep(20);
  }
  return false;
}
