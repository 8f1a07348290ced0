import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetBodies, HookDesk } from '../core/hooks/hook-desk.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, ORG, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let admin: Chat;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  talk = openChat(company);
  admin = talk.as('admin');
});
afterEach(async () => {
  await talk.close();
  await company.close();
});

const keyOf = async (name: string) => {
  const { rows } = await company.database.pool.query<{ key: string }>('SELECT key FROM hook_sources WHERE name = $1', [
    name,
  ]);
  return rows[0]?.key;
};

const secretIn = (text: string) => /密钥: (pks_[\w-]{43})/.exec(text)?.[1];

describe('a system that sends events (R18)', () => {
  it('is made in chat: address, secret and a line to try, shown once and to the admin alone', async () => {
    const made = await admin.types('新增接入 官网表单 --来源 官网');
    expect(made.reply).toMatchObject({ kind: 'card', audience: 'asker' });
    expect(made.card.title).toBe('官网表单已可接入');
    expect(made.text).toMatch(/地址: https:\/\/parley\.example\/hooks\/s-[0-9a-f]{8}\n/);
    const secret = secretIn(made.text) ?? 'none';
    expect(made.text).toContain(`SECRET='${secret}'`);
    expect(made.labels).toEqual(['发送测试']);
    expect((await admin.types('新增接入 官网表单')).text).toBe('“官网表单”已接入。');
    const shown = await admin.types('查看接入 官网表单');
    expect(shown.text).toContain('状态: 尚未收到任何投递。');
    expect(shown.text).not.toContain('pks_');
    const { rows } = await company.database.pool.query('SELECT name, source_key, active FROM hook_sources');
    expect(rows).toEqual([{ name: '官网表单', source_key: 'website', active: true }]);
  });

  it('is tried by one press, which says how a form is read and puts nothing on file', async () => {
    const tried = await (await admin.types('新增接入 Shop')).press('发送测试');
    expect(tried.text).toContain('Shop测试通过\n已用其密钥签名一份表单，校验并读取成功，未写入任何记录。');
    expect(tried.text).toContain('联系人: Test Person\n公司: Test Company\n邮箱: test@example.com\n备注: Only a test');
    const listed = await tried.press('最近投递');
    expect(listed.text).toContain('时间 | 事件 | 结果\n10:00 | 测试 | 测试通过');
    const { rows } = await company.database.pool.query('SELECT count(*)::int AS leads FROM leads');
    expect(rows).toEqual([{ leads: 0 }]);
  });

  it('lists what came with what became of it, and why it was not done', async () => {
    await admin.types('新增接入 Shop');
    await company.database.pool.query(
      `INSERT INTO hook_deliveries (id, source_id, key, body_hash, state, event, result, problem, attempts)
       SELECT gen_random_uuid(), s.id, d.* FROM hook_sources s, (VALUES
         ('1', 'x', 'failed', NULL, NULL, 'nobody', 2), ('2', 'x', 'done', 'shop_order', 'touch', NULL, 1), ('3', 'x', 'new', NULL, NULL, NULL, 1)) d`,
    );
    const { text } = await admin.types('查看接入 shop');
    expect(text).toContain('10:00 | – | 缺少电话、邮箱和公司 ×2');
    expect(text).toContain('10:00 | 商城下单 | 已记到客户');
    expect(text).toContain('10:00 | – | 未完成，等待对方重发');
    expect((await admin.types('管理 接入')).text).toContain('Shop — 最近 10:00 · 7 天内 2 条未处理');
  });

  it('is given another secret, switched off and on again, by buttons', async () => {
    const made = await admin.types('新增接入 Shop');
    const shown = await admin.types('查看接入 Shop');
    expect(shown.labels).toEqual(['发送测试', '修改', '更换密钥', '停用']);
    const rotated = await shown.press('更换密钥');
    expect(secretIn(rotated.text)).toBeDefined();
    expect(secretIn(rotated.text)).not.toBe(secretIn(made.text));
    const off = await (await admin.types('查看接入 Shop')).press('停用');
    expect(off.text).toContain('状态: 已停用');
    expect((await off.press('启用')).text).not.toContain('已停用');
  });

  it('calls its fields as it likes, of those there are', async () => {
    await admin.types('新增接入 Shop');
    const { text } = await admin.types('修改接入 Shop --字段对应 "客户手机=phone、单位=company"');
    expect(text).toMatch(/字段对应: .*单位=company/);
    expect(text).toMatch(/字段对应: .*客户手机=phone/);
    expect((await admin.types('修改接入')).form.inputs.map(({ name }) => name)).toContain('fields');
    expect((await admin.types('修改接入 Shop')).form.inputs.find(({ name }) => name === 'perMinute')?.value).toBe('60');
    expect((await admin.types('修改接入 Shop --字段对应 "单位=firm"')).text).toContain('没有字段“firm”');
    expect((await admin.types('修改接入 Shop --字段对应 "单位"')).text).toContain('请写成“对方字段=本系统字段”');
  });

  it('was refused, is looked into and taken in once its fields are mended, once (R18)', async () => {
    await admin.types('新增接入 官网表单 --来源 官网');
    const desk = new HookDesk(company.database, ORG);
    const source = await desk.find((await keyOf('官网表单')) ?? '');
    const sent = {
      姓名: '沈佳宜',
      联系方式: '13700006218',
      密码: 'hunter2',
      user: { accessToken: 'abc', city: '上海' },
    };
    const body = Buffer.from(JSON.stringify(sent));
    const deliver = () => source && desk.handle(source, { key: 'form-1', body });
    expect(await deliver()).toMatchObject({ kind: 'failed', problem: 'nobody' });

    const card = await (await admin.types('查看接入 官网表单')).press('查看内容');
    expect(card.text).toContain('原因: 缺少电话、邮箱和公司');
    expect(card.text).toContain('姓名: 沈佳宜\n联系方式: 13700006218\nuser: {"city":"上海"}');
    expect(card.text).not.toMatch(/hunter2|abc/);
    expect((await card.press('重新处理')).text).toContain('仍无法处理，未写入任何记录。');
    await admin.types('修改接入 官网表单 --字段对应 联系方式=phone');
    const taken = await admin.says('重新处理官网表单被拒的投递');
    expect(taken.text).toContain('官网表单：已处理\n新线索');
    const { rows: leads } = await company.database.pool.query('SELECT contact_name, phone FROM leads');
    expect(leads).toEqual([{ contact_name: '沈佳宜', phone: '+8613700006218' }]);
    expect((await card.press('重新处理')).text).toContain('该投递已处理');
    expect(await deliver()).toMatchObject({ kind: 'done', result: 'lead' });
    const { rows } = await company.database.pool.query('SELECT state, body FROM hook_deliveries');
    expect(rows).toEqual([{ state: 'done', body: null }]);
    expect((await admin.types('被拒投递 官网表单')).text).toContain('官网表单没有被拒的投递');
  });

  it('keeps what was refused for its days and no longer, for admins alone (R84)', async () => {
    await admin.types('新增接入 Shop');
    await admin.types('修改接入 Shop --被拒内容保留天数 2');
    const desk = new HookDesk(company.database, ORG);
    const source = await desk.find('shop');
    await (source && desk.handle(source, { key: '1', body: Buffer.from('name=x&password=hunter2') }));
    const { text } = await talk.as('admin').says('what was refused of the shop');
    expect(text).toContain('name=x&password=•••');
    expect(await company.as('wang', (core) => core.sql({ text: 'SELECT body FROM hook_deliveries' }))).toEqual([]);
    expect(await forgetBodies(company.database, { limit: 10 })).toBe(0);
    await moveClock(company.database, '2026-05-22T10:00:30+08:00');
    expect((await admin.types('被拒投递 Shop')).text).toContain('内容已过保留期');
    expect((await admin.types('重新处理投递 Shop')).text).toContain('内容已过保留期');
    expect(await forgetBodies(company.database, { limit: 10 })).toBe(1);
  });

  it('is made, looked at, tried and switched off by a sentence, in both languages (R102)', async () => {
    expect((await admin.says('新建一个官网表单接口')).card.title).toBe('官网表单已可接入');
    expect((await admin.says('看看官网表单发来了什么')).text).toContain('尚未收到任何投递');
    expect((await admin.says('测试官网表单接口')).card.title).toBe('官网表单测试通过');
    expect((await admin.says('停用官网表单接口')).text).toContain('已停用');
    await admin.says('create a webhook for our web shop');
    expect((await admin.says('show what the web shop sent')).card.title).toBe('web shop');
  });

  it('is nobody’s business but an admin’s, also in the database', async () => {
    await admin.types('新增接入 Shop');
    expect((await talk.as('wang').types('管理 接入')).text).toBe('该操作仅限以下角色：管理员。可以找管理员。');
    expect(await company.as('wang', (core) => core.sql({ text: 'SELECT * FROM hook_sources' }))).toEqual([]);
    const { rows } = await company.database.pool.query<{ id: string }>('SELECT id FROM hook_sources');
    await expect(
      company.as('wang', (core) =>
        core.sql({ text: `SELECT parley_hook_done($1, 'lead', 'lead', NULL, NULL, NULL)`, values: [rows[0]?.id] }),
      ),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect((await admin.types('查看接入 Nothing')).text).toContain('没有名为“Nothing”的接入。');
  });
});
