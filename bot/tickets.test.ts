import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;
let liu: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  [li, jim, liu] = [talk.as('li'), talk.as('jim'), talk.as('liu')];
  await li.types('新客户 华星电子有限公司');
  await jim.types('customer add "Acme Manufacturing Ltd"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

async function count(table: string): Promise<number> {
  const { rows } = await company.database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0]?.n ?? -1;
}

describe('a service ticket (R14)', () => {
  it('is opened by a sentence in Chinese once it was confirmed, given to service, and taken back by Undo', async () => {
    const said = await li.says('华星投诉到货慢，紧急');
    expect(said.form.inputs).toMatchObject([
      { name: 'customer' },
      { name: 'title', value: '到货慢' },
      { name: 'kind', value: 'complaint' },
      { name: 'contact' },
      { name: 'priority', value: 'urgent' },
      { name: 'assignee' },
    ]);
    expect(await count('service_tickets')).toBe(0);
    const done = await said.submit();
    expect(done.text).toBe(
      ['工单已建：华星电子有限公司', '投诉（紧急）：到货慢', '处理人: 刘洋', '[查看] [撤销]'].join('\n'),
    );
    expect((await done.press('撤销')).text).toContain('工单: 到货慢（已移除）');
    expect(await count('service_tickets')).toBe(0);
  });

  it('says who of the customer filed it; of somebody who is not on file there it says so and names nobody (R14, R19)', async () => {
    await li.types('添加联系人 华星电子 王建国 --电话 13800138000');
    const said = await li.says('华星的王总投诉发错货');
    expect(said.form.inputs).toContainEqual(expect.objectContaining({ name: 'contact', value: '王总' }));
    const done = await said.submit();
    expect(done.text).toContain('投诉：发错货\n联系人: 王建国\n处理人: 刘洋');
    expect((await li.types('查看工单 发错货')).text).toContain('客户: 华星电子有限公司\n联系人: 王建国');
    await done.press('撤销');
    const strange = await li.types('新工单 华星电子 少发货 --联系人 赵工');
    expect(strange.text).toContain('赵工尚未建档，工单暂未关联联系人。');
    expect((await strange.press('添加联系人')).text).toContain('赵工');
    await strange.press('撤销');
    expect(await count('service_tickets')).toBe(0);
  });

  it('is opened by a sentence in English, updated, and closed with its history', async () => {
    const done = await (await jim.says('Acme reports a broken sensor')).submit();
    expect(done.text).toContain('Ticket opened: Acme Manufacturing Ltd\nFault: a broken sensor\nAssigned to: 刘洋');
    await liu.types('更新工单 Acme --进展 已补发新货');
    const shown = await jim.types('ticket Acme');
    expect(shown.text).toContain('10:30 · 刘洋');
    expect(shown.text).toContain('已补发新货');
    const closed = await (await jim.says('close the Acme ticket')).submit();
    expect(closed.text).toContain('Closed: a broken sensor');
    expect(await count('service_tickets WHERE closed_at IS NOT NULL')).toBe(1);
    expect((await closed.press('Undo')).text).toContain('Ticket: a broken sensor');
    expect(await count('service_tickets WHERE closed_at IS NOT NULL')).toBe(0);
  });

  it('that is not there is no dead end: one is opened for that customer, or those that are open are listed', async () => {
    const none = await li.types('查看工单 华星电子');
    expect(none.text).toContain('没有找到工单“华星电子”');
    expect(none.labels).toEqual(['为华星电子有限公司新建工单', '未关闭的工单']);
    const form = await none.press('为华星电子有限公司新建工单');
    expect(form.form.command).toBe('ticket.open');
    const { rows } = await company.database.pool.query("SELECT id FROM customers WHERE name LIKE '华星电子%'");
    expect(form.form.inputs[0]).toMatchObject({ name: 'customer', value: rows[0]?.id });
    const unknown = await jim.types('ticket Nowhere');
    expect(unknown.labels).toEqual(['Open tickets']);
    expect((await unknown.press('Open tickets')).text).toContain('Open tickets (1)');
  });

  it('asks which one is meant where a sentence does not say', async () => {
    const said = await liu.says('工单关了');
    expect(said.reply?.kind).toBe('form');
    expect(said.form.inputs[0]).toMatchObject({ name: 'ticket', widget: 'record' });
  });

  it('is seen before anybody calls: it stands on top of the customer’s card', async () => {
    await li.types('新工单 华星电子 包装破损 --类型 投诉 --优先级 高');
    const shown = await li.types('客户 华星电子');
    expect(shown.text.split('\n').slice(0, 2)).toEqual(['华星电子有限公司', '⚠ 投诉（高）：包装破损']);
    await (await shown.press('查看')).press('关闭工单');
    expect((await li.types('客户 华星电子')).text).not.toContain('包装破损');
  });

  it('of a customer somebody may not see is not found, opened or closed by him', async () => {
    await li.types('新工单 华星电子 换采集器');
    const shown = await jim.types('查看工单 换采集器');
    expect(shown.text).not.toContain('华星');
    const { rows } = await company.database.pool.query<{ id: string }>(
      "SELECT id FROM service_tickets WHERE title = '换采集器'",
    );
    const close = { label: '', command: 'ticket.close', input: { ticket: rows[0]?.id } };
    expect((await jim.presses(close)).text).toContain('I could not find that');
    expect(await count("service_tickets WHERE title = '换采集器' AND closed_at IS NULL")).toBe(1);
  });

  it('is closed once: the second is told so', async () => {
    const { rows } = await company.database.pool.query<{ id: string }>(
      "SELECT id FROM service_tickets WHERE title = '换采集器'",
    );
    const close = { label: '', command: 'ticket.close', input: { ticket: rows[0]?.id } };
    await liu.presses(close);
    expect((await li.presses(close)).text).toBe('“换采集器”已经关闭了。');
  });

  it.each(['finance', 'marketing'] as const)('is neither changed nor closed by %s (R85)', async (role) => {
    await company.database.pool.query('UPDATE users SET roles = $1 WHERE name = $2', [[role], '赵敏']);
    expect((await talk.as('zhao').types('关闭工单 Acme')).text).toContain('该操作仅限以下角色');
  });
});

