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
  // Nobody of the demo has left, and something is planned with everybody.
  await database.pool.query(
    `UPDATE contacts SET left_on = '2026-05-01' WHERE id IN (SELECT contact_id FROM contact_roles WHERE role = 'decision_maker' ORDER BY id LIMIT 9)`,
  );
  await database.pool.query(`UPDATE tasks SET done_at = parley_now() WHERE owner_id = $1`, [userId('han.meimei')]);
  await database.syncClock();
});
afterAll(async () => {
  await database.close();
  await drop();
});

const ask = (asked: Partial<Question> & Pick<Question, 'entity'>, locale: 'en' | 'zh' = 'zh') => {
  const actor = {
    userId: userId('wang.fang'),
    name: '',
    roles: ['manager' as const],
    locale,
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
  ['region', 'Guangdong', `c.region IN ('深圳', '广州')`],
  ['region', 'South China', `c.region IN ('深圳', '广州')`],
] as const)('customer: %s %s is whatever is on file as it (R64)', async (field, said, sql) => {
  const { rows } = await database.pool.query(`SELECT count(*)::int AS n FROM customers c WHERE ${sql}`);
  const { answer, listed } = await ask({ entity: 'customer', filters: [{ field, op: 'eq', values: [said] }] });
  expect([rows[0].n > 0, answer.rows, listed]).toEqual([true, rows[0].n, rows[0].n]);
});

it.each([
  ['en', 'First contact'],
  ['zh', '初步接触'],
] as const)('stay: a line names its stage in the language of its reader (R64): %s', async (locale, stage) => {
  const { answer } = await ask(
    { entity: 'stay', filters: [{ field: 'stage', op: 'eq', values: ['First contact'] }] },
    locale,
  );
  expect(answer.lines[0]?.name).toContain(` · ${stage}`);
});

it('customer: the share of a region counts whatever is on file as it (R64)', async () => {
  const filter = { field: 'region', op: 'eq' as const, values: ['华南'] };
  const { rows } = await database.pool.query(
    `SELECT count(*) FILTER (WHERE region IN ('深圳', '广州'))::int AS part, count(*)::int AS whole FROM customers`,
  );
  const { answer } = await ask({ entity: 'customer', measures: ['share'], part: [filter] });
  expect(answer.totals.share).toMatchObject(rows[0]);
});

it('customer: what nothing is on file as is said to be so, with what there is (R103)', async () => {
  const { answer } = await ask({
    entity: 'customer',
    filters: [{ field: 'industry', op: 'eq', values: ['教育行业'] }],
  });
  expect(answer).toMatchObject({ rows: 0, absent: [{ field: 'industry', said: ['教育行业'] }] });
  expect(answer.absent[0]?.there).toHaveLength(10);
});

/** Of open deals, in the words of the requirement and not of the product. */
const STOOD = `('2026-05-13'::date - (o.stage_since AT TIME ZONE 'Asia/Shanghai')::date)`;
const TOUCHED = `greatest((o.stage_since AT TIME ZONE 'Asia/Shanghai')::date,
  (SELECT max(f.happened_on) FROM follow_ups f WHERE f.opportunity_id = o.id OR f.opportunity_id IS NULL AND f.customer_id = o.customer_id))`;
const OPEN_DEALS = `FROM opportunities o JOIN stages s ON s.key = o.stage_key WHERE s.kind = 'open'`;
const DECIDES = `FROM contact_roles r JOIN contacts p ON p.id = r.contact_id WHERE r.role = 'decision_maker'
  AND coalesce(r.opportunity_id, o.id) = o.id AND r.customer_id = o.customer_id`;
const AT_RISK = {
  stuck: `${STOOD} > s.max_days`,
  idle: `'2026-05-13'::date - ${TOUCHED} >= coalesce(s.idle_days, 7)`,
  past_close: `o.close_on < '2026-05-13'`,
  no_step: `NOT EXISTS (SELECT FROM tasks t WHERE t.done_at IS NULL AND (t.opportunity_id = o.id OR t.customer_id = o.customer_id AND t.opportunity_id IS NULL))`,
  decider_left: `EXISTS (SELECT ${DECIDES}) AND NOT EXISTS (SELECT ${DECIDES} AND p.left_on IS NULL)`,
};
const OPEN: Question['filters'] = [{ field: 'status', op: 'eq', values: ['open'] }];

const counted = async (sql: string) =>
  (await database.pool.query<{ n: number }>(`SELECT count(*)::int AS n ${sql}`)).rows[0]?.n;

it.each(Object.entries(AT_RISK))('at risk for one reason is found by hand: %s (R30, R70)', async (risk, sql) => {
  const { answer } = await ask({
    entity: 'opportunity',
    filters: [...OPEN, { field: 'risk', op: 'eq', values: [risk] }],
  });
  expect(answer.rows).toBe(await counted(`${OPEN_DEALS} AND ${sql}`));
  expect(answer.rows).toBeGreaterThan(0);
  expect(answer.lines.every(({ why }) => why?.some(({ key }) => key === risk))).toBe(true);
});

it('at risk is what any of the reasons makes it, and each line says all of its own (R30, R70)', async () => {
  const { answer } = await ask({
    entity: 'opportunity',
    filters: [...OPEN, { field: 'risk', op: 'not_null', values: [] }],
    limit: 200,
  });
  const any = Object.values(AT_RISK).join(' OR ');
  expect(answer.rows).toBe(await counted(`${OPEN_DEALS} AND (${any})`));
  for (const [risk, sql] of Object.entries(AT_RISK)) {
    const said = answer.lines.filter(({ why }) => why?.some(({ key }) => key === risk)).length;
    expect([risk, said]).toEqual([risk, await counted(`${OPEN_DEALS} AND ${sql}`)]);
  }
});

