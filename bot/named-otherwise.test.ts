import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 华星电子有限公司');
  await li.types('新客户 岚屿食品有限公司');
  await li.types('新商机 华星电子 产线改造 --金额 35万');
  await jim.types('customer add "Acme Manufacturing"');
  await jim.types('opportunity open Acme "Line 2" --amount 90k');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const titles = async (where: string) =>
  (
    await company.database.pool.query<{ title: string }>(`SELECT title FROM tasks WHERE ${where} ORDER BY title`)
  ).rows.map(({ title }) => title);
const noted = async () =>
  Number((await company.database.pool.query<{ n: string }>('SELECT count(*) AS n FROM follow_ups')).rows[0]?.n);

describe('what is meant otherwise than it sounds', () => {
  it('1: a task is not cancelled or moved by a sentence that names something else (R35)', async () => {
    await li.says('提醒我明天给华星电子发报价');
    await li.says('会议取消了');
    await jim.says('remind me to send the contract to Acme tomorrow');
    await jim.says('move that meeting to Friday');
    await jim.says('the demo is cancelled');
    expect(await titles('cancelled_at IS NULL')).toEqual(['send the contract to Acme', '给华星电子发报价']);
    expect(await titles(`due_on <> '2026-05-14'`)).toEqual([]);
  });

  it('4: what somebody else says is not put on the last customer (R19)', async () => {
    await li.types('查看客户 岚屿食品');
    await jim.types('customer Acme');
    const before = await noted();
    for (const said of ['他打算今天下班后去打球', '他们同意的话就签']) await li.says(said);
    await jim.says('they say it never rains in Sydney');
    expect(await noted()).toBe(before);
  });

  it('5: an order behind what the customer said is not swallowed (R19)', async () => {
    await li.types('查看客户 华星电子');
    await jim.types('customer Acme');
    const before = await noted();
    expect((await li.says('客户确认了，推进到商务谈判')).card.title).not.toContain('已记录');
    expect((await jim.says('They said the machine is down, open a ticket')).card.title).not.toContain('Logged');
    expect(await noted()).toBe(before);
  });

  it('7: the title of a task stays in its own words (R35)', async () => {
    await li.says('提醒我明天看看最大的单子');
    await jim.says('remind me tomorrow to check the biggest deal');
    expect(await titles(`title ~ '最大的|biggest'`)).toHaveLength(2);
  });

  it('8: a rival stays one (R24)', async () => {
    expect((await li.says('华星电子的竞争对手是上海和辉光电')).text).toContain('上海和辉光电');
    expect((await jim.says('we are up against Johnson and Johnson at Acme')).text).toContain('Johnson and Johnson');
  });

  it('9: not needed this year is no refusal (R7)', async () => {
    await li.types('新线索 岑立新');
    await jim.types('lead add "Gareth Lyle"');
    expect((await li.says('给岑立新打电话，说今年不需要')).text).not.toContain('明确拒绝');
    expect((await jim.says('called Gareth Lyle, not interested this year')).text).not.toContain('refused');
  });

  it('10: a feast that names what is made for it is no day (R20, R35)', async () => {
    await li.says('加个任务 准备端午节礼品清单');
    await jim.says('add a task: prepare the Christmas catalogue for Acme');
    expect(await titles(`title ~ '端午节礼品|Christmas catalogue' AND due_on IS NULL`)).toHaveLength(2);
  });

  it('11: a company that begins like a person is the company (R1, R10)', async () => {
    const lead = await jim.says('new lead: Dean Foods, Priyanka Rao');
    expect(lead.text).toMatch(/Company: Dean Foods/u);
  });

  it('12: a trip is no leaving (R12)', async () => {
    await jim.types('contact add Acme "Nora Quill"');
    expect((await jim.says('Nora went to Acme on Monday')).text).not.toContain('Left on');
    expect((await li.says('王总不是离职了')).text).not.toContain('离职日期');
  });

  it('13: deals and meetings are not merged as customers (R80)', async () => {
    expect((await li.says('把会议并到周五')).text).not.toContain('合并客户');
    expect((await li.says('把华星电子的商机合并到岚屿食品')).text).not.toContain('合并客户');
  });

  it('14: an approval said beside does not stop the deal from moving (R25)', async () => {
    expect((await li.says('华星电子推进到商务谈判，需要张伟审批')).text).toContain('商务谈判');
  });

  it('15: an errand is no customer’s name, and a warehouse no tier (R13, R80)', async () => {
    expect((await li.says('客户叫小李送样品过去，电话13812345678')).text).not.toContain('名称: 小李送样品过去');
    expect((await li.says('岚屿食品放到B类仓库了')).text).not.toContain('原因: 仓库了');
  });
});
