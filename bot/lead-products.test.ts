import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;
let jim: Chat;
let admin: Chat;
/** In marketing. */
let liu: Chat;

beforeAll(async () => {
  company = await openCompany();
  await company.database.pool.query(`UPDATE users SET roles = '{marketing}' WHERE name = '刘洋'`);
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, zhang, jim, admin, liu] = [talk.as('li'), talk.as('zhang'), talk.as('jim'), talk.as('admin'), talk.as('liu')];
  await admin.types('新增产品 CIP系统 --英文名 "CIP line" --编号 CIP-1 --单价 12万');
  await admin.types('新增产品 均质机 --英文名 Homogeniser --单价 5万');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const rows = async <Row>(sql: string) => (await company.database.pool.query(sql)).rows as Row[];
const asksFor = async (contact: string) =>
  (
    await rows<{ zh: string }>(
      `SELECT p.name_zh AS zh FROM leads l JOIN products p ON p.id = ANY (l.product_ids) WHERE l.contact_name = '${contact}' ORDER BY 1`,
    )
  ).map(({ zh }) => zh);

describe('what a lead asks for', () => {
  it('R5: is read from a sentence, shown on its card in both languages, and asked about', async () => {
    const form = await li.says('新线索：张三丰，想了解CIP系统');
    await form.submit();
    expect(await asksFor('张三丰')).toEqual(['CIP系统']);
    expect((await li.types('查看线索 张三丰')).text).toContain('意向产品: CIP系统');
    expect((await li.says('想了解CIP系统的线索有哪些')).text).toContain('张三丰');
    expect((await li.says('想了解均质机的线索有哪些')).text).not.toContain('张三丰');
    const said = await jim.says('new lead: Bob Stone from Wonka, interested in the CIP line');
    await said.submit();
    expect((await jim.types('lead show Bob')).text).toContain('Asks for: CIP line');
  });

  it('R5: is typed by name or code, several at once, and refused where the price list has none', async () => {
    await li.types('新线索 钱多多 --意向产品 均质机、CIP-1');
    expect(await asksFor('钱多多')).toEqual(['CIP系统', '均质机']);
    const asked = await li.types('新线索 钱少少 --意向产品 打印机');
    expect(asked.reply?.kind).toBe('form');
    expect(await asksFor('钱少少')).toEqual([]);
  });

  it('R5: is changed by a sentence, cleared, and taken back; both versions are shown where two change it', async () => {
    const changed = await (await li.says('张三丰的意向产品改成均质机')).submit();
    expect(changed.text).toContain('已修改：张三丰\n意向产品');
    expect(await asksFor('张三丰')).toEqual(['均质机']);
    await changed.press('撤销');
    expect(await asksFor('张三丰')).toEqual(['CIP系统']);
    const open = await li.types('修改线索 张三丰');
    await zhang.types('修改线索 张三丰 --意向产品 CIP系统、均质机');
    const [machine] = await rows<{ id: string }>(`SELECT id FROM products WHERE name_zh = '均质机'`);
    const both = await open.submit({ products: machine?.id ?? '' });
    expect(both.text).toContain('意向产品（你）: 均质机\n意向产品（对方）: CIP系统、均质机 · 张伟 10:30');
    await both.press('保留对方的');
    const cleared = await (await li.says('清空张三丰的意向产品')).submit();
    expect(cleared.text).toContain('意向产品（已清空）');
    expect(await asksFor('张三丰')).toEqual([]);
    await cleared.press('撤销');
    expect(await asksFor('张三丰')).toEqual(['CIP系统', '均质机']);
  });

  it('R5: keeps one that is no longer sold when something else is changed, until somebody takes it away', async () => {
    await admin.types('修改产品 均质机 --状态 停用');
    const form = await li.types('修改线索 张三丰');
    const offered = form.form.inputs.find(({ name }) => name === 'products')?.options?.map(({ label }) => label);
    expect(offered).toEqual(['CIP系统', '均质机']);
    const changed = await form.submit({ phone: '13700137000' });
    expect(changed.text).not.toContain('意向产品');
    expect(await asksFor('张三丰')).toEqual(['CIP系统', '均质机']);
    await admin.types('修改产品 均质机 --状态 启用');
    await changed.press('撤销');
  });

  it('R5: goes to whoever knows it, who is told why', async () => {
    const profile = await (await admin.says('韩梅梅熟悉CIP系统')).submit();
    expect(profile.text).toContain('韩梅梅 — CIP系统');
    const both = await admin.types('管理 区域 韩梅梅 --另熟悉产品 均质机');
    expect(both.text).toContain('韩梅梅 — CIP系统、均质机');
    expect((await admin.types('管理 区域 韩梅梅 --产品 CIP系统')).text).toContain('韩梅梅 — CIP系统\n');
    const added = await liu.types('新线索 周工 --意向产品 CIP系统');
    expect(added.text).toContain('负责人: 韩梅梅');
    expect(await rows(`SELECT given_zh AS zh, given_en AS en FROM leads WHERE contact_name = '周工'`)).toEqual([
      { zh: '熟悉CIP系统 · 手上线索最少（0 条）', en: 'knows CIP line · 0 open leads, the fewest' },
    ]);
    expect((await admin.types('管理 规则 999 --产品分 0')).text).toContain('产品 0');
    expect((await liu.types('新线索 吴工 --意向产品 CIP系统')).text).not.toContain('熟悉CIP系统');
    expect((await admin.types('管理 区域 韩梅梅 --产品 -')).text).toContain('韩梅梅 — 不限');
  });

  it('R5 R11: comes onto the opportunity at its list price when the lead is converted, and Undo takes it back', async () => {
    const form = await li.types('转化线索 钱多多');
    expect(form.text).toContain('CIP系统、均质机：按目录价加入商机。');
    await admin.types('修改产品 均质机 --状态 停用');
    expect((await li.types('转化线索 钱多多')).text).toContain('CIP系统：按目录价加入商机。');
    await admin.types('修改产品 均质机 --状态 启用');
    const converted = await li.types('转化线索 钱多多 --客户名称 多多食品 --商机 产线改造');
    expect(converted.text).toContain('产品: CIP系统、均质机');
    const lines = () =>
      rows(`SELECT p.name_zh AS zh, d.quantity, d.price::int AS price, o.amount::int AS amount FROM opportunity_products d
              JOIN products p ON p.id = d.product_id JOIN opportunities o ON o.id = d.opportunity_id WHERE o.name = '产线改造' ORDER BY 1`);
    expect(await lines()).toEqual([
      { zh: 'CIP系统', quantity: 1, price: 12_000_000, amount: 17_000_000 },
      { zh: '均质机', quantity: 1, price: 5_000_000, amount: 17_000_000 },
    ]);
    await converted.press('撤销');
    expect(await lines()).toEqual([]);
  });
});
