import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  await talk.as('li').types('新客户 深圳市华星电子有限公司');
  await talk.as('jim').types('customer add "Globex Tools Ltd"');
  const zhao = talk.as('zhao');
  await zhao.types('新发票 华星电子 3万 --编号 FP-1 --开票日期 2026-04-01 --到期日 2026-05-01');
  await zhao.types('新发票 华星电子 2万 --编号 FP-2 --开票日期 2026-05-01 --到期日 2026-06-30');
  await zhao.types('新发票 Globex 1万 --编号 FP-3 --开票日期 2026-04-01 --到期日 2026-05-11');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('the day shows what is overdue to be paid (R13, R31, R105)', () => {
  it('to whoever looks after the customer, with what to do about it', async () => {
    const day = await talk.as('li').types('今天');
    expect(day.text).toContain('逾期发票（1）');
    expect(day.text).toContain('深圳市华星电子有限公司 · ¥30,000 — FP-1 · 已逾期 12 天');
    expect(day.text).not.toMatch(/FP-2|FP-3/);
    // Keeping the books is not a seller's.
    expect(day.labels).not.toContain('登记回款');
    expect((await day.press('安排催款')).text).toContain('催收 FP-1 货款');
    expect((await day.press('查看客户')).card.title).toContain('华星电子');
  });

  it('in English, of one’s own customers alone', async () => {
    const day = await talk.as('jim').types('today');
    expect(day.text).toContain('Overdue invoices (1)');
    expect(day.text).toContain('FP-3 · 2 days overdue');
    expect((await talk.as('jim').types('today --only "Overdue invoices"')).text).toContain('FP-3');
    expect((await talk.as('jim').types('today --only overdue')).text).toContain('Overdue: nothing.');
    expect((await talk.as('zhang').types('今天')).text).not.toContain('FP-1');
    expect((await talk.as('chen').types('今天')).text).not.toContain('FP-1');
  });

  it('to finance of everybody’s, the oldest first, where the payment is put down at once and it is gone', async () => {
    const zhao = talk.as('zhao');
    const day = await zhao.types('今天');
    expect(day.text).toMatch(/逾期发票（2）[\s\S]*FP-1[\s\S]*FP-3/);
    await (await day.press('登记回款')).submit({ amount: '3万' });
    const after = await zhao.types('今天');
    expect(after.text).toContain('逾期发票（1）');
    expect((await talk.as('li').types('今天')).text).not.toContain('FP-1');
    await zhao.types('登记回款 Globex 1万');
    expect((await zhao.types('今天')).text).not.toContain('逾期发票');
  });
});
