// What is asked all day is as quick in the tenth year as in the first. Three companies: one, one of three times the people
// with all they have, and one with the same people and three times the history. Of neither may a hot read visit more rows;
// no plan may go through a growing table from end to end. A fourth has three times the open deals of the second: what is summed up
// over all of them is read once each, anything else no more than is shown.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../core/db/database.ts';
import { type Cost, costOf, GROWING } from '../bench/large/cost.ts';
import { fillLarge } from '../bench/large/fill.ts';
import { HOT_READS, type HotRead, type Subject, SWEEPS } from '../bench/large/hot-reads.ts';
import { findSubjects, performAs, performSweep, type Role } from '../bench/large/perform.ts';
import { middling, type Size } from '../bench/large/size.ts';
import { fewer, sample } from '../support/breadth.ts';
import { ORG } from '../support/company.ts';
import { createTestDatabase } from '../support/database.ts';

/** A few thousand rows are read whole, and hashed or kept, because that is cheapest; of a large table it is not. */
const AS_OF_LARGE = ['seqscan', 'hashjoin', 'mergejoin', 'material'];

/** Small ones too, that nearly everything names. */
const READ_ALL_DAY = [
  ...GROWING.filter((table) => table !== 'name_keys' && table !== 'pool_moves'),
  ...[
    'users',
    'stages',
    'pipelines',
    'tags',
    'taggings',
    'contact_roles',
    'object_types',
    'lead_sources',
    'lead_rules',
  ],
];

/** What a read may visit anyway, and how much more than in the small company: what grows with its table visits thrice as much. */
const ALLOWED = { rows: 800, times: 2 };

/** Read as their index is ordered, and only so far as is shown; of few rows it is cheaper to sort all. */
const IN_ORDER: readonly HotRead[] = ['deals that stand'];

/** What is said is most of a company, and in a quick run two fifths of it are enough. */
const quieter = (size: Size): Size => ({ ...size, followUps: fewer(size.followUps, 0.4 * size.followUps) });

const SIZES = {
  small: quieter(middling()),
  crowded: quieter(middling({ crowd: 3 })),
  aged: quieter(middling({ age: 3 })),
  busy: quieter(middling({ crowd: 3, deals: 3 })),
} as const;

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
  // Planned as a server does that nothing was said to.
  const settings = ['plan_cache_mode=auto', ...AS_OF_LARGE.map((way) => `enable_${way}=off`)];
  const options = encodeURIComponent(settings.map((setting) => `-c ${setting}`).join(' '));
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

/** What the executive is told over all that is open, and how often each open deal is read for it: for the sums, and for the worth most. */
const SUMMED_UP = { 'board of all he sees': 2, 'stages that pile up': 1, digest: 1 } as const satisfies Partial<
  Record<HotRead, number>
>;

/** Counted over all the company got in a month. */
const OF_A_MONTH: readonly HotRead[] = ['fairness'];

/** Worked out of every record of the customers of oneself and one's people: it grows with them, and with nobody else's. */
const OF_HIS_PEOPLE: readonly HotRead[] = ['what falls due of his own kinds'];

/** Summed up over all customers' papers of a time: what it reads is the time's, and whose customers are seen. */
const OF_A_TIME: Partial<Record<HotRead, 'invoices' | 'payments' | 'sales_documents'>> = {
  'ask: what was billed this quarter, by owner': 'invoices',
  'ask: invoices of this month': 'invoices',
  'ask: what came in this quarter, by region': 'payments',
  'ask: what was ordered this quarter, by customer': 'sales_documents',
};

const subjects = new Map<string, Promise<Subject>>();

/** What somebody's reads are about: the same each time, so it is looked for once. */
function subjectOf(company: keyof typeof SIZES, role: Role): Promise<Subject> {
  const known = `${company} ${role}`;
  const subject = subjects.get(known) ?? findSubject(company, role);
  subjects.set(known, subject);
  return subject;
}

async function findSubject(company: keyof typeof SIZES, role: Role): Promise<Subject> {
  const [subject] = await findSubjects(find(company).database, role);
  if (!subject) {
    throw new Error(`${role} has no customer`);
  }
  return subject;
}

async function readCost(company: keyof typeof SIZES, role: Role, read: HotRead): Promise<Cost> {
  const { database } = find(company);
  const subject = await subjectOf(company, role);
  return performAs(database, role, async (core) => {
    await core.sql({ text: `SET LOCAL enable_sort = ${IN_ORDER.includes(read) ? 'off' : 'on'}` });
    return costOf(core, (counted) => HOT_READS[read](counted, subject));
  });
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
  grown: keyof typeof SIZES,
  costIn: (company: keyof typeof SIZES, read: Read) => Promise<Cost>,
  than: keyof typeof SIZES = 'small',
): Promise<string[]> {
  const grew: string[] = [];
  for (const read of reads) {
    const before = await costIn(than, read);
    const after = await costIn(grown, read);
    const most = Math.max(ALLOWED.rows, before.visited * ALLOWED.times);
    if (after.visited > most || after.wholly.length > 0) {
      grew.push([`${read}: ${before.visited} → ${after.visited} rows`, ...after.wholly].join('; '));
    }
  }
  return grew;
}

