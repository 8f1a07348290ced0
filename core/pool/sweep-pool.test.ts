import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { asSystem } from '../db/system.ts';
import { handOver } from '../handover/hand-over.ts';
import { sweepPool } from './sweep-pool.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const sweepOn = async (day: string) => {
  await moveClock(company.database, new Date(`${day}T02:30:30Z`));
  const { moved } = await asSystem(company.database, 'schedule', (transaction) =>
    sweepPool(transaction, { today: day, limit: 100 }),
  );
  return moved;
};

describe('what nobody works on', () => {
  it('is kept by whoever was handed it for the whole of his time (R10, R21)', async () => {
    await moveClock(company.database, new Date('2026-05-13T02:30:30Z'));
    await company.as('li', (core) => addCustomer(core, { name: '华星电子' }));
    await moveClock(company.database, new Date('2026-06-08T02:30:30Z'));
    const [personId, to] = [company.actor('li').userId, [company.actor('han').userId]];
    await company.as('zhang', (core) => handOver(core, { personId, to }));
    expect(await sweepOn('2026-06-20')).toBe(0);
    expect(await sweepOn('2026-07-06')).toBe(1);
    const { rows } = await company.database.pool.query('SELECT kind, user_id FROM pool_moves');
    expect(rows).toEqual([{ kind: 'warned', user_id: company.actor('han').userId }]);
  });
});
