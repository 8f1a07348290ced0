import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../../core/customers/add-customer.ts';
import { asSystem } from '../../core/db/system.ts';
import { logFollowUp } from '../../core/follow-ups/log-follow-up.ts';
import { advanceOpportunity } from '../../core/opportunities/advance-opportunity.ts';
import { openOpportunity } from '../../core/opportunities/open-opportunity.ts';
import { openTicket } from '../../core/tickets/open-ticket.ts';
import { sweepTiers } from '../../core/tiers/sweep-tiers.ts';
import { openChat, words } from '../../test/support/chat.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { deskOf, runDue } from '../../test/support/jobs.ts';
import { Messenger } from '../../test/support/messenger.ts';
import type { Desk } from '../desk.ts';

let company: Company;
let slack: Messenger;
let desk: Desk;
let customerId: string;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  slack = new Messenger();
  desk = deskOf(company, slack);
  customerId = (await company.as('li', (core) => addCustomer(core, { name: '华星电子' }))).id;
});
afterEach(() => company.close());

const sweep = (today = '2026-05-20') =>
  asSystem(company.database, 'schedule', (transaction) =>
    sweepTiers(transaction, { today, currency: 'CNY', limit: 50 }),
  );
const tier = async () => {
  const { rows } = await company.database.pool.query<{ tier: string | null }>(
    'SELECT coalesce(manual_tier, tier) AS tier FROM customer_tiers WHERE id = $1',
    [customerId],
  );
  return rows[0]?.tier;
};
const visit = (on: string) =>
  company.as('li', (core) => logFollowUp(core, { customerId, kind: 'visit', note: '聊了需求', on }));
const titles = (key: PersonKey) => slack.cardsOf(key).map(({ title }) => title);

/** Three visits in a month and confirmed needs. */
async function becomeA(): Promise<void> {
  for (const on of ['2026-05-01', '2026-05-10', '2026-05-19']) await visit(on);
  const { id } = await company.as('li', (core) => openOpportunity(core, { customerId, name: '二期' }));
  await company.as('li', (core) => advanceOpportunity(core, { opportunityId: id, stageKey: 'needs' }));
  await sweep();
}

describe('the tier of a customer (R15)', () => {
  it('follows what is logged and sold, and his card says why', async () => {
    await sweep();
    expect(await tier()).toBe('C');
    await visit('2026-05-19');
    await sweep();
    expect(await tier()).toBe('B');
    await becomeA();
    expect(await tier()).toBe('A');
    const talk = openChat(company);
    expect((await talk.as('li').types('客户 华星电子')).text).toContain('等级: A：30 天 4 次跟进 · 需求已确认');
    await talk.close();
  });

  it('counts the tag 高意向 as intent, as soon as it is put on', async () => {
    for (const on of ['2026-05-01', '2026-05-10', '2026-05-19']) await visit(on);
    await sweep();
    expect(await tier()).toBe('B');
    await company.database.pool.query(
      `INSERT INTO taggings (id, tag_id, customer_id, created_by) SELECT gen_random_uuid(), t.id, $1, $2 FROM tags t WHERE t.name_zh = '高意向'`,
      [customerId, company.actor('li').userId],
    );
    await sweep();
    expect(await tier()).toBe('A');
  });

  it('falls when time alone has passed, looked at once a day', async () => {
    await becomeA();
    expect(await sweep('2026-05-20')).toBe(0);
    expect(await sweep('2026-06-15')).toBe(1);
    expect(await tier()).toBe('B');
    expect(await sweep('2026-06-15')).toBe(0);
  });

  it('is recorded where it changes and nowhere else', async () => {
    const changes = async () => {
      const { rows } = await company.database.pool.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM audit_entries WHERE entity = 'customer_tiers'",
      );
      return rows[0]?.n;
    };
    await visit('2026-05-19');
    await sweep();
    expect(await changes()).toBe(1);
    await visit('2026-05-18');
    await sweep();
    expect(await changes()).toBe(1);
  });

  it('set by hand stays, whatever the rules say, until it is lifted; only by those whose customer it is', async () => {
    const talk = openChat(company);
    const li = talk.as('li');
    expect((await li.types('客户等级 华星电子 A --原因 战略客户')).text).toContain('华星电子：A（手动设置）');
    await sweep();
    expect(await tier()).toBe('A');
    expect((await li.types('客户 华星电子')).text).toContain('等级: A：手动设置 · 战略客户');
    const lift = { label: '', command: 'customer.tier-lift', input: { customer: customerId } };
    expect((await talk.as('jim').presses(lift)).text).toContain('I could not find that');
    expect((await li.presses(lift)).text).toContain('华星电子：C（按规则）');
    expect(await tier()).toBe('C');
    await talk.close();
  });

  it('follows rules an admin changes in chat, and nobody else', async () => {
    const talk = openChat(company);
    await visit('2026-05-19');
    await sweep();
    const shown = await talk.as('admin').types('修改等级规则 A --跟进次数 1 --意向 否');
    expect(shown.text).toContain('30 天内跟进 ≥ 1 次');
    await sweep();
    expect(await tier()).toBe('A');
    const tagged = await talk.as('admin').types('修改等级规则 A --标签 高意向');
    expect(tagged.text).toContain('标签 高意向');
    expect((await talk.as('admin').types('修改等级规则 A --标签 -')).text).not.toContain('标签 高意向');
    expect((await talk.as('li').types('修改等级规则 A --跟进次数 9')).text).toContain('该操作仅限以下角色：管理员');
    const foreign = await talk.as('admin').types('修改等级规则 A --在谈金额 5万美元');
    expect(foreign.text).toContain('客户等级按 CNY 计算，请按 CNY 填写金额。');
    await talk.close();
  });
});

