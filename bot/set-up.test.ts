import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let admin: Chat;
let chinese: Chat;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  admin = talk.as('admin');
  chinese = talk.as('han');
  await company.database.pool.query(`UPDATE users SET roles = roles || '{admin}' WHERE name = '韩梅梅'`);
  await admin.types('language en');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('the first steps of a company', () => {
  it('R85 R63: are shown with what stands, each with the button that goes on, in both languages', async () => {
    const said = await admin.says('set up');
    expect(said.card.title).toBe('Set up your company');
    expect(said.text).toContain('○ Industry');
    expect(said.text).toContain('○ Products — none yet');
    expect(said.labels).toEqual(
      expect.arrayContaining(['Industry templates', 'Teams', 'Invite', 'Stages', 'New product', 'Rules', 'Connect']),
    );
    const inChinese = await chinese.says('初始设置');
    expect(inChinese.card.title).toBe('公司初始设置');
    expect(inChinese.labels).toEqual(expect.arrayContaining(['行业模板', '邀请同事', '新增产品', '接入']));
  });

  it('R63: move on with what is done', async () => {
    await chinese.types('新增产品 网关 --英文名 Gateway --单价 100');
    await admin.types('admin template SaaS').then((shown) => shown.press('Use it'));
    const said = await admin.types('setup');
    expect(said.text).toContain('✓ Products — 1');
    expect(said.text).toContain('Industry');
  });

  it('R85: are an admin’s alone; whoever asks how to begin gets help', async () => {
    expect((await talk.as('jim').types('setup')).text).toContain('Only these roles can do that');
    expect((await talk.as('jim').says('how do I get started')).card.title).toBe('Just tell me what happened');
  });
});
