import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer } from '../core/customers/add-customer.ts';
import { addTask } from '../core/tasks/add-task.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;

const names = async () =>
  (await company.database.pool.query<{ name: string }>('SELECT name FROM customers ORDER BY name')).rows.map(
    ({ name }) => name,
  );

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  [li, zhang] = [talk.as('li'), talk.as('zhang')];
  await company.as('li', (core) => addCustomer(core, { name: '华星电子', region: '广东' }));
  const { id } = await company.as('li', (core) => addCustomer(core, { name: '华星科技', region: '深圳' }));
  await company.as('li', async (core) => addTask(core, { title: '发合同', dueOn: '2099-01-02', customerId: id }));
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('two customers that are one (R80)', () => {
  it('are shown first, with what differs and what moves, by command and by sentence', async () => {
    for (const sentence of [
      '华星电子和华星科技是同一家，合并',
      '把华星电子和华星科技合并',
      'merge 华星电子 and 华星科技',
    ]) {
      const said = await li.says(sentence);
      expect(said.text).toContain('将华星科技并入华星电子');
      expect(said.text).toContain('1 项待办');
    }
    expect((await li.types('合并 华星电子 华星科技')).text).toContain('将华星科技并入华星电子');
    expect(await names()).toEqual(['华星电子', '华星科技']);
  });

  it('are called afterwards as whoever says “into” wants it, also where that is the newer one', async () => {
    const said = await li.says('把华星电子合并到华星科技');
    expect(said.text).toContain('将华星电子并入华星科技');
    expect(said.form.inputs).toMatchObject([
      { name: 'name', value: 'duplicate' },
      { name: 'region', value: 'duplicate' },
    ]);
    const done = await said.submit();
    expect(done.text).toContain('已合并为：华星科技');
    expect(await names()).toEqual(['华星科技']);
    await done.press('撤销');
    expect(await names()).toEqual(['华星电子', '华星科技']);
  });

  it('become one, old buttons open it, and one undo makes them two again', async () => {
    const old = await li.types('客户 华星科技');
    const form = await li.types('合并 华星电子 华星科技');
    expect(form.form.inputs).toMatchObject([
      { name: 'name', value: 'survivor', options: [{ label: '华星电子' }, { label: '华星科技' }] },
      { name: 'region', value: 'survivor', options: [{ label: '广东' }, { label: '深圳' }] },
    ]);
    const done = await form.submit({ name: 'survivor', region: 'duplicate', owner: 'survivor' });
    expect(done.text).toContain('已合并为：华星电子');
    expect(done.text).toContain('深圳');
    expect(await names()).toEqual(['华星电子']);
    expect((await li.types('客户 华星科技')).text).toContain('华星电子');
    const [kept] = (await company.database.pool.query<{ id: string }>('SELECT id FROM customers')).rows;
    expect((await old.press('记录跟进')).text).toContain(`客户: ${kept?.id}`);
    expect((await old.press('跟进记录')).text).toContain('华星电子');
    await done.press('撤销');
    expect(await names()).toEqual(['华星电子', '华星科技']);
    expect((await li.types('客户 华星科技')).text).toContain('发合同');
  });

  it('are told apart by their whole names where these are alike', async () => {
    const jim = talk.as('jim');
    await company.as('jim', (core) => addCustomer(core, { name: 'Acme' }));
    await company.as('jim', (core) => addCustomer(core, { name: 'Acme Inc', duplicateReason: 'unsure' }));
    expect((await jim.types('merge Acme "Acme Inc"')).text).toContain('Merge Acme Inc into Acme?');
    for (const sentence of ['merge Acme and Acme Inc', 'Acme and Acme Inc are the same']) {
      expect((await jim.says(sentence)).text).toContain('Merge Acme Inc into Acme?');
    }
  });

  it('are found for whoever leads both owners, with a button that begins it', async () => {
    expect((await zhang.says('查重')).text).toContain('没有发现重复客户');
    const again = { name: '北京华星电子', duplicateReason: '测试' };
    await company.as('han', (core) => addCustomer(core, again));
    for (const sentence of ['有没有重复客户', 'find duplicate customers']) {
      expect((await zhang.says(sentence)).text).toContain('公司相同 · 李雷 · 韩梅梅');
    }
    const form = await (await zhang.types('查重')).press('合并');
    expect(form.text).toContain('将北京华星电子并入华星电子');
    expect((await li.types('查重')).text).toContain('仅限');
  });
});
