import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;
let tom: Chat;
let zhang: Chat;
let admin: Chat;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  [li, jim, tom, zhang, admin] = [talk.as('li'), talk.as('jim'), talk.as('tom'), talk.as('zhang'), talk.as('admin')];
  await li.types('新客户 深圳市华星电子有限公司');
  await li.types('添加联系人 华星电子 孙晓岚');
  await li.types('添加联系人 华星电子 王建国');
  await li.types('新商机 华星电子 --名称 二期');
  await jim.types('customer add "Ironbark Ltd"');
  await jim.types('customer add "Northwind Traders"');
  await jim.types('contact add Ironbark "Nora Reed"');
  await jim.types('contact add Ironbark "Sam Hill"');
  await jim.types('opportunity open Ironbark --name "Press line"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('who decides at a customer', () => {
  it('R24: is said of somebody known, without his company, and asked in a sentence', async () => {
    await (await li.says('孙晓岚是影响者')).submit();
    await (await li.says('王总是决策人')).submit();
    const asked = await li.says('华星电子谁拍板');
    expect(asked.text).toContain('王建国 — 决策人');
    expect(asked.text).toContain('孙晓岚 — 影响者');
    expect((await li.says('谁在华星电子拍板')).text).toContain('王建国 — 决策人');
  });

  it('R24: is said of somebody at a customer, offered where it is only hinted at, kept on the deal, and taken back', async () => {
    const hinted = await jim.says('Sam at Ironbark blocks us');
    const said = await hinted.press('Note who decides: Ironbark Ltd');
    expect(said.text).toContain('Decision: Sam Hill (blocker)');
    await said.press('Undo');
    await jim.says('Nora is the decision maker at Ironbark');
    const asked = await jim.says('who decides at Ironbark');
    expect(asked.text).toContain('Nora Reed — decision maker');
    expect(asked.text).not.toContain('blocker');
  });

  it('R24: goes on the contact where there is no deal yet', async () => {
    const said = await jim.says('Bob Ray is the decision maker at Northwind Traders');
    const form = await said.press('Note it on the contact');
    expect((form.reply?.kind === 'form' ? await form.submit() : form).text).toContain('Bob Ray');
    expect((await jim.says('who decides at Northwind Traders')).text).toContain('Bob Ray — decision maker');
  });
});

describe('a ticket that says first what it is', () => {
  it.each([
    ['报修：华星电子3号机漏油', '3号机漏油', 'fault'],
    ['报修：3号机漏油，华星电子', '3号机漏油', 'fault'],
    ['投诉：华星电子说交货太慢', '交货太慢', 'complaint'],
    ['3号机漏油了，报修，华星电子的', '3号机漏油了', 'fault'],
  ])('R19: %s', async (sentence, title, kind) => {
    const { form } = await li.says(sentence);
    expect(form.command).toBe('ticket.open');
    expect(Object.fromEntries(form.inputs.map(({ name, value }) => [name, value]))).toMatchObject({
      customer: '深圳市华星电子有限公司',
      title,
      kind,
    });
  });

  it.each([
    ['Complaint: Ironbark says the pump leaks', 'the pump leaks', 'complaint'],
    ['complaint: the pump at Ironbark leaks badly', 'the pump leaks badly', 'complaint'],
    ['Repair request: pump leaks, Ironbark', 'pump leaks', 'fault'],
  ])('R19: %s', async (sentence, title, kind) => {
    const { form } = await jim.says(sentence);
    expect(form.command).toBe('ticket.open');
    expect(Object.fromEntries(form.inputs.map(({ name, value }) => [name, value]))).toMatchObject({
      customer: 'Ironbark Ltd',
      title,
      kind,
    });
  });
});

describe('what a colleague leaves behind', () => {
  it('R21: is handed over in the sentence that says he has gone', async () => {
    expect((await zhang.says('李雷离职了，他手上的都交给韩梅梅')).text).toContain('李雷的交接\n韩梅梅: 1 个客户');
    expect((await tom.says('Jim has left, give everything he has to Tom')).text).toContain('Handover: Jim Green');
  });
});

describe('one’s own report and the company’s currency', () => {
  it('R43: the report is opened to be changed', async () => {
    expect((await li.says('日报改一下')).form.command).toBe('report.daily');
    expect((await jim.says('change my daily report')).form.command).toBe('report.daily');
  });

  it('the currency is told with where it is set, since chat does not change it', async () => {
    expect((await admin.says('把币种设成美元')).text).toContain('未说明币种的金额按 CNY 计');
    expect((await tom.says('set our currency to EUR')).text).toContain('ORG_CURRENCY');
  });
});

describe('news with an order beside it', () => {
  it('R25 R35: are both on one card and done with one press', async () => {
    const card = await li.says('华星电子说价格可以，推进到需求确认');
    expect(card.text).toContain('情况: 华星电子说价格可以');
    expect(card.text).toContain('阶段: needs');
    expect((await card.press('保存')).text).toContain('需求确认');
  });

  it('R25 R35: are of whoever was spoken of last, where they name nobody', async () => {
    await jim.says('Ironbark said the price is fine');
    const card = await jim.says('Customer said they want a start in June, move it to needs confirmed');
    expect(card.text).toContain('Customer: Ironbark Ltd');
    expect(card.text).toContain('Opportunity: Ironbark Ltd');
    expect(card.labels).toEqual(['Save']);
  });
});

it('R25: a new deal keeps the whole of its name, though another is called alike', async () => {
  await li.types('新商机 华星电子 --名称 冷藏车温度追溯');
  await li.types('新客户 渡云物流园');
  const card = await li.says('拜访了渡云物流园，建个商机冷藏车定位');
  expect(card.text).toContain('客户: 渡云物流园\n名称: 冷藏车定位');
});
