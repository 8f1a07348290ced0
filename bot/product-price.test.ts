import { expect, it } from 'vitest';
import { openChat } from '../test/support/chat.ts';
import { openCompany } from '../test/support/company.ts';

it('a price of another currency stays what it is when something else of the product is changed', async () => {
  const company = await openCompany();
  const talk = openChat(company);
  await company.database.pool.query(
    "INSERT INTO products (id, code, name_zh, name_en, price, currency) VALUES (gen_random_uuid(), 'J1', '日元品', 'Yen thing', 350000, 'JPY')",
  );
  const form = await talk.as('wang').types('修改产品 日元品');
  await form.submit({ code: 'J2' });
  expect(
    (await company.database.pool.query("SELECT code, price::int, currency FROM products WHERE name_zh='日元品'")).rows,
  ).toEqual([{ code: 'J2', price: 350000, currency: 'JPY' }]);
  await talk.close();
  await company.close();
});

it('R26: where nothing is sold any more, that is what is said, and not that the list is empty', async () => {
  const company = await openCompany();
  const talk = openChat(company);
  const [li, wang] = [talk.as('li'), talk.as('wang')];
  await wang.types('新增产品 温度传感器 --单价 120');
  await wang.types('修改产品 温度传感器 --状态 停用');
  await li.types('新客户 华星电子');
  await li.types('新商机 华星电子 --名称 二期');
  expect((await li.types('商机产品 二期')).text).toContain('目录中的产品均已停用。可请销售总监或管理员新增。');
  await talk.as('admin').types('修改阶段 初步接触 --离开条件 产品');
  const blocked = await li.types('推进 二期');
  expect(blocked.text).toContain('目录中的产品均已停用。可请销售总监或管理员新增。');
  expect((await li.types('商机产品 二期 --产品 压力计 --数量 5')).text).toContain('产品目录里没有“压力计”。');
  await talk.close();
  await company.close();
});
