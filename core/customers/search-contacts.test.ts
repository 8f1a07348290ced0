import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { searchContacts } from './search-contacts.ts';

let company: Company;

const ALLERGAN = '00000000-0000-7000-8000-000000000101';
const BOREALIS = '00000000-0000-7000-8000-000000000102';

beforeAll(async () => {
  company = await openCompany();
  const { pool } = company.database;
  const owners = [company.actor('li').userId, company.actor('jim').userId];
  await pool.query(
    `INSERT INTO customers (id, name, name_key, owner_id, created_by) VALUES
       ('${ALLERGAN}', 'Allergan', 'allergan', $1, $1), ('${BOREALIS}', 'Borealis', 'borealis', $2, $2)`,
    owners,
  );
  await pool.query(
    `INSERT INTO contacts (id, customer_id, name) SELECT gen_random_uuid(), c::uuid, n FROM (VALUES
       ('${ALLERGAN}', 'Mary Ann Li'), ('${ALLERGAN}', 'Marybeth Stone'), ('${ALLERGAN}', '王秀英'), ('${ALLERGAN}', '小王'),
       ('${BOREALIS}', 'Mary Jones'), ('${BOREALIS}', 'Anna Li Stone'), ('${BOREALIS}', '王秀英')) k (c, n)`,
  );
});
afterAll(() => company.close());

async function found(who: PersonKey, mention: string): Promise<string[]> {
  const lines = await company.as(who, (core) => searchContacts(core, { mention }));
  return lines.map(({ name, customerName }) => `${name}, ${customerName}`);
}

describe('a person at a customer', () => {
  it.each([
    ['mary', ['Mary Ann Li, Allergan', 'Marybeth Stone, Allergan']],
    ['ANN', ['Mary Ann Li, Allergan']],
    ['Ann Li', ['Mary Ann Li, Allergan']],
    ['li', ['Mary Ann Li, Allergan']],
    ['Ms. Stone', ['Marybeth Stone, Allergan']],
    ['王总', ['王秀英, Allergan']],
    ['秀英', []],
    ['beth', []],
    ['%', []],
  ])('is called %s by how the name or a word of it begins (R20)', async (mention, names) => {
    expect(await found('li', mention)).toEqual(names);
  });

  it('is found by a short word in the middle of the name, at a colleague’s customer too (R20, R84)', async () => {
    expect(await found('chen', 'Li')).toEqual(['Anna Li Stone, Borealis', 'Mary Ann Li, Allergan']);
    expect(await found('jim', 'Li')).toEqual(['Anna Li Stone, Borealis']);
    expect(await found('li', 'Li')).toEqual(['Mary Ann Li, Allergan']);
  });

  it('is found by whoever sees the customer, and of the customer that was named (R84)', async () => {
    expect(await found('chen', '王秀英')).toEqual(['王秀英, Allergan', '王秀英, Borealis']);
    expect(await found('jim', '王秀英')).toEqual(['王秀英, Borealis']);
    expect(await found('chen', `王秀英 · ${ALLERGAN}`)).toEqual(['王秀英, Allergan']);
    expect(await found('jim', `王秀英 · ${ALLERGAN}`)).toEqual([]);
  });
});
