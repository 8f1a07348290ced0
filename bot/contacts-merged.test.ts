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
  await li.types('新商机 华星电子 产线改造 --金额 35万');
  await li.types('添加联系人 华星电子 孙晓岚 --职务 科长 --角色 影响者');
  await li.types('添加联系人 华星电子 孙小兰 --职务 部长 --电话 13800138001 --角色 决策人');
  await li.types('添加联系人 华星电子 何俊 --汇报给 孙小兰');
  await li.types('决策链 产线改造 --联系人 孙小兰 --角色 决策人');
  await li.types('新客户 云栖数据有限公司');
  await li.types('添加联系人 云栖数据 周密');
  await jim.types('customer add "Globex Works"');
  await jim.types('contact add "Globex Works" "Nora Whitlam" --title CEO');
  await jim.types('contact add "Globex Works" "Norah Witlam" --phone "+1 202 555 0143"');
  await company.database.pool.query(
    `INSERT INTO service_tickets (id, customer_id, contact_id, kind, title, opened_by)
     SELECT gen_random_uuid(), p.customer_id, p.id, 'fault', '采集器离线', $1 FROM contacts p WHERE p.name = '孙小兰'`,
    [company.actor('li').userId],
  );
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

/** Everybody on file, with what hangs on them. */
const onFile = async () => {
  const { rows } = await company.database.pool.query<{ said: string }>(
    `SELECT concat_ws(' ', p.name, p.title, p.phone, '>' || b.name,
              (SELECT string_agg(coalesce(o.name, '*') || ':' || r.role, ' ' ORDER BY o.name NULLS FIRST) FROM contact_roles r LEFT JOIN opportunities o ON o.id = r.opportunity_id WHERE r.contact_id = p.id),
              (SELECT string_agg(t.title, ' ') FROM service_tickets t WHERE t.contact_id = p.id)) AS said
       FROM contacts p LEFT JOIN contacts b ON b.id = p.reports_to ORDER BY p.name`,
  );
  return rows.map(({ said }) => said);
};

describe('a contact entered twice (R12, R80)', () => {
  it('is one after a choice where both say something else; roles, tickets and reports move, and Undo parts them again', async () => {
    const before = await onFile();
    const asked = await li.types('合并联系人 孙晓岚 孙小兰');
    expect(asked.reply?.kind).toBe('form');
    expect(asked.text).toContain('前者是“科长”，后者是“部长”');
    expect(asked.form.inputs.map(({ name }) => name)).toEqual(['contact', 'other', 'name', 'title', 'role']);
    const merged = await asked.submit({ name: 'first', title: 'second', role: 'second' });
    expect(merged.card.title).toBe('已合并：华星电子有限公司 · 孙小兰 → 孙晓岚');
    expect(await onFile()).toEqual([
      'Nora Whitlam CEO',
      'Norah Witlam +12025550143',
      '何俊 >孙晓岚',
      '周密',
      '孙晓岚 部长 +8613800138001 *:decision_maker 产线改造:decision_maker 采集器离线',
    ]);
    expect((await li.types('查看联系人 孙小兰')).text).toContain('孙晓岚');
    await merged.press('撤销');
    expect(await onFile()).toEqual(before);
  });

  it('is merged in words that are confirmed, in both languages, what only one says being kept', async () => {
    const said = await jim.says('Nora Whitlam and Norah Witlam are the same person');
    const merged = await said.submit({ name: 'first' });
    expect(merged.card.title).toBe('Norah Witlam and Nora Whitlam at Globex Works are one contact now');
    expect(await onFile()).toContain('Nora Whitlam CEO +12025550143');
    await merged.press('Undo');
    const chinese = await li.says('把联系人孙小兰合并到孙晓岚');
    const done = await chinese.submit({ name: 'first', title: 'first', role: 'first' });
    expect(await onFile()).toContain('孙晓岚 科长 +8613800138001 *:influencer 产线改造:decision_maker 采集器离线');
    await done.press('撤销');
  });

  it('keeps the weightier of two parts in one deal, whoever it was said of', async () => {
    await li.types('决策链 产线改造 --联系人 孙晓岚 --角色 使用者');
    const merged = await (await li.types('合并联系人 孙晓岚 孙小兰')).submit({
      name: 'first',
      title: 'first',
      role: 'first',
    });
    expect(await onFile()).toContain('孙晓岚 科长 +8613800138001 *:influencer 产线改造:decision_maker 采集器离线');
    await merged.press('撤销');
    expect(await onFile()).toContain('孙晓岚 科长 *:influencer 产线改造:user');
    await company.database.pool.query(
      `DELETE FROM contact_roles WHERE role = 'user' AND contact_id = (SELECT id FROM contacts WHERE name = '孙晓岚')`,
    );
  });

  it('is not made one of two of whom only one has left: which of them holds is asked of whoever knows', async () => {
    const left = await li.types('联系人离职 孙晓岚 --日期 2026-05-01');
    expect((await li.types('合并联系人 孙晓岚 孙小兰')).text).toContain('孙晓岚已标记离职，另一位没有');
    await left.press('撤销');
  });

  it('is offered where he cannot be removed for what names him', async () => {
    const held = await li.types('移除联系人 孙小兰');
    const form = await held.press('重复录入，合并…');
    const asked = await form.submit({ contact: '孙晓岚' });
    expect(asked.text).toContain('前者是“孙晓岚”，后者是“孙小兰”');
    const merged = await asked.submit({ name: 'second', title: 'first', role: 'first' });
    expect(merged.card.title).toBe('已合并：华星电子有限公司 · 孙晓岚 → 孙小兰');
    await merged.press('撤销');
  });

  it('rises to the place of whom he reported to, and nobody comes to report to himself', async () => {
    await li.types('修改联系人 孙小兰 --汇报给 孙晓岚');
    const merged = await (await li.types('合并联系人 何俊 孙小兰')).submit({ name: 'first' });
    expect(await onFile()).toContainEqual(expect.stringMatching(/^何俊 部长 \+8613800138001 >孙晓岚/u));
    await merged.press('撤销');
    const under = await (await li.types('合并联系人 孙晓岚 孙小兰')).submit({
      name: 'first',
      title: 'first',
      role: 'first',
    });
    expect(await onFile()).toContain('何俊 >孙晓岚');
    expect(await onFile()).toContainEqual(expect.stringMatching(/^孙晓岚 科长 \+8613800138001 \*:/u));
    await under.press('撤销');
  });

  it('is no contact of another customer, and not himself', async () => {
    expect((await li.types('合并联系人 孙晓岚 周密')).text).toContain('请先合并客户');
    expect((await li.types('合并联系人 孙晓岚 孙晓岚')).text).toContain('同一个联系人');
    expect((await jim.types('contact merge 孙晓岚 孙小兰')).text).not.toContain('now');
  });
});
