// What is asked all day is as quick in the tenth year as in the first. Three companies: one, one of three times the people
// with all they have, and one with the same people and three times the history. Of neither may a hot read visit more rows;
// no plan may go through a growing table from end to end.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../core/db/database.ts';
import type { Statement } from '../../core/db/session.ts';
import type { Transaction } from '../../core/db/transaction.ts';
import { fillLarge } from '../bench/large/fill.ts';
import { HOT_READS, type HotRead, SWEEPS } from '../bench/large/hot-reads.ts';
import { findSubjects, performAs, performSweep, type Role } from '../bench/large/perform.ts';
import { middling, type Size } from '../bench/large/size.ts';
import { ORG } from '../support/company.ts';
import { createTestDatabase } from '../support/database.ts';

const GROWING = [
  'customers',
  'customer_tiers',
  'name_keys',
  'contacts',
  'opportunities',
  'leads',
  'follow_ups',
  'tasks',
  'service_tickets',
  'touches',
  'pool_moves',
  'audit_entries',
  'changes',
];

/** A few thousand rows are read whole, and hashed or kept, because that is cheapest; of a large table it is not. */
const AS_OF_LARGE = ['seqscan', 'hashjoin', 'mergejoin', 'material'];

/** What a read may visit anyway, and how much more than in the small company: what grows with its table visits thrice as much. */
const ALLOWED = { rows: 800, times: 2 };

/** Tables of fewer rows may be read whole. */
const SMALL = 500;

const SIZES = { small: middling(), crowded: middling({ crowd: 3 }), aged: middling({ age: 3 }) } as const;

type Company = { database: Database; close(): Promise<void> };

const companies = new Map<keyof typeof SIZES, Company>();

beforeAll(async () => {
  for (const [name, size] of Object.entries(SIZES) as [keyof typeof SIZES, Size][]) {
    companies.set(name, await open(size));
  }
}, 300_000);
afterAll(async () => {
  for (const { close } of companies.values()) {
    await close();
  }
});

async function open(size: Size): Promise<Company> {
  const { url, drop } = await createTestDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await fillLarge(client, size);
  await client.end();
  const options = encodeURIComponent(AS_OF_LARGE.map((way) => `-c enable_${way}=off`).join(' '));
  const database = openDatabase({ url: `${url}?options=${options}`, connections: 1 });
  await database.syncClock();
  return {
    database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

/** Rows of growing tables a read visits, and where a plan of its goes through most of one. */
type Cost = { visited: number; wholly: string[] };

async function costOf<Reading extends Transaction>(on: Reading, run: (on: Reading) => Promise<unknown>): Promise<Cost> {
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
  text: `SELECT relname::text AS name, reltuples::int AS rows FROM pg_class WHERE relname = ANY ($1) AND relnamespace = 'public'::regnamespace`,
  values: [GROWING],
};

/** So far in this transaction, in functions too. */
async function visitsOf({ sql }: Transaction): Promise<number> {
  const [row] = await sql<{ rows: string }>({
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

async function readCost(company: keyof typeof SIZES, role: Role, read: HotRead): Promise<Cost> {
  const { database } = find(company);
  const [subject] = await findSubjects(database, role);
  if (!subject) {
    throw new Error(`${role} has no customer`);
  }
  return performAs(database, role, (core) => costOf(core, (counted) => HOT_READS[read](counted, subject)));
}

async function sweepCost(company: keyof typeof SIZES, sweep: keyof typeof SWEEPS): Promise<Cost> {
  const { database } = find(company);
  const today = database.clock.now().toISOString().slice(0, 10);
  let cost: Cost | undefined;
  await performSweep(database, async (transaction) => {
    cost = await costOf(transaction, (counted) => SWEEPS[sweep](counted, { today, org: ORG }));
  });
  if (!cost) {
    throw new Error(`${sweep} did not run`);
  }
  return cost;
}

function find(company: keyof typeof SIZES): Company {
  const found = companies.get(company);
  if (!found) {
    throw new Error(`no company ${company}`);
  }
  return found;
}

/** Reads that go beyond what is allowed in the company that has grown, each with why. */
async function growthOf<Read extends string>(
  reads: readonly Read[],
  grown: Exclude<keyof typeof SIZES, 'small'>,
  costIn: (company: keyof typeof SIZES, read: Read) => Promise<Cost>,
): Promise<string[]> {
  const grew: string[] = [];
  for (const read of reads) {
    const before = await costIn('small', read);
    const after = await costIn(grown, read);
    const most = Math.max(ALLOWED.rows, before.visited * ALLOWED.times);
    if (after.visited > most || after.wholly.length > 0) {
      grew.push([`${read}: ${before.visited} → ${after.visited} rows`, ...after.wholly].join('; '));
    }
  }
  return grew;
}

const READS = Object.keys(HOT_READS) as HotRead[];

describe('what is asked all day', () => {
  it.each(['rep', 'manager', 'executive'] as const)('does not grow with history, for a %s', async (role) => {
    expect(await growthOf(READS, 'aged', (company, read) => readCost(company, role, read))).toEqual([]);
  });

  it.each(['rep', 'manager'] as const)('does not grow with what others have, for a %s', async (role) => {
    expect(await growthOf(READS, 'crowded', (company, read) => readCost(company, role, read))).toEqual([]);
  });

  it('does not grow with history where Parley looks by itself', async () => {
    const sweeps = Object.keys(SWEEPS) as (keyof typeof SWEEPS)[];
    expect(await growthOf(sweeps, 'aged', sweepCost)).toEqual([]);
  });

  it.each([
    ['contacts_customer_id_idx', 'customer 360°'],
    ['opportunities_customer_id_idx', 'customer 360°'],
    ['touches_customer_id_occurred_at_idx', 'customer, every section'],
    ['customers_owner_id_created_at_idx', 'call list'],
  ] as const)('would be seen to grow without %s', async (index, read) => {
    const { database } = find('aged');
    const client = await database.pool.connect();
    const [{ definition }] = (await client.query(`SELECT pg_get_indexdef('${index}'::regclass) AS definition`)).rows;
    await client.query(`DROP INDEX ${index}`);
    client.release();
    const grew = await growthOf([read], 'aged', (company) => readCost(company, 'rep', read));
    await database.pool.query(definition);
    expect(grew).toHaveLength(1);
  });
});
