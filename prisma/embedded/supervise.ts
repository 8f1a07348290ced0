import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Cluster } from './cluster.ts';
import type { Place } from './place.ts';
import { findPostmaster } from './postmaster-file.ts';
import { isGone, launch } from './server.ts';
import { connect, takeServer } from './session.ts';

const RETRY_MS = 1_000;

type Watched = { cluster: Cluster; place: Place; port: number; client: pg.Client; log: (line: string) => void };

/**
 * Starts the server again, on the same port, when it dies under us, so that pools recover by themselves.
 * Returns how to let go of it.
 */
export function supervise({ cluster, place, port, client, log }: Watched): () => Promise<void> {
  let isReleased = false;
  let current = client;
  let revival: Promise<void> | undefined;

  const watch = (next: pg.Client) => {
    current = next;
    next.once('end', () => {
      if (!isReleased) revival = revive();
    });
  };

  const revive = async () => {
    while (!isReleased) {
      try {
        if (!(await findPostmaster(cluster.data)) || (await isGone(cluster, RETRY_MS))) {
          log('the embedded PostgreSQL went away; starting it again');
          await launch(cluster, place, port);
        }
        const next = await connect(cluster, port);
        await takeServer(next);
        watch(next);
        return;
      } catch (error) {
        log(`the embedded PostgreSQL is still away: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(RETRY_MS);
      }
    }
  };

  watch(client);
  return async () => {
    isReleased = true;
    await revival;
    await current.end().catch(() => undefined);
  };
}
