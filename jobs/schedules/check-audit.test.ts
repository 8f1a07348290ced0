import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditKey } from '../../core/audit/audit-key.ts';
import { sealEntries } from '../../core/audit/seal-entries.ts';
import { addTask } from '../../core/tasks/add-task.ts';
import { type Chat, openChat } from '../../test/support/chat.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import { deskOf, runDue } from '../../test/support/jobs.ts';
import { Messenger } from '../../test/support/messenger.ts';
import { checkAudits } from './check-audit.ts';
import type { LookingDesk } from './schedule.ts';

const key = auditKey(randomBytes(32));

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
  for (let number = 0; number < 3; number++) {
    await company.as('li', async (core) => void addTask(core, { title: `task ${number}` }));
  }
  await sealEntries(company.database, { key });
});
afterEach(async () => {
  await talk.close();
  await company.close();
});

/** One look of the schedule, and what it leads to. */
async function look(): Promise<void> {
  const desk = deskOf(company, slack);
  await checkAudits.look({ ...desk, auditKey: key } as LookingDesk);
  await runDue(desk);
}

const titles = () => slack.cardsOf('admin').map(({ title }) => title);

describe('the audit chain (R86)', () => {
  it('is read when an admin asks, who hears whether it is whole, up to when, and its head', async () => {
    const before = await admin.types('管理 审计');
    expect(before.text).toBe('审计尚未核查\n[立即核查]');
    expect((await before.press('立即核查')).text).toBe('审计尚未核查\n正在核查，完成后会通知你。');
    expect((await admin.types('核查审计')).text).toContain('正在核查');
    await look();
    const { rows } = await company.database.pool.query<{ head: string }>(
      `SELECT encode(hash, 'hex') AS head FROM audit_entries ORDER BY seq DESC NULLS LAST LIMIT 1`,
    );
    expect(titles()).toEqual(['审计记录完整']);
    expect((await admin.types('管理 审计')).text).toContain(
      `审计记录完整\n完整记录: 3\n截至: 10:00\n链头哈希: ${rows[0]?.head}\n核查时间: 10:00\n`,
    );
    await look();
    expect(titles()).toHaveLength(1);
  });

  it('is read once a day without anybody asking; nobody is told that it is whole', async () => {
    await look();
    await look();
    await moveClock(company.database, '2026-05-21T10:00:01+08:00');
    await look();
    const { rows } = await company.database.pool.query('SELECT asked_by, state FROM audit_checks');
    expect(rows).toEqual([
      { asked_by: null, state: 'whole' },
      { asked_by: null, state: 'whole' },
    ]);
    expect(slack.messages).toEqual([]);
  });

  it.each([
    [
      'changed',
      `UPDATE audit_entries SET after = '{}' WHERE seq = 2`,
      '完整记录: 1\n问题: 记录被修改，或以其他密钥封存',
    ],
    ['shortened inside', 'DELETE FROM audit_entries WHERE seq = 2', '完整记录: 1\n问题: 缺少一条记录'],
    ['cut off', 'DELETE FROM audit_entries WHERE seq = 3', '完整记录: 2\n问题: 末尾的记录被删除'],
  ])('that was %s is reported to every admin, where it happened', async (_, sql, words) => {
    await look();
    await company.database.pool.query(sql);
    await moveClock(company.database, '2026-05-21T10:00:01+08:00');
    await look();
    expect(titles()).toEqual(['审计记录已被篡改']);
    expect((await admin.types('管理 审计')).text).toContain(words);
  });

  it('is an admin’s to ask about', async () => {
    expect((await talk.as('wang').types('管理 审计')).text).toBe('该操作仅限以下角色：管理员。可以找管理员。');
    expect(await company.as('wang', (core) => core.sql({ text: 'SELECT * FROM audit_checks' }))).toEqual([]);
  });
});
