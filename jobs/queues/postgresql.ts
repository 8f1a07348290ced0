import { createPostgresBackend, type PostgresConnectionOptions, Queue, runMigrations, Worker } from 'bullmq';
import pg from 'pg';
import { isConnectionLost } from '../../core/db/failures.ts';
import type { Log } from '../../core/log.ts';
import type { Backend } from './backend.ts';
import { complainer } from './complaint.ts';

/** BullMQ's tables live in a schema of their own, beside ours. */
const SCHEMA = 'bullmq';

/** Each worker keeps one connection for LISTEN; the rest is shared. */
const CONNECTIONS = 8;

/** BullMQ in the database: nothing else to install, about a thousand jobs a second. */
export async function openPostgresBackend({ databaseUrl, log }: { databaseUrl: string; log: Log }): Promise<Backend> {
  const pool = new QueuePool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    options: `-c search_path=${SCHEMA}`,
    application_name: 'parley-queue',
    keepAlive: true,
    // To wait for one of them too: nobody waits for an answer here, and what is given up is done anew.
    connectionTimeoutMillis: 20_000,
  });
  const complain = complainer({ log, kind: 'postgresql' });
  pool.on('error', complain);
  // A connection lost in use fails its statements; the error it emits besides would end the process if nobody listened.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.setMaxListeners(0); // every queue and worker listens
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA); // takes an advisory lock: several processes may start at once
  } finally {
    client.release();
  }
  // BullMQ types its own subset of a pool, whose listeners @types/pg declares otherwise.
  const connection = pool as unknown as PostgresConnectionOptions;
  return {
    kind: 'postgresql',
    complain,
    queue: (name, options) => new Queue(name, { ...options, connection }, createPostgresBackend),
    worker: (name, run, options) => new Worker(name, run, { ...options, connection }, createPostgresBackend),
    close: () => pool.end(),
  };
}

/** Says of every lost connection what BullMQ knows as one: it would ask again without a pause. */
class QueuePool extends pg.Pool {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own overloads; BullMQ calls it with text and values
  override query(...args: any[]): any {
    return Reflect.apply(super.query, this, args).catch((error: unknown) => {
      throw isConnectionLost(error)
        ? new Error('ECONNREFUSED: the database cannot be reached', { cause: error })
        : error;
    });
  }
}
