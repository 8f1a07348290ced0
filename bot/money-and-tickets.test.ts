import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhao: Chat;
let liu: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  [li, zhao, liu] = [talk.as('li'), talk.as('zhao'), talk.as('liu')];
  await li.types('新客户 澄砾汽车零部件有限公司');
  await li.types('新客户 华星电子有限公司');
  await li.types('新工单 华星电子 到货慢');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('finance and service in everyday words', () => {
  it('R13 R102: finance calls a customer of somebody else by the beginning of his name', async () => {
    const asked = await zhao.says('把澄砾的信用额度调到10万');
    expect(asked.form.inputs).toContainEqual(expect.objectContaining({ name: 'limit', value: '10万' }));
    expect((await asked.submit()).text).toContain('澄砾汽车零部件有限公司');
  });

  it('R13 R103: whoever owes more than his limit is found, and whoever does not is not', async () => {
    expect((await zhao.says('哪些客户超了信用额度')).text).toContain('没有符合条件的客户');
    await (await zhao.says('给澄砾开了12万的发票，6月1日到期')).submit();
    expect((await zhao.says('哪些客户超了信用额度')).text).toContain('澄砾汽车零部件有限公司');
    expect((await zhao.says('which customers are over their credit limit')).text).not.toContain('华星电子');
  });

  it('R13: the invoice that was paid is on the form, which asks for the sum alone', async () => {
    const number = /INV-\d+/u.exec((await zhao.says('未付的发票')).text)?.[0] ?? '';
    const asked = await zhao.says(`澄砾今天把${number}付清了`);
    expect(asked.form.inputs).toContainEqual(expect.objectContaining({ name: 'invoice', value: number }));
    await asked.submit({ amount: '12万' });
    expect((await zhao.says('哪些客户超了信用额度')).text).toContain('没有符合条件的客户');
  });

  it('R14 R103: mine of tickets are also those one sees to', async () => {
    expect((await liu.says('我有几个未关闭的工单')).text).toContain('1 个工单');
    await liu.says('华星的工单分给李雷');
    expect((await liu.says('我有几个未关闭的工单')).text).toContain('没有符合条件的工单');
    await liu.says('华星那个工单分给我');
    expect((await liu.says('how many tickets do I have open')).text).toContain('1 个工单');
    expect((await li.says('我有几个未关闭的工单')).text).toContain('1 个工单');
  });
});
