import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let admin: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, admin] = [talk.as('li'), talk.as('admin')];
  await li.types('新线索 王建国');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

it('R7: a way a call may end is added in chat by an admin, and used at once', async () => {
  const set = await admin.types('管理结果 要样品 --英文名 "Wants a sample" --同义词 寄样 --状态 跟进中 --下次天数 2');
  expect(set.text).toContain('要样品 — → 跟进中 · 2 天后再联系 · 寄样');
  const logged = await li.types('结果 王建国 寄样');
  expect(logged.text).toContain('王建国：要样品\n状态: 跟进中');
  expect(logged.text).toContain('回访王建国');
  await logged.press('撤销');
});

it('R7: one that is there is changed, taken out of use, and taken back', async () => {
  await admin.types('管理结果 有意向 --下次天数 5');
  expect((await admin.types('管理 通话结果')).text).toContain('有意向 — → 跟进中 · 5 天后再联系');
  const off = await admin.types('管理结果 要样品 --启用 停用');
  expect(off.text).toContain('要样品 — 已停用');
  expect((await li.types('结果 王建国 要样品')).text).not.toContain('王建国：要样品');
  await off.press('撤销');
  expect((await li.types('结果 王建国 要样品')).text).toContain('王建国：要样品');
});

it('R7: no word means two of them, and a rep sets none', async () => {
  expect((await admin.types('管理结果 要样品 --同义词 有意向')).text).toContain('“有意向”已属于“有意向”');
  expect((await li.types('管理结果 要样品 --下次天数 9')).text).toContain('管理员');
});
