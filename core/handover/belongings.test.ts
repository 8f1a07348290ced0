import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Company, openCompany } from '../../test/support/company.ts';
import { BELONGING_TABLES, belongingOf, STAYS } from './belongings.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

/** Columns that name a record of several tables, or no row at all, or that triggers keep as another row's. */
const NO_PERSON = [
  'approval_requests.record_id',
  'audit_entries.change_id',
  'audit_entries.record_id',
  'changes.inbox_id',
  'changes.undone_by',
  'files.record_id',
  'grants.record_id',
  'leads.customer_id',
  'leads.opportunity_id',
  'name_keys.record_id',
  'open_invoices.customer_id',
  'open_invoices.owner_id',
  'open_opportunities.customer_id',
  'open_opportunities.owner_id',
  'outbox.change_id',
  'posted_cards.subject_id',
  'record_cards.record_id',
  'redeliveries.target_id',
];

it('R21: every column that names a person goes with a handover or is said to stay', async () => {
  const { rows } = await company.database.pool.query<{ name: string }>(
    `SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND c.data_type = 'uuid' AND c.column_name <> 'id'
        AND EXISTS (SELECT FROM pg_class t WHERE t.oid = ('public.' || c.table_name)::regclass AND t.relkind = 'r')
        AND NOT EXISTS (
          SELECT FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = ANY (f.conkey)
           WHERE f.contype = 'f' AND f.conrelid = ('public.' || c.table_name)::regclass AND a.attname = c.column_name
             AND f.confrelid <> 'public.users'::regclass)
      ORDER BY 1`,
  );
  const declared = [
    ...BELONGING_TABLES.flatMap((table) => {
      const { column } = belongingOf(table);
      return column ? [`${table}.${column}`] : [];
    }),
    ...STAYS,
    ...NO_PERSON,
  ];
  expect(rows.map(({ name }) => name)).toEqual(declared.sort());
});
