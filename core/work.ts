import type { Actor } from './actor.ts';
import type { Core } from './context.ts';
import { dayIn } from './days.ts';
import type { Database } from './db/database.ts';
import { type Answering, type Origin, transact } from './db/transaction.ts';
import type { Organisation } from './organisation.ts';

export type Work<Result> = {
  actor: Actor;
  org: Organisation;
  origin: Origin;
  answering?: Answering<Result> | undefined;
};

/**
 * Runs one transaction as a person: reads under his row policies, then everything planned in `core.change` at once.
 * Throws DomainError; nothing is written when it throws. `run` may run again after a lost race: it sends nothing itself.
 */
export function work<Result>(
  database: Database,
  { actor, org, origin, answering }: Work<Result>,
  run: (core: Core) => Promise<Result>,
): Promise<Result> {
  const { identity, stamp } = answering?.sender ?? {};
  const begin = { name: 'begin', text: 'SELECT parley_begin($1, $2, $3)', values: [actor.userId, identity, stamp] };
  return transact(database, { begin, actorId: actor.userId, origin, answering }, (transaction) => {
    const now = database.clock.now();
    return run({ ...transaction, actor, org, origin, now, today: dayIn(now, actor.timeZone) });
  });
}