describe('who filed a ticket (R14)', () => {
  it('names who filed it afterwards, by line, form and sentence; a stranger is refused, and nobody is named again (R14)', async () => {
    await li.types('新客户 灯塔仪表有限公司');
    await li.types('添加联系人 灯塔仪表 陈立 --电话 13900139001');
    await li.types('新工单 灯塔仪表 缺配件 --类型 投诉');
    const filed = async () => {
      const { rows } = await company.database.pool.query(
        `SELECT p.name FROM service_tickets t LEFT JOIN contacts p ON p.id = t.contact_id WHERE t.title = '缺配件'`,
      );
      return rows[0]?.name;
    };
    const named = await li.types('更新工单 缺配件 --联系人 陈立');
    expect(named.text).toContain('联系人: 陈立');
    expect(await filed()).toBe('陈立');
    await named.press('撤销');
    expect(await filed()).toBeNull();
    expect((await li.types('更新工单 缺配件 --联系人 赵工')).text).toBe(
      '灯塔仪表有限公司没有名为赵工的联系人，请先添加。',
    );
    await (await li.says('灯塔仪表的工单联系人是陈立')).press('撤销');
    await (await li.types('更新工单 缺配件')).submit({ contact: '陈立' });
    expect(await filed()).toBe('陈立');
    await (await li.types('更新工单 缺配件')).submit({ contact: '' });
    expect(await filed()).toBeNull();
  });
});

describe('a closed ticket (R14)', () => {
  it('is opened again from its card, by line and sentence, which its history says; Undo closes it', async () => {
    await li.types('新客户 蓝海食品');
    await (await li.says('蓝海食品投诉包装漏气')).submit();
    const closed = await liu.types('关闭工单 蓝海食品 --结果 已换新');
    const form = await closed.press('重新打开');
    const again = form.reply?.kind === 'card' && form.labels.includes('关闭工单') ? form : await form.submit({});
    expect(again.card.title).toBe('已重新打开：包装漏气');
    expect(again.text).toContain('刘洋 · 重新打开');
    expect(again.text).toContain('刘洋 · 关闭工单 — 已换新');
    await again.press('撤销');
    expect((await liu.types('重新打开工单 蓝海食品 --原因 又漏了')).text).toContain('重新打开 — 又漏了');
    expect((await liu.types('重新打开工单 蓝海食品')).text).not.toContain('已重新打开');
    expect((await li.types('客户 蓝海食品')).text).toContain('包装漏气');
  });

  it('is opened again in English once it was confirmed', async () => {
    await (await jim.says('Acme complains about a noisy fan')).submit();
    await jim.types('ticket close "noisy fan"');
    const said = await jim.says('reopen the Acme ticket, it broke again');
    const form = said.form.inputs.find(({ name }) => name === 'ticket');
    expect(form).toBeDefined();
    const { rows } = await company.database.pool.query<{ id: string }>(
      "SELECT id FROM service_tickets WHERE title LIKE '%noisy fan%'",
    );
    const again = await said.submit({ ticket: rows[0]?.id ?? '' });
    expect(again.text).toContain('opened it again — it broke again');
  });
});
