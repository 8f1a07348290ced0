import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;
let liu: Chat;
let admin: Chat;

beforeAll(async () => {
  company = await openCompany();
  await company.database.pool.query(`UPDATE users SET roles = '{marketing}' WHERE name = '刘洋'`);
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, jim, liu, admin] = [talk.as('li'), talk.as('jim'), talk.as('liu'), talk.as('admin')];
  await admin.types('管理来源 直播 --英文名 Livestream');
  await admin.types('新增产品 边缘网关 --英文名 "EdgeGate 10" --单价 100');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const ownerOf = async (contact: string) => {
  const { rows } = await company.database.pool.query<{ name: string }>(
    'SELECT u.name FROM leads l JOIN users u ON u.id = l.owner_id WHERE l.contact_name = $1',
    [contact],
  );
  return rows[0]?.name;
};

describe('who gets the leads of a source', () => {
  it('R4 R102: is said in a sentence, of one colleague, and holds for the next lead; Undo takes it back', async () => {
    const form = await admin.says('直播来的线索以后都给李雷');
    const saved = await form.submit({});
    expect(saved.text).toContain('直播 → 李雷');
    await liu.types('新线索 赵一 --来源 直播');
    expect(await ownerOf('赵一')).toBe('李雷');
    await saved.press('撤销');
    expect((await admin.types('分配规则')).text).not.toContain('直播 → 李雷');
  });

  it('R4: a rule of a colleague is changed to one of a team, in place of him', async () => {
    const one = await admin.types('admin rule 20 --sources Livestream --colleague Jim');
    expect(one.text).toContain('20 · 直播 → Jim Green');
    const all = await admin.types('管理 规则 20 --团队 南区');
    expect(all.text).toContain('20 · 直播 → 南区');
    expect((await admin.types('admin rule 20 --colleague Jim')).text).toContain('20 · 直播 → Jim Green');
    await liu.types('新线索 钱二 --来源 直播');
    expect(await ownerOf('钱二')).toBe('Jim Green');
  });
});

describe('leads in the words of the house', () => {
  it('R2 R102: a source needs no word for a source beside it', async () => {
    await li.types('新线索 孙三 --来源 直播 --意向产品 边缘网关');
    const own = await li.says('直播 leads of 李雷');
    expect(own.text).toContain('孙三');
    expect(own.text).toContain('来源');
    expect((await jim.says('livestream leads')).text).toContain('钱二');
  });

  it('R1 R103: what stands under several tags counts once in the total', async () => {
    await li.types('打标签 孙三 高意向');
    await li.types('打标签 孙三 需培育');
    const said = await li.says('各标签线索数');
    expect(said.text).toMatch(/高意向[^\n]*1/u);
    expect(said.text).toMatch(/需培育[^\n]*1/u);
    expect(said.text).toMatch(/^2 条线索\n/u);
  });

  it('R5 R103: are counted by the product they ask for', async () => {
    expect((await li.says('各产品线索数')).text).toMatch(/边缘网关[^\n]*1/u);
  });

  it('R6: those that have had no answer are listed', async () => {
    expect((await li.says('哪些线索还没响应')).text).toContain('孙三');
    await li.types('线索跟进 孙三 通了电话');
    expect((await li.says('哪些线索还没响应')).text).not.toContain('孙三');
  });
});

describe('what a stage asks for', () => {
  it('R26 R102: said in a sentence, comes to what stands and takes nothing away', async () => {
    await admin.types('修改阶段 商务谈判 --进入条件 竞争对手');
    const form = await admin.says('进入商务谈判需要填写金额');
    await form.submit({});
    const { rows } = await company.database.pool.query(`SELECT entry FROM stages WHERE key = 'negotiation'`);
    expect(rows).toEqual([{ entry: ['competitor', 'amount'] }]);
  });
});
