// `npm run backup` and `npm run restore` as a person runs them, on embedded databases.
import { execFile } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toRun } from '../test/support/built.ts';
import { cleanUp, findServer, makeFolder, type OwnerProcess, query, startOwner } from '../test/support/embedded.ts';
import { startEmbedded } from './embedded/index.ts';
import { migrate } from './migrate.ts';

const KEY = 'c2VjcmV0IGtleSBvZiB0aGlzIGluc3RhbGxhdGlvbiE=';

/** Of several pieces, with what ends the rows of a table in it. */
const PHOTO = Buffer.concat([Buffer.from('\n\\.\n'), Buffer.alloc(600_000, 'photo\u0000')]);

let folder = '';
let source = '';
let owner: OwnerProcess;

beforeAll(async () => {
  folder = await makeFolder();
  source = path.join(folder, 'source');
  owner = await startOwner(source);
  const client = new pg.Client({ connectionString: owner.said.url });
  await client.connect();
  await migrate(client);
  await client.query(`UPDATE stages SET name_en = 'Our own words' WHERE key = 'won'`);
  await client.end();
  await writeFile(path.join(source, 'encryption.key'), `${KEY}\n`);
  await mkdir(path.join(source, 'files', 'ab'), { recursive: true });
  await writeFile(path.join(source, 'files', 'ab', 'abc-1'), PHOTO);
});

afterAll(cleanUp);

async function npmRun(script: string, dataDir: string, ...args: string[]): Promise<string> {
  const { DATABASE_URL: _own, ENCRYPTION_KEY: _set, ...env } = process.env;
  const options = { cwd: folder, env: { ...env, DATA_DIR: dataDir } };
  const { stdout } = await promisify(execFile)(process.execPath, [...toRun(`prisma/${script}`), ...args], options);
  return stdout;
}

describe('npm run backup', () => {
  it('saves the database of a running Parley, and says that the key is not inside', async () => {
    const said = await npmRun('backup', source, 'plain.backup');
    expect(said).toMatch(/plain\.backup: \d+ rows of \d+ tables\./);
    expect(said).toContain(`The encryption key (${path.join(source, 'encryption.key')}) is not inside.`);
    expect(said).toContain(`Files of ${path.join(source, 'files')} are inside.`);
    expect((await stat(path.join(folder, 'plain.backup'))).mode & 0o777).toBe(0o600);
  });

  it('takes the key along when asked to', async () => {
    expect(await npmRun('backup', source, 'keyed.backup', '--with-key')).toContain('The encryption key is inside.');
  });

  it('refuses a folder without a database instead of making one', async () => {
    const nowhere = path.join(folder, 'nowhere');
    await expect(npmRun('backup', nowhere)).rejects.toThrow(`There is no database in ${nowhere}`);
    await expect(stat(nowhere)).rejects.toThrow('ENOENT');
  });
});

describe('npm run restore', () => {
  it('refuses while a Parley runs on the folder', async () => {
    await expect(npmRun('restore', source, 'plain.backup')).rejects.toThrow(`(process ${owner.pid})`);
  });

  it('fills a new folder, puts the key into it, and leaves no server running', async () => {
    const target = path.join(folder, 'target');
    const said = await npmRun('restore', target, 'keyed.backup');
    expect(said).toMatch(/Restored \d+ rows of \d+ tables/);
    expect(said).toContain(`The encryption key was put into ${path.join(target, 'encryption.key')}.`);
    expect(await readFile(path.join(target, 'encryption.key'), 'utf8')).toBe(`${KEY}\n`);
    expect(said).toContain(`1 files were put into ${path.join(target, 'files')}.`);
    expect((await readFile(path.join(target, 'files', 'ab', 'abc-1'))).equals(PHOTO)).toBe(true);
    expect(await findServer(target)).toBeUndefined();
    const embedded = await startEmbedded({ dataDir: target });
    const rows = await query(embedded.url, `SELECT name_en FROM stages WHERE key = 'won'`);
    await embedded.stop();
    expect(rows).toEqual([{ name_en: 'Our own words' }]);
  });

  it('says what is missing when the folder has another key', async () => {
    const target = path.join(folder, 'target');
    await writeFile(path.join(target, 'encryption.key'), 'another key\n');
    expect(await npmRun('restore', target, 'keyed.backup', '--force')).toContain('What is encrypted stays closed');
    expect(await readFile(path.join(target, 'encryption.key'), 'utf8')).toBe('another key\n');
  });
});
