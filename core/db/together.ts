import pg from 'pg';
import { isConnectionLost } from './failures.ts';
import { toJsonb } from './jsonb.ts';

/** Groups underway at a time. */
const LANES = 2;

/** More of them make no statement cheaper, and what one of them waits for, all wait for. */
const MOST = 32;

/** A group is answered sooner than this, so the next one gathers meanwhile: the fuller it is, the less each of it costs. */
const PATIENCE_MS = 10;

/** Whoever waits for a lock this long waits on alone. */
const LOCK_WAIT_MS = 100;

const LOCK_NOT_AVAILABLE = '55P03';

type Waiting<Result> = { json: string; resolve(result: Result): void; reject(error: unknown): void };

type Sent<Result> = {
  /** One statement for a list in JSON; 0 to wait for locks as long as it takes. */
  toStatement(list: string, lockWaitMs: number): pg.QueryConfig;
  /** What became of each, in their order. */
  toResults(answer: pg.QueryResult): readonly Result[];
};

/**
 * What several people ask of the database at the same moment, each whole in itself, sent as one statement: while one is
 * underway the next ones gather. What cannot be done with the others is sent again by itself, and fails or succeeds as
 * if it had never been with them.
 */
export class Together<Result> {
  private readonly pool: pg.Pool;
  private readonly sent: Sent<Result>;
  private waiting: Waiting<Result>[] = [];
  private gathering: NodeJS.Immediate | undefined;
  private lanes = 0;
  /** Those of them that are not late. */
  private timely = 0;

  constructor(pool: pg.Pool, sent: Sent<Result>) {
    this.pool = pool;
    this.sent = sent;
  }

  ask(item: object): Promise<Result> {
    const json = toJsonb(item);
    return new Promise((resolve, reject) => {
      this.waiting.push({ json, resolve, reject });
      // What other connections have brought in this turn of the event loop comes along.
      this.gathering ??= setImmediate(() => {
        this.gathering = undefined;
        this.send();
      });
    });
  }

  private send(): void {
    while (this.waiting.length > 0 && this.lanes < LANES && (this.timely === 0 || this.waiting.length >= MOST)) {
      this.open(this.waiting.splice(0, MOST));
    }
  }

  private open(group: readonly Waiting<Result>[]): void {
    let isTimely = true;
    const late = () => {
      this.timely -= isTimely ? 1 : 0;
      isTimely = false;
    };
    this.lanes++;
    this.timely++;
    const patience = setTimeout(() => {
      late();
      this.send();
    }, PATIENCE_MS);
    void this.settle(group, LOCK_WAIT_MS).finally(() => {
      clearTimeout(patience);
      late();
      this.lanes--;
      this.send();
    });
  }

  private async settle(group: readonly Waiting<Result>[], lockWaitMs: number): Promise<void> {
    try {
      const list = `[${group.map(({ json }) => json).join(',')}]`;
      const results = this.sent.toResults(await this.pool.query(this.sent.toStatement(list, lockWaitMs)));
      for (const [at, { resolve }] of group.entries()) {
        resolve(results[at] as Result);
      }
    } catch (error) {
      const isToBlame = group.length === 1 && !(lockWaitMs > 0 && isLocked(error));
      for (const each of group) {
        if (isToBlame || !isRefused(error)) {
          each.reject(error);
        } else {
          // No lane waits for it.
          void this.settle([each], 0);
        }
      }
    }
  }
}

/** Changes as `parley_apply_all` takes them; each is committed when it resolves. */
export function changesTogether(pool: pg.Pool): Together<void> {
  return new Together(pool, {
    toStatement: (list, lockWaitMs) => ({
      name: 'apply-all',
      text: 'SELECT parley_apply_all($1, $2)',
      values: [list, lockWaitMs],
    }),
    toResults: () => [],
  });
}

/** Look-ups as `parley_look_up_all` takes them, each with the rows it found. */
export function lookUpsTogether(pool: pg.Pool): Together<unknown[]> {
  return new Together(pool, {
    toStatement: (list) => ({ name: 'look-up-all', text: 'SELECT parley_look_up_all($1) AS found', values: [list] }),
    toResults: ({ rows: [row] }) => row.found,
  });
}

/** The database has said no, so nothing was written; when it fell silent nobody knows. */
function isRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !isConnectionLost(error);
}

function isLocked(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE;
}
