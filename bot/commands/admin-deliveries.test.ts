import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addLead } from '../../core/leads/add-lead.ts';
import { type Chat, openChat } from '../../test/support/chat.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import { deskOf, runDue, standings } from '../../test/support/jobs.ts';
import { Messenger } from '../../test/support/messenger.ts';
import { PlatformError } from '../contract.ts';
import { whyNot } from '../views/undelivered.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let admin: Chat;
let slack: Messenger;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  talk = openChat(company);
  admin = talk.as('admin');
  slack = new Messenger();
});
afterEach(async () => {
  await talk.close();
  await company.close();
});

const run = () => runDue(deskOf(company, slack));

/** A notice to Li that came to nothing. */
async function fail(code = 'gone', options = { retryable: false }): Promise<void> {
  slack.failures.push(new PlatformError(code, options));
  await company.as('zhang', (core) => addLead(core, { contact: '王工', ownerId: company.actor('li').userId }));
  await run();
}

async function audited(): Promise<unknown[]> {
  const { rows } = await company.database.pool.query(
    `SELECT c.actor_id = $1 AS "byAdmin", c.command, e.after ->> 'kind' AS kind, e.after ->> 'verb' AS verb
       FROM audit_entries e JOIN changes c ON c.id = e.change_id WHERE e.entity = 'redeliveries' ORDER BY e.id`,
    [company.actor('admin').userId],
  );
  return rows;
}

describe('what did not arrive', () => {
  it('is listed with whom it was for, what, why and since when, and is sent again by one press', async () => {
    await fail();
    const list = await admin.says('投递情况');
    expect(list.text).toBe('未送达（1）\n李雷 · 新线索 — 已放弃 (尝试 1 次) · 该会话已不存在 · 10:00');
    expect(list.labels).toEqual(['重新发送', '丢弃']);
    expect((await list.press('重新发送')).text).toBe('未送达（0）\n✓ 已重新发送。\n没有未送达的内容。');
    await run();
    expect(slack.cardsOf('li').map(({ title }) => title)).toEqual(['你有一条新线索']);
    expect(await audited()).toEqual([{ byAdmin: true, command: 'admin.redeliver', kind: 'delivery', verb: 'again' }]);
  });

  it('is dropped by another, for good', async () => {
    await fail();
    const list = await admin.types('admin deliveries');
    expect((await list.press('丢弃')).text).toContain('✓ 已丢弃。');
    await run();
    expect(slack.messages).toEqual([]);
    expect(await standings(company)).toEqual([
      { notice: 'leadGiven', state: 'skipped', reason: 'dropped by an admin' },
    ]);
    expect((await list.press('重新发送')).text).toBe('此记录刚被他人更新，请重新打开查看最新内容。');
    expect(await audited()).toEqual([{ byAdmin: true, command: 'admin.redeliver', kind: 'delivery', verb: 'drop' }]);
  });

  it('is sent again all at once, but for what may have arrived', async () => {
    await fail('gone');
    await fail('channel_not_found');
    await fail('interrupted', { retryable: true });
    slack.failures.push(new PlatformError('interrupted', { retryable: true }));
    await moveClock(company.database, '2026-05-20T10:05:00+08:00');
    await run();
    const list = await admin.types('管理 投递');
    expect(list.text).toContain('未送达（3）');
    expect(list.text).toContain('可能已送达 (尝试 2 次) · 发送途中连接中断');
    const done = await list.press('全部重新发送');
    expect(done.text).toContain('✓ 已重新发送 2 条。');
    await run();
    expect(slack.cardsOf('li')).toHaveLength(2);
    const again = (await admin.types('管理 投递')).card.body.flatMap((node) =>
      node.type === 'records' ? node.records.flatMap(({ buttons = [] }) => buttons) : [],
    )[0];
    expect(again?.confirm?.text).toBe('此消息可能已送达，重新发送会重复。');
  });

  it('may be an answer that was given up: it is given at last, and what was asked for is not done twice', async () => {
    const inboxId = randomUUID();
    await talk.as('li').types('新任务 发合同');
    await company.database.pool.query(
      `UPDATE inbox SET state = 'failed', attempts = 12, last_error = 'http_503', id = $1 WHERE dedupe_key = (SELECT max(dedupe_key) FROM inbox)`,
      [inboxId],
    );
    await company.database.pool.query('UPDATE changes SET inbox_id = $1 WHERE inbox_id IS NOT NULL', [inboxId]);
    await company.database.pool.query(`UPDATE inbox SET body = '\\x00' WHERE body IS NULL`);
    const list = await admin.types('管理 投递');
    expect(list.text).toBe(
      '未送达（1）\n李雷 · Slack 中的回复 — 已执行，未回复 (尝试 12 次) · 聊天平台发生故障 · 10:00',
    );
    await list.press('重新发送');
    const { rows } = await company.database.pool.query(
      'SELECT state, attempts, last_error, lease_until < parley_now() AS "isDue" FROM inbox WHERE id = $1',
      [inboxId],
    );
    expect(rows).toEqual([{ state: 'done', attempts: 0, last_error: null, isDue: true }]);
  });

  it('may be what was to follow from a fact', async () => {
    await company.as('zhang', (core) => addLead(core, { contact: '王工', ownerId: company.actor('li').userId }));
    await company.database.pool.query(`UPDATE outbox SET state = 'dead', last_error = 'cannot read', attempts = 20`);
    const list = await admin.types('管理 投递');
    expect(list.text).toContain('“lead.added”的后续处理 — 已放弃 (尝试 20 次) · 系统错误，详情见日志 · 10:00');
    await list.press('重新发送');
    await run();
    expect(slack.cardsOf('li')).toHaveLength(1);
  });

  it('is nobody’s business but an admin’s', async () => {
    await fail();
    expect((await talk.as('wang').types('管理 投递')).text).toBe('该操作仅限以下角色：管理员。可以找管理员。');
    const { rows } = await company.database.pool.query<{ id: string }>('SELECT id FROM deliveries');
    await expect(
      company.as('wang', async (core) => {
        await core.sql({
          text: `INSERT INTO redeliveries (id, kind, target_id, verb) VALUES (gen_random_uuid(), 'delivery', $1, 'drop')`,
          values: [rows[0]?.id],
        });
      }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await company.as('wang', (core) => core.sql({ text: 'SELECT * FROM parley_undelivered(10)' }))).toEqual([]);
  });
});

it.each([
  ['no chat with this person', 'I know no chat of this person yet'],
  ['ratelimited', 'the chat platform was too busy'],
  ['invalid_auth', 'the chat platform does not take my credentials'],
  ['missing_scope', 'the chat platform has not given me leave for that'],
  ['230002', 'the chat platform said “230002”'],
  ['Cannot read properties of undefined (reading "x")', 'a fault of mine; it is in the log'],
  [null, 'a fault of mine; it is in the log'],
])('says why in plain words: %s', (reason, words) => {
  expect(whyNot(reason, 'en')).toBe(words);
});
