import type { Actor } from './actor.ts';
import { ChangeSet } from './changes/change-set.ts';
import type { Core } from './context.ts';
import { dayIn } from './days.ts';
import type { Database } from './db/database.ts';
import { isRetryable, toFailure } from './db/failures.ts';
import { currentSession, Session, type Statement } from './db/session.ts';
import { newId } from './id.ts';
import type { Organisation } from './organisation.ts';

/** Undo stays possible this long (R106). */
const UNDO_MS = 10 * 60_000;

/** A deadlock or a serialisation failure is run again this often before it is reported. */
const TRIES = 3;

export type Via = 'words' | 'button' | 'form' | 'language' | 'api' | 'job';

/** Where a transaction came from; its audit header. */
export type Origin = {
  via: Via;
  platform?: string;
  command?: string;
  /** False for decisions and sends: their cards carry no Undo. */
  undoable?: boolean;
};

/** The delivery a transaction answers; the answer is stored with its rows, so that a crash cannot part them. */
export type Answering<Result> = { inboxId: string; encode(result: Result): Uint8Array };

export type Work<Result> = {
  actor: Actor;
  org: Organisation;
  origin: Origin;
  answering?: Answering<Result> | undefined;
};

/** The id of the change a core will write; what Undo takes back. */
const changeIds = new WeakMap<Core, string>();

export function changeIdOf(core: Core): string {
  const id = changeIds.get(core);
  if (!id) {
    throw new Error('this core belongs to no transaction');
  }
  return id;
}

/**
 * Runs one transaction as a person: reads under his row policies, then everything planned in `core.change` at once.
 * Throws DomainError; nothing is written when it throws. `run` may run again after a deadlock: it sends nothing itself.
 */
export async function work<Result>(
  database: Database,
  as: Work<Result>,
  run: (core: Core) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(database, as, run);
    } catch (error) {
      if (attempt >= TRIES || !isRetryable(error)) {
        throw toFailure(error);
      }
    }
  }
}

async function once<Result>(
  database: Database,
  as: Work<Result>,
  run: (core: Core) => Promise<Result>,
): Promise<Result> {
  const { actor, org, origin, answering } = as;
  const session = new Session(database.pool, {
    name: 'begin',
    text: 'SELECT parley_begin($1)',
    values: [actor.userId],
  });
  const change = new ChangeSet();
  const changeId = newId();
  let hasHeader = false;
  let hasEvents = false;

  const apply = (actorId: string | null, answer?: { id: string; reply: string }): Statement => {
    const planned = change.take();
    hasEvents ||= planned.events.length > 0;
    const header = {
      via: origin.via,
      platform: origin.platform,
      command: origin.command,
      inboxId: answering?.inboxId,
      undoableMs: origin.undoable === false ? undefined : UNDO_MS,
    };
    const payload = {
      change: hasHeader ? { id: changeId } : { id: changeId, ...header },
      ...planned,
      ...(answer ? { inbox: answer } : {}),
    };
    hasHeader = true;
    return { name: 'apply', text: 'SELECT parley_apply($1, $2) AS rows', values: [actorId, JSON.stringify(payload)] };
  };

  const now = database.clock.now();
  const core: Core = {
    actor,
    org,
    now,
    today: dayIn(now, actor.timeZone),
    db: database.prisma,
    sql: (statement) => session.rows(statement),
    change,
    async flush() {
      if (!change.isEmpty) {
        await session.rows(apply(null));
      }
    },
  };
  changeIds.set(core, changeId);

  try {
    const result = await currentSession.run(session, () => run(core));
    const writes = hasHeader || !change.isEmpty;
    const answer =
      writes && answering
        ? { id: answering.inboxId, reply: Buffer.from(answering.encode(result)).toString('base64') }
        : undefined;
    if (session.isOpen) {
      await session.commit(writes ? apply(null, answer) : undefined);
    } else if (writes) {
      const { name = '', text, values = [] } = apply(actor.userId, answer);
      await database.pool.query({ name, text, values: [...values] });
    }
    if (hasEvents) {
      database.onEvents();
    }
    return result;
  } catch (error) {
    await session.rollback();
    throw error;
  }
}
