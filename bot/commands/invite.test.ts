import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Chat, openChat } from '../../test/support/chat.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import { deskOf, runDue, standings } from '../../test/support/jobs.ts';
import { Messenger } from '../../test/support/messenger.ts';
import { PlatformError } from '../contract.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let admin: Chat;
let slack: Messenger;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  talk = openChat(company, {
    profiles: { 'u-eva': { name: 'Eva Late', email: 'eva@hualan.example', locale: 'en-US' } },
  });
  admin = talk.as('admin');
  slack = new Messenger();
  slack.directory['ann@hualan.example'] = { externalId: 'u-ann', name: 'Ann Lee', locale: 'en-US' };
});
afterEach(async () => {
  await talk.close();
  await company.close();
});

async function users(where: string): Promise<unknown[]> {
  const { rows } = await company.database.pool.query(
    `SELECT u.name, u.email, u.roles, t.name AS team, u.locale FROM users u LEFT JOIN teams t ON t.id = u.team_id WHERE ${where} ORDER BY u.email`,
  );
  return rows;
}

it('says of every address on the list what came of it, each once', async () => {
  await company.database.pool.query(`UPDATE users SET active = false WHERE email = 'tom@hualan.example'`);
  const said = await admin.types(
    '管理 邀请 "Ann Lee <Ann@hualan.example>; eva@hualan.example，eva@hualan.example li@hualan.example tom@hualan.example nonsense" --角色 销售经理 --团队 北区',
  );
  expect(said.text).toBe(
    [
      '已邀请 2 人',
      '已邀请（2）: ann@hualan.example, eva@hualan.example',
      '已在使用（1）: 李雷',
      '账号已停用，请先恢复（1）: Tom Brown',
      '邮箱格式不正确（1）: nonsense',
      '能按邮箱找到的同事会立即收到问候，其余的在首次发消息时自动识别。',
    ].join('\n'),
  );
  expect(await users(`u.email IN ('ann@hualan.example', 'eva@hualan.example')`)).toEqual([
    { name: 'ann', email: 'ann@hualan.example', roles: ['manager'], team: '北区', locale: null },
    { name: 'eva', email: 'eva@hualan.example', roles: ['manager'], team: '北区', locale: null },
  ]);
});

it('greets whom a platform finds by the address, under the name he has there; so he can be told things', async () => {
  await admin.types('admin invite ann@hualan.example --role director');
  await runDue(deskOf(company, slack));
  expect(slack.cardsOf('u-ann')).toMatchObject([
    { title: 'Welcome, Ann Lee', body: [{ text: '管理员 has invited you to work with me.' }, {}, {}] },
  ]);
  expect(await users(`u.email = 'ann@hualan.example'`)).toMatchObject([{ name: 'Ann Lee', locale: 'en' }]);
  expect((await talk.as('u-ann').types('help')).reply?.kind).toBe('card');
  expect(await standings(company)).toEqual([{ notice: 'invited', state: 'sent', reason: null }]);
});

it('knows the others at their first message, and nobody has to let them in', async () => {
  await admin.types('admin invite eva@hualan.example --role rep');
  await runDue(deskOf(company, slack));
  expect(await standings(company)).toEqual([
    { notice: 'invited', state: 'skipped', reason: 'no chat with this person' },
  ]);
  expect((await talk.as('u-eva').types('today')).text).toContain('A clear day');
  expect(await users(`u.email = 'eva@hualan.example'`)).toMatchObject([{ name: 'Eva Late', roles: ['rep'] }]);
  expect((await admin.types('admin invite eva@hualan.example --role rep')).text).toContain('已在使用（1）: Eva Late');
});

it('asks again for whoever was not found the first time', async () => {
  await admin.types('admin invite eva@hualan.example --role rep');
  await runDue(deskOf(company, slack));
  slack.directory['eva@hualan.example'] = { externalId: 'u-eva', name: 'Eva Late' };
  expect((await admin.types('admin invite eva@hualan.example --role rep')).text).toContain('此前已邀请，再次尝试（1）');
  await runDue(deskOf(company, slack));
  expect(slack.cardsOf('u-eva')).toHaveLength(1);
});

it('asks for the roles, and names what is too much at once', async () => {
  expect((await admin.types('管理 邀请 ann@hualan.example')).form.inputs.map(({ name }) => name)).toEqual([
    'emails',
    'role',
    'also',
    'team',
  ]);
  const many = Array.from({ length: 201 }, (_, number) => `n${number}@x.example`).join(' ');
  expect((await admin.types(`管理 邀请 "${many}" --角色 财务`)).text).toContain('每次最多邀请 200 人。');
});

it('is tried again where the platform cannot be asked right now', async () => {
  slack.findByEmail = () => Promise.reject(new PlatformError('http_503', { retryable: true }));
  await admin.types('admin invite ann@hualan.example --role rep');
  await runDue(deskOf(company, slack));
  expect(await standings(company)).toEqual([{ notice: 'invited', state: 'pending', reason: 'http_503' }]);
});

it('is found at another platform where the first will not say', async () => {
  const feishu = new Messenger('feishu');
  feishu.findByEmail = () => Promise.reject(new PlatformError('missing_scope', { retryable: false }));
  await admin.types('admin invite ann@hualan.example --role rep');
  await runDue(deskOf(company, feishu, slack));
  expect(slack.cardsOf('u-ann')).toMatchObject([{ title: 'Welcome, Ann Lee' }]);
});

it('finds an approver who has never written: his signature is asked for in a chat he was found in', async () => {
  await company.database.pool.query(
    `DELETE FROM identities WHERE user_id IN (SELECT id FROM users WHERE email = 'wang@hualan.example')`,
  );
  slack.directory['wang@hualan.example'] = { externalId: 'u-wang', name: 'Wang Fang' };
  const li = talk.as('li');
  await li.types('新客户 华星电子有限公司');
  await li.types('新商机 华星电子 --名称 二期 --金额 35万');
  await li.types('折扣 二期 --折扣 10%');
  await runDue(deskOf(company, slack));
  expect(slack.cardsOf('u-wang').map(({ title }) => title)).toEqual(['折扣 10%：待审批']);
  expect(await users(`u.email = 'wang@hualan.example'`)).toMatchObject([{ name: '王芳' }]);
});
