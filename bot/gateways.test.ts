import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let admin: Chat;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:30+08:00');
  talk = openChat(company);
  admin = talk.as('admin');
});
afterEach(async () => {
  await talk.close();
  await company.close();
});

const ADDRESS = 'https://sms.hualan.example/Parley';
const secretIn = (text: string) => /密钥: (pks_[\w-]{43})/.exec(text)?.[1];
const rows = async () =>
  (await company.database.pool.query('SELECT name, url, text_en AS en, max_attempts AS tries, active FROM gateways'))
    .rows;

describe('a gateway to customers (R19)', () => {
  it('is made in chat: its secret is shown once, to the admin alone', async () => {
    const made = await admin.types(`新增网关 短信 ${ADDRESS}`);
    expect(made.reply).toMatchObject({ kind: 'card', audience: 'asker' });
    expect(made.card.title).toBe('短信已就绪');
    expect(made.text).toContain(`发送到: ${ADDRESS}`);
    expect(secretIn(made.text)).toMatch(/^pks_/);
    expect((await admin.types(`新增网关 短信 ${ADDRESS}`)).text).toBe('已有名为“短信”的网关。');
    const shown = await admin.types('查看网关 短信');
    expect(shown.text).toContain('状态: 尚未发送过。');
    expect(shown.text).not.toContain('pks_');
    const { rows: kept } = await company.database.pool.query('SELECT * FROM gateways');
    expect(JSON.stringify(kept)).not.toContain(secretIn(made.text));
  });

  it('is made of a sentence, once its form is confirmed', async () => {
    const form = await admin.says(`帮我加一个短信网关，地址是 ${ADDRESS}`);
    expect(form.form.inputs.map(({ name, value }) => [name, value])).toEqual([
      ['name', '短信'],
      ['url', ADDRESS],
    ]);
    expect(await rows()).toEqual([]);
    expect((await form.submit()).card.title).toBe('短信已就绪');
    expect(await rows()).toMatchObject([{ name: '短信', url: ADDRESS, active: true }]);
  });

  it('has a public https address', async () => {
    for (const address of ['http://sms.hualan.example', 'https://10.0.0.7/x', 'https://localhost/x', 'sms']) {
      const said = await admin.types(`新增网关 短信 ${address}`);
      expect(said.text).toContain('网关地址须为公网 https 地址，如 https://sms.example.com/parley。');
    }
    expect(await rows()).toEqual([]);
  });

  it('is changed, switched off and back by Undo; the audit says who did it', async () => {
    await admin.types(`新增网关 短信 ${ADDRESS}`);
    await admin.types('修改网关 短信 --英文回执 "Dear {name}, we are on it." --最多尝试 5');
    const off = await (await admin.types('查看网关 短信')).press('停用');
    expect(off.text).toContain('状态: 已停用');
    expect(await rows()).toEqual([
      { name: '短信', url: ADDRESS, en: 'Dear {name}, we are on it.', tries: 5, active: false },
    ]);
    await off.press('撤销');
    expect(await rows()).toMatchObject([{ active: true, tries: 5 }]);
    const { rows: audit } = await company.database.pool.query(
      `SELECT c.command FROM audit_entries a JOIN changes c ON c.id = a.change_id WHERE a.entity = 'gateways' ORDER BY a.id`,
    );
    expect(audit.map(({ command }) => command).sort()).toEqual(
      ['gateway.add', 'gateway.change', 'gateway.change', 'change.undo'].sort(),
    );
  });

  it('gets another secret, and says that the gateway needs it', async () => {
    const first = secretIn((await admin.types(`新增网关 短信 ${ADDRESS}`)).text);
    const second = secretIn((await admin.types('更换网关密钥 短信')).text);
    expect(second).toMatch(/^pks_/);
    expect(second).not.toBe(first);
  });

  it('is spoken of in English likewise', async () => {
    await company.database.pool.query(`UPDATE users SET locale = 'en' WHERE name = '管理员'`);
    const form = await admin.says(`set up an SMS gateway at ${ADDRESS}`);
    expect((await form.submit()).card.title).toBe('SMS is ready');
    expect((await admin.says('test the SMS gateway')).card.title).toBe('A test goes to SMS');
    expect((await admin.says('show the SMS gateway')).text).toContain('Test | on its way');
    expect((await admin.types('admin gateway nowhere')).text).toBe('There is no gateway called “nowhere”.');
  });

  it('is nobody’s but an admin’s, by any path', async () => {
    await admin.types(`新增网关 短信 ${ADDRESS}`);
    for (const line of ['管理 网关', '查看网关 短信', '测试网关 短信', '重发回执 短信', '更换网关密钥 短信']) {
      expect((await talk.as('wang').types(line)).text).toContain('该操作仅限以下角色：管理员');
    }
    const press = { label: '', command: 'gateway.change', input: { name: '短信', state: 'off' } };
    expect((await talk.as('li').presses(press)).text).toContain('该操作仅限以下角色：管理员');
    expect(await company.as('wang', (core) => core.sql({ text: 'SELECT * FROM gateways' }))).toEqual([]);
    expect(await company.as('wang', (core) => core.sql({ text: 'SELECT * FROM gateway_sends' }))).toEqual([]);
    expect(await rows()).toMatchObject([{ active: true }]);
  });

  it('tells whom it writes to nobody but the relay', async () => {
    await admin.types(`新增网关 短信 ${ADDRESS}`);
    const message = { text: 'SELECT * FROM parley_gateway_message((SELECT id FROM gateway_sends))' };
    await admin.types('测试网关 短信');
    expect(await company.as('admin', (core) => core.sql(message))).toEqual([]);
  });
});
