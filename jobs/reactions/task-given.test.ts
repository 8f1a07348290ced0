import { afterAll, beforeAll, expect, it } from 'vitest';
import { addTask } from '../../core/tasks/add-task.ts';
import { cancelTask } from '../../core/tasks/cancel-task.ts';
import { changeTask, planChange } from '../../core/tasks/change-task.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { deskOf, runDue } from '../../test/support/jobs.ts';
import { Messenger } from '../../test/support/messenger.ts';
import type { Desk } from '../desk.ts';

let company: Company;
let slack: Messenger;
let desk: Desk;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  slack = new Messenger();
  desk = deskOf(company, slack);
});
afterAll(() => company.close());

const told = (key: PersonKey) => slack.cardsOf(key).length;
const given = (key: PersonKey) => slack.cardsOf(key).filter(({ title }) => title.includes('给你安排了任务')).length;
const give = (key: PersonKey, taskId: string, to: PersonKey) =>
  company.as(key, async (core) =>
    changeTask(core, await planChange(core, taskId, { ownerId: company.actor(to).userId })),
  );

it('R102: whoever is given a task hears of it each time, also of his own that comes back to him', async () => {
  const { id } = await company.as('zhang', async (core) => addTask(core, { title: '跟进合同' }));
  for (const [round, to] of (['li', 'zhang', 'li', 'zhang'] as const).entries()) {
    await give('wang', id, to);
    await runDue(desk);
    await runDue(desk);
    expect([to, given(to)]).toEqual([to, Math.floor(round / 2) + 1]);
  }
});

it('R102: its owner hears of what somebody above cancels or changes, and not of his own changes', async () => {
  const { id } = await company.as('li', async (core) => addTask(core, { title: '寄样品' }));
  const before = told('li');
  await company.as('li', async (core) => changeTask(core, await planChange(core, id, { title: '寄两份样品' })));
  await runDue(desk);
  expect(told('li')).toBe(before);
  await company.as('zhang', async (core) => changeTask(core, await planChange(core, id, { title: '寄三份样品' })));
  await runDue(desk);
  expect(slack.cardsOf('li').at(-1)?.title).toBe('张伟修改了你的任务：寄三份样品');
  await company.as('zhang', (core) => cancelTask(core, { id, reason: '客户不要了' }));
  await runDue(desk);
  await runDue(desk);
  expect(slack.cardsOf('li').at(-1)?.title).toBe('张伟取消了你的任务：寄三份样品');
  expect(told('li')).toBe(before + 2);
});

it('R102: nobody hears of a task that was taken on again before the message went out', async () => {
  const { id } = await company.as('zhang', async (core) => addTask(core, { title: '写方案' }));
  const before = [told('li'), told('zhang')];
  await give('zhang', id, 'li');
  await give('zhang', id, 'zhang');
  await runDue(desk);
  expect([told('li'), told('zhang')]).toEqual(before);
});
