import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Company, openCompany } from '../../test/support/company.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { findStuck } from './find-stuck.ts';
import { openOpportunity } from './open-opportunity.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

it('lists those that are furthest over their limit where there are more than it may list (R29)', async () => {
  const { id: customerId } = await company.as('li', (core) => addCustomer(core, { name: '华星电子' }));
  for (const [name, days] of [
    ['一期', 10],
    ['二期', 12],
    ['三期', 40],
  ] as const) {
    const { id } = await company.as('li', (core) => openOpportunity(core, { customerId, name }));
    await company.database.pool.query(
      `UPDATE opportunities SET stage_since = parley_now() - $2 * interval '1 day', created_at = parley_now() - $2 * interval '1 day' WHERE id = $1`,
      [id, days],
    );
  }
  const worst = await company.as('li', (core) => findStuck(core, { limit: 2 }));
  expect(worst.map(({ name, days }) => [name, days])).toEqual([
    ['三期', 40],
    ['二期', 12],
  ]);
});
