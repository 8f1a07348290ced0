import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../../test/support/chat.ts';
import { type Company, ORG, openCompany } from '../../test/support/company.ts';
import type { Actor } from '../actor.ts';
import type { Core } from '../context.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { openDatabase } from '../db/database.ts';
import { findLeads } from '../leads/find-leads.ts';
import { getOpportunity } from '../opportunities/find-opportunities.ts';
import { askQuestion } from '../questions/ask-question.ts';
import { type Question, toQuestion } from '../questions/question.ts';
import { work } from '../work.ts';
import type { Access, ProtectedField } from './fields.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let ids: { customer: string; opportunity: string; lead: string };

const MEI: Actor = {
  userId: '00000000-0000-7000-8000-000000000777',
  name: '梅',
  roles: ['marketing'],
  locale: 'zh',
  timeZone: 'Asia/Shanghai',
};

const chat = (key: string): Chat => talk.as(key);
const asMei = <Result>(run: (core: Core) => Promise<Result>) =>
  work(company.database, { actor: MEI, org: ORG, origin: { via: 'words' } }, run);

async function give(role: string, field: ProtectedField, access: Access): Promise<void> {
  await company.database.pool.query(
    `UPDATE field_policies SET access = $3 WHERE role = $1 AND entity || '.' || field = $2`,
    [role, field, access],
  );
}

async function idOf(sql: string): Promise<string> {
  const { rows } = await company.database.pool.query<{ id: string }>(sql);
  if (!rows[0]) throw new Error(sql);
  return rows[0].id;
}

