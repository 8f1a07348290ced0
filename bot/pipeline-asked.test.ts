import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer } from '../core/customers/add-customer.ts';
import { openOpportunity } from '../core/opportunities/open-opportunity.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;
let jim: Chat;

const sql = (text: string) => company.database.pool.query(text);

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-04-01T02:30:00Z'));
  talk = openChat(company);
  [li, zhang, jim] = [talk.as('li'), talk.as('zhang'), talk.as('jim')];
  const open = (key: 'li' | 'jim', customer: string, deal: { name: string; closeOn: string; minor: bigint }) =>
    company.as(key, async (core) => {
      const { id: customerId } = await addCustomer(core, { name: customer });
      const { name, closeOn, minor } = deal;
      await core.flush();
      await openOpportunity(core, { customerId, name, closeOn, amount: { minor, currency: 'CNY' } });
    });
  await open('li', '华星电子', { name: 'SMT 车间监测', closeOn: '2026-05-20', minor: 20_000_000n });
  await open('jim', 'Acme Manufacturing', { name: 'Press line', closeOn: '2026-04-20', minor: 3_000_000n });
  await sql(`UPDATE opportunities SET stage_since = parley_now(), created_at = parley_now()`);
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('what may be lost', () => {
  it('is told with each reason it is counted for (R30, R70)', async () => {
    const said = await zhang.says('有流失风险的商机');
    expect(said.text).toContain('SMT 车间监测 · 华星电子');
    expect(said.text).toMatch(/42 天没有跟进/);
    expect((await jim.says('deals at risk')).text).toMatch(/23 days past the expected close/);
  });

  it('has a share, and so have deals that stand in one stage (R31, R103)', async () => {
    const said = await zhang.says('停在一个阶段超过一个月的商机占比');
    expect(said.card.title).toBe('占比 100% · 1/1');
    expect(said.text).toContain('其中在同一阶段超过 30 天');
    expect((await said.press('看明细')).text).toContain('SMT 车间监测');
    await zhang.says('停在一个阶段超过一个月的商机占比');
    expect((await zhang.says('赢单占比')).text).not.toContain('其中');
    await zhang.says('停在一个阶段超过一个月的商机占比');
    expect((await zhang.says('有几个')).text).toContain('数量 · 在同一阶段超过 30 天');
  });
});

describe('one deal', () => {
  it('is meant by a part of its name, and then as it (R32)', async () => {
    expect((await li.says('SMT 车间的单子谁负责')).card.title).toBe('SMT 车间监测');
    const said = await li.says('它在这个阶段多久了');
    expect(said.card.title).toBe('SMT 车间监测');
    expect(said.text).toMatch(/进入阶段: 4月1日 周三，已 42 天/);
  });

  it('says what was written last and what the next stage still wants (R26, R32)', async () => {
    await sql(`UPDATE stages SET exit = '{competitor}' WHERE key = 'contact'`);
    await li.says('给华星电子王建国打了电话，他在等预算');
    const said = await li.says('华星电子的单子还缺什么');
    expect(said.text).toMatch(/进入需求确认还缺: .*竞争对手/);
    expect(said.text).toMatch(/最近跟进: .*电话 · 李雷 · .*他在等预算/);
  });
});

it('whoever wrote nothing down is named to his manager, and nobody above him (R72, R84)', async () => {
  const said = await zhang.says('今天谁没写跟进');
  expect(said.text).toContain('韩梅梅');
  expect(said.text).not.toContain('李雷');
  expect((await jim.says('who has not logged anything this week')).text).toMatch(/^1 salesperson/);
});

it('one’s own week is a list, and asks for no record (R105)', async () => {
  expect((await li.says('我这周干了啥')).text).toContain('他在等预算');
  expect((await jim.says('my visits this week')).card.title).toBe('No follow-ups like that');
});
