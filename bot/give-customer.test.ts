import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let zhang: Chat;
let li: Chat;

const rows = async <Row>(sql: string) => (await company.database.pool.query(sql)).rows as Row[];
const ownersAt = (name: string) =>
  rows<{ what: string; owner: string }>(
    `SELECT x.what, u.name AS owner FROM (
       SELECT 'customer' AS what, id AS home, owner_id FROM customers UNION ALL SELECT 'deal', customer_id, owner_id FROM opportunities
       UNION ALL SELECT 'task', customer_id, owner_id FROM tasks) x JOIN customers c ON c.id = x.home LEFT JOIN users u ON u.id = x.owner_id
      WHERE c.name = '${name}' ORDER BY 1, 2`,
  );
const all = (owner: string | null) => ['customer', 'deal', 'task'].map((what) => ({ what, owner }));

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  [zhang, li] = [talk.as('zhang'), talk.as('li')];
  await li.types('新客户 华星电子');
  await li.types('新商机 华星电子 --名称 二期 --金额 35万');
  await li.types('新任务 发合同 --客户 华星电子');
  await li.types('新客户 远航科技');
  await li.types('新商机 远航科技 --名称 监测');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('one customer given to a colleague (R10)', () => {
  it('goes with what is open there and nothing else, after a confirmation, and is taken back whole', async () => {
    const form = await zhang.says('把华星电子转给韩梅梅');
    expect(form.reply?.kind).toBe('form');
    expect(await ownersAt('华星电子')).toEqual(all('李雷'));
    const given = await form.submit();
    expect(given.text).toContain('华星电子已转交给韩梅梅\n已转交: 1 个客户 · 1 个进行中商机 · 1 项待办');
    expect(await ownersAt('华星电子')).toEqual(all('韩梅梅'));
    expect((await ownersAt('远航科技')).map(({ owner }) => owner)).toEqual(['李雷', '李雷']);
    const told = await rows(
      `SELECT u.name FROM outbox o JOIN users u ON u.id = (o.payload->>'userId')::uuid WHERE o.event = 'handover.given'`,
    );
    expect(told).toEqual([{ name: '韩梅梅' }]);
    expect((await zhang.types('转交客户 华星电子 韩梅梅')).text).toContain('华星电子已由韩梅梅负责');
    await given.press('撤销');
    expect(await ownersAt('华星电子')).toEqual(all('李雷'));
  });

  it('is for whoever leads the colleague: a rep is told who may', async () => {
    expect((await li.types('转交客户 华星电子 韩梅梅')).text).toContain('销售经理');
    expect((await zhang.types('转交客户 华星电子 Jim')).text).toContain('只有Jim Green的上级');
  });

  it('may be his own who gives it, all but a request he has made himself (R42)', async () => {
    await zhang.types('新客户 白桦仪器');
    await zhang.types('新商机 白桦仪器 --名称 检测线 --金额 50万');
    await zhang.types('折扣 检测线 --折扣 16% --理由 竞争');
    expect((await zhang.types('转交客户 白桦仪器 李雷')).text).toContain('1 个客户 · 1 个进行中商机');
    expect(await rows(`SELECT u.name FROM approval_requests r JOIN users u ON u.id = r.requester_id`)).toEqual([
      { name: '张伟' },
    ]);
  });

  it('comes out of the pool for a colleague as for oneself', async () => {
    await li.types('放回公海 远航科技 顾不过来');
    expect((await zhang.types('转交客户 远航科技 李雷')).text).toContain('远航科技已转交给李雷');
    await li.types('放回公海 远航科技 顾不过来');
    await zhang.types('转交客户 远航科技 我');
    expect((await ownersAt('远航科技'))[0]).toEqual({ what: 'customer', owner: '张伟' });
  });
});
