import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDemo } from '../../prisma/demo/load-demo.ts';
import { userId } from '../../prisma/demo/people.ts';
import { moveClock } from '../../test/support/clock.ts';
import { ORG } from '../../test/support/company.ts';
import { createTestDatabase } from '../../test/support/database.ts';
import { companyKey } from '../customers/customer.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { readFelt } from '../follow-ups/read-feelings.ts';
import { nameKeys, personKeys } from '../names/index.ts';
import { manufacturing } from '../templates/manufacturing.ts';
import { work } from '../work.ts';
import { askQuestion } from './ask-question.ts';
import { asList, type Question, toQuestion } from './question.ts';

let database: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const created = await createTestDatabase();
  drop = created.drop;
  database = openDatabase({ url: created.url });
  await moveClock(database, new Date('2026-05-13T02:30:00Z'));
  await loadDemo(database.pool, {
    today: '2026-05-13',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    nameKeys,
    personKeys,
    nameKey: companyKey,
    readFelt,
    kinds: manufacturing.objects,
  });
  await database.syncClock();
});
afterAll(async () => {
  await database.close();
  await drop();
});

const ask = (asked: Partial<Question> & Pick<Question, 'entity'>) => {
  const actor = {
    userId: userId('wang.fang'),
    name: '',
    roles: ['manager' as const],
    locale: 'zh' as const,
    timeZone: 'Asia/Shanghai',
  };
  return work(database, { actor, org: ORG, origin: { via: 'words' } }, async (core) => {
    const answer = await askQuestion(core, toQuestion(asked));
    const list = await askQuestion(core, asList(answer.question));
    return { answer, listed: list.rows };
  });
};

/** What was paid for an invoice, by hand, is in the row it keeps of what is open. */
const INVOICES = `FROM invoices i LEFT JOIN open_invoices o ON o.id = i.id WHERE i.voided_at IS NULL`;
const OVERDUE = `o.open > 0 AND i.due_on < '2026-05-13'`;

it.each([
  ['invoice', 'invoiced', `SELECT count(*)::int AS n, sum(i.amount)::text AS sum ${INVOICES}`],
  ['invoice', 'receivable', `SELECT count(*)::int AS n, sum(o.open)::text AS sum ${INVOICES} AND o.open > 0`],
  ['invoice', 'overdue', `SELECT count(*)::int AS n, sum(o.open)::text AS sum ${INVOICES} AND ${OVERDUE}`],
  ['payment', 'received', 'SELECT count(*)::int AS n, sum(amount)::text AS sum FROM payments WHERE voided_at IS NULL'],
  [
    'order',
    'ordered',
    `SELECT count(*)::int AS n, sum(amount)::text AS sum FROM sales_documents WHERE kind = 'order' AND voided_at IS NULL`,
  ],
] as const)('%s: %s counts and lists what it sums up (R13, R103)', async (entity, measure, sql) => {
  const { rows } = await database.pool.query(sql);
  const { answer, listed } = await ask({ entity, measures: [measure] });
  expect([answer.rows, listed]).toEqual([rows[0].n, rows[0].n]);
  expect(answer.totals[measure]).toEqual({ unit: 'money', sums: [{ currency: 'CNY', minor: BigInt(rows[0].sum) }] });
});

it.each([
  [
    'lead',
    'response_hours',
    'SELECT count(*)::int AS n, count(*)::int AS of FROM leads WHERE first_response_at IS NOT NULL',
  ],
  ['lead', 'conversion_rate', `SELECT count(*)::int AS n, count(*)::int AS of FROM leads`],
  ['lead', 'won_rate', `SELECT count(*)::int AS n, count(*)::int AS of FROM leads`],
  [
    'opportunity',
    'win_rate',
    `SELECT count(*)::int AS n, count(*)::int AS of FROM opportunities WHERE stage_key IN ('won', 'lost')`,
  ],
  [
    'opportunity',
    'cycle_days',
    `SELECT count(*)::int AS n, count(*)::int AS of FROM opportunities WHERE stage_key = 'won'`,
  ],
  [
    'ticket',
    'close_days',
    'SELECT count(*)::int AS n, count(*)::int AS of FROM service_tickets WHERE closed_at IS NOT NULL',
  ],
] as const)('%s: %s is of the records it is divided by (R6, R103)', async (entity, measure, sql) => {
  const { rows } = await database.pool.query(sql);
  const { answer, listed } = await ask({ entity, measures: [measure] });
  expect([answer.rows, listed]).toEqual([rows[0].n, rows[0].n]);
  expect(answer.totals[measure]).toMatchObject({ whole: rows[0].of });
});

