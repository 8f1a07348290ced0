import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { leadLate } from './notices/lead-late.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;
let zhang: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, jim, zhang] = [talk.as('li'), talk.as('jim'), talk.as('zhang')];
  await li.types('新线索 王建国');
  await jim.types('lead add "Mary Major"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

it('R6: the time that is left stands on the card and in the list', async () => {
  await moveClock(company.database, new Date('2026-05-13T03:49:30Z'));
  expect((await li.types('查看线索 王建国')).text).toContain('首次响应: 剩 40 分钟');
  expect((await jim.types('leads')).text).toContain('answer within 40 min');
});

it('R6: what is late is marked, and listed for whoever sees it, by a line and by a sentence', async () => {
  await moveClock(company.database, new Date('2026-05-13T06:30:30Z'));
  expect((await jim.types('lead show "Mary Major"')).text).toContain('First answer: ⏰ late by 2 h');
  const late = await zhang.types('线索 --范围 超时');
  expect(late.text).toContain('王建国');
  expect(late.text).not.toContain('Mary');
  expect((await zhang.says('本周线索响应超时的有哪些')).text).toContain('本周响应超时的线索（1）');
  for (const said of [
    '谁的线索超时没回',
    '本周谁的线索超时没回',
    "who hasn't answered their leads",
    'whose leads are late?',
  ]) {
    expect((await zhang.says(said)).text, said).toMatch(/响应超时的线索（1）\n[^\n]* — 李雷 · /u);
  }
  expect((await zhang.says('上周响应超时的线索')).text).toContain('上周响应超时的线索\n都已及时响应。');
});

it('R6 R8: what one of the team has not answered in time is handed on by a sentence', async () => {
  const form = await zhang.says('把李雷超时的线索都转给韩梅梅');
  const given = await form.submit();
  expect(given.text).toContain('韩梅梅（1）: 王建国');
  await given.press('撤销');
  expect((await zhang.says('把韩梅梅超时的线索都转给李雷')).text).toContain('“韩梅梅”没有响应超时的线索');
  const english = await talk.as('tom').says("reassign all of Jim's overdue leads to Tom");
  const own = await english.submit();
  expect(own.text).toContain('Mary Major');
  await own.press('Undo');
});

it('R6: is told with what can be done, and no more once it is answered', async () => {
  const leadId = (await company.database.pool.query(`SELECT id FROM leads WHERE contact_name = '王建国'`)).rows[0]?.id;
  const draw = (who: 'li' | 'zhang') => company.as(who, (core) => leadLate.bind({ leadId }).draw(core));
  expect((await draw('li'))?.body[0]).toEqual({ type: 'text', text: '⏰ 已超时 2 小时' });
  expect((await draw('zhang'))?.body[0]).toEqual({ type: 'text', text: '⏰ 已超时 2 小时 · 李雷' });
  const logged = await li.types('结果 王建国 有意向');
  expect(await draw('zhang')).toBeUndefined();
  expect((await li.types('查看线索 王建国')).text).toContain('首次响应: 用时 4 小时');
  await logged.press('撤销');
  expect((await draw('li'))?.title).toBe('线索待响应：王建国');
});

it('R6: the hours are an admin’s to set, in chat, with Undo', async () => {
  const set = await talk.as('admin').types('管理 响应时限 8');
  expect(set.text).toContain('线索须在 8 小时内响应');
  expect((await li.types('查看线索 王建国')).text).toContain('剩 4 小时');
  await set.press('撤销');
  expect((await li.types('查看线索 王建国')).text).toContain('⏰ 已超时');
});

it('R6: how soon leads are answered is measured, by whom and whence, in both languages', async () => {
  await company.database.pool.query(
    'DELETE FROM enquiries; DELETE FROM follow_ups; DELETE FROM tasks; DELETE FROM taggings; DELETE FROM leads',
  );
  await moveClock(company.database, new Date('2026-05-14T02:00:30Z'));
  await li.types('新线索 甲一');
  await li.types('新线索 乙二');
  await jim.types('lead add "Ann Able"');
  await moveClock(company.database, new Date('2026-05-14T03:00:30Z'));
  await li.types('结果 甲一 有意向');
  await moveClock(company.database, new Date('2026-05-14T06:00:30Z'));
  await jim.types('outcome "Ann Able" interested');
  const wang = talk.as('wang');
  expect((await wang.says('线索平均响应时间')).text).toContain('平均首次响应时间 2.5 小时');
  expect((await wang.says('how fast do we answer leads by person')).text).toMatch(/Jim Green \| 1 \| 4 小时/);
  const rate = await wang.says('线索响应及时率');
  expect(rate.text).toContain('响应及时率 33.3% · 1/3');
  expect((await wang.says('SLA rate of leads by person')).text).toMatch(/李雷 \| 2 \| 1 \| 50%/);
});

it('R6: a lead given on is timed from when its owner got it', async () => {
  await moveClock(company.database, new Date('2026-05-14T10:00:30Z'));
  await zhang.types('分配线索 乙二 韩梅梅');
  await moveClock(company.database, new Date('2026-05-14T10:31:00Z'));
  await talk.as('han').types('结果 乙二 有意向');
  expect((await talk.as('han').types('查看线索 乙二')).text).toContain('首次响应: 用时 30 分钟');
});

it('R12 R16: who carries a tag is asked for with anything else, and kept as a list', async () => {
  await li.types('新客户 海风贸易 --地区 华东');
  await li.types('新客户 山岚建材 --地区 华北');
  for (const name of ['海风贸易', '山岚建材']) {
    await li.types(`标签 ${name} VIP`);
  }
  const found = await li.says('华东带VIP标签的客户有哪些');
  expect(found.text).toContain('海风贸易');
  expect(found.text).not.toContain('山岚建材');
  expect(found.labels).toContain('存为名单');
  await li.types('新客户 海天机械 --地区 青岛');
  // Of a part of the country the answer says which of what is on file it took.
  expect((await li.says('华东的客户')).text).toMatch(/地区 [^·]*青岛/u);
  expect((await li.says('how many customers tagged vip')).text).toContain('2 个客户');
  expect((await li.says('没有VIP标签的客户有几个')).text).not.toContain('海风贸易');
});
