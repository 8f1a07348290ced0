import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import { addTask } from './add-task.ts';
import { snoozeTask } from './snooze-task.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
});
afterAll(() => company.close());

it.each([
  ['America/New_York', '2026-05-20T13:00:00.000Z', '2026-05-20'],
  [null, '2026-05-21T01:00:00.000Z', '2026-05-21'],
])('sets the morning of its owner in %s, also when his manager snoozes it', async (timeZone, remindAt, dueOn) => {
  const { userId } = company.actor('li');
  await company.database.pool.query('UPDATE users SET time_zone = $2 WHERE id = $1', [userId, timeZone]);
  const { id } = await company.as('li', async (core) => addTask(core, { title: '发合同' }));
  expect(await company.as('zhang', (core) => snoozeTask(core, { id, until: 'tomorrow' }))).toMatchObject({ dueOn });
  const { rows } = await company.database.pool.query<{ at: Date }>('SELECT remind_at AS at FROM tasks WHERE id = $1', [
    id,
  ]);
  expect(rows[0]?.at.toISOString()).toBe(remindAt);
});
