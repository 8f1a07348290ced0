import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T07:30:00Z')); // a Wednesday, 15:30 in Shanghai
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 栎木科技');
  await jim.types('customer add "Pinecrest Farms"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const tasks = async () =>
  (
    await company.database.pool.query(
      `SELECT title, to_char(due_on, 'YYYY-MM-DD') AS "on", due_time AS at FROM tasks ORDER BY due_on, title`,
    )
  ).rows;

it('R35: the hour of the next step is when it is due', async () => {
  const logged = await li.says('刚跟栎木科技通了电话，有意向，下周三上午十点再约一次');
  expect(logged.text).toMatch(/再约一次 · .*10:00/u);
  expect(await tasks()).toEqual([{ title: '再约一次', on: '2026-05-20', at: '10:00' }]);
  await logged.press('撤销');
  expect(await tasks()).toEqual([]);
});

it('R35 R38: of several things that were promised each is a task with its own day', async () => {
  const logged = await li.says('拜访了栎木科技，6月10号前报价，6月20号开标');
  expect(logged.text).toContain('报价');
  expect(await tasks()).toEqual([
    { title: '报价', on: '2026-06-10', at: null },
    { title: '开标', on: '2026-06-20', at: null },
  ]);
});

it('R35: a day in what was said is neither that of the call nor a task’s', async () => {
  await jim.says('called Pinecrest: they paid on may 2');
  const calls = await company.database.pool.query(
    `SELECT to_char(happened_on, 'YYYY-MM-DD') AS "on" FROM follow_ups f JOIN customers c ON c.id = f.customer_id WHERE c.name = 'Pinecrest Farms'`,
  );
  expect(calls.rows).toEqual([{ on: '2026-05-13' }]);
  const before = await tasks();
  await li.says('打电话给栎木科技，4月10号的巡检报告他们没收到');
  expect(await tasks()).toEqual(before);
});
