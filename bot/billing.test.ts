import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhao: Chat;
let jim: Chat;
let liu: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  [li, zhao, jim, liu] = [talk.as('li'), talk.as('zhao'), talk.as('jim'), talk.as('liu')];
  await li.types('新客户 华星电子有限公司');
  await li.types('新客户 远山机械有限公司');
  await jim.types('customer add "Acme Manufacturing Ltd"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('from the quote to the payment (R11)', () => {
  it('a quote is recorded by a sentence once it is confirmed, accepted by a press, ordered, and all of it taken back', async () => {
    const said = await li.says('给华星电子报价35万，6月30日有效');
    expect(said.form.inputs).toMatchObject([
      { name: 'customer' },
      { name: 'amount', value: '35万' },
      { name: 'deal' },
      { name: 'on' },
      { name: 'number' },
      { name: 'until', value: '2026-06-30' },
    ]);
    const quote = await said.submit();
    expect(quote.text).toBe(
      [
        '已登记：报价 Q-00001 · 华星电子有限公司',
        '下一步：跟进报价，5月16日 周六',
        '客户: 华星电子有限公司',
        '金额: ¥350,000',
        '状态: 已发出',
        '报价日期: 今天（5月13日 周三）',
        '有效期至: 6月30日 周二',
        '[客户接受] [客户拒绝] [登记订单] [修改] [撤销] [查看客户] [作废]',
      ].join('\n'),
    );
    expect((await quote.press('客户接受')).text).toContain('状态: 已接受');
    const ordering = await quote.press('登记订单');
    expect(ordering.form.inputs).toContainEqual(expect.objectContaining({ name: 'amount', value: '¥350,000' }));
    const order = await ordering.submit();
    expect(order.text).toContain('已登记：订单 O-00001 · 华星电子有限公司');
    expect((await order.press('撤销')).text).toContain('单据: O-00001（已移除）');
  });

  it('an invoice is recorded by finance, in English as well, and what it bills is shown', async () => {
    await jim.types('order add Acme 120k --number PO-7');
    const order = await zhao.types('查看订单 PO-7');
    const billing = await order.press('登记发票');
    expect(billing.form.inputs).toContainEqual(expect.objectContaining({ name: 'amount', value: '¥120,000' }));
    const done = await billing.submit({ due: '2026-05-31' });
    expect(done.text).toContain('已登记：发票 INV-00001 · Acme Manufacturing Ltd');
    expect((await jim.types('invoice INV-00001')).text).toContain(
      ['Amount: ¥120,000', 'Still open: ¥120,000', 'Issued on: today (Wed 13 May)'].join('\n'),
    );
    expect((await jim.types('document PO-7')).text).toContain('Invoiced: ¥120,000');
  });

  it('a payment says which invoices it went to, what is still open, and what is too much', async () => {
    const invoiced = await (await zhao.says('给华星电子开了35万的发票，月底到期')).submit();
    expect(invoiced.text).toContain('到期日: 5月31日 周日');
    await zhao.types('新发票 华星电子 10万 --到期日 5月20日');
    const said = await zhao.says('华星电子回款20万');
    // Which of his it pays; another's is not offered.
    const { options = [] } = said.form.inputs.find(({ name }) => name === 'invoice') ?? {};
    expect(options.map(({ label }) => label.split(' · ').slice(0, 2))).toEqual([
      ['INV-00003', '华星电子有限公司'],
      ['INV-00002', '华星电子有限公司'],
    ]);
    const paid = await said.submit();
    expect(paid.text).toBe(
      [
        '华星电子有限公司 回款 ¥200,000',
        '到账日期: 今天（5月13日 周三）',
        '冲抵: INV-00003 ¥100,000\nINV-00002 ¥100,000（还剩 ¥250,000）',
        '未回款: ¥250,000',
        '[查看客户] [修改] [撤销]',
      ].join('\n'),
    );
    const over = await zhao.types('登记回款 华星电子 26万');
    expect(over.text).toContain('多付: ¥10,000（留待下一张发票冲抵）\n未回款: ¥0');
    await over.press('撤销');
    await paid.press('撤销');
    expect((await zhao.types('查看发票 INV-00003')).text).toContain('未回款: ¥100,000');
  });

  it('of a payment last month the form asks which day it was (R102)', async () => {
    const said = await zhao.says('上个月远山机械回款2万');
    expect(said.form.inputs).toContainEqual(expect.objectContaining({ name: 'on', value: '上个月' }));
    expect((await said.submit()).text).toContain('到账日期: 上个月 ! 无法识别日期');
  });

  it('a number that is taken is refused, and days in the wrong order', async () => {
    expect((await jim.types('order add Acme 1k --number po-7')).text).toContain('“po-7” is another one');
    expect((await zhao.types('新发票 华星电子 1万 --到期日 2026-05-01')).text).toContain('到期日不能早于开票日期');
    expect((await zhao.types('登记回款 华星电子 0')).text).toContain('金额必须大于 0');
  });

  it('what is void counts no more, stays on file with why, and comes back by Undo', async () => {
    await jim.types('order add Acme 5k --number PO-9');
    const gone = await jim.types('order void PO-9 --why "Entered twice"');
    expect(gone.text).toContain('Void: Order PO-9 · Acme Manufacturing Ltd');
    expect(gone.text).toContain('Why: Entered twice');
    expect((await jim.types('customer Acme')).text).toContain('Bought: ¥120,000 · 1 order · last today (Wed 13 May)');
    await gone.press('Undo');
    expect((await jim.types('customer Acme')).text).toContain('Bought: ¥125,000 · 2 orders');
  });

  it('a form that shows what somebody else changed meanwhile shows both versions (R84)', async () => {
    const form = await (await zhao.types('查看发票 INV-00001')).press('修改');
    await talk.as('chen').types('修改发票 INV-00001 --到期日 6月15日');
    const sent = await form.submit({ due: '2026-06-20' });
    expect(sent.text).toContain('6月15日');
    expect(sent.labels).toContain('用我的');
  });
});

