import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { StorageError } from '../storage-error.ts';

/** One checked-in migration, in Prisma's folder format. */
export type Migration = { name: string; sql: string };

/** Reads `<directory>/<name>/migration.sql`, in the order of the names. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((cause: unknown) => {
    throw new StorageError(
      'migrations_missing',
      {
        en: `The migrations folder ${directory} cannot be read. Run "npm run build" again.`,
        zh: `无法读取迁移目录 ${directory}。请重新运行 "npm run build"。`,
      },
      { cause },
    );
  });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(path.join(directory, name, 'migration.sql'), 'utf8'),
    })),
  );
}

/** The checksum Prisma writes into its ledger. */
export const checksumOf = (sql: string) => createHash('sha256').update(sql).digest('hex');

/** Line endings may differ between check-outs; Prisma forgives them too. */
export function hasChecksum({ sql }: Migration, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((variant) => checksumOf(variant) === checksum);
}
