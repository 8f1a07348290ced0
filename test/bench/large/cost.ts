import type { Statement } from '../../../core/db/session.ts';
import type { Transaction } from '../../../core/db/transaction.ts';

export const GROWING = [
  'customers',
  'customer_tiers',
  'name_keys',
  'contacts',
  'opportunities',
  'open_opportunities',
  'leads',
  'follow_ups',
  'tasks',
  'service_tickets',
  'touches',
  'sales_documents',
  'invoices',
  'open_invoices',
  'payments',
  'credit_limits',
  'objects',
  'pool_moves',
  'audit_entries',
  'changes',
];

/** Tables of fewer rows may be read whole. */
const SMALL = 500;

/** Rows of growing tables a read visits, and where a plan of its goes through most of one. */
export type Cost = { visited: number; wholly: string[] };

export async function costOf<Reading extends Transaction>(
  on: Reading,
  run: (on: Reading) => Promise<unknown>,
): Promise<Cost> {
  const asked: Statement[] = [];
  const sql: Transaction['sql'] = (statement) => {
    asked.push(statement);
    return on.sql(statement);
  };
  const before = await visitsOf(on);
  await run({ ...on, sql });
  const visited = (await visitsOf(on)) - before;
  const rows = new Map(
    (await on.sql<{ name: string; rows: number }>(SIZE_OF_TABLES)).map(({ name, rows }) => [name, rows]),
  );
  const wholly: string[] = [];
  for (const { name = 'unnamed', text, values = [] } of asked.filter(({ text }) => /^\s*(SELECT|WITH)/.test(text))) {
    const explain = { text: `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, values };
    const [row] = await on.sql<{ 'QUERY PLAN': { Plan: Plan }[] }>(explain);
    wholly.push(...wholeScans(row?.['QUERY PLAN'][0]?.Plan, rows).map((scan) => `${name}: ${scan}`));
  }
  return { visited, wholly };
}

const SIZE_OF_TABLES = {
  name: 'bench-sizes',
  text: `SELECT relname::text AS name, reltuples::int AS rows FROM pg_class WHERE relname = ANY ($1) AND relnamespace = 'public'::regnamespace`,
  values: [GROWING],
};

/** So far in this transaction, in functions too. */
async function visitsOf({ sql }: Transaction): Promise<number> {
  const [row] = await sql<{ rows: string }>({
    name: 'bench-visits',
    text: `SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) AS rows FROM pg_stat_xact_user_tables WHERE relname = ANY ($1)`,
    values: [GROWING],
  });
  return Number(row?.rows);
}

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
};

/** Scans that one time on the way went through half a table or more. */
function wholeScans(plan: Plan | undefined, rows: ReadonlyMap<string, number>): string[] {
  if (!plan) {
    return [];
  }
  const { 'Node Type': kind, 'Relation Name': table, 'Index Name': index = '', Plans = [] } = plan;
  const read = plan['Actual Loops'] === 0 ? 0 : plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0);
  const all = rows.get(table ?? '') ?? Number.POSITIVE_INFINITY;
  const found = all > SMALL && read > all / 2 ? [`${kind} ${index} of ${table}, ${read} of ${all}`] : [];
  return [...found, ...Plans.flatMap((each) => wholeScans(each, rows))];
}
