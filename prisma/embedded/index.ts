// The PostgreSQL that comes with the product: started, adopted, recovered and stopped, one owner a DATA_DIR.
import { mkdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { StorageError } from '../storage-error.ts';
import { isRoot } from './account.ts';
import { type Cluster, createCluster, findCluster } from './cluster.ts';
import { findNative, type Native } from './native.ts';
import { alreadyRunning, type OwnerLock, takeOwnerLock } from './owner-lock.ts';
import { findHome, type Place, preparePlace } from './place.ts';
import { launch, shutDown } from './server.ts';
import { connect, connectRunning, takeServer, urlOf } from './session.ts';
import { supervise } from './supervise.ts';

/** A running embedded server; `location` is the folder it keeps its files in, which as root may be outside DATA_DIR. */
export type Embedded = { url: string; adopted: boolean; location: string; stop(): Promise<void> };

type Options = {
  dataDir: string;
  log?: (line: string) => void;
  /** For tests: which binaries, and where to go when the server's user cannot reach them or DATA_DIR. */
  native?: Native;
  shared?: readonly string[];
};

/** Starts or adopts the server of this DATA_DIR and owns it until `stop`; throws StorageError. */
export async function startEmbedded(options: Options): Promise<Embedded> {
  try {
    await mkdir(options.dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    const dataDir = await realpath(options.dataDir);
    const lock = await takeOwnerLock(dataDir);
    return await own({ ...options, dataDir }, lock).catch(async (error: unknown) => {
      await lock.release();
      throw error;
    });
  } catch (cause) {
    if (cause instanceof StorageError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const text = {
      en: `The embedded PostgreSQL in ${options.dataDir} cannot be used: ${reason}`,
      zh: `${options.dataDir} 中的内置 PostgreSQL 无法使用：${reason}`,
    };
    throw new StorageError('embedded_failed', text, { cause });
  }
}

async function own(options: Options, lock: OwnerLock): Promise<Embedded> {
  const { dataDir, log = () => undefined, shared } = options;
  const place = await preparePlace({ dataDir, native: options.native ?? (await findNative()), shared });
  const cluster = await openCluster(dataDir, place);
  const { client, port, adopted } = await openServer(cluster, place);
  const { ownerPid } = await takeServer(client);
  if (ownerPid !== undefined) {
    await client.end();
    throw alreadyRunning(dataDir, ownerPid);
  }
  if (path.dirname(place.home) !== dataDir) log(`the database of ${dataDir} is kept in ${place.home}`);
  const letGo = supervise({ cluster, place, port, client, log });
  const stop = async () => {
    await letGo();
    await shutDown(cluster, place);
    await lock.release();
  };
  let stopped: Promise<void> | undefined;
  return {
    url: urlOf(cluster, port),
    adopted,
    location: place.home,
    // A second call must not stop the server of whoever came after us.
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** Joins the server a running Parley owns, or starts it for the time being; undefined where DATA_DIR holds no database. */
export async function joinEmbedded(options: Options): Promise<{ url: string; stop(): Promise<void> } | undefined> {
  const folder = await realpath(options.dataDir).catch(() => undefined);
  const cluster = folder === undefined ? undefined : await findCluster(await findHome(folder));
  if (!cluster) return undefined;
  const running = await connectRunning(cluster);
  if (!running) return startEmbedded(options);
  await running.client.end();
  return { url: urlOf(cluster, running.port), stop: async () => undefined };
}

async function openCluster(dataDir: string, place: Place): Promise<Cluster> {
  const cluster = await findCluster(place.home);
  if (!cluster) return createCluster(place.native, place.home, place.account);
  const made = (await readFile(path.join(cluster.data, 'PG_VERSION'), 'utf8')).trim();
  if (made === place.native.major) return cluster;
  throw new StorageError('wrong_version', {
    en: `The database in ${dataDir} was made by PostgreSQL ${made}; this Parley brings PostgreSQL ${place.native.major}. With the Parley that made it run "npm run backup parley.backup", set DATA_DIR to a new folder, then with this one run "npm run restore parley.backup".`,
    zh: `${dataDir} 中的数据库由 PostgreSQL ${made} 创建，而当前 Parley 自带 PostgreSQL ${place.native.major}。请先用原来的版本运行 "npm run backup parley.backup"，把 DATA_DIR 设为新目录，再用当前版本运行 "npm run restore parley.backup"。`,
  });
}

async function openServer(
  cluster: Cluster,
  place: Place,
): Promise<{ client: pg.Client; port: number; adopted: boolean }> {
  const running = await connectRunning(cluster);
  if (running && (await isOurVersion(running.client, place.native))) return { ...running, adopted: true };
  // It runs on binaries that an update has taken away from under it.
  await running?.client.end();
  await shutDown(cluster, place);
  const { port } = await launch(cluster, place);
  return { client: await connect(cluster, port), port, adopted: false };
}

async function isOurVersion(client: pg.Client, { version }: Native): Promise<boolean> {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  return version.startsWith(`${rows[0]?.server_version}.`);
}
