import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 深圳市华星电子有限公司');
  await li.types('新商机 华星电子 --名称 主轴振动监测 --金额 35万');
  await jim.types('customer add "Ironbark Ltd"');
  await jim.types('opportunity open Ironbark --name "Press line vibration" --amount 500k');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('several things of one deal in a sentence', () => {
  it('R24: a rival is one firm under its own name, whatever that begins with or is joined by', async () => {
    expect((await li.says('主轴振动监测，竞品加比亚迪')).text).toContain('竞争对手：比亚迪');
    expect((await li.says('主轴振动监测的竞品高德红外')).text).toContain('竞争对手：高德红外');
    expect((await jim.says('press line vibration competitors: Brown and Root, Siemens')).text).toContain(
      'Brown and Root',
    );
    const { rows } = await company.database.pool.query('SELECT name FROM opportunity_competitors ORDER BY name');
    expect(rows.map(({ name }) => name)).toEqual(['Brown and Root', 'Siemens', '比亚迪', '高德红外']);
  });

  it('R24 R102: are on one card, and saved with one press', async () => {
    const card = await li.says('主轴振动监测改成28万，6月30号签，竞品容知日新');
    expect(card.text).toContain('金额: 28万');
    const saved = await card.press('保存');
    expect(saved.text).toContain('容知日新');
    const deal = await li.types('查看商机 主轴振动监测');
    expect(deal.text).toContain('280,000');
    expect(deal.text).toContain('容知日新');
  });

  it('R24: a day between commas is its close; a probability is told to be its stage’s', async () => {
    const card = await li.says('主轴振动监测，27万，30号，竞品汇川');
    expect(card.text).toMatch(/金额: 27万\n预计成交: /u);
    expect((await li.says('主轴振动监测的赢单概率改成90%')).text).toContain('赢率随阶段走');
    expect((await jim.says('set probability of press line vibration to 90%')).text).toContain('that of its stage');
  });

  it('R24 R102: are a form where they are of one kind', async () => {
    const said = await jim.says('the press line deal is 450k now, closing june 30');
    expect(said.form.command).toBe('opportunity.change');
    await said.submit();
    expect((await jim.types('opportunity Press line')).text).toContain('450,000');
  });

  it('R24: share it by its own name', async () => {
    const said = await jim.says('split press line 70/30 with Tom');
    expect(said.text).toContain('30');
  });

  it('R30: its next step is a task of whoever was spoken of last', async () => {
    await li.says('刚跟华星电子通了电话，聊了方案');
    expect((await li.says('下一步：下周二发试用方案')).text).toContain('发试用方案');
    await jim.says('called Ironbark, talked about the plan');
    expect((await jim.says('next step: send revised quote by thursday')).text).toContain('send revised quote');
  });
});

describe('what is said beside a contact', () => {
  it('R1 R35: is on the card with it, and kept', async () => {
    const card = await li.says('今天拜访了华星电子，谈得不错，金额降到25万，还有把他们标成价格敏感');
    expect(card.text).toContain('价格敏感');
    const saved = await card.press('保存');
    expect(saved.text).toContain('价格敏感');
    expect((await li.types('查看商机 主轴振动监测')).text).toContain('250,000');
  });

  it('R24 R35: is on the card with it in English, too', async () => {
    const card = await jim.says(
      'visited Ironbark today, signing Friday, price down to 400k, also Priya will be the user',
    );
    const saved = await card.press('Save');
    expect(saved.text).toContain('Priya');
    const deal = await jim.types('opportunity Press line');
    expect(deal.text).toContain('400,000');
  });
});

describe('where the deal is not clear', () => {
  it('R35: the contact is kept without a deal, and its card says what is not done', async () => {
    await li.types('新客户 上海蓝海科技股份有限公司');
    const none = await li.says('今天拜访了蓝海科技，对手是西门子，周五发方案');
    expect(none.text).toContain('未处理：记录竞争对手。上海蓝海科技股份有限公司没有你可见的进行中商机。');
    expect(none.labels).toContain('撤销');
    await li.types('新商机 蓝海科技 --名称 一期');
    await li.types('新商机 蓝海科技 --名称 二期');
    const several = await li.says('今天拜访了蓝海科技，谈妥了，金额降到25万');
    expect(several.text).toContain('上海蓝海科技股份有限公司有多个商机');
    expect((await li.types('跟进记录 蓝海科技')).text).toContain('谈妥了');
  });

  it('R35 R84: nobody is refused his contact for what else he said', async () => {
    await jim.types('customer add "Northwind Traders"');
    const said = await jim.says('called Northwind Traders today, they liked it, competitor is Siemens');
    expect(said.text).toContain('Not done: Whom we are up against. Northwind Traders has no open opportunity');
    expect(said.labels).toContain('Undo');
  });
});

describe('a deal that ends, and goes on', () => {
  it('R25 R32: is won with its sum and lost with its reason by its own name, and goes on', async () => {
    const won = await jim.says('we won press line 270k');
    expect(won.form.command).toBe('opportunity.advance');
    const lost = await li.says('主轴振动监测 输单 原因 没预算');
    await lost.submit();
    const again = await li.says('主轴振动监测重新打开');
    expect(again.form.command).toBe('opportunity.reopen');
  });
});
