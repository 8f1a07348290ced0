import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asSystem } from '../../core/db/system.ts';
import { findDueReminders } from '../../core/reminders/find-due-reminders.ts';
import { addTask } from '../../core/tasks/add-task.ts';
import { completeTask } from '../../core/tasks/complete-task.ts';
import { snoozeTask } from '../../core/tasks/snooze-task.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import { deskOf, runDue } from '../../test/support/jobs.ts';
import { Messenger } from '../../test/support/messenger.ts';
import type { Desk } from '../desk.ts';
import { remind } from './reminders.ts';

let company: Company;
let slack: Messenger;
let desk: Desk;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  slack = new Messenger();
  desk = deskOf(company, slack);
});
afterEach(() => company.close());

const due = () => asSystem(company.database, 'schedule', (transaction) => findDueReminders(transaction));
const titles = () => slack.cardsOf('li').map(({ title }) => title);

/** What a look and its jobs do, each job twice. */
async function look(): Promise<void> {
  for (const id of await due()) await Promise.all([remind(desk, id), remind(desk, id)]);
  await runDue(desk);
}

async function add(dueOn: string, dueTime?: string): Promise<string> {
  return company.as('li', async (core) => addTask(core, { title: '回电话', dueOn, dueTime }).id);
}

describe('a reminder (R35)', () => {
  it('goes out at its moment, once, to whoever owns the task', async () => {
    await add('2026-05-20', '15:00');
    await moveClock(company.database, '2026-05-20T14:44:00+08:00');
    await look();
    expect(titles()).toEqual([]);
    await moveClock(company.database, '2026-05-20T14:45:10+08:00');
    await look();
    await look();
    expect(titles()).toEqual(['任务提醒 · 回电话']);
  });

  it('goes out again after it was snoozed', async () => {
    const id = await add('2026-05-20', '15:00');
    await moveClock(company.database, '2026-05-20T15:00:00+08:00');
    await look();
    await company.as('li', (core) => snoozeTask(core, { id, until: '1h' }));
    await look();
    expect(titles()).toHaveLength(1);
    await moveClock(company.database, '2026-05-20T16:00:30+08:00');
    await look();
    expect(titles()).toHaveLength(2);
  });

  it('does not go out for a task that is done, even between the look and the sending', async () => {
    const id = await add('2026-05-20', '15:00');
    await moveClock(company.database, '2026-05-20T15:00:00+08:00');
    await remind(desk, id);
    await company.as('li', (core) => completeTask(core, id));
    await runDue(desk);
    expect(titles()).toEqual([]);
  });

  it('does not stand in the way of an Undo: the version of the task stays', async () => {
    const id = await add('2026-05-20', '15:00');
    await moveClock(company.database, '2026-05-20T15:00:00+08:00');
    await look();
    const { rows } = await company.database.pool.query('SELECT version, remind_at FROM tasks WHERE id = $1', [id]);
    expect(rows).toEqual([{ version: 1, remind_at: null }]);
  });

  it('of a task without a time waits for the end of the quiet hours, one with a time does not', async () => {
    await company.database.pool.query(`UPDATE users SET quiet_until = '10:00'`);
    await add('2026-05-21');
    await add('2026-05-21', '09:10');
    await moveClock(company.database, '2026-05-21T09:00:30+08:00');
    await look();
    expect(titles()).toHaveLength(1);
    await moveClock(company.database, '2026-05-21T10:00:30+08:00');
    await look();
    expect(titles()).toHaveLength(2);
  });
});
