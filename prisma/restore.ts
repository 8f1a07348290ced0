// npm run restore -- file [--force]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ENCRYPTION_KEY_FILE, restoreKey } from './archive/key.ts';
import { readSurroundings, withDatabase } from './archive/open-database.ts';
import { restoreDatabase } from './archive/restore-database.ts';
import { FILES_FOLDER } from './archive/stored-files.ts';
import { StorageError } from './storage-error.ts';

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { force: { type: 'boolean' } } });
  const [file] = positionals;
  if (file === undefined) {
    console.error('Usage: npm run restore -- <file> [--force]');
    process.exitCode = 1;
    return;
  }
  const surroundings = readSurroundings();
  const folder = path.join(surroundings.dataDir, FILES_FOLDER);
  const { manifest, rows, files } = await withDatabase(surroundings, 'own', (client) =>
    restoreDatabase(client, { file: path.resolve(file), files: folder, force: values.force === true }),
  );
  const counts = Object.values(rows);
  const total = counts.reduce((sum, count) => sum + count, 0);
  console.log(`Restored ${total} rows of ${counts.length} tables, as of ${manifest.madeAt}.`);
  if (files > 0) console.log(`${files} files were put into ${folder}.`);
  if (files > 0 && surroundings.bucket) console.log(`Copy them into the bucket ${surroundings.bucket}.`);
  if (!manifest.files) console.log('Files are not inside this backup: put them back from where they were kept.');
  const key = await restoreKey(manifest.key, { dataDir: surroundings.dataDir, set: surroundings.key });
  const keyFile = path.join(surroundings.dataDir, ENCRYPTION_KEY_FILE);
  if (key === 'placed') console.log(`The encryption key was put into ${keyFile}.`);
  if (key === 'missing')
    console.log(`What is encrypted stays closed until its key is in ENCRYPTION_KEY or ${keyFile}.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof StorageError ? `${error.text.en}\n${error.text.zh}` : error);
  process.exitCode = 1;
});