/** What somebody bought, by hand: his orders, and of whom there are none the deals he won. */
const BOUGHT_ON = `SELECT d.customer_id, d.dated_on AS day FROM sales_documents d WHERE d.kind = 'order' AND d.voided_at IS NULL
  UNION ALL SELECT o.customer_id, (o.stage_since AT TIME ZONE 'Asia/Shanghai')::date FROM opportunities o WHERE o.stage_key = 'won'
    AND NOT EXISTS (SELECT FROM sales_documents d WHERE d.kind = 'order' AND d.voided_at IS NULL AND d.customer_id = o.customer_id)`;

it.each([
  ['those who bought in the first quarter and not since', '2026-01-01', '2026-04-01'],
  ['those who bought last month and not this month', '2026-04-01', '2026-05-01'],
])('customer: %s are those whose last purchase lies there (R8)', async (_, from, to) => {
  const { rows } = await database.pool.query(
    `SELECT c.id FROM customers c JOIN (${BOUGHT_ON}) b ON b.customer_id = c.id GROUP BY c.id
      HAVING bool_or(b.day >= $1 AND b.day < $2) AND NOT bool_or(b.day >= $2)`,
    [from, to],
  );
  const { listed } = await ask({
    entity: 'customer',
    time: { field: 'last_purchase', range: { kind: 'absolute', from, to } },
  });
  expect([rows.length > 0, listed]).toEqual([true, rows.length]);
});

it('customer: longest without a word are in the order of their last follow-up (R8)', async () => {
  const { rows } = await database.pool.query(
    `SELECT c.name FROM customers c LEFT JOIN follow_ups f ON f.customer_id = c.id GROUP BY c.id, c.name, c.created_at
      ORDER BY coalesce(max(f.happened_on), (c.created_at AT TIME ZONE 'Asia/Shanghai')::date), c.id LIMIT 10`,
  );
  const { answer } = await ask({ entity: 'customer', sort: { by: 'last_activity', dir: 'asc' } });
  expect(answer.lines.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
});

it.each([
  ['industry', '化工行业', `c.industry IN ('化工')`],
  ['industry', '食品', `c.industry IN ('食品', '食品饮料', 'Food')`],
  ['industry', 'manufacturing', `c.industry IN ('Manufacturing', '机械制造', '电子制造')`],
  ['region', '华南', `c.region IN ('深圳', '广州')`],
  ['region', 'Australia', `c.region IN ('Sydney', 'Brisbane', 'Perth', 'Melbourne', 'Hobart', 'Canberra', 'Adelaide')`],
  ['region', 'Shenzhen', `c.region = '深圳'`],
] as const)('customer: %s %s is whatever is on file as it (R64)', async (field, said, sql) => {
  const { rows } = await database.pool.query(`SELECT count(*)::int AS n FROM customers c WHERE ${sql}`);
  const { answer, listed } = await ask({ entity: 'customer', filters: [{ field, op: 'eq', values: [said] }] });
  expect([rows[0].n > 0, answer.rows, listed]).toEqual([true, rows[0].n, rows[0].n]);
});

it('customer: what nothing is on file as is said to be so, with what there is (R103)', async () => {
  const { answer } = await ask({
    entity: 'customer',
    filters: [{ field: 'industry', op: 'eq', values: ['教育行业'] }],
  });
  expect(answer).toMatchObject({ rows: 0, absent: [{ field: 'industry', said: ['教育行业'] }] });
  expect(answer.absent[0]?.there).toHaveLength(10);
});
