import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

const rows = async (sql: string) => (await company.database.pool.query(sql)).rows;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z')); // a Wednesday
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 华星电子有限公司 --联系人 王建国');
  await li.types('新客户 天府食品有限公司 --联系人 赵小川');
  await li.types('新商机 华星电子 --名称 二期');
  await jim.types('customer add "Acme Corporation" --contact "Heather Long"');
  await jim.types('customer add "Globex Corporation"');
  await jim.types('opportunity open Acme "Line 2" --amount 90k');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const open = () =>
  rows(
    `SELECT t.title, t.due_on::text AS day, t.due_time AS at, c.name AS customer FROM tasks t LEFT JOIN customers c ON c.id = t.customer_id
      WHERE t.done_at IS NULL ORDER BY t.due_on, t.due_time, t.title`,
  );

describe('appointments (R35)', () => {
  it('several of one sentence are a task each, with its customer and hour, and one Undo takes all of them', async () => {
    const said = await li.says('明天上午十点见华星王总，下午三点去天府');
    expect(await open()).toMatchObject([
      { title: '见华星王总', day: '2026-05-14', customer: '华星电子有限公司' },
      { title: '去天府', day: '2026-05-14', customer: '天府食品有限公司' },
    ]);
    await said.press('撤销');
    expect(await open()).toEqual([]);
    await jim.says('meet Acme tomorrow at 10 and Globex at 3pm');
    expect(await open()).toMatchObject([
      { title: 'meet Acme', customer: 'Acme Corporation' },
      { title: 'meet Globex', customer: 'Globex Corporation' },
    ]);
    expect(await rows('SELECT 1 FROM follow_ups')).toEqual([]);
  });

  it('are called off by their customer and day: the one, which of several, or none of them', async () => {
    await jim.says('remind me to send the quote to Acme tomorrow');
    const none = await jim.says('cancel the Acme meeting on Friday');
    expect(none.text).toContain('Nothing of yours is planned with Acme Corporation on Fri 15 May.');
    expect((await jim.says("cancel tomorrow's Acme meeting")).card.title).toBe('Cancelled');
    expect((await open()).map(({ title }) => title).sort()).toEqual(['meet Globex', 'send the quote to Acme']);
    await li.says('明天上午十点见华星王总，下午三点去天府');
    await li.says('明天下午四点和华星开会');
    await li.says('明天下午五点和华星开会对图纸');
    expect((await li.says('取消后天和华星的会')).text).toMatch(/5月15日 周五.*没有你和.*的安排。/u);
    const which = await li.says('取消明天和华星的会');
    expect(which.labels).toEqual(expect.arrayContaining(['和华星开会', '和华星开会对图纸']));
    expect((await li.says('取消明天去天府的拜访')).card.title).toBe('已取消');
    expect((await open()).map(({ title }) => title)).not.toContain('去天府');
  });
});

describe('an appointment of another kind (R35)', () => {
  it('is offered and never called off unasked', async () => {
    await li.says('提醒我6月5日给天府食品打电话');
    const asked = await li.says('天府食品6月5日的拜访取消了');
    expect(asked.text).toContain('“6月5日 周五和天府食品有限公司的拜访”');
    expect((await open()).map(({ title }) => title)).toContain('给天府食品打电话');
    expect((await asked.press('给天府食品打电话')).card.title).toBe('已取消');
    await jim.says('remind me to invoice Globex on June 5, we visited them in May');
    const visit = await jim.says("Globex's visit on June 5 is cancelled");
    expect(visit.text).toContain('“the visit with Globex Corporation on Fri 5 Jun”');
    await jim.says('remind me to call Globex on June 5');
    expect((await jim.says('cancel the demo with Globex on June 5')).text).toContain('Did you mean');
    expect((await open()).map(({ title }) => title)).toContain('call Globex');
    expect((await jim.says('cancel the call with Globex on June 5')).text).toContain('call Globex');
    expect((await open()).map(({ title }) => title)).not.toContain('call Globex');
  });

  it('may be called a meeting where somebody is to be seen', async () => {
    await li.says('提醒我6月9日约天府赵小川');
    expect((await li.says('取消6月9日和天府食品的会')).card.title).toBe('已取消');
  });
});

describe('what somebody at a customer’s wrote (R35)', () => {
  it('is a message of the one customer where somebody is called so', async () => {
    await jim.says('Heather texted: they want 5 more units');
    await li.says('赵小川发微信说要再加5台');
    expect(
      await rows('SELECT c.name, f.kind FROM follow_ups f JOIN customers c ON c.id = f.customer_id ORDER BY c.name'),
    ).toEqual([
      { name: 'Acme Corporation', kind: 'message' },
      { name: '天府食品有限公司', kind: 'message' },
    ]);
    await jim.says('Zebedee texted: they want 5 more units');
    expect(await rows('SELECT 1 FROM follow_ups')).toHaveLength(2);
  });
});

