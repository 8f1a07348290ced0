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
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z')); // a Wednesday, 10:30 in Shanghai
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 鹿鸣乳业有限公司');
  await jim.types('new customer "Brook Dairy"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const tasks = async () => {
  const { rows } = await company.database.pool.query<{ said: string }>(
    `SELECT due_on::text || ' ' || title AS said FROM tasks ORDER BY title`,
  );
  return rows.map(({ said }) => said);
};
const told = async () => {
  const { rows } = await company.database.pool.query<{ said: string }>(
    `SELECT happened_on::text || ' ' || kind AS said FROM follow_ups ORDER BY happened_on`,
  );
  return rows.map(({ said }) => said);
};

describe('what is to happen', () => {
  it('R19, R35: is kept as a task for its day when it was agreed upon, and as no visit', async () => {
    await li.says('约了鹿鸣乳业周五见面');
    await jim.says('arranged to meet Brook Dairy on Friday');
    expect(await tasks()).toEqual(['2026-05-15 meet Brook Dairy', '2026-05-15 约了鹿鸣乳业见面']);
    expect(await told()).toEqual([]);
  });

  it('R19: is done by its title, and logs no call of today by itself', async () => {
    await jim.types('new task "call Brook Dairy" --due 2026-05-14');
    const asked = await jim.says('done with the call to Brook Dairy');
    expect(asked.text).toContain('call Brook Dairy');
    expect(await told()).toEqual([]);
  });
});

describe('what has happened', () => {
  it('R35: is kept under the day it was, when only 的 says so', async () => {
    await li.says('8号拜访的鹿鸣乳业');
    expect(await told()).toEqual(['2026-05-08 visit']);
  });
});

describe('the hour of it', () => {
  it('R35: is kept where only "at 9" says it', async () => {
    await li.says('9点拜访了鹿鸣乳业');
    const { rows } = await company.database.pool.query(
      `SELECT happened_at::text AS at FROM follow_ups WHERE happened_on = '2026-05-13'`,
    );
    expect(rows).toEqual([{ at: expect.stringContaining('2026-05-13 01:00:00') }]);
    await li.says('撤销');
  });
});

describe('news of a customer', () => {
  it('R35: is kept as a note of today, and is no question answered with nothing', async () => {
    const said = await li.says('鹿鸣乳业那边预算砍了一半');
    expect(said.text).toContain('已记录：鹿鸣乳业有限公司');
    await (await jim.says('new customer Brook Dairy')).submit();
    const heard = await jim.says("Brook Dairy's project has been postponed");
    expect(heard.text).toContain('Logged: Brook Dairy');
    expect(await told()).toEqual(['2026-05-08 visit', '2026-05-13 note', '2026-05-13 note']);
    await li.says('撤销');
    await jim.says('undo');
  });

  it('R13: whether the contract is signed is answered from the papers of the one named, or of the last', async () => {
    expect((await li.says('鹿鸣乳业合同给了吗')).text).toContain('报价、订单与回款');
    expect((await li.says('合同签了没')).text).toContain('报价、订单与回款');
    expect((await jim.says('did Brook Dairy sign the contract')).text).toContain('Quotes, orders, payments');
  });
});

describe('what they said, a moment after they were named', () => {
  it('R14, R19, R35: is kept with them: what they asked of us as a task, their word as a note', async () => {
    await li.types('查看客户 鹿鸣乳业');
    expect((await li.says('他让我下周一带报价过去')).text).toContain('鹿鸣乳业有限公司');
    await li.says('客户说预算砍了，这单先放一放');
    await li.says('they want references by Tuesday');
    expect(await tasks()).toEqual(expect.arrayContaining(['2026-05-18 带报价过去', '2026-05-19 they want references']));
    expect(await told()).toContain('2026-05-13 note');
  });
});

describe('a meeting that moves or is off', () => {
  it('R19, R35: keeps its day at another hour, and leaves the list when it is called off', async () => {
    await li.says('提醒我下周三下午两点半跟鹿鸣乳业开会');
    expect((await li.says('把那个会改到三点')).text).toContain('5月20日 周三 15:00');
    const off = await li.says('鹿鸣乳业的会取消了');
    expect(off.text).toContain('已取消\n内容: 跟鹿鸣乳业开会');
    await off.press('撤销');
    expect((await li.says('我的任务')).text).toContain('跟鹿鸣乳业开会');
  });
});
