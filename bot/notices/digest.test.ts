import { afterAll, beforeAll, expect, it } from 'vitest';
import { addTask } from '../../core/tasks/add-task.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import { digest } from './digest.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T08:00:00+08:00');
});
afterAll(() => company.close());

const drawn = (day: string) => company.as('li', (core) => digest.bind({ day }).draw(core));

it("is of its own day only: yesterday's, delivered late, does not stand beside today's (R105)", async () => {
  await company.as('li', async (core) => addTask(core, { title: '给陈总打电话', dueOn: '2026-05-20' }));
  expect(await drawn('2026-05-20')).toMatchObject({ body: expect.anything() });
  expect(await drawn('2026-05-19')).toBeUndefined();
});
