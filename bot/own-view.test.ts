import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let request: string;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  const li = talk.as('li');
  await li.types('新客户 华星电子有限公司');
  await li.types('新商机 华星电子 --金额 100万');
  await li.types('折扣 华星电子 --折扣 16% --理由 预算有限');
  const { rows } = await company.database.pool.query<{ id: string }>('SELECT id FROM approval_requests');
  request = rows[0]?.id ?? '';
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const view = (key: PersonKey, command = 'approval.show', input: object = { request }) =>
  talk.as(key).looksUp({ kind: 'view', query: '', command, input: { ...input } });

const labels = async (key: PersonKey) =>
  (await view(key)).flatMap(({ card }) =>
    (card?.body ?? []).flatMap((node) => (node.type === 'actions' ? node.buttons.map(({ label }) => label) : [])),
  );

it('an approver’s view of a shared card has his buttons, the asker’s has his own, an onlooker’s is none', async () => {
  expect(await labels('wang')).toEqual(['批准', '驳回']);
  expect(await labels('li')).toEqual(['撤回']);
  expect(await view('jim')).toEqual([]);
});

it('looking never does anything, whatever a card claims', async () => {
  expect(await view('wang', 'approval.approve')).toEqual([]);
  expect(await view('wang', 'no.such.command')).toEqual([]);
  const { rows } = await company.database.pool.query("SELECT FROM approval_requests WHERE state = 'pending'");
  expect(rows).toHaveLength(1);
});
