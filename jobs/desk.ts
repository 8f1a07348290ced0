import type { Adapter } from '../bot/contract.ts';
import type { Database } from '../core/db/database.ts';
import type { Storage } from '../core/files/storage.ts';
import type { Log } from '../core/log.ts';
import type { Organisation } from '../core/organisation.ts';

/** What every job may use. */
export type Desk = {
  database: Database;
  org: Organisation;
  /** The platforms that are running, by name. */
  adapters: ReadonlyMap<string, Adapter>;
  storage: Storage;
  log: Log;
};
