import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Company, openCompany } from '../support/company.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

// A range whose ends are learnt later is taken for a third of the table: planned as of a small one, all of it is read.
it('the beginnings of names are met in no function that may read all names there are (R10, R20)', async () => {
  const { rows } = await company.database.pool.query(
    `SELECT proname FROM pg_proc WHERE prosecdef AND provolatile = 's' AND prosrc ~ 'name_keys' AND prosrc ~ 'COLLATE "C"'
        AND NOT coalesce(proconfig @> ARRAY['enable_seqscan=off'], false)`,
  );
  expect(rows).toEqual([]);
});
