import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyKey } from '../../core/customers/customer.ts';
import { readFelt } from '../../core/follow-ups/read-feelings.ts';
import { nameKeys, personKeys } from '../../core/names/index.ts';
import { manufacturing } from '../../core/templates/manufacturing.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { loadDemo } from './load-demo.ts';
import { type Login, userId } from './people.ts';

const OPTIONS = {
  today: '2026-05-13',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  nameKeys,
  personKeys,
  nameKey: companyKey,
  readFelt,
  kinds: manufacturing.objects,
};

const databases: TestDatabase[] = [];
const pools: pg.Pool[] = [];

async function emptyDatabase(): Promise<pg.Pool> {
  const database = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  databases.push(database);
  pools.push(pool);
  return pool;
}

/** Runs one query as a person, under the row policies. */
async function as(pool: pg.Pool, login: Login, sql: string): Promise<Record<string, unknown>[]> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT parley_begin($1)', [userId(login)]);
    return (await client.query(sql)).rows;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const TABLES =
  'teams users identities products customers contacts name_keys opportunities stage_moves leads taggings enquiries follow_ups tasks service_tickets ticket_entries touches milestones sales_documents invoices payments credit_limits segments reports report_comments';

async function everything(pool: pg.Pool): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of TABLES.split(' ')) tables[table] = (await pool.query(`SELECT * FROM ${table} ORDER BY id`)).rows;
  return tables;
}

let pool: pg.Pool;
let answer: { loaded: boolean };

beforeAll(async () => {
  pool = await emptyDatabase();
  answer = await loadDemo(pool, OPTIONS);
});

afterAll(async () => {
  for (const each of pools) await each.end();
  for (const database of databases) await database.drop();
});

describe('the demo company in the database', () => {
  it('is loaded into an empty database, whole', async () => {
    expect(answer).toEqual({ loaded: true });
    const counts = Object.fromEntries(
      Object.entries(await everything(pool)).map(([table, rows]) => [table, rows.length]),
    );
    expect(counts).toMatchObject({
      teams: 6,
      users: 12,
      identities: 11,
      products: 12,
      customers: 45,
      opportunities: 80,
    });
    expect(counts).toMatchObject({ leads: 60, follow_ups: 602 });
  });

  it('has a leaver whose customers and open deals are another’s now, with the list (R21), and a customer on file twice (R80)', async () => {
    const { rows } = await pool.query(
      `SELECT f.name AS "from", f.active, t.name AS "to", jsonb_array_length(h.items) > 3 AS several,
         (SELECT bool_and(c.owner_id = h.to_id) FROM jsonb_array_elements(h.items) i JOIN customers c ON c.id = (i->>1)::uuid) AS his
         FROM handovers h JOIN users f ON f.id = h.from_id JOIN users t ON t.id = h.to_id`,
    );
    expect(rows).toEqual([{ from: '周婷', active: false, to: '李雷', several: true, his: true }]);
    expect(
      await as(pool, 'han.meimei', `SELECT name, "otherName", by FROM parley_likely_doubles(200) WHERE by = 'phone'`),
    ).toEqual([
      { name: expect.stringContaining('衡岳仪器'), otherName: expect.stringContaining('衡岳仪器'), by: 'phone' },
    ]);
  });

  it('is the same for the same day in another database', async () => {
    const other = await emptyDatabase();
    await loadDemo(other, OPTIONS);
    expect(await everything(other)).toEqual(await everything(pool));
  });

  it('is not loaded where somebody works already, and leaves what is there alone', async () => {
    const before = await everything(pool);
    expect(await loadDemo(pool, { ...OPTIONS, today: '2026-06-01' })).toEqual({ loaded: false });
    expect(await everything(pool)).toEqual(before);
  });

  it('is loaded once when two processes start together', async () => {
    const shared = await emptyDatabase();
    const answers = await Promise.all([loadDemo(shared, OPTIONS), loadDemo(shared, OPTIONS)]);
    expect(answers.map(({ loaded }) => loaded).sort()).toEqual([false, true]);
  });

  it('leaves nothing behind when it fails half-way', async () => {
    const broken = await emptyDatabase();
    const load = loadDemo(broken, { ...OPTIONS, nameKeys: () => ['\0'] });
    await expect(load).rejects.toThrow('unsupported Unicode escape sequence');
    const { rows } = await broken.query(
      'SELECT (SELECT count(*)::int FROM users) AS users, (SELECT count(*)::int FROM teams) AS teams',
    );
    expect(rows).toEqual([{ users: 0, teams: 0 }]);
  });

  it('takes a client as well as a pool', async () => {
    const another = await emptyDatabase();
    const client = await another.connect();
    expect(await loadDemo(client, { ...OPTIONS, timeZone: 'Europe/Berlin', currency: 'JPY' })).toEqual({
      loaded: true,
    });
    const { rows } = await client.query(`SELECT price::int, currency FROM products WHERE code = 'HL-G10'`);
    client.release();
    expect(rows).toEqual([{ price: 3_600, currency: 'JPY' }]);
  });

  it('keeps reminders for what is still to come only', async () => {
    const { rows } = await pool.query('SELECT count(*)::int AS late FROM tasks WHERE remind_at <= parley_now()');
    expect(rows).toEqual([{ late: 0 }]);
  });
});

