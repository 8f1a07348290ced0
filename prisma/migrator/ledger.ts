import type pg from 'pg';
import { StorageError } from '../storage-error.ts';
import { hasChecksum, type Migration } from './folder.ts';

type Row = { migration_name: string; checksum: string; finished: boolean };

// Word for word what Prisma's engine creates, so that `prisma migrate deploy` stays usable.
const CREATE_LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Creates the ledger in an empty database; somebody else's database is refused. */
export async function ensureLedger(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ ledger: boolean; tables: number }>(`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS ledger,
      (SELECT count(*)::int FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')) AS tables`);
  if (rows[0]?.ledger) return;
  if (rows[0]?.tables) {
    throw new StorageError('database_not_ours', {
      en: `The database already holds ${rows[0].tables} tables that are not Parley's. Point DATABASE_URL at an empty database.`,
      zh: `数据库里已有 ${rows[0].tables} 张不属于 Parley 的表。请把 DATABASE_URL 指向一个空数据库。`,
    });
  }
  await client.query(CREATE_LEDGER);
}

/** The migrations still to apply; throws where ledger and folder contradict each other. */
export async function findPending(client: pg.ClientBase, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<Row>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  for (const row of rows) refuseContradiction(row, migrations);
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

function refuseContradiction(row: Row, migrations: Migration[]): void {
  const name = row.migration_name;
  if (!row.finished) {
    throw new StorageError('migration_failed', {
      en: `Migration ${name} failed half-way when Prisma applied it. Repair the database, then run "npx prisma migrate resolve --rolled-back ${name}" (or --applied).`,
      zh: `迁移 ${name} 由 Prisma 执行时中途失败。请修复数据库，然后运行 "npx prisma migrate resolve --rolled-back ${name}"（或 --applied）。`,
    });
  }
  const migration = migrations.find((candidate) => candidate.name === name);
  if (!migration) {
    throw new StorageError('database_newer', {
      en: `The database is newer than this Parley: it has migration ${name}, which this version does not know. Install the version that made it, or restore a backup.`,
      zh: `数据库比当前 Parley 新：其中的迁移 ${name} 是本版本没有的。请安装对应的版本，或恢复备份。`,
    });
  }
  if (!hasChecksum(migration, row.checksum)) {
    throw new StorageError('migration_changed', {
      en: `Migration ${name} was changed after it was applied. Put its file back as it was and add a new migration instead.`,
      zh: `迁移 ${name} 在执行之后被改动过。请还原该文件，并另外新增迁移。`,
    });
  }
}
