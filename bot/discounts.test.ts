import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { deskOf, runDue } from '../test/support/jobs.ts';
import { Messenger } from '../test/support/messenger.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let wang: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  li = talk.as('li');
  wang = talk.as('wang');
  for (const name of ['华星电子', '远山机械', '银河软件', '明日食品']) {
    await li.types(`新客户 ${name}有限公司`);
    await li.types(`新商机 ${name} --金额 10万`);
  }
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

async function requests(): Promise<string[]> {
  const { rows } = await company.database.pool.query<{ line: string }>(
    `SELECT (terms->>'customer') || ' ' || (terms->>'bps') || ' ' || state AS line FROM approval_requests ORDER BY created_at, id`,
  );
  return rows.map(({ line }) => line);
}

describe('a discount within one’s own hands while a larger one is asked for', () => {
  it('stands on the deal with whoever it waits for (R32, R43), and is a confirmed act that says what it ends', async () => {
    await li.types('折扣 华星电子 --折扣 16% --理由 预算有限');
    const deal = await li.types('查看商机 华星电子');
    expect(deal.text).toMatch(/审批中: 16% 折扣，等待销售总监（自 \d\d:\d\d）/u);
    expect(deal.labels).not.toContain('申请折扣');
    expect((await deal.press('折扣审批进度')).text).toContain('16%');
    const held = await li.types('折扣 华星电子 --折扣 5%');
    expect(held.text).toBe(
      [
        '华星电子有限公司 的 16% 折扣申请还在审批中',
        '5% 在你的权限内，但给予后原申请会结束。目前未做任何修改。',
        '[给予折扣并结束原申请]',
      ].join('\n'),
    );
    expect(await requests()).toEqual(['华星电子有限公司 1600 pending']);
    const given = await held.press('给予折扣并结束原申请');
    expect(given.text).toContain('华星电子有限公司：已给予 5% 折扣\n在你的权限内，无需审批。原 16% 的申请已结束。');
    expect(await requests()).toEqual(['华星电子有限公司 1600 superseded']);
  });

  it('is said when a new request takes the place of one that waits (R48)', async () => {
    await li.types('折扣 远山机械 --折扣 10%');
    expect((await li.types('折扣 远山机械 --折扣 12%')).text).toContain('原 10% 的申请已结束。');
  });
});

it('R32 R42: asked for by the customer’s name, its form shows the deal that is meant', async () => {
  await li.types('新客户 北辰重工有限公司');
  await li.types('新商机 北辰重工 --名称 "轴承监测 二期" --金额 10万');
  const form = await li.says('给北辰重工申请16%的折扣');
  const { value, options = [] } = form.form.inputs.find(({ name }) => name === 'opportunity') ?? {};
  expect(options.find((each) => each.value === value)?.label).toContain('轴承监测 二期');
});

describe('somebody who says that he rejects', () => {
  it('is asked which one where several wait, and given the form of the only one', async () => {
    await li.types('折扣 华星电子 --折扣 16%');
    await li.types('折扣 远山机械 --折扣 16%');
    const which = await wang.says('我要拒绝');
    expect(which.card.title).toBe('要驳回哪一个？');
    expect(which.labels).toEqual(['驳回', '查看', '驳回', '查看']);
    await company.database.pool.query(
      `UPDATE approval_requests SET state = 'withdrawn' WHERE state = 'pending' AND (terms->>'customer') LIKE '远山%'`,
    );
    const only = await wang.says('我要拒绝');
    expect(only.reply?.kind).toBe('form');
    expect(only.text).toContain('华星电子有限公司 · 16% · 李雷');
    expect(only.form).toMatchObject({ command: 'approval.reject', submit: '驳回' });
    expect((await only.submit({ comment: '利润太低' })).text).toContain('折扣 16%：已驳回');
    expect((await wang.says('I want to reject it')).text).toContain('没有待审批的申请');
  });
});

describe('a rejection', () => {
  it('asks for a reason that may be left out, and every copy and the requester read it', async () => {
    const slack = new Messenger();
    const desk = deskOf(company, slack);
    await li.types('折扣 银河软件 --折扣 10%');
    await runDue(desk);
    const list = await wang.types('待我审批');
    expect(list.text).toContain('银河软件');
    expect(list.text).toMatch(/¥[\d,]+ → ¥[\d,]+ · 李雷/);
    expect(list.labels).toEqual(expect.arrayContaining(['批准', '驳回']));
    const { rows } = await company.database.pool.query<{ request: string; step: string }>(
      `SELECT r.id AS request, s.id AS step FROM approval_requests r JOIN approval_steps s ON s.request_id = r.id AND s.state = 'pending'
        WHERE r.terms->>'customer' LIKE '银河%'`,
    );
    const form = await wang.presses({ label: '驳回', command: 'approval.reject', input: rows[0] ?? {} });
    expect(form.form.inputs).toMatchObject([{ name: 'comment', label: '驳回原因', required: false }]);
    const rejected = await form.submit({ comment: '利润太低' });
    expect(rejected.text).toMatch(/折扣 10%：已驳回[\s\S]*✗ 王芳 10:30（利润太低）/);
    await runDue(desk);
    const read = (key: string) => JSON.stringify(slack.cardsOf(key).filter(({ title }) => title.includes('已驳回')));
    expect(read('wang')).toContain('利润太低');
    expect(read('li')).toContain('利润太低');
    expect((await form.submit({ comment: 'again' })).text).toContain('该表单之前已提交，只处理了一次。');
    expect((await wang.presses({ label: '驳回', command: 'approval.reject', input: rows[0] ?? {} })).text).toBe(
      '王芳已驳回该申请。',
    );
  });
});

describe('the card of what was asked', () => {
  it('offers nothing that may be over by then, and a press on an old one shows how it ended', async () => {
    const asked = await li.types('折扣 明日食品 --折扣 10%');
    expect(asked.labels).toEqual(['查看进度']);
    const open = await asked.press('查看进度');
    expect(open.reply).toMatchObject({ inPlace: true });
    expect(open.labels).toEqual(['撤回']);
    const { rows } = await company.database.pool.query<{ request: string; step: string }>(
      `SELECT r.id AS request, s.id AS step FROM approval_requests r JOIN approval_steps s ON s.request_id = r.id AND s.state = 'pending'
        WHERE r.terms->>'customer' LIKE '明日%'`,
    );
    await wang.presses({ label: '批准', command: 'approval.approve', input: rows[0] ?? {} });
    const late = await open.press('撤回');
    expect(late.reply).toMatchObject({ kind: 'card', inPlace: true });
    expect(late.text).toContain('折扣 10%：已批准');
    expect(late.labels).toEqual([]);
  });
});

describe('the list of what waits', () => {
  it.each([
    ['待我审批', '批准', '✓ 已批准：', '待我审批（1）'],
    ['approvals', 'Approve', '✓ Approved: ', 'Waiting for you (1)'],
  ])('keeps the others in sight when one is decided there (R43): %s', async (line, button, done, title) => {
    await company.database.pool.query(`UPDATE users SET locale = $1 WHERE name = '王芳'`, [
      line === 'approvals' ? 'en' : 'zh',
    ]);
    await li.types('折扣 远山机械 --折扣 16%');
    await li.types('折扣 明日食品 --折扣 17%');
    const list = await wang.types(line);
    const before = Number(/\d+/u.exec(list.card.title)?.[0]);
    const after = await list.press(button);
    expect(before).toBeGreaterThan(1);
    expect(after.text).toContain(done);
    expect(after.card.title).toBe(title.replace('1', String(before - 1)));
  });
});
