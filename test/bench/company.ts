// A company of the size Parley is made for: forty reps in four teams, a thousand customers, a year of follow-ups.
import type pg from 'pg';
import { companyKey } from '../../core/customers/customer.ts';
import { newId } from '../../core/id.ts';
import { nameKeys } from '../../core/names/index.ts';
import { TENANT } from './feishu-requests.ts';
import { WORKSPACE } from './requests.ts';
import { TENANT as DIRECTORY } from './teams-requests.ts';

const REPS = 40;
const TEAMS = 4;
const FOLLOW_UPS_EACH = 10;

/** Far enough from each other that no name of a rep's is taken for another. */
const BRANDS =
  'Alder Boulder Cinnabar Dynamo Everest Foxglove Giraffe Hyacinth Iguana Jupiter Kestrel Lavender Monsoon Nutmeg Obsidian Pumpkin Quicksilver Rhubarb Saffron Thunder Umbrella Velvet Walrus Xylophone Zeppelin'.split(
    ' ',
  );
const CUSTOMERS_EACH = BRANDS.length;
const TRADES = ['Optics', 'Bakeries', 'Robotics', 'Haulage', 'Clinics'];

/** Who writes in the benchmark, and about whom. */
export type Writer = { externalId: string; customers: string[] };

export async function fillCompany(pool: pg.Pool): Promise<Writer[]> {
  const teams = Array.from({ length: TEAMS }, (_, at) => ({ id: newId(), name: `Team ${at + 1}` }));
  const reps = Array.from({ length: REPS }, (_, at) => ({
    id: newId(),
    name: `Rep ${at + 1}`,
    email: `rep${at + 1}@bench.example`,
    roles: ['rep'],
    team_id: teams[at % TEAMS]?.id,
    locale: 'en',
  }));
  const identities = Object.entries({ slack: WORKSPACE, feishu: TENANT, teams: DIRECTORY }).flatMap(
    ([platform, workspace]) =>
      reps.map(({ id }, at) => ({ id: newId(), user_id: id, platform, workspace, external_id: externalId(at) })),
  );
  const customers = reps.flatMap(({ id: owner }, at) =>
    Array.from({ length: CUSTOMERS_EACH }, (_, n) => {
      const name = nameOf(at * CUSTOMERS_EACH + n);
      return { id: newId(), name, name_key: companyKey(name), owner_id: owner, created_by: owner };
    }),
  );
  const keys = customers.flatMap(({ id, name }) =>
    nameKeys(name).map((key) => ({ id: newId(), key, entity: 'customer', record_id: id })),
  );
  await insert(pool, 'teams', teams);
  await insert(pool, 'users', reps);
  await insert(pool, 'identities', identities);
  await insert(pool, 'customers', customers);
  await insert(pool, 'name_keys', keys);
  await pool.query(
    `INSERT INTO follow_ups (id, customer_id, author_id, kind, note, happened_on)
     SELECT gen_random_uuid(), c.id, c.owner_id, 'call', 'They asked about delivery times.', current_date - 7 * n
       FROM customers c, generate_series(1, $1) n`,
    [FOLLOW_UPS_EACH],
  );
  await pool.query(
    `INSERT INTO tasks (id, title, owner_id, created_by, due_on)
     SELECT gen_random_uuid(), 'Call about the offer', u.id, u.id, current_date - 2 + n FROM users u, generate_series(1, 3) n`,
  );
  await pool.query('VACUUM ANALYZE');
  return reps.map((_, at) => ({
    externalId: externalId(at),
    customers: customers.slice(at * CUSTOMERS_EACH, (at + 1) * CUSTOMERS_EACH).map(({ name }) => name),
  }));
}

function externalId(at: number): string {
  return `UBENCH${String(at).padStart(3, '0')}`;
}

/** A thousand names, no two alike. */
function nameOf(at: number): string {
  const rep = Math.floor(at / CUSTOMERS_EACH);
  return `${BRANDS[at % CUSTOMERS_EACH]} ${TRADES[at % TRADES.length]} ${rep + 1}`;
}

async function insert(pool: pg.Pool, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await pool.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

/** Rows a command leaves behind when it is committed; what the jobs change meanwhile is not the command's. */
export type Committed = Readonly<Record<'tasks' | 'followUps' | 'changes' | 'audit' | 'answered', number>>;

export async function countCommitted(pool: pg.Pool): Promise<Committed> {
  const { rows } = await pool.query<Committed>(
    `SELECT (SELECT count(*)::int FROM tasks) AS tasks, (SELECT count(*)::int FROM follow_ups) AS "followUps",
            (SELECT count(*)::int FROM changes WHERE inbox_id IS NOT NULL) AS changes,
            (SELECT count(*)::int FROM audit_entries a JOIN changes c ON c.id = a.change_id AND c.inbox_id IS NOT NULL) AS audit,
            (SELECT count(*)::int FROM inbox WHERE state IN ('done', 'replied')) AS answered`,
  );
  const [row] = rows;
  if (!row) {
    throw new Error('the counts gave no row');
  }
  return row;
}
