import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Company, openCompany } from '../../test/support/company.ts';
import { takeNumber } from './number.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

it('numbers go on past the fifth digit (R11)', async () => {
  await company.database.pool.query("SELECT setval('billing_numbers_quote', 99998)");
  await company.as('zhao', async (core) => {
    expect(await takeNumber(core, 'quote', undefined)).toBe('Q-99999');
    expect(await takeNumber(core, 'quote', undefined)).toBe('Q-100000');
    expect(await takeNumber(core, 'quote', undefined)).toBe('Q-100001');
  });
});
