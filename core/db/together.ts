import pg from 'pg';
import { isConnectionLost } from './failures.ts';

/** Statements underway at a time: one is written while the next is gathered. */
const LANES = 2;

/** More of them make no statement cheaper, and what one of them waits for, all wait for. */
const MOST = 32;

/** Whoever waits for a lock this long waits on alone. */
const LOCK_WAIT_MS = 100;

const LOCK_NOT_AVAILABLE = '55P03';

type Waiting = { json: string; resolve(): void; reject(error: unknown): void };

/**
 * Changes of several people, each whole in itself, written and committed together: while one statement is underway the
 * next ones gather. Alone it is sent at once. What cannot be written with the others is sent again by itself, and
 * fails or succeeds as if it had never been with them.
 */
export class Together {
  private readonly pool: pg.Pool;
  private waiting: Waiting[] = [];
  private lanes = 0;

  constructor(pool: pg.Pool) {
    this.pool = pool;
  }

  /** Resolves when it is committed. `change` as `parley_apply_all` takes it. */
  apply(change: object): Promise<void> {
    const json = JSON.stringify(change);
    return new Promise((resolve, reject) => {
      this.waiting.push({ json, resolve, reject });
      this.send();
    });
  }

  private send(): void {
    while (this.lanes < LANES && this.waiting.length > 0) {
      const group = this.waiting.splice(0, MOST);
      this.lanes++;
      void this.commit(group, LOCK_WAIT_MS).finally(() => {
        this.lanes--;
        this.send();
      });
    }
  }

  private async commit(group: readonly Waiting[], waitMs: number): Promise<void> {
    try {
      await this.pool.query({
        name: 'apply-all',
        text: 'SELECT parley_apply_all($1, $2)',
        values: [`[${group.map(({ json }) => json).join(',')}]`, waitMs],
      });
      for (const { resolve } of group) {
        resolve();
      }
    } catch (error) {
      const isToBlame = group.length === 1 && !(waitMs > 0 && isLocked(error));
      for (const each of group) {
        if (isToBlame || !isRefused(error)) {
          each.reject(error);
        } else {
          // No lane waits for it.
          void this.commit([each], 0);
        }
      }
    }
  }
}

/** The database has said no, so nothing was written; when it fell silent nobody knows. */
function isRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !isConnectionLost(error);
}

function isLocked(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE;
}
