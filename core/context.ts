import type { QueryResultRow } from 'pg';
import type { Actor } from './actor.ts';
import type { ChangeSet } from './changes/change-set.ts';
import type { Day } from './days.ts';
import type { Reads } from './db/reads.ts';
import type { Statement } from './db/session.ts';
import type { LookUp, Origin } from './db/transaction.ts';
import type { Organisation } from './organisation.ts';

/** What every use case is given first: who acts, when, and his view of the rows in one open transaction. */
export type Core = {
  readonly actor: Actor;
  readonly org: Organisation;
  /** The audit header of what this transaction writes. */
  readonly origin: Origin;
  /** The moment of this transaction, by the one clock. */
  readonly now: Date;
  /** The day it is where the actor is. */
  readonly today: Day;
  /** Typed reads under the actor's row policies. */
  readonly db: Reads;
  /** Prepared SQL under the same policies, for the hot paths. */
  sql<Row extends QueryResultRow>(statement: Statement): Promise<Row[]>;
  /** What many ask for, under the same policies; asked for first in a transaction, it travels with what others ask. */
  lookUp<Row extends object>(kind: LookUp, wanted: object): Promise<Row[]>;
  /** What this transaction will write. */
  readonly change: ChangeSet;
  /** Writes what was planned so far, so that the next reads see it; still the same transaction. */
  flush(): Promise<void>;
};
