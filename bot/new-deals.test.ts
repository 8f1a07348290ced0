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
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 栎木科技');
  await jim.types('customer add "Pinecrest Farms"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const deals = async () =>
  (
    await company.database.pool.query(
      `SELECT name, to_char(close_on, 'YYYY-MM-DD') AS "on" FROM opportunities ORDER BY id`,
    )
  ).rows;

it('R24: a deal keeps its name after a colon and bare, with when it closes', async () => {
  await (await jim.says('new deal Pinecrest: line 3 sensors 120k close end of Q3')).submit();
  await (await li.says('新商机 栎木科技 防爆网关 355k 6月30号')).submit();
  expect(await deals()).toEqual([
    { name: 'line 3 sensors', on: '2026-09-30' },
    { name: '防爆网关', on: '2026-06-30' },
  ]);
});

it('R24: less than nothing is refused in words, and opens no deal', async () => {
  const before = await deals();
  const zh = await li.says('新商机 栎木科技 轴承套件 -5万');
  expect(zh.text).toContain('不能为负');
  const en = await jim.says('new deal Pinecrest chiller watch -50k');
  expect(en.text).toContain('less than zero');
  expect((await li.types('新商机 栎木科技 轴承套件 --金额 -5万')).text).toContain('不能为负');
  expect(await deals()).toEqual(before);
});
