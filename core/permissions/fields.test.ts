import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { ROLES } from '../actor.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { logFollowUp } from '../follow-ups/log-follow-up.ts';
import { openOpportunity } from '../opportunities/open-opportunity.ts';
import { checkIn } from '../visits/check-in.ts';
import { PROTECTED_FIELDS } from './fields.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const query = async <Row>(sql: string) => (await company.database.pool.query(sql)).rows as Row[];

const columnsOf = (schema: string) =>
  query<{ t: string; columns: string[] }>(
    `SELECT table_name AS t, array_agg(column_name::text ORDER BY ordinal_position) AS columns
       FROM information_schema.columns WHERE table_schema = '${schema}' GROUP BY 1 ORDER BY 1`,
  );

/** What follows a protected field of another table, and is judged by the policies of that. */
const FOLLOWING = ['open_opportunities.amount', 'open_invoices.amount'];

it('is judged by another one’s policies where it follows that: what a check-in and a visit said are notes (R37, R84)', async () => {
  const { id: customerId } = await company.as('li', (core) => addCustomer(core, { name: '江南电缆' }));
  await company.as('li', (core) => checkIn(core, { partyId: customerId, note: '到访签到' }));
  await company.as('li', (core) => logFollowUp(core, { customerId, kind: 'visit', note: '张总有意转单' }));
  const seen = async (by: PersonKey) =>
    JSON.stringify(await company.as(by, (core) => core.sql({ text: 'SELECT * FROM seen.follow_ups' })));
  expect(await seen('chen')).toContain('"told":"张总有意转单"');
  await query(
    `UPDATE field_policies SET access = 'hidden' WHERE entity = 'follow_ups' AND field = 'note' AND role = 'executive'`,
  );
  expect(await seen('chen')).toContain('"second":"told"');
  expect(await seen('chen')).not.toContain('张总有意转单');
  expect(await seen('li')).toContain('"told":"张总有意转单"');
});

describe('a protected field', () => {
  it('has a policy for every role, and no policy speaks of another one (R84)', async () => {
    const rows = await query<{ key: string }>(
      `SELECT entity || '.' || field || ' ' || role AS key FROM field_policies ORDER BY 1`,
    );
    const expected = PROTECTED_FIELDS.flatMap((field) => ROLES.map((role) => `${field} ${role}`));
    expect(rows.map(({ key }) => key).sort()).toEqual(expected.sort());
  });

  it('is read through a view that knows every column of its table', async () => {
    const [tables, views] = await Promise.all([columnsOf('public'), columnsOf('seen')]);
    const known = [...PROTECTED_FIELDS, ...FOLLOWING].map((key) => key.split('.')[0]);
    expect(views.map(({ t }) => t)).toEqual([...new Set(known)].sort());
    for (const { t, columns } of views) {
      expect({ t, columns }).toEqual({
        t,
        columns: [...(tables.find((table) => table.t === t)?.columns ?? []), 'unseen'],
      });
    }
  });
});

it('is seen where another table follows it as it is seen there (R84)', async () => {
  const { id: customerId } = await company.as('li', (core) => addCustomer(core, { name: '华星电子' }));
  const amount = { minor: 765_432_100n, currency: 'CNY' };
  await company.as('li', (core) => openOpportunity(core, { customerId, name: '一期', amount }));
  const amounts = (by: PersonKey) =>
    company.as(by, (core) =>
      core.sql({
        text: `SELECT o.amount::text, o.unseen, d.amount::text AS kept, d.unseen AS "keptUnseen"
                 FROM seen.opportunities o JOIN seen.open_opportunities d ON d.id = o.id`,
      }),
    );
  const shown = [{ amount: '765432100', unseen: [], kept: '765432100', keptUnseen: [] }];
  expect(await amounts('chen')).toEqual(shown);
  await query(
    `UPDATE field_policies SET access = 'hidden' WHERE entity = 'opportunities' AND field = 'amount' AND role IN ('executive', 'rep')`,
  );
  expect(await amounts('chen')).toEqual([{ amount: null, unseen: ['amount'], kept: null, keptUnseen: ['amount'] }]);
  expect(await amounts('li')).toEqual(shown);
});

/** What looks like something to protect and is everybody's, and why. */
const OPEN: Readonly<Record<string, string>> = {
  'users.email': 'colleagues are found by it',
  'admissions.email': 'row policy: admins',
  'duplicate_questions.phone': 'row policy: whoever asks and whoever is asked',
  'duplicate_questions.email': 'row policy: whoever asks and whoever is asked',
  'duplicate_questions.note': 'row policy: whoever asks and whoever is asked',
  'hook_deliveries.phone': 'row policy: admins',
  'hook_deliveries.email': 'row policy: admins',
  'products.price': 'a list price is for everybody',
};

it('no column is called like something to protect and is neither protected nor said to be open', async () => {
  const columns = await query<{ key: string }>(
    `SELECT table_name || '.' || column_name AS key FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name ~ '(^|_)(phone|mobile|e?mail|wechat|address|amount|price|cost|margin|budget|discount|note|lost_reason)(_|$)'
      ORDER BY 1`,
  );
  const known = [...PROTECTED_FIELDS, ...FOLLOWING, ...Object.keys(OPEN)];
  expect(columns.map(({ key }) => key).filter((key) => !known.includes(key))).toEqual([]);
});

/** Who reads a protected table itself, and why what he reads reaches nobody who may not see it. */
const PAST_THE_DOOR: Readonly<Record<string, string>> = {
  'core/opportunities/find-facts.ts': 'says whether there is an amount, never which',
  'core/leads/convert-lead.ts': 'carries a phone and an e-mail from one record into another',
  'core/duplicates/fill-customer.ts': 'fills what is empty on file, which is not what somebody is not shown',
};

const sources = ['core', 'bot', 'adapters', 'jobs'].flatMap((layer) =>
  readdirSync(layer, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(?:test|gold)\.ts$/.test(file))
    .map((file) => ({ file: `${layer}/${file}`, text: readFileSync(`${layer}/${file}`, 'utf8') })),
);

const camel = (column: string) => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

describe('a source', () => {
  it('reads a table with protected fields through schema seen only', async () => {
    const tables = (await columnsOf('seen')).map(({ t }) => t).join('|');
    const raw = new RegExp(`\\b(?:FROM|JOIN)\\s+(?:public\\.)?(?:${tables})\\b|\\bfrom: '(?:${tables})\\b`, 'i');
    const past = sources.filter(({ text }) => raw.test(text)).map(({ file }) => file);
    expect(past.filter((file) => !(file in PAST_THE_DOOR))).toEqual([]);
    expect(Object.keys(PAST_THE_DOOR).filter((file) => !past.includes(file))).toEqual([]);
    expect(raw.test('SELECT 1 FROM customers c')).toBe(true);
    expect(raw.test('SELECT 1 FROM seen.customers c')).toBe(false);
  });

  it('asks Prisma for no protected field, and never for all columns of such a table', () => {
    const models = /\bdb\.(?:customer|contact|lead|opportunity|followUp)\.\w+\(\{(?:(?!\bselect\b)[\s\S])*?\}\)/;
    const fields = new RegExp(
      `\\b(?:${PROTECTED_FIELDS.map((key) => camel(key.split('.')[1] ?? '')).join('|')}): true\\b`,
    );
    expect(sources.filter(({ text }) => models.test(text) || fields.test(text)).map(({ file }) => file)).toEqual([]);
    expect(models.test('db.customer.findFirst({ where: { id } })')).toBe(true);
    expect(models.test('db.customer.findFirst({ where: { id }, select: { name: true } })')).toBe(false);
  });
});
