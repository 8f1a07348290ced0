import type { Database } from './database.ts';
import { type Transaction, transact } from './transaction.ts';

/** The product's own names in the database; the policies say which tables each may touch, the audit names it. */
export type SystemName = 'inbox' | 'identity' | 'relay' | 'schedule' | 'sealer' | 'files' | 'hook';

/** One transaction of the product itself, for the modules that the wall test lists and no others. */
export function asSystem<Result>(
  database: Database,
  name: SystemName,
  run: (core: Transaction) => Promise<Result>,
): Promise<Result> {
  const begin = { name: 'begin-system', text: 'SELECT parley_begin_system($1)', values: [name] };
  return transact(database, { begin, actorId: null, origin: { via: 'job', undoable: false } }, run);
}
