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