const READS = (Object.keys(HOT_READS) as HotRead[]).filter((read) => !(read in OF_A_TIME));
const ROLES = ['rep', 'manager', 'executive'] as const;
/** In a quick run each of a third of them. */
const readsOf = (role: (typeof ROLES)[number]) =>
  sample(READS, ROLES.length, ROLES.indexOf(role)).filter((read) => role === 'rep' || !OF_HIS_PEOPLE.includes(read));

describe('what is asked all day', () => {
  it.each(ROLES)('does not grow with history, for a %s', async (role) => {
    expect(await growthOf(readsOf(role), 'aged', (company, read) => readCost(company, role, read))).toEqual([]);
  });

  it.each(['rep', 'manager'] as const)('does not grow with what others have, for a %s', async (role) => {
    expect(await growthOf(readsOf(role), 'crowded', (company, read) => readCost(company, role, read))).toEqual([]);
  });

  it.each([
    ['rep', 'aged'],
    ['rep', 'crowded'],
    ['manager', 'crowded'],
  ] as const)(
    'does not grow in what falls due of own kinds with what others have, for a %s in a company that is %s (R22)',
    async (role, grown) => {
      expect(await growthOf(OF_HIS_PEOPLE, grown, (company, read) => readCost(company, role, read))).toEqual([]);
    },
  );

  it('does not grow with the deals that are open, for an executive, but where all of them are summed up', async () => {
    const shown = readsOf('executive').filter((read) => !(read in SUMMED_UP || OF_A_MONTH.includes(read)));
    const cost = (company: keyof typeof SIZES, read: HotRead) => readCost(company, 'executive', read);
    expect(await growthOf(shown, 'busy', cost, 'crowded')).toEqual([]);
  });

  it.each(Object.entries(SUMMED_UP) as [keyof typeof SUMMED_UP, number][])(
    'reads each open deal no more than so often for an executive: %s, %i',
    async (read, times) => {
      const [before, after] = [await readCost('crowded', 'executive', read), await readCost('busy', 'executive', read)];
      const added = SIZES.busy.opportunities.open - SIZES.crowded.opportunities.open;
      expect(after.visited - before.visited).toBeLessThanOrEqual(times * added + 50);
    },
  );

  it.each(ROLES)(
    'reads what was billed, received and ordered in the time asked, not all that ever was, for a %s (R12, R13)',
    async (role) => {
      for (const [read, table] of Object.entries(OF_A_TIME) as [HotRead, string][]) {
        const { wholly } = await readCost('aged', role, read);
        expect([read, wholly.filter((scan) => scan.includes(` of ${table},`))]).toEqual([read, []]);
      }
    },
  );

  it('is judged by no policy that is for writing', async () => {
    const { rows } = await find('small').database.pool.query<{ policy: string }>(
      `SELECT DISTINCT tablename || '.' || policyname AS policy FROM pg_policies
        WHERE cmd = 'ALL' AND policyname NOT LIKE 'system%' AND tablename = ANY ($1)`,
      [READ_ALL_DAY],
    );
    expect(rows).toEqual([]);
  });

  it('does not grow with history where Parley looks by itself', async () => {
    const sweeps = Object.keys(SWEEPS) as (keyof typeof SWEEPS)[];
    expect(await growthOf(sweeps, 'aged', sweepCost)).toEqual([]);
  });

  it.each([
    ['contacts_customer_id_idx', 'customer 360°'],
    ['opportunities_customer_id_idx', 'customer 360°'],
    ['touches_customer_id_occurred_at_idx', 'customer, every section'],
    ['sales_documents_customer_id_dated_on_idx', 'customer 360°'],
    ['invoices_customer_id_due_on_idx', 'invoices of a customer'],
    ['payments_customer_id_received_on_idx', 'invoices of a customer'],
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

  it('would be seen to grow with what is open without its index', async () => {
    const client = await find('busy').database.pool.connect();
    await client.query('DROP INDEX open_opportunities_stage_key_quiet_on_id_idx');
    client.release();
    const cost = (company: keyof typeof SIZES) => readCost(company, 'executive', 'deals that stand');
    expect(await growthOf(['deals that stand'], 'busy', cost, 'crowded')).toHaveLength(1);
  });
});
