import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;
let zhang: Chat;
let wang: Chat;

const headings = (text: string) => text.split('\n').filter((line) => /^[^—]+(?:（\d+）| \(\d+\))$/.test(line));

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-04T01:00:00Z'));
  talk = openChat(company);
  [li, jim, zhang, wang] = [talk.as('li'), talk.as('jim'), talk.as('zhang'), talk.as('wang')];
  await li.types('新客户 华星电子有限公司');
  await li.types('新商机 华星电子 --金额 10万');
  await li.types('新任务 发合同 --截止 2026-05-11');
  await li.types('新任务 回邮件 --截止 2026-05-13');
  await li.types('新任务 去华星开会 --截止 "2026-05-13 15:00" --客户 华星电子');
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  await li.types('新线索 王建国 13800138000');
  await moveClock(company.database, new Date('2026-05-13T05:00:30Z'));
  await li.types('折扣 华星电子 --折扣 16% --理由 预算有限');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a day', () => {
  it('groups what is planned, who waits, what is late, what is due and which deals stand still, each with its count', async () => {
    const { text } = await li.types('今天');
    expect(headings(text)).toEqual([
      '今日日程（1）',
      '待响应线索（1）',
      '已逾期（1）',
      '今天到期（1）',
      '待推动商机（1）',
    ]);
    expect(text).toContain('去华星开会 — 15:00 · 华星电子有限公司');
    expect(text).toContain(
      '王建国 — [{"link":"tel:+8613800138000","label":"+86 138 0013 8000"}," · ⏰ 已超时 31 分钟"]',
    );
    expect(text).toContain('发合同 — 5月11日 周一');
    expect(text).toContain('初步接触 · 9 天无跟进');
  });

  it('shows one section alone, asked for by a line or a sentence, and all of it where that one is empty', async () => {
    expect(headings((await li.types('今天 --只看 已逾期')).text)).toEqual(['已逾期（1）']);
    expect((await li.says('今天先打给谁')).card.title).toBe('待响应线索（1）');
    expect((await li.says('我今天有什么会')).card.title).toBe('今日日程（1）');
    const none = await li.types('今天 --只看 待我审批');
    expect(none.card.title).toBe('我的一天');
    expect(none.text).toContain('待我审批：没有。');
    expect(headings(none.text)).toHaveLength(5);
  });

  it('shows a lead that was given once: its first call is that line, what he planned besides has its own', async () => {
    const han = talk.as('han');
    await li.types('新线索 孙小美');
    await zhang.types('分配线索 孙小美 韩梅梅');
    const day = await han.types('今天');
    expect(headings(day.text)).toEqual(['待响应线索（1）']);
    expect(day.text.split('孙小美')).toHaveLength(2);
    expect((await zhang.types('团队')).text).toContain('韩梅梅');
    await han.types('结果 孙小美 有意向');
    expect((await han.types('今天')).text).not.toContain('待响应线索');
  });

  it('is a clear one with a way on where nothing waits', async () => {
    const clear = await jim.says('what is overdue?');
    expect(clear.card.title).toBe('A clear day');
    expect((await clear.press('Add a task')).form.command).toBe('task.add');
  });

  it('asks whoever may sign, on the line itself, and takes the line away once he has (R43)', async () => {
    const day = await wang.types('今天');
    expect(day.text).toContain('华星电子有限公司 · 16% — 李雷 · 华星电子有限公司 · ¥100,000');
    const approved = await day.press('批准');
    expect(approved.text).toContain('✓ 已批准：华星电子有限公司 · 16% · 李雷');
    expect(approved.reply).toMatchObject({ inPlace: true });
    expect(headings(approved.text)).not.toContain('待我审批（1）');
  });
});

describe('a line that was worked off', () => {
  it('leaves the day, which is drawn anew in place, with Undo', async () => {
    const called = await (await (await li.types('今天')).press('通话结果')).submit({ outcome: 'interested' });
    expect(called.reply).toMatchObject({ inPlace: true });
    expect(called.text).toContain('✓ 王建国：有意向');
    expect(headings(called.text)).toEqual(['今日日程（1）', '已逾期（1）', '今天到期（1）', '待推动商机（1）']);
    const undone = await called.press('撤销');
    expect(undone.text).toContain('已撤销');
    expect(headings((await li.types('今天')).text)).toContain('待响应线索（1）');
  });

  it('leaves a deal’s section once a follow-up is logged with its customer', async () => {
    const deals = await li.types('今天 --只看 待推动商机');
    const logged = await (await deals.press('记跟进')).submit({ note: '王总下周给答复' });
    expect(logged.reply).toMatchObject({ inPlace: true });
    expect(logged.text).toContain('✓ 已记录：华星电子有限公司');
    expect(headings(logged.text)).not.toContain('待推动商机（1）');
    expect(logged.text).toContain('待推动商机：没有。');
  });

  it('is said to whoever leads him in figures', async () => {
    expect((await zhang.types('团队今天')).text).toContain('李雷 — 跟进 1 · 今日到期 2 · 逾期 1 · 待响应线索 1');
  });
});

describe('a long section', () => {
  it('shows the first five, then all of them by pages, and stays on its page while it is worked off', async () => {
    for (let number = 1; number <= 11; number++) {
      await jim.types(`todo "Call ${number}" --due today`);
    }
    const day = await jim.types('today');
    expect(headings(day.text)).toEqual(['Due today (11)']);
    expect(day.text).toContain('Call 5');
    expect(day.text).not.toContain('Call 6');
    const page = await day.press('6 more');
    expect(page.card.title).toBe('Due today (11)');
    expect(page.reply).toMatchObject({ inPlace: true });
    expect(page.text).toContain('Call 8');
    const next = await page.press('3 more');
    expect(next.text).toMatch(/Call 9\nCall 10\nCall 11/);
    const done = await next.press('Done');
    expect(done.card.title).toBe('Due today (10)');
    expect((await done.press('My day')).card.title).toBe('My day');
  });
});
