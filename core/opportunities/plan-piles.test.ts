import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, ORG, openCompany } from '../../test/support/company.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { asSystem } from '../db/system.ts';
import { openOpportunity } from './open-opportunity.ts';
import { planPiles } from './plan-piles.ts';

let company: Company;
let customerId: string;

const look = () => asSystem(company.database, 'schedule', (transaction) => planPiles(transaction, ORG));
const told = async () =>
  (
    await company.database.pool.query<{ told: string }>(
      `SELECT u.name || ' ' || t.name || ' ' || split_part(d.effect_key, ':', 4) AS told FROM deliveries d JOIN users u ON u.id = d.user_id
         JOIN teams t ON t.id = (d.subject->>'teamId')::uuid WHERE d.notice = 'dealsPiling' ORDER BY d.created_at, 1`,
    )
  ).rows.map((row) => row.told);

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-01T10:00:00+08:00');
  customerId = (await company.as('li', (core) => addCustomer(core, { name: '华星电子' }))).id;
  for (const name of ['一期', '二期', '三期']) {
    await company.as('li', (core) => openOpportunity(core, { customerId, name }));
  }
});
afterAll(() => company.close());

it('tells whoever leads the team once, and those above him of their own teams (R31, R107)', async () => {
  await moveClock(company.database, '2026-05-31T09:00:00+08:00');
  expect(await look()).toBe(0);
  await moveClock(company.database, '2026-06-01T10:00:00+08:00');
  expect(await look()).toBe(2);
  expect(await look()).toBe(0);
  expect(await told()).toEqual(['张伟 北区 1', '王芳 销售部 1']);
  await moveClock(company.database, '2026-06-20T10:00:00+08:00');
  expect(await look()).toBe(0);
});

it('goes up the line at twice the days (R107)', async () => {
  await moveClock(company.database, '2026-07-01T10:00:00+08:00');
  await look();
  expect((await told()).slice(2)).toEqual(['张伟 北区 1', '王芳 北区 2', '王芳 销售部 1']);
});

it('says nothing of fewer deals than count as a pile', async () => {
  await moveClock(company.database, '2026-09-01T10:00:00+08:00');
  await company.database.pool.query("UPDATE pipelines SET pile_deals = 4 WHERE key = 'sales'");
  expect(await look()).toBe(0);
});
