import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Company, openCompany } from '../../test/support/company.ts';
import { askDiscount } from '../approvals/ask-discount.ts';
import type { Core } from '../context.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { changeIdOf } from '../db/transaction.ts';
import { logFollowUp } from '../follow-ups/log-follow-up.ts';
import { addLead } from '../leads/add-lead.ts';
import { convertLead } from '../leads/convert-lead.ts';
import { advanceOpportunity } from '../opportunities/advance-opportunity.ts';
import { getOpportunity } from '../opportunities/find-opportunities.ts';
import { openOpportunity } from '../opportunities/open-opportunity.ts';
import { addTask } from '../tasks/add-task.ts';
import { changeTask, planChange } from '../tasks/change-task.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { snoozeTask } from '../tasks/snooze-task.ts';
import { lastUndoable, undoChange } from './undo-change.ts';

let company: Company;
let customerId: string;
let opportunityId: string;
let leadId: string;
let taskId: string;

const undo = () =>
  company.as('li', async (core) => undoChange(core, await lastUndoable(core)), { command: 'change.undo' });

/** Every row that may be written, without what any write changes of it. */
async function everything(): Promise<unknown[]> {
  const tables = ['customers', 'contacts', 'name_keys', 'leads', 'opportunities', 'stage_moves', 'follow_ups', 'tasks'];
  const each = tables.map((table) => `SELECT '${table}' AS name, to_jsonb(x) - 'version' AS row FROM ${table} x`);
  const { rows } = await company.database.pool.query(
    `SELECT name, row FROM (${each.join(' UNION ALL ')}) every ORDER BY name, row->>'id'`,
  );
  return rows;
}

beforeAll(async () => {
  company = await openCompany();
  const asLi = <Result>(run: (core: Core) => Promise<Result>) => company.as('li', run);
  customerId = (await asLi((core) => addCustomer(core, { name: '华星电子' }))).id;
  opportunityId = (await asLi((core) => openOpportunity(core, { customerId, name: '二期' }))).id;
  leadId = (await asLi((core) => addLead(core, { contact: '高飞', company: '飞鸟科技' }))).id;
  taskId = (await asLi(async (core) => addTask(core, { title: '发合同', dueOn: '2099-01-02' }))).id;
});
afterAll(() => company.close());

it.each<[string, (core: Core) => Promise<unknown>]>([
  ['a new customer', (core) => addCustomer(core, { name: '远航科技', contact: '王总' })],
  ['a new lead', (core) => addLead(core, { contact: '韩雪' })],
  ['a converted lead', (core) => convertLead(core, { leadId, opportunity: '一期' })],
  ['an opening', (core) => openOpportunity(core, { customerId, name: '三期' })],
  ['an advance', (core) => advanceOpportunity(core, { opportunityId })],
  ['a loss', (core) => advanceOpportunity(core, { opportunityId, stageKey: 'lost', lostReason: '价格' })],
  [
    'a follow-up with its task',
    (core) => logFollowUp(core, { customerId, kind: 'call', note: '聊了', nextStep: '报价', nextOn: '2099-01-02' }),
  ],
  ['a task', async (core) => addTask(core, { title: '报价', dueOn: '2099-01-02' })],
  ['a done task', (core) => completeTask(core, taskId)],
  ['a snoozed task', (core) => snoozeTask(core, { id: taskId, until: 'next_week' })],
])('takes %s back (R106)', async (_, run) => {
  const before = await everything();
  await company.as('li', run);
  expect(await everything()).not.toEqual(before);
  await undo();
  expect(await everything()).toEqual(before);
});

it('does not take back the opening of what an approval was asked for', async () => {
  const opened = await company.as('li', (core) => openOpportunity(core, { customerId, name: '四期' }));
  await company.as('li', (core) => askDiscount(core, { opportunityId: opened.id, bps: 1000 }), { undoable: false });
  await expect(undo()).rejects.toMatchObject({ code: 'built_upon' });
  expect(await company.as('li', (core) => getOpportunity(core, opened.id))).toMatchObject({ name: '四期' });
});

it('takes one change after the other back, the last first (R106)', async () => {
  const before = await everything();
  await company.as('li', (core) => snoozeTask(core, { id: taskId, until: 'next_week' }));
  const between = await everything();
  await company.as('li', (core) => completeTask(core, taskId));
  await undo();
  expect(await everything()).toEqual(between);
  await undo();
  expect(await everything()).toEqual(before);
});

it('says that he has changed it himself since, and of somebody else that it was somebody (R106)', async () => {
  const first = await company.as('li', async (core) => {
    await snoozeTask(core, { id: taskId, until: 'next_week' });
    return changeIdOf(core);
  });
  await company.as('li', async (core) => changeTask(core, await planChange(core, taskId, { title: '发新合同' })));
  const again = company.as('li', (core) => undoChange(core, first), { command: 'change.undo' });
  await expect(again).rejects.toMatchObject({
    code: 'conflict',
    say: { en: expect.stringContaining('You have changed this again'), zh: expect.stringContaining('你之后又修改过') },
  });
  await undo();
  await company.as('zhang', async (core) => changeTask(core, await planChange(core, taskId, { title: '发合同二' })));
  const late = await company
    .as('li', (core) => undoChange(core, first), { command: 'change.undo' })
    .catch((error) => error);
  expect(late).toMatchObject({ code: 'conflict' });
  expect(late.say).toBeUndefined();
});
