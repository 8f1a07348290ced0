import { afterAll, beforeAll, expect, it } from 'vitest';
import { lastUndoable, undoChange } from '../../core/changes/undo-change.ts';
import { addCustomer } from '../../core/customers/add-customer.ts';
import { dayIn } from '../../core/days.ts';
import { asSystem } from '../../core/db/system.ts';
import { addObject } from '../../core/objects/add-object.ts';
import { changeObject } from '../../core/objects/change-object.ts';
import { remindOwners } from '../../core/objects/remind-owners.ts';
import { removeObject } from '../../core/objects/remove-object.ts';
import { removeType } from '../../core/objects/remove-type.ts';
import { claimReminder } from '../../core/reminders/claim-reminder.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, ORG, openCompany } from '../../test/support/company.ts';

let company: Company;
let customerId: string;
let car: string;

const look = () => {
  const now = company.database.clock.now();
  return asSystem(company.database, 'schedule', (transaction) =>
    remindOwners(transaction, { today: dayIn(now, ORG.timeZone), org: ORG, limit: 50 }),
  );
};

async function tasks(): Promise<{ title: string; due: string; owner: string }[]> {
  const { rows } = await company.database.pool.query<{ title: string; due: string; owner: string }>(
    `SELECT t.title, t.due_on::text AS due, u.name AS owner FROM tasks t JOIN users u ON u.id = t.owner_id ORDER BY t.due_on, t.title`,
  );
  return rows;
}

const bought = (day: string) =>
  company.as('li', (core) => changeObject(core, { objectId: car, values: { boughtOn: day } }));

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  await company.database.pool.query(
    `INSERT INTO object_types (id, key, name_zh, name_en, label_zh, label_en, fields, rules) VALUES
     (gen_random_uuid(), 'vehicle', '车辆', 'Vehicle', '车牌号', 'Plate', $1, $2)`,
    [
      JSON.stringify([{ key: 'boughtOn', name: { zh: '购车日期', en: 'Bought on' }, kind: 'date' }]),
      JSON.stringify([
        {
          kind: 'task',
          key: 'service',
          field: 'boughtOn',
          days: 180,
          repeats: true,
          task: { zh: '{name} 该保养了', en: 'Service {name}' },
        },
        {
          kind: 'task',
          key: 'welcome',
          field: 'boughtOn',
          days: 3,
          task: { zh: '{name} 交车回访', en: 'Call about {name}' },
        },
      ]),
    ],
  );
  customerId = (await company.as('li', (core) => addCustomer(core, { name: '陈先生' }))).id;
  car = (
    await company.as('li', (core) =>
      addObject(core, { typeKey: 'vehicle', customerId, name: '沪A12345', values: { boughtOn: '2025-11-15' } }),
    )
  ).id;
});
afterAll(() => company.close());

it('makes the owner’s task when its day has come, once, and not for what lay in the past (R22)', async () => {
  await look();
  expect(await tasks()).toEqual([]);
  await moveClock(company.database, '2026-05-14T09:00:30+08:00'); // 180 days after
  await look();
  await look();
  expect(await tasks()).toEqual([{ title: '沪A12345 该保养了', due: '2026-05-14', owner: '李雷' }]);
});

it('is reminded of at nine on the owner’s clock however early the day’s task was made, as a reminder that may wait (R22, R49)', async () => {
  const reminders = async () => {
    const { rows } = await company.database.pool.query<{ at: string }>(
      `SELECT to_char(remind_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD HH24:MI') AS at FROM tasks WHERE title LIKE '夜里%'`,
    );
    return rows.map(({ at }) => at);
  };
  await company.as('li', (core) =>
    addObject(core, { typeKey: 'vehicle', customerId, name: '夜里', values: { boughtOn: '2026-06-01' } }),
  );
  await moveClock(company.database, '2026-06-04T00:00:30+08:00');
  await look();
  expect(await reminders()).toEqual(['06-04 09:00']);
  await company.database.pool.query(`DELETE FROM tasks WHERE title LIKE '夜里%'`);
  await company.as('li', (core) =>
    addObject(core, { typeKey: 'vehicle', customerId, name: '夜里二', values: { boughtOn: '2026-06-02' } }),
  );
  await moveClock(company.database, '2026-06-05T21:30:30+08:00');
  await look();
  const { rows } = await company.database.pool.query<{ id: string }>(`SELECT id FROM tasks WHERE title LIKE '夜里%'`);
  await asSystem(company.database, 'schedule', (transaction) => claimReminder(transaction, rows[0]?.id ?? '', ORG));
  const planned = await company.database.pool.query(`SELECT subject ->> 'timed' AS timed FROM deliveries`);
  expect(planned.rows).toEqual([{ timed: 'false' }]);
  await company.database.pool.query(
    `DELETE FROM tasks WHERE title LIKE '夜里%'; DELETE FROM objects WHERE name LIKE '夜里%'`,
  );
});

it('asks again after as many days where the rule repeats', async () => {
  await moveClock(company.database, '2026-11-09T09:00:30+08:00');
  await look();
  expect((await tasks()).length).toBe(1);
  await moveClock(company.database, '2026-11-10T09:00:30+08:00'); // 360 days after
  await look();
  await look();
  expect((await tasks()).map(({ due }) => due)).toEqual(['2026-05-14', '2026-11-10']);
});

it('does not ask again on the same day because the record was touched', async () => {
  await company.as('li', (core) => changeObject(core, { objectId: car, name: '沪A12345（$&）', values: {} }));
  await look();
  expect((await tasks()).length).toBe(2);
});

it('goes by another day once that is corrected, and waits where nobody owns the customer', async () => {
  await bought('2026-11-08');
  await company.database.pool.query('UPDATE customers SET owner_id = NULL');
  await moveClock(company.database, '2026-11-12T09:00:30+08:00');
  await look();
  expect((await tasks()).length).toBe(2);
  const li = await company.database.pool.query<{ id: string }>(`SELECT id FROM users WHERE name = '李雷'`);
  await company.database.pool.query('UPDATE customers SET owner_id = $1', [li.rows[0]?.id]);
  await look();
  expect((await tasks()).map(({ title }) => title)).toContain('沪A12345（$&） 交车回访');
});

it('asks nothing of what was removed, nor of a kind that was, until it is back', async () => {
  const due = async () => {
    const { rows } = await company.database.pool.query<{ due: string | null }>(
      'SELECT d.due_on::text AS due FROM object_dues d JOIN objects o ON o.id = d.object_id WHERE o.name = $1',
      ['京P1'],
    );
    return rows.map((row) => row.due);
  };
  const { id } = await company.as('li', (core) =>
    addObject(core, { typeKey: 'vehicle', customerId, name: '京P1', values: { boughtOn: '2027-01-01' } }),
  );
  const planned = await due();
  expect(planned).toContain('2027-01-04');
  await company.as('li', (core) => removeObject(core, id));
  expect(new Set(await due())).toEqual(new Set([null]));
  await company.as('li', async (core) => undoChange(core, await lastUndoable(core)), { command: 'change.undo' });
  expect(await due()).toEqual(planned);
  expect((await company.as('admin', (core) => removeType(core, 'vehicle'))).count).toBe(2);
  expect(new Set(await due())).toEqual(new Set([null]));
  await company.as('admin', async (core) => undoChange(core, await lastUndoable(core)), { command: 'change.undo' });
  expect(await due()).toEqual(planned);
});

it('follows a rule that an admin changes', async () => {
  await company.database.pool.query(`UPDATE object_types SET rules = '[]'`);
  const { rows } = await company.database.pool.query('SELECT FROM object_dues');
  expect(rows).toEqual([]);
});