beforeAll(async () => {
  company = await openCompany();
  await company.database.pool.query(
    `INSERT INTO users (id, name, roles, locale) VALUES ('${MEI.userId}', '梅', '{marketing}', 'zh')`,
  );
  await company.database.pool.query(
    `INSERT INTO identities (id, user_id, platform, workspace, external_id) VALUES ('${MEI.userId}', '${MEI.userId}', 'slack', 'T1', 'mei')`,
  );
  talk = openChat(company);
  await chat('li').types('新客户 华星电子有限公司 --联系人 王总 --电话 13800138000');
  await chat('li').types('新商机 华星电子 --名称 产线 --金额 35万');
  await chat('li').types('跟进 华星电子 老板想换供应商');
  await chat('li').types('新线索 高飞 --公司 飞鸟科技 --电话 13900139000 --邮箱 gao@feiniao.example --备注 很急');
  ids = {
    customer: await idOf('SELECT id FROM customers'),
    opportunity: await idOf('SELECT id FROM opportunities'),
    lead: await idOf('SELECT id FROM leads'),
  };
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const OFF: [string, ProtectedField, Access][] = [
  ['marketing', 'customers.phone', 'masked'],
  ['marketing', 'follow_ups.note', 'hidden'],
  ['service', 'customers.phone', 'full'],
  ['executive', 'opportunities.amount', 'full'],
  ['rep', 'leads.phone', 'full'],
];
beforeEach(async () => {
  for (const each of OFF) await give(...each);
});

describe('what a person is shown of a field', () => {
  it('is what his role sees of it: marketing gets a phone masked, and not what was said (R84, R87)', async () => {
    const { phone, contacts, followUps } = await asMei((core) => getCustomer(core, ids.customer));
    expect({ phone, contact: contacts[0]?.phone, note: followUps[0]?.note }).toEqual({
      phone: '+86138••••8000',
      contact: '+86138••••8000',
      note: null,
    });
  });

  it('is all of it where his role says so: service calls back', async () => {
    const { phone, followUps } = await company.as('liu', (core) => getCustomer(core, ids.customer));
    expect({ phone, note: followUps[0]?.note }).toEqual({ phone: '+8613800138000', note: '老板想换供应商' });
  });

  it('is the most that any of his roles sees', async () => {
    await company.database.pool.query(`UPDATE users SET roles = '{marketing,service}' WHERE id = $1`, [MEI.userId]);
    const both: Actor = { ...MEI, roles: ['marketing', 'service'] };
    const as = { actor: both, org: ORG, origin: { via: 'words' as const } };
    const { phone } = await work(company.database, as, (core) => getCustomer(core, ids.customer));
    await company.database.pool.query(`UPDATE users SET roles = '{marketing}' WHERE id = $1`, [MEI.userId]);
    expect(phone).toBe('+8613800138000');
  });

  it('is all of it for the owner and whoever leads him, whatever their roles see', async () => {
    for (const role of ['rep', 'manager', 'director']) await give(role, 'customers.phone', 'hidden');
    const phoneFor = async (key: 'li' | 'zhang' | 'wang') =>
      (await company.as(key, (core) => getCustomer(core, ids.customer))).phone;
    expect([await phoneFor('li'), await phoneFor('zhang'), await phoneFor('wang')]).toEqual([
      '+8613800138000',
      '+8613800138000',
      '+8613800138000',
    ]);
    for (const role of ['rep', 'manager', 'director']) await give(role, 'customers.phone', 'full');
  });

  it('is hidden in the pool from those whose role does not see it, until the record is theirs', async () => {
    await give('rep', 'leads.phone', 'masked');
    await company.database.pool.query('UPDATE leads SET owner_id = NULL');
    const pool = await company.as('han', (core) => findLeads(core, { which: 'pool' }));
    await company.database.pool.query(`UPDATE leads SET owner_id = (SELECT id FROM users WHERE name = '李雷')`);
    expect(pool.map(({ phone }) => phone)).toEqual(['+86139••••9000']);
  });

  it('is all of it for whoever was given the record to work on', async () => {
    await company.database.pool.query(
      `INSERT INTO grants (id, entity, record_id, user_id, reason) VALUES (gen_random_uuid(), 'opportunity', $1, $2, 'joint_deal')`,
      [ids.opportunity, MEI.userId],
    );
    const granted = await asMei((core) => getOpportunity(core, ids.opportunity));
    await company.database.pool.query(`UPDATE grants SET reason = 'watcher'`);
    const watched = await asMei((core) => getOpportunity(core, ids.opportunity));
    await company.database.pool.query('DELETE FROM grants');
    expect([granted.amount, granted.unseen]).toEqual([35_000_000n, []]);
    expect([watched.amount, watched.unseen]).toEqual([null, ['amount']]);
  });

  it('is in no sum, no filter and no order of a question', async () => {
    await give('executive', 'opportunities.amount', 'hidden');
    const ask = (asked: Partial<Question>) =>
      company.as('chen', (core) =>
        askQuestion(core, toQuestion({ entity: 'opportunity', measures: ['sum_amount'], ...asked })),
      );
    const filters = [{ field: 'amount', op: 'gt' as const, values: ['0'] }];
    const [all, above] = [await ask({ groupBy: ['stage'] }), await ask({ filters })];
    expect([all.totals.sum_amount, all.rows, above.rows]).toEqual([{ unit: 'money', sums: [] }, 1, 0]);
    expect([all.unseen, above.unseen]).toEqual([[{ en: 'amount', zh: '金额' }], [{ en: 'amount', zh: '金额' }]]);
    const own = await company.as('li', (core) => askQuestion(core, toQuestion({ entity: 'opportunity', filters })));
    expect([own.rows, own.unseen]).toEqual([1, []]);
  });
});

describe('what a person does not see', () => {
  it('he does not change, by whatever path, and what he was shown of it is never written', async () => {
    await give('executive', 'opportunities.amount', 'hidden');
    const change = company.as('chen', async (core) =>
      core.change.update('opportunities', ids.opportunity, { amount: 1n }),
    );
    await expect(change).rejects.toMatchObject({ code: 'forbidden' });
    await company.as('chen', async (core) =>
      core.change.update('customers', ids.customer, { phone: '+86138••••8000', region: '华东' }),
    );
    const { rows } = await company.database.pool.query('SELECT phone, region FROM customers');
    expect(rows).toEqual([{ phone: '+8613800138000', region: '华东' }]);
  });

  it('is not in the form of the record; for its owner it is', async () => {
    await give('executive', 'opportunities.amount', 'hidden');
    const formOf = async (key: string) =>
      (await chat(key).types('修改商机 产线')).form.inputs.map(({ name, value }) => [name, value]);
    expect(await formOf('chen')).toEqual([
      ['opportunity', ids.opportunity],
      ['closeOn', undefined],
      ['name', '产线'],
    ]);
    expect(await formOf('li')).toContainEqual(['amount', '¥350,000']);
  });

  it('is said to be there, not to be missing', async () => {
    await give('marketing', 'customers.phone', 'hidden');
    const { text } = await chat('mei').types('联系人 --客户 华星电子');
    expect(text).toContain('电话对你的角色不可见');
    expect(text).not.toContain('13800138000');
  });

  it('goes along where a record becomes another one', async () => {
    await give('rep', 'leads.phone', 'masked');
    await company.database.pool.query('UPDATE leads SET owner_id = NULL');
    await (await chat('han').types('转化线索 高飞')).submit();
    const { rows } = await company.database.pool.query(`SELECT phone FROM customers WHERE name = '飞鸟科技'`);
    expect(rows).toEqual([{ phone: '+8613900139000' }]);
  });
});

describe('an admin', () => {
  it('says in chat who sees what, which every process obeys at once, and takes it back (R84, R106)', async () => {
    const elsewhere = openDatabase({ url: company.url, connections: 1 });
    const phone = async () =>
      (
        await work(elsewhere, { actor: MEI, org: ORG, origin: { via: 'words' } }, (core) =>
          getCustomer(core, ids.customer),
        )
      ).phone;
    expect(await phone()).toBe('+86138••••8000');
    const changed = await chat('admin').types('修改字段权限 "客户 · 电话" --角色 市场 --权限 不可见');
    expect(changed.text).toContain('客户 · 电话 | — | 市场');
    expect(await phone()).toBeNull();
    const undone = await changed.press('撤销');
    expect(undone.text).toContain('已撤销');
    expect(await phone()).toBe('+86138••••8000');
    await elsewhere.close();
  });

  it('is given a form, and told kindly what has no half', async () => {
    const form = await chat('admin').types('修改字段权限');
    const said = await form.submit({ field: 'opportunities.amount', role: 'service', access: 'masked' });
    expect(said.text).toContain('只有电话和邮箱可以脱敏');
  });

  it('is the only one who does', async () => {
    expect((await chat('zhang').types('管理 字段')).text).toContain('该操作仅限以下角色：管理员');
    await expect(
      company.as('zhang', async (core) =>
        core.change.update('field_policies', await idOf('SELECT id FROM field_policies LIMIT 1'), { access: 'full' }),
      ),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
