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
  await li.types('添加联系人 华星电子 孙晓岚 --职务 设备科科长 --角色 影响者');
  await li.types('添加联系人 华星电子 何俊 --汇报给 孙晓岚');
  await jim.types('customer add "Globex Works"');
  await jim.types('contact add "Globex Works" "Nora Whitlam" --title CEO --phone "+1 202 555 0143"');
  await moveClock(company.database, '2026-05-14T10:30:00+08:00'); // Undo of the entry is long over
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const onFile = async () => {
  const { rows } = await company.database.pool.query<{ said: string }>(
    `SELECT concat_ws(' ', p.name, p.title, r.role, b.name, (SELECT count(*) FROM name_keys k WHERE k.record_id = p.id) > 0) AS said
       FROM contacts p LEFT JOIN contact_roles r ON r.contact_id = p.id LEFT JOIN contacts b ON b.id = p.reports_to ORDER BY p.name`,
  );
  return rows.map(({ said }) => said);
};

describe('a contact entered by mistake (R80, R86)', () => {
  it('is removed by the button on his card, which asks first; Undo brings all of him back', async () => {
    const before = await onFile();
    const card = await li.types('查看联系人 孙晓岚');
    const button = card.card.body.flatMap((node) => (node.type === 'actions' ? (node.more ?? []) : []));
    expect(button.map(({ confirm }) => confirm?.title)).toEqual(['移除孙晓岚？']);
    const removed = await card.press('录错了，移除…');
    expect(removed.card.title).toBe('联系人已移除：华星电子有限公司 · 孙晓岚');
    expect(await onFile()).toEqual(['Nora Whitlam CEO t', '何俊 t']);
    await removed.press('撤销');
    expect(await onFile()).toEqual(before);
  });

  it('is removed by a line and by a sentence that is confirmed, in both languages', async () => {
    await (await li.types('移除联系人 何俊')).press('撤销');
    const asked = await li.says('联系人何俊录错了，删掉');
    expect((await asked.submit()).card.title).toBe('联系人已移除：华星电子有限公司 · 何俊');
    const line = await jim.types('contact remove "Nora Whitlam"');
    expect(line.card.title).toBe('Removed: Nora Whitlam, Globex Works');
    await line.press('Undo');
    const said = await jim.says('the contact Nora Whitlam was entered by mistake');
    await (await said.submit()).press('Undo');
    expect(await onFile()).toContain('Nora Whitlam CEO t');
  });

  it('stays where deals, tickets or follow-ups name him: where is said, with what may be done instead', async () => {
    await li.types('新商机 华星电子 产线改造 --金额 35万');
    await li.types('决策链 产线改造 --联系人 孙晓岚 --角色 决策人');
    await li.types('跟进 华星电子 孙晓岚要求下周报价');
    const held = await li.types('移除联系人 孙晓岚');
    expect(held.card.title).toBe('孙晓岚有往来记录，不能移除');
    expect(held.text).toContain('产线改造 — 商机');
    expect(held.text).toContain('孙晓岚要求下周报价 — 跟进');
    expect((await held.press('已离职…')).form.inputs.map(({ name }) => name)).toContain('on');
    await jim.types('log "Globex Works" "Nora Whitlam wants a demo"');
    const english = await jim.types('contact remove "Nora Whitlam"');
    expect(english.card.title).toBe('Nora Whitlam is on record and stays');
    expect(english.text).toContain('Nora Whitlam wants a demo — Follow-up');
    expect(await onFile()).toContain('Nora Whitlam CEO t');
  });

  it('is not taken for named by a word that holds his name, and a long note is shown shortened', async () => {
    await jim.types('contact add "Globex Works" Ann');
    await jim.types('log "Globex Works" "they planned it"');
    await (await jim.types('contact remove Ann')).press('Undo');
    expect(await onFile()).toContain('Ann t');
    await jim.types(`log "Globex Works" "Ann's ${'very '.repeat(30)}good offer"`);
    const held = await jim.types('contact remove Ann');
    expect(held.card.title).toBe('Ann is on record and stays');
    expect(held.text).toMatch(/\nAnn's very [^\n]{40,60}… — Follow-up/u);
  });

  it('stays where what names him is out of sight, which is said as such', async () => {
    await li.types('添加联系人 华星电子 周密');
    await company.database.pool.query(
      `INSERT INTO opportunities (id, customer_id, owner_id, name, stage_key, currency, created_by, created_at, stage_since)
       SELECT gen_random_uuid(), c.id, u.id, '别人的', (SELECT key FROM stages ORDER BY position LIMIT 1), 'CNY', u.id, parley_now(), parley_now()
         FROM customers c, users u WHERE c.name = '华星电子有限公司' AND u.name = 'Jim Green'`,
    );
    await company.database.pool.query(
      `INSERT INTO contact_roles (id, customer_id, contact_id, opportunity_id, role)
       SELECT gen_random_uuid(), p.customer_id, p.id, o.id, 'decision_maker' FROM contacts p, opportunities o
        WHERE p.name = '周密' AND o.name = '别人的'`,
    );
    const held = await li.types('移除联系人 周密');
    expect(held.text).toContain('没有移除。周密出现在你看不到的同事记录中。');
    expect(held.text).not.toContain('撤销');
    expect(await onFile()).toContain('周密 decision_maker t');
  });

  it('is removed by nobody else’s hand', async () => {
    await li.types('添加联系人 华星电子 钱进');
    const refused = await jim.types('移除联系人 钱进');
    expect(refused.text).not.toContain('已移除');
    expect(await onFile()).toContain('钱进 t');
  });
});
