import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Company, ORG, openCompany } from '../../test/support/company.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { Inbox } from '../inbox/inbox.ts';
import { Seal } from '../inbox/sealed.ts';
import { work } from '../work.ts';
import { meetNewcomer } from './meet-newcomer.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

it('knows a person who writes from a second platform by his e-mail, with one history (R101)', async () => {
  const { database } = company;
  const customer = await company.as('li', (core) => addCustomer(core, { name: '华星电子' }));
  const there = { platform: 'playground', workspace: 'local', externalId: 'p-li' };
  const welcome = await meetNewcomer(database, { ...there, name: '李雷', email: 'LI@hualan.example' }, { org: ORG });
  expect(welcome).toMatchObject({ kind: 'known', actor: { userId: company.actor('li').userId } });

  const inbox = new Inbox(database, ORG, new Seal(randomBytes(32), 'inbox'));
  const { actor } = await inbox.receive({ ...there, dedupeKey: 'e1', body: Buffer.from('{}') });
  if (!actor) {
    throw new Error('the second identity is not linked');
  }
  const seen = await work(database, { actor, org: ORG, origin: { via: 'words' } }, (core) =>
    getCustomer(core, customer.id),
  );
  expect(seen.name).toBe('华星电子');
});

it('does not take somebody without a known e-mail for a colleague, and asks the admins once (R85)', async () => {
  const stranger = { platform: 'playground', workspace: 'local', externalId: 'p-x', name: '李雷' };
  const first = await meetNewcomer(company.database, stranger, { org: ORG });
  const second = await meetNewcomer(company.database, stranger, { org: ORG });
  expect([first, second]).toMatchObject([
    { kind: 'waiting', isNew: true, admins: ['管理员'] },
    { kind: 'waiting', isNew: false },
  ]);
  const { rows } = await company.database.pool.query(
    `SELECT count(*)::int AS asked FROM outbox WHERE event = 'admission.asked'`,
  );
  expect(rows).toEqual([{ asked: 1 }]);
});