describe('who may (R84, R85)', () => {
  it('a seller bills nobody and says not how much a customer may owe; service sees no amounts', async () => {
    expect((await li.types('新发票 华星电子 1万 --到期日 月底')).text).toContain(
      '该操作仅限以下角色：财务、总经理、管理员。',
    );
    expect((await li.types('信用额度 华星电子 50万')).text).toContain('该操作仅限以下角色：财务、总经理、管理员。');
    expect((await liu.types('查看发票 INV-00002')).text).toContain('金额: 你的角色不可见');
    expect((await liu.types('客户 华星电子')).text).not.toContain('应收');
  });
});

describe('the customer at a glance (R12, R13)', () => {
  it('says what he owes, what of it is late, and whether that is more than he may', async () => {
    await moveClock(company.database, '2026-06-10T10:30:30+08:00');
    await zhao.says('华星电子信用额度50万').then((said) => said.submit());
    expect((await li.types('客户 华星电子')).text).toContain(
      '应收: ¥450,000 · 已逾期（5月20日到期） · 信用额度 ¥500,000',
    );
    await zhao.types('信用额度 华星电子 40万');
    expect((await li.types('客户 华星电子')).text).toContain('⚠ 超出信用额度 ¥400,000');
    await zhao.types('取消信用额度 华星电子');
    expect((await li.types('客户 华星电子')).text).not.toContain('额度');
  });

  it('shows quotes, invoices and payments as a section, page by page, and their changes', async () => {
    const section = await li.types('客户 华星电子 --内容 报价、订单与回款');
    expect(section.text).toContain('发票 INV-00002 · ¥350,000 — 5月13日 周三 · 未回款 ¥350,000 · 已逾期 10 天');
    expect(section.text).toContain('报价 Q-00001 · ¥350,000 — 5月13日 周三 · 已接受');
    expect((await section.press('查看')).text).toContain('华星电子有限公司');
    expect((await li.types('客户 华星电子 --内容 变更记录')).text).toContain('赵敏 · 信用额度 — 金额：¥400,000 → —');
  });

  it('counts won deals as bought where there is no order (R12)', async () => {
    await li.types('新商机 远山机械 --名称 一期 --金额 10万');
    await company.database.pool.query("UPDATE opportunities SET stage_key = 'won' WHERE name = '一期'");
    expect((await li.types('客户 远山机械')).text).toContain('已成交: ¥100,000 · 1 个商机');
    await li.types('新订单 远山机械 3万');
    expect((await li.types('客户 远山机械')).text).toContain('已成交: ¥30,000 · 1 个订单');
  });
});

