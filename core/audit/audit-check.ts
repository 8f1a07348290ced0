import type { Core } from '../context.ts';
import type { Database } from '../db/database.ts';
import { asSystem } from '../db/system.ts';
import { newId } from '../id.ts';
import { type Verdict, verifyChain } from './verify-chain.ts';

/** The product reads the chain by itself this often. */
const EVERY = '1 day';

/** Nobody else takes up a reading for so long; a million entries take a minute. */
const LEASE = '10 minutes';

/** One reading of the whole chain, and what it came to. */
export type AuditCheck = {
  id: string;
  askedBy: string | null;
  state: 'asked' | 'whole' | 'broken';
  /** So many entries are whole. */
  length: bigint | null;
  /** Hash of the last of them, in hex; worth keeping elsewhere. */
  head: string | null;
  /** When the last of them was written. */
  upTo: Date | null;
  reason: 'missing' | 'changed' | 'cut' | null;
  checkedAt: Date | null;
};

const CHECK = `SELECT id, asked_by AS "askedBy", state, length, head, up_to AS "upTo", reason, checked_at AS "checkedAt" FROM audit_checks`;

/** The last reading, and whether another has been asked for since. For admins. */
export async function findLastCheck({ sql }: Core): Promise<{ last: AuditCheck | undefined; isAsked: boolean }> {
  const [[last], asked] = await Promise.all([
    sql<AuditCheck>({
      name: 'audit-check-last',
      text: `${CHECK} WHERE state <> 'asked' ORDER BY checked_at DESC, id DESC LIMIT 1`,
    }),
    sql({ name: 'audit-check-asked', text: `SELECT FROM audit_checks WHERE state = 'asked' LIMIT 1` }),
  ]);
  return { last, isAsked: asked.length > 0 };
}

export async function getCheck({ sql }: Pick<Core, 'sql'>, id: string): Promise<AuditCheck | undefined> {
  const [check] = await sql<AuditCheck>({ name: 'audit-check', text: `${CHECK} WHERE id = $1`, values: [id] });
  return check;
}

/** Asks for a reading; it takes longer than a person waits for an answer. */
export function askCheck(core: Core): void {
  core.change.insert('audit_checks', { id: newId(), askedBy: core.actor.userId });
}

/** Takes up the readings asked for, and one a day of the product's own, unless somebody else is at them. */
export function claimChecks(database: Database): Promise<string[]> {
  return asSystem(database, 'sealer', async ({ sql }) => {
    await sql({
      name: 'audit-check-daily',
      text: `INSERT INTO audit_checks (id) SELECT $1
              WHERE EXISTS (SELECT FROM audit_entries WHERE seq IS NOT NULL)
                AND NOT EXISTS (SELECT FROM audit_checks WHERE created_at > parley_now() - interval '${EVERY}')`,
      values: [newId()],
    });
    const rows = await sql<{ id: string }>({
      name: 'audit-check-claim',
      text: `UPDATE audit_checks SET lease_until = parley_now() + interval '${LEASE}'
              WHERE state = 'asked' AND (lease_until IS NULL OR lease_until < parley_now()) RETURNING id`,
    });
    return rows.map(({ id }) => id);
  });
}

/** Reads the chain, holds it against the last head that was whole, and writes down what it came to. */
export async function checkAudit(database: Database, { id, key }: { id: string; key: Buffer }): Promise<Verdict> {
  const noted = await asSystem(database, 'sealer', async ({ sql }) => {
    const [check] = await sql<{ length: bigint; head: string }>({
      name: 'audit-check-noted',
      text: `SELECT length, head FROM audit_checks WHERE state = 'whole' ORDER BY length DESC LIMIT 1`,
    });
    return check;
  });
  const verdict = await verifyChain(database, { key, noted });
  const isWhole = verdict.kind === 'whole';
  const values = isWhole
    ? [id, 'whole', verdict.length, verdict.head.toString('hex'), verdict.upTo ?? null, null]
    : [id, 'broken', (verdict.seq - 1n).toString(), null, null, verdict.reason];
  await asSystem(database, 'sealer', ({ sql }) =>
    sql({
      name: 'audit-check-settle',
      text: `UPDATE audit_checks SET state = $2, length = $3, head = $4, up_to = $5, reason = $6, checked_at = parley_now(), lease_until = NULL
              WHERE id = $1`,
      values,
    }),
  );
  return verdict;
}
