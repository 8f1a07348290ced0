import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany } from '../../test/support/company.ts';
import { addCustomer } from '../customers/add-customer.ts';
import type { Money } from '../money.ts';
import { changeOpportunity } from './change-opportunity.ts';
import { setDealProduct } from './deal-parts.ts';
import { openOpportunity } from './open-opportunity.ts';

let company: Company;
let productId: string;

beforeAll(async () => {
  company = await openCompany();
  const { rows } = await company.database.pool.query(
    `INSERT INTO products (id, code, name_zh, name_en, price, currency) VALUES (gen_random_uuid(), 'P-1', '传感器', 'sensor', 10000, 'CNY') RETURNING id`,
  );
  productId = rows[0].id;
});
afterAll(() => company.close());

async function open(): Promise<string> {
  const { id: customerId } = await company.as('li', (core) =>
    addCustomer(core, { name: '华星电子', duplicateReason: 'another plant' }),
  );
  return (await company.as('li', (core) => openOpportunity(core, { customerId }))).id;
}

describe('the currency of a deal', () => {
  it('is changed with its amount', async () => {
    const opportunityId = await open();
    const { after } = await company.as('li', (core) =>
      changeOpportunity(core, { opportunityId, amount: { minor: 10_000n, currency: 'USD' } }),
    );
    expect(after).toMatchObject({ amount: 10_000n, currency: 'USD' });
  });

  it('is that of a number alone, whatever the organisation counts in', async () => {
    const opportunityId = await open();
    const change = (amount: Money) => company.as('li', (core) => changeOpportunity(core, { opportunityId, amount }));
    await change({ minor: 2_000_000n, currency: 'USD' });
    const { after } = await change({ minor: 2_500_000n, currency: 'CNY', isBare: true });
    expect(after).toMatchObject({ amount: 2_500_000n, currency: 'USD' });
    await change({ minor: 20_000n, currency: 'JPY' });
    expect((await change({ minor: 2_500_000n, currency: 'CNY', isBare: true })).after).toMatchObject({
      amount: 25_000n,
      currency: 'JPY',
    });
    expect((await change({ minor: 2_500_000n, currency: 'CNY' })).after).toMatchObject({ currency: 'CNY' });
  });

  it('stays that of its products, so that two are never added up', async () => {
    const opportunityId = await open();
    await company.as('li', (core) => setDealProduct(core, { opportunityId, productId, quantity: 2 }));
    const change = company.as('li', (core) =>
      changeOpportunity(core, { opportunityId, amount: { minor: 20_000n, currency: 'USD' } }),
    );
    await expect(change).rejects.toMatchObject({
      code: 'bad_input',
      say: {
        en: 'The products of this deal are priced in CNY. Take them off first, or give the amount in CNY.',
        zh: '该商机的产品以 CNY 计价，请先移除产品，或按 CNY 填写金额。',
      },
    });
  });
});