describe('questions of money (R13, R103)', () => {
  it('answer what is owed, overdue, billed, received and ordered, by customer, owner and month', async () => {
    expect((await zhao.says('每个客户的应收')).text).toContain('¥450,000');
    expect((await li.says('应收总额')).text).toContain('¥450,000');
    expect((await li.says('各销售的逾期金额')).text).toContain('李雷');
    expect((await jim.says('how much did we invoice last month')).text).toContain('¥120,000');
    expect((await jim.says('order value by month')).text).toContain('¥125,000');
    await zhao.types('登记回款 远山机械 2万');
    expect((await li.says('本月回款多少')).text).toContain('¥20,000');
    expect((await liu.says('应收总额')).text).not.toContain('450,000');
  });
});

describe('invoices that are not paid (R13)', () => {
  it('are listed by sentence, the oldest first, with a way to remind', async () => {
    const overdue = await li.says('哪些发票逾期了');
    expect(overdue.text).toContain('逾期发票');
    expect(overdue.text.indexOf('INV-00003')).toBeLessThan(overdue.text.indexOf('INV-00002'));
    const reminder = await overdue.press('安排催款');
    expect(reminder.text).toContain('催收 INV-00003 货款');
    expect((await jim.says('overdue invoices')).text).toContain('No invoice is overdue');
    expect((await jim.says('show unpaid invoices of Acme')).text).toContain('Acme Manufacturing Ltd · ¥120,000');
  });

  it('are not told to be paid to whoever sees no amounts (R84)', async () => {
    for (const line of ['哪些发票逾期了', '发票列表 --范围 未付清']) {
      const { text } = await liu.says(line);
      expect(text).toContain('你的角色看不到发票是否付清');
      expect(text).not.toMatch(/都已付清|没有逾期/u);
    }
    const named = await liu.types('发票列表 --客户 华星电子 --范围 逾期');
    expect(named.text).toContain('已过到期日的发票');
    expect(named.text).toContain('华星电子有限公司 · 你的角色不可见');
    expect(named.text).toContain('其中可能有已付清的：你的角色不可见金额。');
  });
});

describe('Undo of what is billed', () => {
  it('leaves no payment for an invoice in another currency, whatever was changed first (R13, R106)', async () => {
    await li.types('新客户 灯塔仪表有限公司');
    await zhao.types('新发票 灯塔仪表 5万 --编号 CUR-1 --到期日 2026-12-31');
    const dollars = await zhao.types('修改发票 CUR-1 --金额 "USD 7000"');
    await zhao.types('登记回款 灯塔仪表 "USD 2000" --发票 CUR-1');
    expect((await dollars.press('撤销')).text).toBe(
      '撤销后CUR-1为CNY，而其回款为USD，系统不做换算。请先修改或作废该回款。',
    );
    const gone = await zhao.types('作废回款 灯塔仪表 --原因 重复');
    expect(gone.text).toContain('作废');
    await zhao.types('修改发票 CUR-1 --金额 "CNY 50000"');
    expect((await gone.press('撤销')).text).toBe(
      '撤销后CUR-1为CNY，而其回款为USD，系统不做换算。请先修改或作废该回款。',
    );
  });
});
