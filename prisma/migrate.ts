import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { checksumOf, type Migration, readMigrations } from './migrator/folder.ts';
import { ensureLedger, findPending } from './migrator/ledger.ts';
import { StorageError } from './storage-error.ts';

export const MIGRATIONS = fileURLToPath(new URL('./migrations/', import.meta.url));

// The number Prisma's own engine locks, so that it and we exclude each other too.
const LOCK = 72707369;

/**
 * Applies what is missing of the checked-in migrations, each in a transaction of its own, and writes Prisma's ledger.
 * `through` names the last one to apply. Processes that start together wait for each other; throws StorageError where database and code contradict each other.
 */
export async function migrate(
  database: pg.Pool | pg.ClientBase,
  { directory = MIGRATIONS, through }: { directory?: string; through?: string } = {},
): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(directory);
  if (!(database instanceof pg.Pool)) return { applied: await applyLocked(database, migrations, through) };
  const client = await database.connect();
  try {
    return { applied: await applyLocked(client, migrations, through) };
  } finally {
    // Not back into the pool: a migration may have changed settings of its session.
    client.release(true);
  }
}

async function applyLocked(client: pg.ClientBase, migrations: Migration[], through?: string): Promise<string[]> {
  await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
  try {
    await ensureLedger(client);
    const missing = await findPending(client, migrations);
    const pending = missing.filter(({ name }) => through === undefined || name <= through);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    // On a lost connection the lock is gone already, and the first error is the one to tell.
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
  }
}

async function apply(client: pg.ClientBase, { name, sql }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, clock_timestamp())',
      [randomUUID(), checksumOf(sql), name],
    );
    await client.query(sql);
    await client.query(
      'UPDATE "_prisma_migrations" SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE migration_name = $1 AND rolled_back_at IS NULL',
      [name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StorageError(
      'migration_failed',
      {
        en: `Migration ${name} failed and was rolled back: ${reason}`,
        zh: `迁移 ${name} 执行失败，已回滚：${reason}`,
      },
      { cause },
    );
  }
}