it('the share of deals in one stage for over a month is of all that are open (R31)', async () => {
  const { answer, listed } = await ask({
    entity: 'opportunity',
    measures: ['share'],
    filters: OPEN,
    part: [{ field: 'stage_days', op: 'gt', values: ['30'] }],
  });
  const old = await counted(`${OPEN_DEALS} AND ${STOOD} > 30`);
  expect(answer.totals.share).toMatchObject({ part: old, whole: await counted(OPEN_DEALS) });
  expect(listed).toBe(old);
});

it('a stage piles up by what has stood there longer than its pipeline’s limit (R31)', async () => {
  const { answer } = await ask({
    entity: 'opportunity',
    measures: ['count'],
    filters: [...OPEN, { field: 'piled_up', op: 'eq', values: ['true'] }],
    groupBy: ['stage'],
    sort: { by: 'count', dir: 'desc' },
  });
  const { rows } = await database.pool.query(
    `SELECT s.key, count(*)::int AS n FROM opportunities o JOIN stages s ON s.key = o.stage_key JOIN pipelines p ON p.key = s.pipeline_key
      WHERE s.kind = 'open' AND o.stage_since < '2026-05-13T02:30:00Z'::timestamptz - p.pile_days * interval '1 day' GROUP BY s.key ORDER BY n DESC`,
  );
  expect(
    answer.groups.map(({ keys: [key], figures }) => ({
      key,
      n: Number(figures.count && 'value' in figures.count && figures.count.value),
    })),
  ).toEqual(rows);
});

it('how long deals stand in each stage, and what becomes of them, is told from their moves (R31, R65)', async () => {
  const { rows } = await database.pool.query<Record<string, unknown>>(
    `WITH moves AS (SELECT m.*, (SELECT n.moved_at FROM stage_moves n WHERE n.opportunity_id = m.opportunity_id AND n.moved_at > m.moved_at ORDER BY n.moved_at LIMIT 1) AS until
                      FROM stage_moves m)
     SELECT s.key, round(avg((until AT TIME ZONE 'Asia/Shanghai')::date - (moved_at AT TIME ZONE 'Asia/Shanghai')::date), 4)::float AS days,
            count(DISTINCT o.id) FILTER (WHERE o.stage_key = 'won')::int AS won, count(DISTINCT o.id) FILTER (WHERE o.stage_key IN ('won', 'lost'))::int AS closed
       FROM moves m JOIN opportunities o ON o.id = m.opportunity_id JOIN stages s ON s.key = m.to_stage AND s.kind = 'open' GROUP BY s.key, s.position ORDER BY s.position`,
  );
  const days = (await ask({ entity: 'stay', measures: ['days'], groupBy: ['stage'] })).answer;
  const won = (await ask({ entity: 'stay', measures: ['won_rate'], groupBy: ['stage'] })).answer;
  const of = (groups: typeof won.groups, measure: string) =>
    groups.map(({ keys: [key], figures: { [measure]: figure } }) => ({ key, figure }));
  expect(of(days.groups, 'days')).toEqual(
    rows.map(({ key, days }) => ({ key, figure: expect.objectContaining({ value: expect.closeTo(Number(days), 3) }) })),
  );
  expect(of(won.groups, 'won_rate')).toEqual(
    rows.map(({ key, won, closed }) => ({ key, figure: expect.objectContaining({ part: won, whole: closed }) })),
  );
});

it('deals against a competitor are found by a part of its name (R26)', async () => {
  const { answer } = await ask({
    entity: 'opportunity',
    filters: [...OPEN, { field: 'competitor', op: 'contains', values: ['远景'] }],
  });
  const sql = `${OPEN_DEALS} AND EXISTS (SELECT FROM opportunity_competitors c WHERE c.opportunity_id = o.id AND c.name LIKE '%远景%')`;
  expect(answer.rows).toBeGreaterThan(0);
  expect(answer.rows).toBe(await counted(sql));
});

it('a competitor is one group however it is spelt (R26)', async () => {
  await database.pool.query(
    `INSERT INTO opportunity_competitors (id, opportunity_id, name)
     SELECT gen_random_uuid(), o.id, (ARRAY['Hexagon', 'hexagon', 'HEXAGON'])[row_number() OVER (ORDER BY o.id)]
       FROM (SELECT id FROM opportunities ORDER BY id LIMIT 3) o`,
  );
  const { answer } = await ask({ entity: 'opportunity', groupBy: ['competitor'] });
  const said = answer.groups.flatMap(({ labels, figures }) =>
    labels[0]?.en.toLowerCase() === 'hexagon' ? [figures.count] : [],
  );
  expect(said).toEqual([expect.objectContaining({ value: 3 })]);
});

it('who wrote nothing down in a time is told of all who sell (R72, R103)', async () => {
  const range = { kind: 'absolute' as const, from: '2026-05-13', to: '2026-05-14' };
  const names = async (field: string) =>
    (await ask({ entity: 'colleague', time: { field, range } })).answer.lines.map(({ name }) => name).sort();
  const { rows } = await database.pool.query<{ name: string; wrote: boolean }>(
    `SELECT u.name, EXISTS (SELECT FROM follow_ups f WHERE f.author_id = u.id AND f.happened_on = '2026-05-13') AS wrote
       FROM users u WHERE 'rep' = ANY (u.roles) AND u.active`,
  );
  const by = (wrote: boolean) => rows.flatMap((row) => (row.wrote === wrote ? [row.name] : [])).sort();
  expect([await names('no_entries'), await names('entries')]).toEqual([by(false), by(true)]);
});
