import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer } from '../core/customers/add-customer.ts';
import { addLead } from '../core/leads/add-lead.ts';
import { advanceOpportunity } from '../core/opportunities/advance-opportunity.ts';
import { openOpportunity } from '../core/opportunities/open-opportunity.ts';
import { addTask } from '../core/tasks/add-task.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { findNotice } from './notices/index.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let zhang: Chat;
let tom: Chat;
let li: Chat;
let admin: Chat;
let customerId: string;

const rows = async <Row>(sql: string) => (await company.database.pool.query(sql)).rows as Row[];

/** How much of everything each person has. */
async function has(name: string): Promise<Record<string, number>> {
  const counts = await rows<{ table: string; count: number }>(
    `SELECT x.name AS table, count(*)::int AS count FROM users u JOIN (
       SELECT 'customers' AS name, owner_id FROM customers UNION ALL SELECT 'leads', owner_id FROM leads
       UNION ALL SELECT 'deals', owner_id FROM opportunities UNION ALL SELECT 'tasks', owner_id FROM tasks WHERE done_at IS NULL
       UNION ALL SELECT 'tickets', assignee_id FROM service_tickets UNION ALL SELECT 'requests', requester_id FROM approval_requests
       UNION ALL SELECT 'parts', user_id FROM opportunity_members UNION ALL SELECT 'teams', lead_id FROM teams) x ON x.owner_id = u.id
      WHERE u.name = '${name}' GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries(counts.map(({ table, count }) => [table, count]));
}

const LI = { customers: 2, deals: 3, leads: 1, requests: 1, tasks: 2, tickets: 1 };

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  [zhang, tom, li, admin] = [talk.as('zhang'), talk.as('tom'), talk.as('li'), talk.as('admin')];
  customerId = (await company.as('li', (core) => addCustomer(core, { name: '华星电子', region: '广东深圳' }))).id;
  await company.as('li', (core) => addCustomer(core, { name: '远航科技', region: '北京' }));
  const deal = await company.as('li', (core) => openOpportunity(core, { customerId, name: '二期' }));
  const lost = await company.as('li', (core) => openOpportunity(core, { customerId, name: '一期' }));
  await company.as('li', (core) =>
    advanceOpportunity(core, { opportunityId: lost.id, stageKey: 'lost', lostReason: '价格' }),
  );
  await company.as('li', (core) => openOpportunity(core, { customerId, name: '三期' }));
  await company.as('li', (core) => addLead(core, { contact: '高飞', company: '飞鸟科技' }));
  await company.as('li', async (core) => addTask(core, { title: '发合同', dueOn: '2099-01-02', customerId }));
  await company.as('li', async (core) => addTask(core, { title: '周报', dueOn: '2099-01-02' }));
  await li.types('折扣 二期 --折扣 16% --理由 竞争');
  await rows(
    `INSERT INTO service_tickets (id, customer_id, kind, title, assignee_id, opened_by)
     SELECT gen_random_uuid(), '${customerId}', 'complaint', '破损', u.id, u.id FROM users u WHERE u.name = '李雷'`,
  );
  expect(deal.name).toBe('二期');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a handover (R21)', () => {
  it('shows what it comes to before anything is done', async () => {
    expect(await has('李雷')).toEqual(LI);
    const plan = await zhang.types('交接 李雷 韩梅梅');
    expect(plan.text).toContain('韩梅梅: 2 个客户 · 1 条线索 · 2 个进行中商机 · 2 项待办 · 1 个工单 · 1 个待审批申请');
    expect(await has('李雷')).toEqual(LI);
  });

  it('is understood in both languages, and shown first', async () => {
    for (const sentence of ['李雷要离职了，客户都给韩梅梅', '把李雷的客户全部转给韩梅梅']) {
      expect((await zhang.says(sentence)).text).toContain('韩梅梅: 2 个客户');
    }
    const said = await talk.as('wang').says("hand over 李雷's accounts to Jim");
    expect(said.text).toContain('Jim Green: 2 个客户');
    expect(await has('李雷')).toEqual(LI);
  });

  it('moves everything in one change, tells whoever has it now with a list, and is taken back whole', async () => {
    const done = await (await zhang.types('交接 李雷 韩梅梅')).press('全部交接');
    expect(done.text).toContain('已交接李雷的工作');
    expect(done.text).toContain('现在可以请管理员停用李雷的账号');
    // What was lost stays in his figures; whoever has the customer now sees it.
    expect(await has('李雷')).toEqual({ deals: 1 });
    expect(await has('韩梅梅')).toEqual({ customers: 2, deals: 2, leads: 1, requests: 1, tasks: 2, tickets: 1 });
    expect((await talk.as('han').types('查看客户 华星电子')).text).toContain('华星电子');
    expect(await rows(`SELECT reason FROM grants`)).toEqual([{ reason: 'watcher' }]);
    expect(await rows(`SELECT given_zh AS why FROM leads`)).toEqual([{ why: '由李雷交接' }]);
    expect(await rows(`SELECT count(*)::int FROM outbox WHERE event = 'handover.given'`)).toEqual([{ count: 1 }]);
    const told = await rows<{ handoverId: string }>(
      `SELECT payload->>'handoverId' AS "handoverId" FROM outbox WHERE event = 'handover.given'`,
    );
    const notice = await company.as('han', async (core) => findNotice('handoverGiven', told[0])?.draw(core));
    expect(notice?.title).toBe('你已接手李雷的工作（9 项）');
    const list = await done.press('清单');
    expect(list.text).toContain('李雷 → 韩梅梅（9 项）');
    expect((await list.press('更多')).text).toContain('华星电子');
    const changes = await rows(
      `SELECT DISTINCT c.command FROM audit_entries e JOIN changes c ON c.id = e.change_id WHERE e.entity = 'handovers'`,
    );
    expect(changes).toEqual([{ command: 'handover.give' }]);

    await done.press('撤销');
    expect(await has('李雷')).toEqual(LI);
    expect(await has('韩梅梅')).toEqual({});
    expect(await rows(`SELECT id FROM handovers`)).toEqual([]);
    expect(await rows(`SELECT id FROM grants`)).toEqual([]);
  });

  it('goes by region among several, and what hangs on a customer goes with him', async () => {
    await admin.types('管理 区域 韩梅梅 --区域 北京');
    await admin.types('管理 区域 Jim --区域 广东');
    const plan = await admin.types('交接 李雷 韩梅梅 --接手人二 Jim');
    expect(plan.text).toContain('Jim Green: 1 个客户 · 2 个进行中商机 · 1 项待办 · 1 个工单 · 1 个待审批申请');
    expect(plan.text).toContain('韩梅梅: 1 个客户 · 1 条线索 · 1 项待办');
  });

  it('is for those above both, never for oneself', async () => {
    expect((await li.types('交接 李雷 韩梅梅')).text).toContain('销售经理');
    expect((await zhang.types('交接 张伟 韩梅梅')).text).toContain('上级或管理员');
    expect((await zhang.types('交接 李雷 Jim')).text).toContain('Jim Green不在你管理的团队中');
    expect((await tom.types('handover 李雷 Jim')).text).toContain('李雷 is not in your teams');
    expect((await zhang.types('交接 李雷 李雷')).text).toContain('无法接手');
    expect(await has('李雷')).toEqual(LI);
  });

  it('keeps the parts of a joint deal whole, and ends with the account', async () => {
    await li.types('商机成员 二期 --同事 韩梅梅 --比例 20');
    await li.types('商机成员 二期 --同事 张伟 --比例 30');
    const plan = await admin.types('交接 张伟 韩梅梅');
    expect(plan.text).toContain('1 个商机协作');
    expect(plan.text).toContain('1 个团队的负责人');
    const done = await plan.press('全部交接');
    expect(
      await rows(
        `SELECT u.name, m.share FROM opportunity_members m JOIN users u ON u.id = m.user_id ORDER BY m.share, u.name`,
      ),
    ).toEqual([
      { name: '李雷', share: 50 },
      { name: '韩梅梅', share: 50 },
    ]);
    expect(await has('韩梅梅')).toEqual({ parts: 1, teams: 1 });
    await done.press('停用账号');
    expect(await rows(`SELECT active FROM users WHERE name = '张伟'`)).toEqual([{ active: false }]);
  });

  it('says when nobody is left to sign what waits', async () => {
    const plan = await admin.types('交接 王芳 Tom');
    expect(plan.text).toContain('1 个审批待销售总监处理，但没有其他销售总监，请先指定。');
  });

  it('R42: says where whoever takes a request over is the only one who could sign it', async () => {
    const plan = await admin.types('交接 李雷 王芳');
    expect(plan.text).toContain('1 个申请将归王芳名下，而王芳是唯一的销售总监，无人可以审批，请先指定另一位销售总监。');
    expect((await admin.types('交接 李雷 韩梅梅')).text).not.toContain('无人可以审批');
  });

  it('R42: lets nobody give his own request away, so that nobody signs his own', async () => {
    const [request] = await rows<{ id: string }>(`SELECT id FROM approval_requests`);
    const give = company.as('li', async ({ change }) =>
      change.update('approval_requests', request?.id ?? '', { requesterId: company.actor('han').userId }),
    );
    await expect(give).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('leaves a team to its lead where no admin hands it over', async () => {
    const plan = await talk.as('wang').types('交接 Tom Jim');
    expect(plan.text).toContain('暂留Tom Brown名下：1 个团队的负责人');
    expect(plan.labels).not.toContain('全部交接');
  });
});
