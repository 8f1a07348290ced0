import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** bigint as bigint, DATE as its ISO day, numeric as text; everything else as pg reads it. */
const TYPES = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    switch (oid) {
      case pg.types.builtins.INT8:
        return BigInt;
      case pg.types.builtins.DATE:
      case pg.types.builtins.NUMERIC:
        return (value: string) => value;
      default:
        return pg.types.getTypeParser(oid, format);
    }
  },
};

/** `name` makes it a prepared statement of its connection: one text a name. */
export type Statement = {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
  /** It locks and changes nothing, so what is written after it may be a transaction of its own. */
  readonly isRead?: true;
};

/**
 * One transaction, opened by the first statement that needs it. What opens it (BEGIN, role, actor) and what closes it
 * (the changes, COMMIT) travel with their neighbour in one round trip: the connections are pipelined.
 */
export class Session {
  private readonly pool: pg.Pool;
  private readonly begin: Statement;
  private opening: Promise<pg.PoolClient> | undefined;
  private began: Promise<unknown> = Promise.resolve();
  private isClosed = false;
  private hasHold = false;

  constructor(pool: pg.Pool, begin: Statement) {
    this.pool = pool;
    this.begin = begin;
  }

  get isOpen(): boolean {
    return this.opening !== undefined;
  }

  /** Whether it may have locked or changed something that its end lets go of. */
  get holdsSomething(): boolean {
    return this.hasHold;
  }

  async query<Row extends pg.QueryResultRow>(
    statement: pg.QueryConfig | pg.QueryArrayConfig,
  ): Promise<pg.QueryResult<Row>> {
    if (this.isClosed) {
      // It would open a transaction that nobody closes, and keep its connection for good.
      throw new Error('a statement after the end of its transaction');
    }
    this.opening ??= this.open();
    const client = await this.opening;
    return inOrder(this.began, client.query<Row>(statement));
  }

  async rows<Row extends pg.QueryResultRow>(statement: Statement): Promise<Row[]> {
    this.hasHold ||= !statement.isRead;
    const { rows } = await this.query<Row>(configOf(statement));
    return rows;
  }

  /** Sends a last statement, if any, and COMMIT, in one round trip. */
  async commit(last?: Statement): Promise<void> {
    this.isClosed = true;
    if (!this.opening && !last) {
      return;
    }
    this.opening ??= this.open();
    const client = await this.opening;
    const sent = last ? inOrder(this.began, client.query(configOf(last))) : this.began;
    const committed = await inOrder(sent, client.query('COMMIT'));
    this.opening = undefined;
    client.release();
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK, not with an error.
    if (committed.command !== 'COMMIT') {
      throw new Error('the transaction had failed before COMMIT');
    }
  }

  async rollback(): Promise<void> {
    this.isClosed = true;
    const client = await this.opening?.catch(() => undefined);
    this.opening = undefined;
    if (client) {
      const gone = await client.query('ROLLBACK').then(
        () => undefined,
        (error: Error) => error,
      );
      client.release(gone);
    }
  }

  private async open(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    this.began = Promise.all([client.query('BEGIN'), client.query(configOf(this.begin))]);
    this.began.catch(() => undefined); // every statement waits for it and says so
    return client;
  }
}

/**
 * What was sent in one go, the later's result. Where the earlier fails it is the earlier that says why: the later one
 * only says that its transaction is aborted, and may be heard first.
 */
async function inOrder<Result>(earlier: Promise<unknown>, later: Promise<Result>): Promise<Result> {
  later.catch(() => undefined);
  await earlier;
  return later;
}

function configOf({ name, text, values = [] }: Statement): pg.QueryConfig {
  return { ...(name ? { name } : {}), text, values: [...values], types: TYPES };
}

/** Which session the Prisma client's statements of this flow belong to. */
const currentSession = new AsyncLocalStorage<Session>();

/**
 * Prisma's models, each call sent to this session. Only the call itself runs in the asynchronous context: once one is in
 * use Node watches every promise in it, and on the hot path nothing needs that.
 */
export function readsIn<Models extends object>(session: Session, models: Models): Models {
  return new Proxy(models, {
    get: (all, name) => {
      const model: unknown = Reflect.get(all, name);
      return typeof model === 'object' && model !== null ? modelIn(session, model) : model;
    },
  });
}

function modelIn(session: Session, model: object): object {
  return new Proxy(model, {
    get: (all, name) => {
      const call: unknown = Reflect.get(all, name);
      // Prisma begins when it is awaited, so that has to happen in there too.
      return typeof call === 'function'
        ? (...args: unknown[]) => currentSession.run(session, async () => await call.apply(all, args))
        : call;
    },
  });
}

/** What Prisma takes for a pool: it hands each statement to the transaction its caller is in. */
export class SessionPool extends pg.Pool {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own overloads; Prisma calls it with one config object
  override query(statement: any): any {
    const session = currentSession.getStore();
    if (!session) {
      throw new Error('Prisma was called outside work(): every statement runs as somebody');
    }
    return session.query(statement);
  }

  override connect(): never {
    throw new Error('Prisma must not open transactions of its own: work() has one open');
  }
}
