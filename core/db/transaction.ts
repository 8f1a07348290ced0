import type { QueryResultRow } from 'pg';
import { ChangeSet } from '../changes/change-set.ts';
import { newId } from '../id.ts';
import type { Database } from './database.ts';
import { isRetryable, toFailure } from './failures.ts';
import { toJsonb } from './jsonb.ts';
import { models } from './models.ts';
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
  /** The conversation he does it in, by a name of its own. */
  place?: string | undefined;
  command?: string | undefined;
  /** False for decisions and sends: their cards carry no Undo. */
  undoable?: boolean | undefined;
};

/** The delivery a transaction answers; the answer is stored with its rows, so that a crash cannot part them. */
export type Answering<Result> = {
  readonly inboxId: string;
  /** As whom its sender is known here; the transaction fails as `unknown_person` when that is no longer so. */
  readonly sender: { identity: string; stamp: string } | undefined;
  /** Not in the inbox yet: it is recorded with its answer, also where nothing else is written. */
  readonly isNew: boolean;
  /** The row of the inbox as `parley_apply` takes it. */
  toRow(result: Result): { id: string; reply: string };
  /** The answer is in the inbox. */
  recorded(): void;
};

/** What `parley_look_up` answers. */
export type LookUp = 'customers_by_key' | 'customer_with_deal' | 'names';

/** What a transaction offers whoever runs in it. */
export type Transaction = {
  readonly db: Reads;
  sql<Row extends QueryResultRow>(statement: Statement): Promise<Row[]>;
  lookUp<Row extends object>(kind: LookUp, wanted: object): Promise<Row[]>;
  readonly change: ChangeSet;
  flush(): Promise<void>;
};

type Options<Result> = {
  begin: Statement;
  /** Who it is when nothing was read before and the change is a transaction of its own; null for the product itself. */
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
  const planned = new Planned(change, options.origin, answering?.inboxId);
  const transaction: Transaction = {
    db: readsIn(session, models),
    sql: (statement) => session.rows(statement),
    async lookUp<Row>(kind: LookUp, wanted: object): Promise<Row[]> {
      const found =
        session.isOpen || actorId === null
          ? (await session.rows(toLookUp(kind, wanted)))[0]?.found
          : await database.lookUps.ask({ actor: actorId, ...answering?.sender, kind, wanted });
      return found as Row[];
    },
    change,
    async flush() {
      if (!change.isEmpty) {
        await session.rows(toStatement(planned.take()));
      }
    },
  };

  try {
    const result = await run(transaction);
    const writes = planned.hasWritten || !change.isEmpty;
    if (writes || answering?.isNew) {
      const last = { ...planned.take({ isNeeded: writes }), ...(answering ? { inbox: answering.toRow(result) } : {}) };
      if (session.holdsSomething || actorId === null) {
        await session.commit(toStatement(last));
      } else {
        // At this isolation every statement sees what is committed when it begins: reads bind nothing to what follows.
        const ended = session.commit().catch(() => session.rollback());
        await database.changes.ask({ actor: actorId, ...answering?.sender, ...last }).finally(() => ended);
      }
      answering?.recorded();
      if (planned.hasEvents) {
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

function toLookUp(kind: LookUp, wanted: object): Statement & { isRead: true } {
  return {
    name: 'look-up',
    text: 'SELECT parley_look_up($1, $2) AS found',
    values: [kind, toJsonb(wanted)],
    isRead: true,
  };
}

function toStatement(planned: object): Statement {
  return { name: 'apply', text: 'SELECT parley_apply($1)', values: [toJsonb(planned)] };
}

/** What was planned, as `parley_apply` takes it; what is taken first carries the audit header. */
class Planned {
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

  /** Without a header where nothing was changed and nothing will be. */
  take({ isNeeded = true }: { isNeeded?: boolean } = {}): object {
    const { ops, events } = this.change.take();
    if (!isNeeded) {
      return { ops, events };
    }
    const { via, platform, command, undoable } = this.origin;
    const header = {
      via,
      platform,
      command,
      inboxId: this.inboxId,
      ...(undoable === false ? {} : { undoableMs: UNDO_MS }),
    };
    const id = changeIdOf(this);
    const change = this.hasWritten ? { id } : { id, ...header };
    this.hasWritten = true;
    this.hasEvents ||= events.length > 0;
    return { change, ops, events };
  }
}
