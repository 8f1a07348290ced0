import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  await talk.as('li').types('新客户 华星电子有限公司');
  await talk.as('jim').types('customer add "Acme Manufacturing Ltd"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

async function written(): Promise<number> {
  const { rows } = await company.database.pool.query<{ count: number }>(
    'SELECT (SELECT count(*) FROM follow_ups)::int + (SELECT count(*) FROM tasks)::int AS count',
  );
  return rows[0]?.count ?? Number.NaN;
}

it.each([
  ['li', '2月30日拜访了华星电子', '日期: 2月30日 ! 无法识别日期'],
  ['li', '今天拜访了华星电子，下一步2月30日发报价', '下一步日期: 2月30日 ! 无法识别日期'],
  ['li', '拜访了华星电子，客户说2月30日付款', '日期: 2月30日 ! 无法识别日期'],
  ['li', '提醒我2月30日给华星电子打电话', '截止: 2月30日 ! 无法识别日期'],
  ['li', '提醒我13月1日给华星电子打电话', '截止: 13月1日 ! 无法识别日期'],
  ['li', '提醒我25点给华星电子打电话', '截止: 25点 ! 无法识别日期'],
  ['li', '提醒我下周八给华星电子打电话', '截止: 下周八 ! 无法识别日期'],
  ['li', '提醒我五一后给华星电子打电话', '截止: 五一后 ! 无法识别日期'],
  ['li', '上周拜访了华星电子', '日期: 上周 ! 无法识别日期'],
  ['jim', 'remind me to call Acme after Memorial Day', 'Due: after Memorial Day ! I cannot read that as a day.'],
  ['jim', 'visited Acme on the weekend', 'On: on the weekend ! I cannot read that as a day.'],
  ['jim', 'visited Acme on June 31', 'On: on June 31 ! I cannot read that as a day.'],
  ['jim', 'on May 32 I called Acme', 'On: on May 32 ! I cannot read that as a day.'],
  ['jim', 'remind me on February 30 to call Acme', 'Due: on February 30 ! I cannot read that as a day.'],
  ['jim', 'remind me at 25:00 to call Acme', 'Due: at 25:00 ! I cannot read that as a day.'],
  ['jim', 'remind me on 31/04 to call Acme', 'Due: 31/04 ! I cannot read that as a day.'],
] as const)('R102: %s says %s: its form asks for the day, and nothing is written', async (who, words, complaint) => {
  const before = await written();
  expect((await talk.as(who).says(words)).text).toContain(complaint);
  expect(await written()).toBe(before);
});

it.each([
  ['li', '2月30日到3月5日的拜访', '没有“2月30日到3月5日”这个日期或时间'],
  ['li', '第五季度的商机金额', '没有“第五季度”这个日期或时间'],
  ['li', '9:30 拜访华星电子，谈得不错；25:00 给华星电子打电话，确认交期', '没有“25:00”这个日期或时间'],
  ['jim', 'how many visits on February 30', 'There is no such day or hour: “on February 30”'],
] as const)('R102: %s says %s: is told that there is no such day, and nothing is written', async (who, words, told) => {
  const before = await written();
  expect((await talk.as(who).says(words)).text).toContain(told);
  expect(await written()).toBe(before);
});

it.each([
  ['li', '明天拜访了华星电子', '跟进记录的是已发生的事'],
  ['li', '我们明天拜访了华星电子，客户很满意', '跟进记录的是已发生的事'],
  ['jim', 'called Acme tomorrow', 'A follow-up is about something that has happened'],
  ['jim', 'Tomorrow I visited Acme, they were happy', 'A follow-up is about something that has happened'],
] as const)('R35: %s says %s: what has happened on a day to come is asked about', async (who, words, told) => {
  const before = await written();
  expect((await talk.as(who).says(words)).text).toContain(told);
  expect(await written()).toBe(before);
});

it.each([
  ['li', '给华星电子打了电话，明天去拜访', '下一步: 去拜访 · 明天'],
  ['jim', 'called Acme about the demo tomorrow', 'Call: today'],
  ['jim', 'met Acme and agreed to meet tomorrow', 'Meeting: today'],
] as const)('R35: %s says %s: a day to come that is spoken of is none it happened on', async (who, words, told) => {
  expect((await talk.as(who).says(words)).text).toContain(told);
});

it('R102: the day is put right in the form, with all that was said kept', async () => {
  const form = await talk.as('li').says('2月30日拜访了华星电子，客户满意');
  expect((await form.submit({ on: '2026-05-11' })).text).toContain('情况: 2月30日拜访了华星电子，客户满意');
});
