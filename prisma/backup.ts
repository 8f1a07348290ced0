// npm run backup [-- file] [--with-key]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backupDatabase } from './archive/backup-database.ts';
import { describeKey, ENCRYPTION_KEY_FILE, findKey } from './archive/key.ts';
import { readSurroundings, withDatabase } from './archive/open-database.ts';
import { FILES_FOLDER } from './archive/stored-files.ts';
import { StorageError } from './storage-error.ts';

const stamp = () => new Date().toISOString().replaceAll(/[-:]/g, '').slice(0, 15);

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'with-key': { type: 'boolean' } } });
  const file = path.resolve(positionals[0] ?? `parley-${stamp()}.backup`);
  const surroundings = readSurroundings();
  const inside = values['with-key'] === true;
  const key = await findKey({ dataDir: surroundings.dataDir, set: surroundings.key });
  const options = {
    file,
    app: process.env.npm_package_version ?? 'unknown',
    files: surroundings.bucket ? undefined : path.join(surroundings.dataDir, FILES_FOLDER),
    ...(key === undefined ? {} : { key: describeKey(key, inside) }),
  };
  const rows = await withDatabase(surroundings, 'join', (client) => backupDatabase(client, options));
  const counts = Object.values(rows);
  console.log(`${file}: ${counts.reduce((sum, count) => sum + count, 0)} rows of ${counts.length} tables.`);
  if (surroundings.bucket)
    console.log(`Files are in the bucket ${surroundings.bucket} and not inside: back it up there.`);
  else console.log(`Files of ${path.join(surroundings.dataDir, FILES_FOLDER)} are inside.`);
  if (inside && key !== undefined) console.log('The encryption key is inside. Keep the file as safe as the key.');
  else if (key !== undefined) {
    const where = surroundings.key ? 'ENCRYPTION_KEY' : path.join(surroundings.dataDir, ENCRYPTION_KEY_FILE);
    console.log(`The encryption key (${where}) is not inside. Keep it apart, or use --with-key.`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StorageError ? `${error.text.en}\n${error.text.zh}` : error);
  process.exitCode = 1;
});
