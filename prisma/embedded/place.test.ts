import { cpSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, makeFolder, query, readNote, startOwner } from '../../test/support/embedded.ts';
import { isRoot } from './account.ts';
import { startEmbedded } from './index.ts';
import { binary, findNative, type Native, repairNative } from './native.ts';
import { canEnter, findSharedFolder } from './reach.ts';

afterAll(cleanUp);

async function copyNative(folder: string, { withLinks = true } = {}): Promise<Native> {
  const native = await findNative();
  await repairNative(native.folder);
  const links: { target: string }[] = JSON.parse(await readFile(path.join(native.folder, 'pg-symlinks.json'), 'utf8'));
  const copy = { ...native, folder: path.join(folder, 'native') };
  cpSync(native.folder, copy.folder, { recursive: true, verbatimSymlinks: true });
  if (withLinks) return copy;
  for (const { target } of links) await rm(path.join(folder, target));
  return copy;
}

const NOBODY = { uid: 65534, gid: 65534 };
const isOpenToNobody = async () => canEnter((await findNative()).folder, NOBODY);

describe('the binaries', () => {
  it('are repaired where npm ran no install script: links and executable bits', async () => {
    const folder = await makeFolder();
    const native = await copyNative(folder, { withLinks: false });
    await chmod(binary(native, 'postgres'), 0o644);
    await chmod(binary(native, 'initdb'), 0o644);
    const embedded = await startEmbedded({ dataDir: path.join(folder, 'data'), native });
    expect(await query(embedded.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await embedded.stop();
  });
});

describe.skipIf(!isRoot())('as root', () => {
  it('keeps binaries and data elsewhere when the clone lies in a private home, says where, and finds them again', async () => {
    const home = await makeFolder(0o700);
    const shared = path.join(await makeFolder(), 'shared');
    const dataDir = path.join(home, 'parley/.data');
    const native = await copyNative(home);
    const lines: string[] = [];
    const options = { dataDir, native, shared: [shared], log: (line: string) => lines.push(line) };

    const first = await startEmbedded(options);
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS id');
    await first.stop();
    const second = await startEmbedded(options);
    expect(await query(second.url, 'SELECT id FROM kept')).toEqual([{ id: 7 }]);
    await second.stop();

    expect(path.dirname(second.location)).toBe(shared);
    expect(await readNote(dataDir)).toEqual({ home: first.location });
    expect(lines).toContain(`the database of ${dataDir} is kept in ${first.location}`);
    expect((await readdir(shared)).sort()).toEqual([
      path.basename(first.location),
      expect.stringContaining(`postgresql-${native.version}`),
    ]);
    expect((await stat(path.join(second.location, 'password'))).mode & 0o777).toBe(0o600);
  });

  it('refuses to begin with an empty database when the one kept elsewhere is gone', async () => {
    const dataDir = await makeFolder();
    await writeFile(path.join(dataDir, 'postgres.json'), '{"home":"/var/lib/parley/gone"}');
    await expect(startEmbedded({ dataDir })).rejects.toThrow('/var/lib/parley/gone, which is gone');
  });

  it('passes over a shared folder that is not its own or that others can write to', async () => {
    const [foreign, open, own] = [await makeFolder(), await makeFolder(0o777), path.join(await makeFolder(), 'own')];
    await chown(foreign, 65534, 65534);
    expect(await findSharedFolder([foreign, open, own])).toBe(own);
  });

  it('goes on with a database that a normal user made, as that user', async ({ skip }) => {
    if (!(await isOpenToNobody())) skip('this clone lies in a private folder');
    const folder = await makeFolder();
    await mkdir(path.join(folder, 'data'));
    const dataDir = path.join(folder, 'data');
    await chown(dataDir, 65534, 65534);
    const owner = await startOwner(dataDir, NOBODY);
    await query(owner.said.url ?? '', 'CREATE TABLE kept AS SELECT 9 AS id');
    expect(owner.said.location).toBe(path.join(dataDir, 'postgres'));
    await owner.kill();

    const adopted = await startEmbedded({ dataDir });
    expect(adopted.adopted).toBe(true);
    await adopted.stop();
    const restarted = await startEmbedded({ dataDir });
    expect(await query(restarted.url, 'SELECT id FROM kept')).toEqual([{ id: 9 }]);
    await restarted.stop();
    expect((await stat(path.join(dataDir, 'postgres/data/PG_VERSION'))).uid).toBe(65534);
  });

  it('runs the server as another user, and tells a third one in one line that the database is not theirs', async ({
    skip,
  }) => {
    if (!(await isOpenToNobody())) skip('this clone lies in a private folder');
    const dataDir = await makeFolder();
    const embedded = await startEmbedded({ dataDir });
    expect((await stat(path.join(embedded.location, 'data'))).uid).not.toBe(0);
    await embedded.stop();
    const { said } = await startOwner(dataDir, NOBODY);
    expect(said.error).toMatch(/cannot be used: EACCES/);
  });
});
