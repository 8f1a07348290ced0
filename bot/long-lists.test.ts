import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:30Z'));
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 华星电子有限公司');
  await jim.types('customer add "Acme Manufacturing Ltd"');
  await company.database.pool.query(`
    INSERT INTO leads (id, contact_name, owner_id, status, created_by, created_at)
      SELECT gen_random_uuid(), '线索' || n, u.id, 'working', u.id, timestamptz '2026-05-01' + n * interval '1 minute' FROM generate_series(1, 23) n, users u WHERE u.name = '李雷';
    INSERT INTO opportunities (id, name, customer_id, owner_id, created_by, stage_key, currency, close_on)
      SELECT gen_random_uuid(), 'Deal ' || n, c.id, c.owner_id, c.owner_id, 'needs', 'CNY', date '2026-06-01' + n FROM generate_series(1, 12) n, customers c WHERE c.name LIKE 'Acme%';
    INSERT INTO tasks (id, title, owner_id, created_by, due_on)
      SELECT gen_random_uuid(), '任务' || n, u.id, u.id, date '2026-06-01' + n FROM generate_series(1, 11) n, users u WHERE u.name = '李雷';
    INSERT INTO follow_ups (id, customer_id, author_id, kind, note, happened_on)
      SELECT gen_random_uuid(), c.id, c.owner_id, 'call', '跟进' || n || '。', date '2026-04-01' + n FROM generate_series(1, 15) n, customers c WHERE c.name LIKE '华星%'`);
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

it('R3 R10: a long list says which of it is shown, and goes on to its end', async () => {
  const first = await li.types('我的线索');
  expect(first.card.title).toBe('我的线索（1–10）');
  const second = await first.press('更多');
  expect(second.card.title).toBe('我的线索（11–20）');
  const last = await second.press('更多');
  expect(last.card.title).toBe('我的线索（21–23）');
  expect(last.labels).not.toContain('更多');
  const shown = [first, second, last].flatMap(({ text }) => text.match(/线索\d+/g) ?? []);
  expect(shown).toHaveLength(23);
  expect(new Set(shown).size).toBe(23);
});

it('keeps what a list was narrowed down to', async () => {
  const first = await li.types('线索 --状态 跟进中');
  expect((await first.press('更多')).card.title).toBe('我的线索（11–20）');
  expect((await li.types('线索 --状态 新线索')).text).not.toContain('线索1');
});

it('R32: so do deals, in English', async () => {
  const first = await jim.types('my opportunities');
  expect(first.card.title).toBe('Open opportunities (1–10)');
  const last = await first.press('More');
  expect(last.card.title).toBe('Open opportunities (11–12)');
  expect(last.text).toContain('Deal 12');
});

it('R36: all of a history is there to be read, the newest first', async () => {
  const first = await li.types('跟进记录 华星电子');
  expect(first.text).toContain('跟进15。');
  expect(first.text).not.toContain('跟进5。');
  const last = await first.press('更多');
  expect(last.text).toContain('跟进1。');
  expect(last.labels).not.toContain('更多');
});

it('says of a last line alone which it is', async () => {
  const tasks = await li.types('我的任务');
  expect(tasks.card.title).toBe('我的任务（1–10）');
  const rest = await tasks.press('更多');
  expect(rest.card.title).toBe('我的任务（11）');
  expect((await jim.types('tasks')).card.title).toBe('No open tasks');
  expect((await talk.as('han').types('公海')).card.title).toBe('公海');
});

it('stays where it is when a line of a later page is worked off', async () => {
  await company.database.pool.query(`INSERT INTO tasks (id, title, owner_id, created_by, due_on)
      SELECT gen_random_uuid(), '晚' || n, u.id, u.id, date '2026-07-01' + n FROM generate_series(1, 12) n, users u WHERE u.name = '李雷'`);
  const second = await (await li.types('我的任务')).press('更多');
  const done = await second.press('完成');
  expect(done.text).toContain('✓ 已完成：任务11');
  expect(done.card.title).toBe('我的任务（11–20）');
  await company.database.pool.query("DELETE FROM tasks WHERE title LIKE '晚%'");
  await done.press('撤销');
});

it('R105: so does a page of one’s day, until nothing is left on it', async () => {
  await company.database.pool.query(`INSERT INTO tasks (id, title, owner_id, created_by, due_on)
      SELECT gen_random_uuid(), '今日' || n, u.id, u.id, date '2026-05-13' FROM generate_series(1, 9) n, users u WHERE u.name = '韩梅梅'`);
  const due = await (await talk.as('han').types('今天')).press('还有 4 项');
  const last = await due.press('还有 1 项');
  const done = await last.press('完成');
  expect(done.card.title).toBe('今天到期（8）');
  const again = await (await done.press('推迟到明天')).press('完成');
  expect(again.card.title).toBe('今天到期（6）');
});

it('begins anew where the next page has been worked off meanwhile', async () => {
  const first = await li.types('我的任务');
  await company.database.pool.query("UPDATE tasks SET done_at = parley_now() WHERE title = '任务11'");
  const again = await first.press('更多');
  expect(again.card.title).toBe('我的任务（10）');
});
