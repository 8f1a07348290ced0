import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let tom: Chat;
let admin: Chat;

beforeAll(async () => {
  company = await openCompany();
  await company.database.pool.query(`UPDATE users SET roles = '{admin,manager}' WHERE name LIKE 'Tom%'`);
  talk = openChat(company);
  [tom, admin] = [talk.as('tom'), talk.as('admin')];
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('what an admin names in one language', () => {
  it('R26 R63: a stage is called the same in the other', async () => {
    const form = await tom.says('add a stage Pilot after Proposal');
    const added = await form.submit();
    expect(added.text).toContain('Pilot');
    expect((await admin.types('管理阶段')).text).toContain('Pilot');
    await (await tom.says('rename the Pilot stage to Trial run')).submit();
    expect((await admin.types('管理阶段')).text).toContain('Trial run');
    await admin.types('修改阶段 "Trial run" --中文名称 试用');
    expect((await tom.types('admin stages')).text).toContain('Trial run');
  });

  it('R26: a stage of no name at all is asked for one, in one’s own language', async () => {
    const form = await tom.types('admin stage add Sales');
    expect(form.text).not.toContain('What is it called?');
    const asked = await form.submit({ probability: '40' });
    expect(asked.text).toMatch(/English name: .*What is it called\?/u);
    expect((await asked.submit({ nameEn: 'Proof' })).text).toContain('Proof');
  });

  it('R27: so is a pipeline', async () => {
    expect((await tom.types('admin pipeline add Renewals')).text).toContain('Renewals');
    await (await admin.says('新建流程招投标')).submit();
    expect((await tom.types('admin stages')).text).toContain('招投标');
  });

  it('R1 R2 R7 R10 R22: sources, outcomes, reasons, tags and kinds need one as well', async () => {
    await (await tom.types('admin source Roadshow')).submit();
    expect((await admin.types('管理 来源')).text).toContain('Roadshow');
    expect((await (await tom.types('admin outcome "Wants a sample"')).submit()).text).toContain('Wants a sample');
    expect((await (await tom.types('admin recycle reason "Chose a rival"')).submit()).text).toContain('Chose a rival');
    expect((await tom.types('admin object Vehicle --fields "Bought on: date"')).text).toContain('Vehicle');
    await tom.types('customer add "Northwind Traders"');
    expect((await tom.types('tag "Northwind Traders" "key account"')).text).toContain('key account');
  });
});
