import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:30Z'));
  talk = openChat(company);
  [li, zhang, jim] = [talk.as('li'), talk.as('zhang'), talk.as('jim')];
  await li.types('新客户 华星电子有限公司 --地区 深圳 --电话 13800138000');
  await li.types('新客户 青松机械 --电话 13900139000');
  await talk.as('han').types('新客户 远景动力 --电话 13700137000');
  await jim.types('customer add "Acme Corporation"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const keysOf = async (name: string) => {
  const { rows } = await company.database.pool.query<{ key: string }>(
    'SELECT k.key FROM name_keys k JOIN customers c ON c.id = k.record_id WHERE c.name = $1',
    [name],
  );
  return rows.map(({ key }) => key);
};

const nameKey = async (name: string) =>
  (await company.database.pool.query('SELECT name_key FROM customers WHERE name = $1', [name])).rows;

describe('a customer is renamed (R12)', () => {
  it('by a sentence, is found under its new name and under the old one no more, and Undo brings that back', async () => {
    const form = await li.says('华星电子改名为华辰科技有限公司');
    expect((await keysOf('华辰科技有限公司')).length).toBe(0);
    const changed = await form.submit();
    expect(changed.text).toContain('已修改：华辰科技有限公司\n名称: 华星电子有限公司 → 华辰科技有限公司');
    expect(await nameKey('华辰科技有限公司')).toEqual([{ name_key: '华辰科技' }]);
    expect(await keysOf('华辰科技有限公司')).toContain('华辰科技');
    expect(await keysOf('华辰科技有限公司')).not.toContain('华星电子');
    expect((await li.types('客户 华辰科技')).card.title).toContain('华辰科技有限公司');
    await changed.press('撤销');
    expect(await keysOf('华星电子有限公司')).toContain('华星电子');
    expect(await keysOf('华星电子有限公司')).not.toContain('华辰科技');
    expect(await nameKey('华星电子有限公司')).toEqual([{ name_key: '华星电子' }]);
  });

  it('by an English sentence, whose history says what it was called', async () => {
    const changed = await (await jim.says('rename Acme to Example Works')).submit();
    expect(changed.text).toContain('Changed: Example Works\nName: Acme Corporation → Example Works');
    expect((await jim.types('customer "Example Works" --section changes')).text).toContain(
      'name: Acme Corporation → Example Works',
    );
  });

  it('says who is called so already, and is saved all the same with a reason (R10, R80)', async () => {
    const asked = await li.types('修改客户 青松机械 --名称 远景动力有限公司');
    expect(asked.text).toContain('可能已在系统中：远景动力有限公司');
    expect(asked.text).toContain('韩梅梅的客户');
    expect(asked.text).not.toContain('并入此记录');
    expect(await keysOf('青松机械')).toContain('青松机械');
    const form = await asked.press('仍然保存');
    expect((await form.submit({ reason: '同名的分公司' })).text).toContain('已修改：远景动力有限公司');
    await (await li.types('修改客户 远景动力有限公司 --名称 青松机械')).press('撤销');
    await li.types('修改客户 远景动力有限公司 --名称 青松机械');
  });

  it('shows both names where two people rename it at once, and keeps the name where the form comes back without one', async () => {
    const open = await li.types('修改客户 华星电子');
    await zhang.types('修改客户 华星电子 --名称 华辰科技');
    const both = await open.submit({ name: '华星科技' });
    expect(both.text).toContain('名称（你）: 华星科技\n名称（对方）: 华辰科技 · 张伟 10:30');
    expect((await both.press('用我的')).text).toContain('已修改：华星科技\n名称');
    const again = await li.types('修改客户 华星科技');
    expect((await again.submit({ name: '' })).text).not.toContain('已修改');
    expect(await nameKey('华星科技')).toEqual([{ name_key: '华星科技' }]);
  });

  it('only by whoever it belongs to or who leads him: one let into it corrects the rest of it', async () => {
    await company.database.pool.query(
      `INSERT INTO grants (id, entity, record_id, user_id, reason)
       SELECT gen_random_uuid(), 'customer', c.id, u.id, 'joint_deal' FROM customers c, users u WHERE c.name = '华星科技' AND u.name = 'Jim Green'`,
    );
    expect((await jim.types('customer change 华星科技 --region East')).text).toContain('Changed: 华星科技\nRegion');
    expect((await jim.types('customer change 华星科技 --name Globex')).text).not.toContain('Changed');
    expect(await nameKey('华星科技')).toEqual([{ name_key: '华星科技' }]);
  });
});

describe('the phone of a customer', () => {
  it("that is another's is asked about first, and saved all the same with a reason (R10, R80)", async () => {
    const asked = await li.types('修改客户 青松机械 --电话 13700137000');
    expect(asked.text).toContain('可能已在系统中：青松机械');
    expect(asked.text).toContain('电话相同');
    const { rows } = await company.database.pool.query(`SELECT phone FROM customers WHERE name = '青松机械'`);
    expect(rows).toEqual([{ phone: '+8613900139000' }]);
    const form = await asked.press('仍然保存');
    expect((await form.submit({ reason: '共用总机' })).text).toContain('已修改：青松机械\n电话');
  });

  it('that is its own contact’s is nobody else’s', async () => {
    await li.types('添加联系人 华星科技 孙晓岚 --电话 13600136000');
    expect((await li.types('修改客户 华星科技 --电话 13600136000')).text).toContain('已修改：华星科技\n电话');
  });
});
