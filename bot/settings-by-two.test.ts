// Two people at once on who somebody is, who leads a team, of which tier a customer is, and whose several leads are (issue 4, R12).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let admin: Chat;
let zhang: Chat;
let li: Chat;
let tom: Chat;
let jim: Chat;

const one = async (sql: string) => (await company.database.pool.query<Record<string, unknown>>(sql)).rows[0];

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:10Z'));
  await company.database.pool.query(`UPDATE users SET roles = roles || '{admin}' WHERE name IN ('张伟', 'Tom Brown')`);
  talk = openChat(company);
  [admin, zhang, li] = [talk.as('admin'), talk.as('zhang'), talk.as('li')];
  [tom, jim] = [talk.as('tom'), talk.as('jim')];
  await li.types('新客户 华星电子');
  await jim.types('customer add Globex');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

it('R12: a contact that a colleague added meanwhile is shown before anything of his is written over', async () => {
  const open = await li.says('给华星电子加个联系人孙晓岚，职务是采购经理');
  await zhang.types('添加联系人 华星电子 孙晓岚 --职务 总经理 --电话 13800138000');
  const both = await open.submit({ email: 'sun@huaxing.example' });
  expect(both.text).toContain('职务（你）: 采购经理\n职务（对方）: 总经理 · 张伟 10:30');
  await both.press('保留对方的');
  expect(await one(`SELECT title, phone, email FROM contacts WHERE name = '孙晓岚'`)).toEqual({
    title: '总经理',
    phone: '+8613800138000',
    email: 'sun@huaxing.example',
  });
});

it('R12 R24: a contact’s form that was drawn for nobody says what is on file of whom it is sent for', async () => {
  await jim.types('contact add Globex "Mary Major" --title CFO --email mary@globex.example');
  const open = await jim.types('contact add Globex');
  const known = await open.submit({ person: 'Mary Major', title: 'CEO' });
  expect(known.text).toContain('This is on record already\nTitle, yours: CEO\nTitle, as it is: CFO · Jim Green');
  await known.press('Save mine');
  expect(await one(`SELECT title, email FROM contacts WHERE name = 'Mary Major'`)).toEqual({
    title: 'CEO',
    email: 'mary@globex.example',
  });
});

it('R85: a role that somebody else has given meanwhile is shown; each of the two is set without the other', async () => {
  const open = await admin.types('管理 角色 李雷');
  await zhang.types('管理 角色 李雷 --角色 销售经理');
  const both = await open.submit({ role: 'service', team: '南区' });
  expect(both.text).toContain('角色（你）: 客服\n角色（对方）: 销售经理 · 张伟 10:30');
  await both.press('保留对方的');
  const after = `SELECT u.roles, t.name AS team FROM users u JOIN teams t ON t.id = u.team_id WHERE u.name = '李雷'`;
  expect(await one(after)).toMatchObject({ roles: ['manager'] });
  expect((await one(after))?.team).toContain('南区');
  await (await admin.types('管理 角色 李雷')).submit({ also: 'rep' });
  await (await admin.types('管理 角色 李雷')).submit({ role: 'director' });
  expect(await one(after)).toMatchObject({ roles: ['director', 'rep'] });
  await (await admin.types('管理 角色 李雷')).submit({ also: '' });
  expect(await one(after)).toMatchObject({ roles: ['director'] });
  await admin.types('管理 角色 李雷 --兼任 服务');
  const back = await admin.types('管理 角色 李雷 --角色 销售');
  expect(back.text).toContain('角色: 销售');
  await admin.types('管理 角色 李雷 --团队 北区');
});

it('R85: says it in English as well, and that nothing has changed', async () => {
  const open = await tom.types('admin roles Jim');
  await zhang.types('管理 角色 Jim --兼任 财务');
  const both = await open.submit({ also: 'manager' });
  expect(both.text).toMatch(/Also, yours: [^\n]+\nAlso, theirs: \w+ · 张伟/);
  await both.press('Keep theirs');
  expect((await (await tom.types('admin roles Jim')).submit({})).text).toContain('It stands like that already');
});

it('R85: a team that was added or changed meanwhile is shown', async () => {
  const open = await admin.says('新建团队华东，由李雷负责');
  await zhang.types('管理 团队 --名称 华东 --负责人 Jim');
  const both = await open.submit();
  expect(both.text).toContain('负责人（对方）: Jim Green');
  expect((await both.press('保留对方的')).text).toContain('华东');
  expect(await one(`SELECT u.name FROM teams t JOIN users u ON u.id = t.lead_id WHERE t.name = '华东'`)).toEqual({
    name: 'Jim Green',
  });
});

it('R15: a tier that somebody else has set by hand is shown, with his reason', async () => {
  const open = await li.says('把华星电子设为A类客户，原因是战略客户');
  await zhang.types('客户等级 华星电子 B --原因 回款慢');
  const both = await open.submit();
  expect(both.text).toContain(
    '等级（你）: A\n等级（对方）: B · 张伟 10:30\n原因（你）: 战略客户\n原因（对方）: 回款慢',
  );
  await both.press('只用我的等级');
  const tier = 'SELECT manual_tier AS tier, manual_reason AS reason FROM customer_tiers WHERE manual_tier IS NOT NULL';
  expect(await one(tier)).toEqual({ tier: 'A', reason: '回款慢' });
  const form = await li.types('客户等级 华星电子');
  expect(Object.fromEntries(form.form.inputs.map(({ name, value }) => [name, value]))).toMatchObject({
    reason: '回款慢',
  });
  await form.submit({ reason: '战略客户' });
  expect(await one(tier)).toEqual({ tier: 'A', reason: '战略客户' });
  expect((await li.types('客户等级 华星电子 B')).text).toContain('请填写原因');
});

it('R10: of several leads those that were given away meanwhile are named, and the others are one press away', async () => {
  for (const name of ['王建国', '孙小美']) {
    await zhang.types(`新线索 ${name} --公司 ${name}公司 --负责人 李雷`);
  }
  const open = await zhang.types('批量分配 王建国、孙小美');
  await admin.types('分配线索 王建国 韩梅梅');
  const refused = await open.submit({ owner: '张伟' });
  expect(refused.text).toContain('部分线索刚刚已转交他人（1）\n你的操作没有执行。\n王建国: 韩梅梅');
  expect(refused.labels).toEqual(['只分配其余的', '仍然转交', '不再转交']);
  await refused.press('只分配其余的');
  const { rows } = await company.database.pool.query(
    `SELECT l.contact_name AS lead, u.name AS owner FROM leads l JOIN users u ON u.id = l.owner_id ORDER BY 1`,
  );
  expect(rows).toEqual(
    expect.arrayContaining([
      { lead: '王建国', owner: '韩梅梅' },
      { lead: '孙小美', owner: '张伟' },
    ]),
  );
});
