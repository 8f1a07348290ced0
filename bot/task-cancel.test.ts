import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const stored = async (title: string) => {
  const { rows } = await company.database.pool.query(
    `SELECT done_at IS NOT NULL AS over, cancelled_at IS NOT NULL AS cancelled, cancel_reason AS reason, remind_at IS NOT NULL AS reminded FROM tasks WHERE title = $1`,
    [title],
  );
  return rows;
};

describe('a task nobody needs (R35)', () => {
  it('is cancelled by a sentence, a line and its button, with Undo; nobody is reminded of it', async () => {
    await li.types('新任务 发合同 --截止 明天');
    const said = await li.says('取消任务发合同，因为客户已签');
    expect(said.text).toBe('已取消\n内容: 发合同\n原因: 客户已签\n[撤销]');
    expect(await stored('发合同')).toEqual([{ over: true, cancelled: true, reason: '客户已签', reminded: false }]);
    expect((await li.types('我的任务')).text).not.toContain('发合同');
    await said.press('撤销');
    expect(await stored('发合同')).toEqual([{ over: false, cancelled: false, reason: null, reminded: true }]);
    const shown = await li.types('查看任务 发合同');
    const cancelled = await shown.press('取消任务');
    expect(cancelled.card.title).toBe('已取消');
    expect((await shown.press('取消任务')).text).toContain('已经取消了');
    expect((await shown.press('完成')).text).toContain('已经取消了');
  });

  it('is cancelled in English, and is shown as such', async () => {
    const added = await jim.types('task add "Send the brochure" --due tomorrow');
    const { rows } = await company.database.pool.query<{ id: string }>(
      "SELECT id FROM tasks WHERE title = 'Send the brochure'",
    );
    expect((await jim.says('the task "send the brochure" is no longer needed')).card.title).toBe('Cancelled');
    expect(added.labels).toContain('Cancel');
    const shown = await jim.presses({ label: '', command: 'task.show', input: { task: rows[0]?.id ?? '' } });
    expect(shown.text).toContain('Cancelled: 10:30');
    expect(shown.labels).not.toContain('Done');
  });

  it('counts as done neither in the report, nor for the team, nor in an answer', async () => {
    await li.types('新任务 回访华南 --截止 今天');
    await li.types('完成任务 回访华南');
    const report = await li.says('写日报');
    expect(report.text).toContain('回访华南');
    expect(report.text).not.toContain('发合同');
    expect((await talk.as('zhang').says('我的团队今天怎么样')).text).toContain('已完成 1');
    const question = { entity: 'task', measures: ['done_rate'], groupBy: ['status'] };
    const asked = await li.presses({ label: '', command: 'question.ask', input: { question } });
    expect(asked.text).toContain('已取消');
    expect(asked.card.title).toContain('100%');
  });
});
