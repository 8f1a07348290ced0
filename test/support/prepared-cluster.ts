// The cluster every test run begins with, its template filled once for all of them: initdb and the migrations are seconds of work.
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync } from 'node:fs';
import { cp, lchown, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Account } from '../../prisma/embedded/account.ts';
import { type Cluster, createCluster, findCluster, USER } from '../../prisma/embedded/cluster.ts';
import type { Place } from '../../prisma/embedded/place.ts';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/parley', import.meta.url));

/** A database in the cluster; `key` tells one from what `fill` made of other sources. */
export type Template = { name: string; key: string; fill(url: string): Promise<void> };

type Launch = (cluster: Cluster) => Promise<{ url: string; stop(signal: 'SIGINT'): Promise<void> }>;

/** A cluster of this run's own, nobody serving it; the first run with this template makes it, all later ones copy that. */
export async function copyCluster(place: Place, template: Template, launch: Launch): Promise<Cluster> {
  const { home, native, account } = place;
  const name = `cluster-${native.version}-${account?.uid ?? process.getuid?.() ?? 'user'}`;
  const kept = path.join(CACHE, `${name}-${template.key}`);
  if (!existsSync(kept)) {
    const made = await prepare(place, template, launch);
    await keep(home, kept);
    await dropOld(name).catch(() => undefined);
    return made;
  }
  // A third of the time of its asynchronous sister, and nobody waits for this process meanwhile.
  cpSync(kept, home, { recursive: true });
  if (account) await giveAway(path.join(home, 'data'), account);
  const cluster = await findCluster(home);
  if (!cluster) throw new Error(`The prepared cluster ${kept} is damaged: delete it.`);
  return cluster;
}

async function prepare({ home, native, account }: Place, { name, fill }: Template, launch: Launch): Promise<Cluster> {
  const cluster = await createCluster(native, home, account);
  const { url, stop } = await launch(cluster);
  try {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    // Thousands of rounds of hashing at every connect defend words that people choose; these are 24 random bytes.
    await client.query(`SET scram_iterations = 1; ALTER ROLE "${USER}" PASSWORD '${cluster.password}'`);
    await client.query(`CREATE DATABASE "${name}"`);
    await client.end();
    const database = new URL(url);
    database.pathname = `/${name}`;
    await fill(database.href);
  } finally {
    await stop('SIGINT');
  }
  return cluster;
}

async function keep(home: string, kept: string): Promise<void> {
  const draft = `${kept}.${randomBytes(4).toString('hex')}`;
  try {
    await cp(home, draft, { recursive: true });
    // Two runs may come here at once; the first to rename wins, the other's copy is dropped.
    await rename(draft, kept);
  } catch {
    // Without a cache, in a folder that is not ours to write to, every run makes its own.
    await rm(draft, { recursive: true, force: true });
  }
}

const DAY_MS = 86_400_000;

/** Those of sources that are no more, and halves that a kill left; younger ones may be another run's. */
async function dropOld(name: string): Promise<void> {
  const names = (await readdir(CACHE)).filter((each) => each === name || each.startsWith(`${name}-`));
  for (const each of names) {
    const old = path.join(CACHE, each);
    if (Date.now() - (await stat(old)).mtimeMs < DAY_MS) continue;
    // Broken off amid it, what is left is not to be taken for a whole one.
    const gone = `${old}.${randomBytes(4).toString('hex')}`;
    await rename(old, gone);
    await rm(gone, { recursive: true, force: true });
  }
}

async function giveAway(folder: string, { uid, gid }: Account): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(['.', ...names].map((name) => lchown(path.join(folder, name), uid, gid)));
}
