import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新线索 屠建设 --公司 鹭岛水产 --电话 13900139000 --来源 展会');
  await jim.types('lead add "Ann Lee" --company "Rockpool Aqua" --phone "+1 202 555 0143"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('the number of one person at a company that is a lead so far (R13)', () => {
  it.each(['鹭岛水产秦岚的电话', '鹭岛水产的张总电话多少'])('is never that of another: %s', async (said) => {
    const { text } = await li.says(said);
    expect(text).toContain('没有找到');
    expect(text).not.toContain('139');
  });

  it('is never that of another, in English', async () => {
    const { text } = await jim.types('contact "Carl Finch" --customer "Rockpool Aqua"');
    expect(text).toContain('I know nobody called');
    expect(text).not.toContain('555');
  });

  it('is found by the surname with a title, in small letters, or nearly spelt so', async () => {
    for (const said of ['屠总', '屠建设', '屠建社']) {
      expect((await li.types(`联系人 ${said} --客户 鹭岛水产`)).card.title).toContain('屠建设：');
    }
    for (const said of ['"Ms Lee"', '"ann lee"', 'ann']) {
      expect((await jim.types(`contact ${said} --customer "Rockpool Aqua"`)).card.title).toContain('Ann Lee: ');
    }
  });
});

describe('the number of somebody who has left (R12, R13)', () => {
  it('is not the headline for his company, and is marked where he himself is asked for', async () => {
    await li.types('新客户 华星电子有限公司');
    await li.types('添加联系人 华星电子 孙晓岚 --电话 13800138000');
    expect((await li.says('华星电子的电话')).card.title).toContain('孙晓岚：');
    await li.types('联系人离职 孙晓岚 --日期 5月1日');
    const ofCompany = await li.says('华星电子的电话');
    expect(ofCompany.card.title).toMatch(/^华星电子.*的联系方式$/u);
    expect(ofCompany.text).toContain('5月1日离职');
    expect((await li.says('孙晓岚的电话是多少')).card.title).toContain('孙晓岚（5月1日离职）：');
    await li.types('添加联系人 华星电子 王建国 --电话 13800138001');
    expect((await li.says('华星电子的电话')).card.title).toContain('王建国：');
  });

  it('is so in English', async () => {
    await jim.types('customer add "Globex Works"');
    await jim.types('contact add "Globex Works" "Nora Whitlam" --phone "+1 202 555 0199"');
    await jim.types('contact left "Nora Whitlam" --on "1 May"');
    expect((await jim.types('contact --customer "Globex Works"')).card.title).toBe('How to reach Globex Works');
    expect((await jim.types('contact "Nora Whitlam"')).card.title).toContain('Nora Whitlam (left 1 May): ');
  });
});
