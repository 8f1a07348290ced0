import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let wang: Chat;
let admin: Chat;

const rows = async (sql: string) => (await company.database.pool.query(sql)).rows;
const names = (text: string) => text.split('\n').filter((line) => line.includes(' · ¥'));

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, wang, admin] = [talk.as('li'), talk.as('wang'), talk.as('admin')];
  await li.types('新客户 华星电子有限公司 --联系人 王建国');
  await li.types('新商机 华星电子 --名称 二期');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('an empty price list', () => {
  it('R26: says that it is empty, and to each what he can do about it', async () => {
    expect((await li.types('产品列表')).text).toContain('产品目录还是空的。可请销售总监或管理员新增。');
    expect((await wang.types('产品列表')).labels).toEqual(['新增产品']);
    const form = await li.types('商机产品 二期');
    expect(form.text).toContain('产品目录还是空的。可请销售总监或管理员新增。');
    const missed = await li.types('商机产品 二期 --产品 温度传感器 --数量 5');
    expect(missed.text).toContain('产品目录还是空的。可请销售总监或管理员新增。');
    expect(missed.labels).toEqual(['全部产品']);
  });

  it('R26 R27: asks for no product that cannot be chosen on the card of a gate', async () => {
    await admin.types('修改阶段 初步接触 --离开条件 产品');
    const blocked = await li.types('推进 二期');
    expect(blocked.text).toContain('产品目录还是空的。可请销售总监或管理员新增。');
    expect(blocked.labels).toEqual(['查看商机']);
    expect((await wang.types('推进 二期')).labels).toEqual(['新增产品', '查看商机']);
  });
});

