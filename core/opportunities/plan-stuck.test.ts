import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, ORG, openCompany } from '../../test/support/company.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { asSystem } from '../db/system.ts';
import { logFollowUp } from '../follow-ups/log-follow-up.ts';
import { openOpportunity } from './open-opportunity.ts';
import { planStuck } from './plan-stuck.ts';

let company: Company;
let customerId: string;

const look = () => asSystem(company.database, 'schedule', (transaction) => planStuck(transaction, ORG));
const told = async () =>
  (
    await company.database.pool.query<{ name: string; why: string }>(
      `SELECT u.name, split_part(d.effect_key, ':', 1) || ' ' || split_part(d.effect_key, ':', 4) AS why
         FROM deliveries d JOIN users u ON u.id = d.user_id WHERE d.notice = 'dealStuck' ORDER BY d.created_at, 2, 1`,
    )
  ).rows.map(({ name, why }) => `${name} ${why}`);

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-01T10:00:00+08:00');
  customerId = (await company.as('li', (core) => addCustomer(core, { name: '华星电子' }))).id;
  await company.as('li', (core) => openOpportunity(core, { customerId, name: '二期' }));
});
afterAll(() => company.close());

it('tells the owner and his manager once after seven days without a follow-up, then the one above (R30, R107)', async () => {
  await moveClock(company.database, '2026-05-07T10:00:00+08:00');
  expect(await look()).toBe(0);
  await moveClock(company.database, '2026-05-08T10:00:00+08:00');
  expect(await look()).toBe(2);
  expect(await look()).toBe(0);
  expect(await told()).toEqual(['张伟 idle 1', '李雷 idle 1']);
  await moveClock(company.database, '2026-05-15T10:00:00+08:00');
  expect(await look()).toBe(1);
  expect((await told()).at(-1)).toBe('王芳 idle 2');
});

it('begins anew after a follow-up (R30)', async () => {
  await company.as('li', (core) => logFollowUp(core, { customerId, kind: 'call', note: '聊了' }));
  expect(await look()).toBe(0);
  await moveClock(company.database, '2026-05-22T10:00:00+08:00');
  expect(await look()).toBe(2);
});

it('tells of a deal that stands longer than its stage allows, whatever is logged (R29)', async () => {
  await company.database.pool.query(
    `UPDATE opportunities SET stage_key = 'needs', stage_since = '2026-05-22T02:00:00Z'`,
  );
  await moveClock(company.database, '2026-05-29T10:00:00+08:00');
  expect(await look()).toBe(0);
  await moveClock(company.database, '2026-05-30T10:00:00+08:00');
  await company.as('li', (core) => logFollowUp(core, { customerId, kind: 'call', note: '又聊了' }));
  expect(await look()).toBe(2);
  expect((await told()).slice(-2)).toEqual(['张伟 stuck 1', '李雷 stuck 1']);
});

it('does not tell of what stood for long before anybody looked', async () => {
  await company.database.pool.query(`UPDATE opportunities SET stage_since = '2026-01-01T02:00:00Z'`);
  expect(await look()).toBe(0);
});
