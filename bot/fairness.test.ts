import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let zhang: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  zhang = talk.as('zhang');
  const li = talk.as('li');
  for (const line of ['新线索 甲一 --地区 上海', '新线索 乙二 --地区 上海', '新线索 丙三 --地区 苏州']) {
    await li.types(line);
  }
  await talk.as('jim').types('lead add "Mary Major" --region Boston');
  await company.database.pool.query(`UPDATE leads SET status = 'converted' WHERE contact_name = '甲一'`);
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const tables = (said: Awaited<ReturnType<Chat['types']>>) =>
  said.card.body.flatMap((node) => (node.type === 'table' ? [node.rows] : []));

it('R9: a manager sees who of his got how many and what became of them, and who got none', async () => {
  expect(tables(await zhang.says('谁分到的线索最多'))).toEqual([
    [
      ['李雷', '3', '2', '1', '33%'],
      ['韩梅梅', '0', '0', '0', '–'],
    ],
    [
      ['上海', '2', '1', '1', '50%'],
      ['苏州', '1', '1', '0', '0%'],
    ],
  ]);
});

it('R9: whoever leads all of them sees all of them', async () => {
  const [reps] = tables(await talk.as('wang').types('线索分配'));
  expect(reps?.map(([name, got]) => `${name} ${got}`)).toEqual(['李雷 3', 'Jim Green 1', '韩梅梅 0']);
});

it('R9: is told in English, of a time that was said, to who reads English', async () => {
  const tom = talk.as('tom');
  const said = await tom.says('lead distribution this month');
  expect(said.card.title).toBe('Who got the leads: last 13 days');
  expect(tables(said)[0]).toEqual([['Jim Green', '1', '1', '0', '0%']]);
  expect(said.text).not.toMatch(/\p{Script=Han}/u);
  expect((await tom.types('lead fairness --days 13')).text).toBe(said.text);
  expect((await tom.says('who got the most leads?')).text).toContain('Jim Green');
});

it('R9: goes back as many days as are asked for, from when a lead was given', async () => {
  await zhang.types('分配线索 乙二 韩梅梅');
  await moveClock(company.database, new Date('2026-05-20T02:30:00Z'));
  expect((await zhang.types('线索分配 --天数 7')).text).toContain('这段时间没有分配线索');
  const [reps] = tables(await zhang.types('线索分配 --天数 8'));
  expect(reps).toEqual([
    ['李雷', '2', '1', '1', '50%'],
    ['韩梅梅', '1', '1', '0', '0%'],
  ]);
});

it('R9: is not for a rep', async () => {
  expect((await talk.as('li').types('线索分配')).text).not.toContain('韩梅梅');
});
