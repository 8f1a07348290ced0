import { readFileSync } from 'node:fs';
import type { Actor } from '../../../core/actor.ts';
import type { Core } from '../../../core/context.ts';
import type { Database } from '../../../core/db/database.ts';
import { asSystem } from '../../../core/db/system.ts';
import type { Transaction } from '../../../core/db/transaction.ts';
import { work } from '../../../core/work.ts';
import { ORG } from '../../support/company.ts';
import type { Subject } from './hot-reads.ts';
import { CAST } from './people.ts';
import * as words from './words.ts';

export type Role = keyof typeof CAST;

/** Thrown so that nothing stays of what a measured transaction wrote. */
class TakenBack extends Error {}

const actorOf = (role: Role): Actor => ({
  userId: CAST[role],
  name: role,
  roles: [role],
  locale: 'zh',
  timeZone: ORG.timeZone,
});

/** Runs a read as somebody. */
export function performAs<Result>(
  database: Database,
  role: Role,
  run: (core: Core) => Promise<Result>,
): Promise<Result> {
  return work(database, { actor: actorOf(role), org: ORG, origin: { via: 'words' } }, run);
}

/** Runs a sweep and takes back what it wrote. */
export async function performSweep(
  database: Database,
  run: (transaction: Transaction) => Promise<unknown>,
): Promise<void> {
  const done = asSystem(database, 'schedule', async (transaction) => {
    await run(transaction);
    await transaction.flush();
    throw new TakenBack();
  });
  await done.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) {
      throw error;
    }
  });
}

/** Customers he sees, the one most is said of first, and words people search for. */
export async function findSubjects(database: Database, role: Role): Promise<Subject[]> {
  const customers = await performAs(database, role, ({ sql }) =>
    sql<{ id: string; name: string }>({
      text: `(SELECT id, name FROM customers WHERE owner_id = ANY ((SELECT parley_visible())::uuid[]) ORDER BY id LIMIT 1)
             UNION ALL (SELECT id, name FROM customers WHERE owner_id = ANY ((SELECT parley_visible())::uuid[]) ORDER BY hashtext(id::text) LIMIT 99)`,
    }),
  );
  const searched = [
    ...words.RARE,
    ...words.SURNAMES,
    ...words.ENGLISH_BRANDS,
    '报价',
    '合同',
    'Globex Bay',
    '交期太长',
  ];
  return customers.map(({ id, name }, at) => ({
    customerId: id,
    name,
    words: at % 3 === 0 ? name.slice(0, 4) : (searched[(at * 7) % searched.length] ?? name),
  }));
}

/** Time a process has been on a core, in milliseconds; not a number where there is no /proc. */
export function onCpu(pid: number): number {
  try {
    const [nanoseconds] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return Number.NaN;
  }
}