describe('a deal by sentences', () => {
  it('is shared out, and never more than the whole of it (R26)', async () => {
    const form = await jim.says('give Tom 30% of the Acme deal');
    await form.submit();
    const asked = await li.says('华星这单分130%给韩梅梅');
    expect(asked.card.title).not.toContain('已');
    const shares = 'SELECT u.name, m.share FROM opportunity_members m JOIN users u ON u.id = m.user_id ORDER BY share';
    expect(await rows(shares)).toMatchObject([{ share: 30 }, { name: 'Jim Green', share: 70 }]);
  });

  it('takes the rivals that are new, and says which is there already (R24)', async () => {
    await li.says('华星电子的竞争对手是西门子');
    const said = await li.says('华星电子的竞争对手是西门子和ABB');
    expect(said.text).toContain('“西门子”已经是该商机的竞争对手');
    expect(await rows('SELECT name FROM opportunity_competitors ORDER BY name')).toEqual([
      { name: 'ABB' },
      { name: '西门子' },
    ]);
  });
});

describe('people at a customer’s (R12)', () => {
  it('come with what they do there', async () => {
    await (await jim.says('new customer Harbor Steel, buyer Dan Ortiz, +1 415-555-0143')).submit();
    await (await li.says('新客户 港口钢铁，采购 张三，13800138000')).submit();
    expect(await rows(`SELECT name, title FROM contacts WHERE name IN ('Dan Ortiz', '张三') ORDER BY name`)).toEqual([
      { name: 'Dan Ortiz', title: 'buyer' },
      { name: '张三', title: '采购' },
    ]);
  });

  it('are put on file where the contact changes; who was there stays', async () => {
    await (await li.says('华星电子的联系人改成李红')).submit();
    await jim.types('customer Acme');
    await (await jim.says('change the contact to Mary Lee')).submit();
    expect(
      await rows(`SELECT p.name FROM contacts p JOIN customers c ON c.id = p.customer_id
                   WHERE c.name IN ('华星电子有限公司', 'Acme Corporation') AND p.left_on IS NULL ORDER BY p.name`),
    ).toEqual([{ name: 'Heather Long' }, { name: 'Mary Lee' }, { name: '李红' }, { name: '王建国' }]);
  });
});

it('asks who bought this year (R16)', async () => {
  await (await li.types('新订单 华星电子 --金额 5万 --日期 2026-03-02')).submit();
  expect((await li.says('今年买过的客户')).text).toContain('华星电子有限公司');
  expect((await li.says('今年没买过的客户')).text).not.toContain('华星电子有限公司');
  expect((await jim.says('customers who bought this year')).text).not.toContain('Acme');
});

it('asks which quotes were sent and not answered, by how long ago (R12, R103)', async () => {
  await company.database.pool.query(
    `INSERT INTO sales_documents (id, kind, number, customer_id, dated_on, amount, currency, state, created_by)
       SELECT gen_random_uuid(), 'quote', q.number, c.id, q.day::date, 100000, 'CNY', q.state, c.owner_id
         FROM customers c CROSS JOIN (VALUES ('Q-OLD', '2026-05-08', 'sent'), ('Q-NEW', '2026-05-12', 'sent'), ('Q-WON', '2026-05-01', 'accepted')) AS q (number, day, state)
        WHERE c.name = '华星电子有限公司'`,
  );
  const said = await li.says('报价发出去三天还没回复的');
  expect(said.text).toContain('Q-OLD');
  expect(said.text).not.toContain('Q-NEW');
  expect(said.text).not.toContain('Q-WON');
  expect((await li.says('有多少报价没回复')).card.title).toContain('2');
  expect((await jim.says('quotes unanswered for three days')).text).not.toContain('Q-OLD');
  expect((await talk.as('wang').says('quotes without an answer since Monday')).text).toContain('Q-OLD');
});

it('keeps what is about to be signed as a note, and puts somebody with his title on file (R12, R35)', async () => {
  await jim.says('Acme is about to sign this week');
  await li.says('华星电子下周就要下单了');
  expect(
    await rows(
      `SELECT c.name FROM follow_ups f JOIN customers c ON c.id = f.customer_id WHERE f.kind = 'note' ORDER BY c.name`,
    ),
  ).toEqual([{ name: 'Acme Corporation' }, { name: '华星电子有限公司' }]);
  await (await jim.says('add Bob Stone, CFO, to Acme')).submit();
  expect(await rows(`SELECT title FROM contacts WHERE name = 'Bob Stone'`)).toEqual([{ title: 'CFO' }]);
});

describe('a contact’s title beside a new customer (R12)', () => {
  it('is somebody’s: it is asked whose, and kept with him', async () => {
    const asked = await li.types('新客户 海信电器 --联系人职务 采购经理');
    expect(asked.text).toContain('请填写该职务对应的联系人。');
    await asked.submit({ contact: '张三' });
    expect(
      await rows(
        `SELECT p.name, p.title FROM contacts p JOIN customers c ON c.id = p.customer_id WHERE c.name = '海信电器'`,
      ),
    ).toEqual([{ name: '张三', title: '采购经理' }]);
  });

  it('by its flag, as the form calls it', async () => {
    await jim.types('customer add "Wharf Glass" --contact "Dana Quill" --title Buyer');
    expect(await rows(`SELECT name, title FROM contacts WHERE name = 'Dana Quill'`)).toEqual([
      { name: 'Dana Quill', title: 'Buyer' },
    ]);
  });
});
