import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany } from '../../test/support/company.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { findFollowUps } from '../follow-ups/find-follow-ups.ts';
import { addLead } from '../leads/add-lead.ts';
import { getLead } from '../leads/find-leads.ts';
import { mergeEntry } from './merge-entry.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

describe('what is merged into a record', () => {
  it('that is a customer is all on file afterwards, also where something else stood there (R10)', async () => {
    const { id } = await company.as('li', (core) =>
      addCustomer(core, { name: '华星电子', region: '江苏', contact: '王总', phone: '+8613800138000' }),
    );
    await company.as('li', (core) =>
      mergeEntry(core, {
        ...{ entity: 'customer', id, company: '华星集团', region: '上海', industry: '电子' },
        ...{ contact: '王建国', phone: '+8613800138000', email: 'wang@huaxing.example', note: '要三十台' },
      }),
    );
    const [kept] = await company.as('li', (core) => findFollowUps(core, { customerId: id }));
    expect(kept?.note).toBe('华星集团 · 王建国 · 上海 · 要三十台');
    const { rows } = await company.database.pool.query(
      `SELECT c.region, c.industry, t.name, t.email FROM customers c JOIN contacts t ON t.customer_id = c.id WHERE c.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ region: '江苏', industry: '电子', name: '王总', email: 'wang@huaxing.example' }]);
  });

  it('that is a customer keeps a second number of somebody it knows, and of nobody in particular (R10)', async () => {
    const { id } = await company.as('li', (core) =>
      addCustomer(core, { name: '远航科技', contact: '赵总', phone: '+8613900139000' }),
    );
    const merge = (entry: { contact?: string; phone: string; email?: string }) =>
      company.as('li', (core) => mergeEntry(core, { entity: 'customer', id, ...entry }));
    await merge({ contact: '赵总', phone: '+8613900139001' });
    await merge({ phone: '+8613900139002', email: 'info@yuanhang.example' });
    const notes = (await company.as('li', (core) => findFollowUps(core, { customerId: id }))).map(({ note }) => note);
    expect(notes.sort()).toEqual(['+8613900139001', '+8613900139002 · info@yuanhang.example']);
  });

  it('that is a lead keeps another company name (R10)', async () => {
    const { id } = await company.as('li', (core) => addLead(core, { contact: '高飞', company: '飞鸟科技' }));
    await company.as('li', (core) => mergeEntry(core, { entity: 'lead', id, contact: '高飞', company: '飞鸟集团' }));
    const { enquiries } = await company.as('li', (core) => getLead(core, id));
    expect(enquiries.map(({ note }) => note)).toEqual(['飞鸟集团']);
  });

  it('says nothing twice', async () => {
    const { id } = await company.as('li', (core) =>
      addCustomer(core, { name: '蓝天物流', contact: '孙总', phone: '+8613700137000' }),
    );
    await company.as('li', (core) =>
      mergeEntry(core, { entity: 'customer', id, company: '蓝天物流', contact: '孙总', phone: '+8613700137000' }),
    );
    expect(await company.as('li', (core) => findFollowUps(core, { customerId: id }))).toEqual([]);
  });
});
