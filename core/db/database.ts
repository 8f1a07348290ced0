import pg from 'pg';
import { Clock } from '../clock.ts';
import { OneWriteSocket } from './one-write-socket.ts';
import { changesTogether, lookUpsTogether, type Together } from './together.ts';

/** One PostgreSQL database with its pool and its clock. */
export type Database = {
  readonly pool: pg.Pool;
  readonly changes: Together<void>;
  readonly lookUps: Together<unknown[]>;
  readonly clock: Clock;
  /** Called after a transaction with events has committed; the relay listens here. */
  onEvents: () => void;
  /** Takes the database's time over; once at start, then now and again. */
  syncClock(): Promise<void>;
  close(): Promise<void>;
};

/** So many stay open however long nobody asks: on a new one the first answer costs ten times the next, which every pause would. */
const WARM = 4;

/** `patienceMs` is how long somebody waits for a connection: whoever said something is told within seconds that it cannot be done now. */
type Options = { url: string; connections?: number; patienceMs?: number };

export const openDatabase = (options: Options): Database => databaseOn(openPool(options));

export function openPool({ url, connections = 20, patienceMs = 3_000 }: Options): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    min: Math.min(WARM, connections),
    pipeline: true,
    stream: () => new OneWriteSocket(),
    application_name: 'parley',
    connectionTimeoutMillis: patienceMs,
    idle_in_transaction_session_timeout: 15_000,
    statement_timeout: 30_000,
    // A server that fell silent cannot keep its own time.
    query_timeout: 35_000,
    keepAlive: true,
    // Sooner than what stands between forgets a connection that says nothing.
    keepAliveInitialDelayMillis: 60_000,
  });
  // A connection lost while idle is replaced by the next use; readiness reports a server that stays away.
  pool.on('error', () => undefined);
  // One lost in use fails its statements; besides, it emits an error that would end the process if nobody listened.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    // Every query here is short: on a server built with LLVM, compiling one takes longer than it runs. Goes out with the first.
    client.query('SET jit = off').catch(() => undefined);
  });
  return pool;
}

export function databaseOn(pool: pg.Pool): Database {
  const clock = new Clock();
  return {
    pool,
    changes: changesTogether(pool),
    lookUps: lookUpsTogether(pool),
    clock,
    onEvents: () => undefined,
    async syncClock() {
      await clock.follow(async () => {
        const { rows } = await pool.query<{ now: Date }>('SELECT parley_now() AS now');
        return rows[0]?.now;
      });
    },
    async close() {
      await pool.end();
    },
  };
}
