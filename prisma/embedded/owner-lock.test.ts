import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanUp, makeFolder, startOwner } from '../../test/support/embedded.ts';
import { startEmbedded } from './index.ts';
import { takeOwnerLock } from './owner-lock.ts';
import { findHost, findStart } from './process-identity.ts';

afterAll(cleanUp);

describe('one owner a DATA_DIR', () => {
  let dataDir = '';
  let lockFile = '';

  beforeAll(async () => {
    dataDir = await makeFolder();
    lockFile = path.join(dataDir, 'parley.lock');
  });

  it('refuses the second start in one sentence that names the first process', async () => {
    const owner = await startOwner(dataDir);
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
      code: 'already_running',
      message: `Parley is already running on ${dataDir} (process ${owner.pid}). Stop it first, or set DATA_DIR to another folder.`,
      text: { zh: expect.stringContaining(`进程 ${owner.pid}`) },
    });
    await owner.kill();
  });

  it('refuses the second start within one process too', async () => {
    const embedded = await startEmbedded({ dataDir });
    await expect(startEmbedded({ dataDir })).rejects.toThrow(`(process ${process.pid})`);
    await embedded.stop();
  });

  it('lets exactly one of several simultaneous starts in, also over the lock of a killed owner', async () => {
    const killed = await startOwner(dataDir);
    await killed.kill();
    const starts = await Promise.all([1, 2, 3].map(() => startOwner(dataDir)));
    const winners = starts.filter(({ said }) => said.url !== undefined);
    const losers = starts.filter(({ said }) => said.error !== undefined);
    expect(winners).toHaveLength(1);
    expect(losers.map(({ said }) => said.error)).toEqual(
      losers.map(() => expect.stringContaining(`(process ${winners[0]?.pid})`)),
    );
    await winners[0]?.kill();
  });

  it('holds without its file, through a lock inside the server', async () => {
    const owner = await startOwner(dataDir);
    await rm(lockFile);
    await expect(startEmbedded({ dataDir })).rejects.toThrow(`(process ${owner.pid})`);
    await owner.kill();
  });

  it('is not held by a process that only has the same pid', async () => {
    await writeFile(lockFile, JSON.stringify({ pid: process.ppid, start: 'another moment', host: findHost() }));
    const embedded = await startEmbedded({ dataDir });
    expect(JSON.parse(await readFile(lockFile, 'utf8'))).toEqual({
      pid: process.pid,
      start: findStart(process.pid),
      host: findHost(),
    });
    await embedded.stop();
    await expect(readFile(lockFile)).rejects.toThrow('ENOENT');
  });

  it('takes over a damaged lock file', async () => {
    await writeFile(lockFile, '{"pid":');
    const embedded = await startEmbedded({ dataDir });
    await embedded.stop();
  });
});

describe('a lock from another machine or container, whose pids say nothing here', () => {
  const foreign = JSON.stringify({ pid: process.pid, start: '1', host: 'elsewhere 7' });

  async function writeForeignLock(): Promise<{ dataDir: string; lockFile: string }> {
    const dataDir = await makeFolder();
    const lockFile = path.join(dataDir, 'parley.lock');
    await writeFile(lockFile, foreign);
    return { dataDir, lockFile };
  }

  it('holds as long as its owner keeps touching it', async () => {
    const { dataDir, lockFile } = await writeForeignLock();
    const beat = setInterval(() => void utimes(lockFile, new Date(), new Date()), 20);
    const attempt = takeOwnerLock(dataDir, { heartbeatMs: 100 }).finally(() => clearInterval(beat));
    await expect(attempt).rejects.toThrow(`(process ${process.pid} on elsewhere)`);
  });

  it('falls when it stays silent', async () => {
    const { dataDir, lockFile } = await writeForeignLock();
    const lock = await takeOwnerLock(dataDir, { heartbeatMs: 20 });
    expect(JSON.parse(await readFile(lockFile, 'utf8'))).toMatchObject({ host: findHost() });
    await lock.release();
  });

  it('falls at once when it has long been silent', async () => {
    const { dataDir, lockFile } = await writeForeignLock();
    await utimes(lockFile, new Date('2026-01-01'), new Date('2026-01-01'));
    const lock = await takeOwnerLock(dataDir, { heartbeatMs: 3_600_000 });
    await lock.release();
  });
});

describe('a process', () => {
  it('is told from its successor with the same pid by when it began', () => {
    expect(findStart(process.pid)).toBe(findStart(process.pid));
    expect(findStart(process.pid)).not.toBe(findStart(process.ppid));
    expect(findStart(2 ** 22 + 1)).toBeUndefined();
  });
});
