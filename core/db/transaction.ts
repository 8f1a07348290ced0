import type { QueryResultRow } from 'pg';
import { ChangeSet } from '../changes/change-set.ts';
import { newId } from '../id.ts';
import type { Database } from './database.ts';
import { isRetryable, toFailure } from './failures.ts';
import type { Reads } from './reads.ts';
import { readsIn, Session, type Statement } from './session.ts';

/** Undo stays possible this long (R106). */
const UNDO_MS = 10 * 60_000;

/** A deadlock, a serialisation failure or a lost race is run again this often before it is reported. */
const TRIES = 3;

export type Via = 'words' | 'button' | 'form' | 'language' | 'api' | 'job';

/** Where a transaction came from; its audit header. */
export type Origin = {
  via: Via;
  platform?: string | undefined;
  /** The account the actor speaks from, where he does so in a chat. */
  from?: { platform: string; workspace: string; externalId: string } | undefined;
  command?: string | undefined;
  /** False for decisions and sends: their cards carry no Undo. */
  undoable?: boolean | undefined;
};

/** The delivery a transaction answers; the answer is stored with its rows, so that a crash cannot part them. */
export type Answering<Result> = { inboxId: string; encode(result: Result): Uint8Array };

/** What a transaction offers whoever runs in it. */
export type Transaction = {
  readonly db: Reads;
  sql<Row extends QueryResultRow>(statement: Statement): Promise<Row[]>;
  readonly change: ChangeSet;
  flush(): Promise<void>;
};

type Options<Result> = {
  begin: Statement;
  /** Whose `parley_apply` opens a transaction of its own when nothing was read before. */
  actorId: string | null;
  origin: Origin;
  answering?: Answering<Result> | undefined;
};

const changeIds = new WeakMap<ChangeSet, string>();

/** The id of the change this transaction will write; what Undo takes back. */
export function changeIdOf({ change }: Pick<Transaction, 'change'>): string {
  const known = changeIds.get(change) ?? newId();
  changeIds.set(change, known);
  return known;
}

/** Runs one transaction: reads as they come, then everything planned in `change` at once. Throws DomainError. */
export async function transact<Result>(
  database: Database,
  options: Options<Result>,
  run: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(database, options, run);
    } catch (error) {
      if (attempt >= TRIES || !isRetryable(error)) {
        throw toFailure(error);
      }
    }
  }
}

async function once<Result>(
  database: Database,
  options: Options<Result>,
  run: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const { begin, actorId, answering } = options;
  const session = new Session(database.pool, begin);
  const change = new ChangeSet();
  const applier = new Applier(change, options.origin, answering?.inboxId);
  const transaction: Transaction = {
    db: readsIn(session, database.prisma),
    sql: (statement) => session.rows(statement),
    change,
    async flush() {
      if (!change.isEmpty) {
        await session.rows(applier.statement(null));
      }
    },
  };

  try {
    const result = await run(transaction);
    if (applier.hasWritten || !change.isEmpty) {
      const reply = answering && Buffer.from(answering.encode(result)).toString('base64');
      const isAlone = !session.isOpen && actorId !== null;
      const last = applier.statement(isAlone ? actorId : null, reply);
      await (isAlone ? database.pool.query({ ...last, values: [...(last.values ?? [])] }) : session.commit(last));
      if (applier.hasEvents) {
        database.onEvents();
      }
    } else {
      await session.commit();
    }
    return result;
  } catch (error) {
    await session.rollback();
    throw error;
  }
}

/** Turns what was planned into calls of `parley_apply`; the first carries the audit header. */
class Applier {
  readonly change: ChangeSet;
  private readonly origin: Origin;
  private readonly inboxId: string | undefined;
  hasWritten = false;
  hasEvents = false;

  constructor(change: ChangeSet, origin: Origin, inboxId: string | undefined) {
    this.change = change;
    this.origin = origin;
    this.inboxId = inboxId;
  }

  statement(actorId: string | null, reply?: string): Statement & { name: string } {
    const planned = this.change.take();
    const id = changeIdOf(this);
    const { via, platform, command, undoable } = this.origin;
    const header = {
      via,
      platform,
      command,
      inboxId: this.inboxId,
      ...(undoable === false ? {} : { undoableMs: UNDO_MS }),
    };
    const payload = {
      change: this.hasWritten ? { id } : { id, ...header },
      ...planned,
      ...(reply === undefined ? {} : { inbox: { id: this.inboxId, reply } }),
    };
    this.hasWritten = true;
    this.hasEvents ||= planned.events.length > 0;
    return { name: 'apply', text: 'SELECT parley_apply($1, $2)', values: [actorId, JSON.stringify(payload)] };
  }
}