describe('who sees what in the demo company', () => {
  const OWNERS = `SELECT DISTINCT coalesce(u.email, 'pool') AS owner FROM %s t LEFT JOIN users u ON u.id = t.owner_id ORDER BY 1`;
  const ownersOf = async (login: Login, table: string) =>
    (await as(pool, login, OWNERS.replace('%s', table))).map(({ owner }) => owner);

  it('shows a rep his own opportunities, and his own customers and leads beside the public pool', async () => {
    expect(await ownersOf('li.lei', 'opportunities')).toEqual(['li.lei@hualan.example']);
    expect(await ownersOf('li.lei', 'customers')).toEqual(['li.lei@hualan.example', 'pool']);
    expect(await ownersOf('li.lei', 'leads')).toEqual(['li.lei@hualan.example', 'pool']);
    expect(await ownersOf('li.lei', 'tasks')).toEqual(['li.lei@hualan.example']);
  });

  it.each<{ login: Login; count: number }>([
    { login: 'li.lei', count: 20 },
    { login: 'han.meimei', count: 20 },
    { login: 'jim.green', count: 20 },
    { login: 'lucy.king', count: 19 },
    { login: 'zhang.wei', count: 40 },
    { login: 'tom.brown', count: 40 },
    { login: 'wang.fang', count: 80 },
    { login: 'chen.jie', count: 80 },
    { login: 'liu.yang', count: 0 },
  ])('shows $login $count opportunities', async ({ login, count }) => {
    expect(await as(pool, login, 'SELECT count(*)::int AS count FROM opportunities')).toEqual([{ count }]);
  });

  it('shows a rep every note on his customers and leads, by whomever', async () => {
    const own = `SELECT count(*)::int AS count FROM follow_ups f LEFT JOIN customers c ON c.id = f.customer_id
      LEFT JOIN leads l ON l.id = f.lead_id WHERE l.owner_id = '${userId('li.lei')}' OR (c.id IS NOT NULL AND c.owner_id IS NULL) OR c.owner_id = '${userId('li.lei')}'`;
    const { rows } = await pool.query(own);
    expect(await as(pool, 'li.lei', 'SELECT count(*)::int AS count FROM follow_ups')).toEqual(rows);
    expect(rows[0].count).toBeGreaterThan(140);
  });

  it('lets everybody in by his own id on the playground', async () => {
    const { rows } = await pool.query(
      `SELECT count(*)::int AS count FROM identities WHERE platform = 'playground' AND workspace = 'local' AND external_id = user_id::text`,
    );
    expect(rows).toEqual([{ count: 11 }]);
  });

  it('finds 华星电子 as one customer and 华星 as two', async () => {
    const named = async (login: Login, key: string) =>
      (await as(pool, login, `SELECT name FROM parley_names(ARRAY['${key}']) ORDER BY name`)).map(({ name }) => name);
    expect(await named('li.lei', '华星电子')).toEqual(['华星电子有限公司']);
    expect(await named('li.lei', '华星')).toEqual(['华星医疗器械有限公司', '华星电子有限公司'].sort());
    expect(await named('jim.green', 'acme')).toEqual(['Acme Manufacturing Ltd']);
    expect(await named('jim.green', 'summit')).toEqual(['Summit Cold Chain Pty Ltd', 'Summit Robotics Inc']);
    expect(await named('jim.green', '华星电子')).toEqual([]);
  });
});