describe('a ticket of a customer who matters (R19)', () => {
  const complain = (key: PersonKey) =>
    company.as(key, (core) => openTicket(core, { customerId, title: '到货慢', kind: 'complaint' }));
  const care = async () =>
    (await company.database.pool.query("SELECT title, due_on::text, owner_id FROM tasks WHERE title LIKE '客户关怀%'"))
      .rows;

  it('says whom to call with his number, in both languages: who filed it, else who decides (R19)', async () => {
    const talk = openChat(company);
    const [li, jim] = [talk.as('li'), talk.as('jim')];
    await li.types('添加联系人 华星电子 孙晓岚 --电话 13900139000');
    await li.types('添加联系人 华星电子 王建国 --职务 厂长 --电话 13800138000 --角色 决策人');
    await li.types('客户等级 华星电子 A --原因 重点');
    await jim.types('customer add "Globex Works"');
    await jim.types('contact add "Globex Works" "Nora Whitlam"');
    await jim.types('tier "Globex Works" A --reason key');
    await talk.as('liu').types('新工单 华星电子 到货慢 --类型 投诉');
    await talk.as('liu').types('新工单 "Globex Works" "Parcels are late" --类型 投诉');
    await runDue(desk);
    expect(words(slack.cardsOf('li').at(-1) ?? { title: '', body: [] })).toContain(
      '致电: ["王建国 · 厂长 · ",{"link":"tel:+8613800138000"',
    );
    expect(words(slack.cardsOf('jim').at(-1) ?? { title: '', body: [] })).toContain(
      'Call: ["Nora Whitlam · ","no phone on file"]',
    );
    await talk.close();
  });

  it('becomes a task of his owner’s for today, who is told', async () => {
    await becomeA();
    await complain('liu');
    await runDue(desk);
    await runDue(desk);
    expect(await care()).toEqual([
      { title: '客户关怀：到货慢', due_on: '2026-05-20', owner_id: company.actor('li').userId },
    ]);
    expect(titles('li')).toEqual(['客户关怀：华星电子 · 投诉：到货慢']);
  });

  it('takes that task along when it is taken back, and says so where it was done meanwhile (R106)', async () => {
    await becomeA();
    const talk = openChat(company);
    const first = await talk.as('liu').types('新工单 华星电子 到货慢 --类型 投诉');
    await runDue(desk);
    const undone = await first.press('撤销');
    expect(undone.text).toContain('工单: 到货慢（已移除）\n任务: 客户关怀：到货慢（已移除）');
    expect(await care()).toEqual([]);
    const second = await talk.as('liu').types('新工单 华星电子 发错货 --类型 投诉');
    await runDue(desk);
    await talk.as('li').types('完成任务 客户关怀：发错货');
    expect((await second.press('撤销')).text).toContain('任务: 客户关怀：发错货（已完成或已改动，予以保留）');
    expect(await care()).toMatchObject([{ title: '客户关怀：发错货' }]);
    await talk.close();
  });

  it('is no such task where he is of no such tier', async () => {
    await sweep();
    await complain('liu');
    await runDue(desk);
    expect([await care(), titles('li')]).toEqual([[], []]);
  });
});