describe('a product', () => {
  it('R26 R106: that a gate misses is added from there, put on the deal, and the deal moves', async () => {
    const blocked = await wang.types('推进 二期');
    const form = await blocked.press('新增产品');
    const added = await form.submit({
      name: '温度传感器',
      price: '120',
      code: 'TS-1',
      otherName: 'Temperature sensor',
    });
    expect(added.card.title).toBe('✓ 已新增：温度传感器');
    expect(added.text).toContain('单价: ¥120\n编号: TS-1\n英文名: Temperature sensor');
    const onDeal = await added.press('加到商机');
    expect((await onDeal.submit({ quantity: '5' })).text).toContain('产品合计 ¥600。');
    expect((await li.types('推进 二期')).card.title).toBe('二期: 初步接触 → 需求确认');
    expect(await rows('SELECT name_zh, name_en, code, price::int, currency, active FROM products')).toEqual([
      {
        name_zh: '温度传感器',
        name_en: 'Temperature sensor',
        code: 'TS-1',
        price: 12000,
        currency: 'CNY',
        active: true,
      },
    ]);
  });

  it('R26: that is not on file is added from the line that missed it, by whoever may', async () => {
    const missed = await wang.types('商机产品 二期 --产品 压力变送器 --数量 2');
    expect(missed.text).toContain('产品目录里没有“压力变送器”。');
    const form = await missed.press('新增产品“压力变送器”');
    const added = await form.submit({ name: '压力变送器', price: '980' });
    const onDeal = await added.press('加到商机');
    expect((await onDeal.submit({ quantity: '2' })).text).toContain('产品合计 ¥2,560。');
  });

  it('R84: is added and changed by the sales director and an admin, and by nobody else', async () => {
    expect((await li.types('新增产品 流量计 --单价 6400')).text).toContain('该操作仅限以下角色：销售总监、管理员');
    expect((await li.types('修改产品 TS-1 --单价 1')).text).toContain('该操作仅限以下角色：销售总监、管理员');
    expect((await li.types('产品列表')).labels).toEqual([]);
    await expect(
      company.as('zhang', (core) =>
        core.sql({
          name: 'try-products',
          text: `INSERT INTO products (id, name_zh, name_en, price, currency) VALUES (gen_random_uuid(), 'x', 'x', 1, 'CNY')`,
        }),
      ),
    ).rejects.toThrow('row-level security');
  });

  it('R102 R106: is added by a sentence, confirmed first, and taken back with Undo', async () => {
    const asked = await wang.says('加个产品 流量计 单价6400');
    expect(asked.form.inputs.map(({ name, value }) => [name, value])).toEqual([
      ['name', '流量计'],
      ['price', '6400'],
      ['code', undefined],
      ['otherName', undefined],
    ]);
    const added = await asked.submit({ name: '流量计', price: '6400' });
    expect(added.card.title).toBe('✓ 已新增：流量计');
    await added.press('撤销');
    expect(await rows(`SELECT FROM products WHERE name_zh = '流量计'`)).toEqual([]);
  });

  it('is on the price list once, whichever of its names or its code is said', async () => {
    for (const line of [
      '新增产品 "temperature SENSOR" --单价 1',
      '新增产品 温度传感器 --单价 1',
      '新增产品 新传感器 --单价 1 --编号 ts-1',
    ]) {
      const known = await wang.types(line);
      expect(known.card.title).toBe('没有重复新增');
      expect(known.text).toContain('产品目录里已有温度传感器 · TS-1。\n温度传感器 · ¥120');
    }
    expect((await wang.types('修改产品 压力变送器 --编号 TS-1')).text).toBe('产品目录里已有温度传感器 · TS-1。');
    expect(await rows('SELECT count(*)::int FROM products')).toEqual([{ count: 2 }]);
  });

  it('R102 R106: gets another price by a sentence; the deals that hold it keep theirs', async () => {
    const asked = await wang.says('温度传感器的单价改成130');
    const changed = await asked.submit({ product: 'TS-1', price: '130' });
    expect(changed.card.title).toBe('✓ 已保存：温度传感器');
    expect((await li.types('查看商机 二期')).text).toContain('温度传感器 × 5 · ¥600');
    await changed.press('撤销');
    expect(names((await li.types('产品列表')).text)).toEqual([
      '压力变送器 · ¥980 — 1 个进行中的商机',
      '温度传感器 · ¥120 — TS-1 · Temperature sensor · 1 个进行中的商机',
    ]);
  });

  it('that deals hold is retired, never gone: it stays on them, and is put on no other', async () => {
    const list = await wang.types('products TS-1');
    const retired = await list.press('停用');
    expect(names(retired.text).at(-1)).toBe(
      '温度传感器 · ¥120 — 已停用 · TS-1 · Temperature sensor · 1 个进行中的商机',
    );
    expect((await li.types('查看商机 二期')).text).toContain('温度传感器 × 5');
    expect((await li.types('商机产品 二期 --产品 TS-1 --数量 6')).text).toContain('温度传感器 × 6');
    await li.types('新商机 华星电子 --名称 三期');
    expect((await li.types('商机产品 三期 --产品 TS-1 --数量 1')).text).toBe('温度传感器已停用，请选择其他产品。');
    const form = await li.types('商机产品 三期');
    expect(form.form.inputs.find(({ name }) => name === 'product')?.options?.map(({ label }) => label)).toEqual([
      '压力变送器',
    ]);
    const back = await wang.says('恢复启用产品温度传感器');
    await back.submit({ product: 'TS-1', state: 'on' });
    expect((await li.types('商机产品 三期 --产品 TS-1 --数量 1')).text).toContain('产品合计 ¥120。');
  });

  it('R102: is called in each language by its own name', async () => {
    const jim = talk.as('jim');
    expect((await jim.types('products')).text).toContain('Temperature sensor · ¥120 — TS-1 · 温度传感器');
    expect((await jim.says('what products do we sell?')).card.title).toBe('Products (2)');
    expect((await jim.types('add product x --price 1')).text).toContain('Only these roles can do that: sales director');
  });

  it('stand ten on a card, and go on to their end', async () => {
    await company.database.pool.query(
      `INSERT INTO products (id, name_zh, name_en, price, currency)
       SELECT gen_random_uuid(), '配件' || lpad(n::text, 2, '0'), 'Part', 100, 'CNY' FROM generate_series(1, 10) n`,
    );
    const first = await li.types('产品列表');
    expect(first.card.title).toBe('产品（1–10）');
    const rest = await first.press('更多');
    expect(rest.card.title).toBe('产品（11–12）');
    expect(names(first.text).length + names(rest.text).length).toBe(12);
    expect((await li.types('产品列表 配件0')).card.title).toBe('产品（9）');
  });
});
