// A company of any size (size.ts): the same seed makes the same rows, their days counted back from today.
import type pg from 'pg';
import { personKeys } from '../../../core/names/index.ts';
import { seeded } from '../../support/seeded.ts';
import { fillCustomers } from './customers.ts';
import { fillNotes } from './notes.ts';
import { fillPeople } from './people.ts';
import { fillRecords } from './records.ts';
import type { Size } from './size.ts';

const SEED = 20_261_122;

/** Filled without the triggers that follow a change, and without the indexes, which are cheaper made after. */
const FILLED = [
  'teams',
  'users',
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
  'approval_requests',
  'approval_steps',
  'changes',
  'audit_entries',
];

/** Of those, what is worked out of the others at the end. */
const RECKONED = ['open_opportunities', 'open_invoices'];

export async function fillLarge(
  client: pg.ClientBase,
  size: Size,
  log: (line: string) => void = () => undefined,
): Promise<void> {
  const random = seeded(SEED);
  for (const table of FILLED) {
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  }
  const indexes = await dropIndexes(client);
  const reps = await fillPeople(client, size);
  await fillCustomers(client, size, { reps, random });
  log('customers');
  await client.query('ANALYZE users, customers');
  await fillRecords(client, size);
  await nameContacts(client);
  log('what hangs on them');
  await client.query('ANALYZE opportunities, leads');
  await fillNotes(client, size);
  log('notes');
  await client.query(`SET maintenance_work_mem = '256MB'`);
  for (const { definition } of indexes) {
    await client.query(definition);
  }
  log('indexes');
  // What is open is read by indexes only where the planner knows how few rows are each one's.
  await client.query(`VACUUM ANALYZE ${FILLED.join(', ')}`);
  await client.query('SELECT parley_reopen(), parley_reckon_all()');
  await client.query(`VACUUM ANALYZE ${RECKONED.join(', ')}`);
  for (const table of FILLED) {
    await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  }
}

/** Few names are many people's. */
async function nameContacts(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT DISTINCT name FROM contacts');
  const keys = rows.flatMap(({ name }) => personKeys(name).map((key) => ({ name, key })));
  await client.query(
    `INSERT INTO name_keys (id, entity, record_id, key) SELECT gen_random_uuid(), 'contact', p.id, k.key
       FROM contacts p JOIN json_to_recordset($1) k (name text, key text) USING (name)`,
    [JSON.stringify(keys)],
  );
}

async function dropIndexes(client: pg.ClientBase): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
      WHERE NOT i.indisunique AND i.indrelid::regclass::text = ANY ($1)`,
    [FILLED],
  );
  for (const { name } of rows) {
    await client.query(`DROP INDEX ${name}`);
  }
  return rows;
}
