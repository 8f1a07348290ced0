import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCustomer } from '../../core/customers/add-customer.ts';
import { addObject } from '../../core/objects/add-object.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import { deskOf, runDue } from '../../test/support/jobs.ts';
import { Messenger } from '../../test/support/messenger.ts';

let company: Company;
let slack: Messenger;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  slack = new Messenger();
  await company.database.pool.query(
    `INSERT INTO object_types (id, key, name_zh, name_en, label_zh, label_en, fields, rules) VALUES
     (gen_random_uuid(), 'showing', '带看', 'Showing', '房源', 'Unit', $1, '[{"kind": "tell", "key": "tell", "field": "manager"}]')`,
    [
      JSON.stringify([
        { key: 'shownOn', name: { zh: '带看日期', en: 'Shown on' }, kind: 'date' },
        { key: 'manager', name: { zh: '案场经理', en: 'Site manager' }, kind: 'person' },
      ]),
    ],
  );
});
afterAll(() => company.close());

it('tells the site manager of a showing once, who reads of it without seeing the customer (R22)', async () => {
  const { rows } = await company.database.pool.query<{ id: string }>(`SELECT id FROM users WHERE name = '韩梅梅'`);
  const manager = rows[0]?.id;
  const customerId = (await company.as('li', (core) => addCustomer(core, { name: '李女士' }))).id;
  await company.as('li', (core) =>
    addObject(core, { typeKey: 'showing', customerId, name: '12-3', values: { shownOn: '2026-05-14', manager } }),
  );
  await company.as('li', (core) => addObject(core, { typeKey: 'showing', customerId, name: '12-4', values: {} }));
  await runDue(deskOf(company, slack));
  expect(slack.messages.map(({ card }) => card.title)).toEqual(['请知悉：带看 12-3 · 明天（5月14日 周四）']);
  expect(JSON.stringify(slack.messages)).not.toContain('李女士');
});
