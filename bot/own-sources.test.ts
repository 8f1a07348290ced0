import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let tom: Chat;
let admin: Chat;

beforeAll(async () => {
  company = await openCompany();
  await company.database.pool.query(`UPDATE users SET roles = '{admin,manager}' WHERE name LIKE 'Tom%'`);
  talk = openChat(company);
  [li, tom, admin] = [talk.as('li'), talk.as('tom'), talk.as('admin')];
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const rows = async (sql: string) => (await company.database.pool.query(sql)).rows;
const wordsOf = async (key: string) =>
  (await rows(`SELECT synonyms FROM lead_sources WHERE key = '${key}'`))[0]?.synonyms as string[] | undefined;
const sourceOf = (contact: string) =>
  rows(`SELECT source_key AS key, source FROM leads WHERE contact_name = '${contact}'`);

describe('a word that is another source’s so far', () => {
  it('R1: is asked about and becomes a source of its own; what is on file stays where it is', async () => {
    await li.types('新线索 赵一 --来源 抖音');
    const asked = await admin.says('加个来源抖音');
    expect(asked.text).toContain('“抖音”目前只是来源广告（');
    const made = await asked.press('单列为来源');
    expect(made.text).toContain('“抖音”已单列为来源，不再是“广告”的说法。');
    expect(await wordsOf('ad')).not.toContain('抖音');
    await (await li.says('新线索 王小二，来自抖音')).submit();
    expect(await sourceOf('王小二')).toEqual([{ key: '抖音', source: null }]);
    expect(await sourceOf('赵一')).toEqual([{ key: 'ad', source: null }]);
  });

  it('R1: goes back with Undo, and the other has its word again', async () => {
    const made = await (await tom.says('add a lead source LinkedIn')).press('A source of its own');
    expect(made.text).toContain('“LinkedIn” is a source of its own now');
    expect(await wordsOf('ad')).not.toContain('linkedin');
    await made.press('Undo');
    expect(await wordsOf('ad')).toContain('linkedin');
    expect(await wordsOf('linkedin')).toBeUndefined();
  });

  it('R1: what was said of it is kept on either way, and the other may be meant', async () => {
    const asked = await tom.says('please make leads from LinkedIn low priority');
    expect(asked.labels).toEqual(['A source of its own', 'Change Advertisement']);
    const form = await asked.press('Change Advertisement');
    expect((await form.submit()).text).toContain('Advertisement — priority low');
  });

  it('R1: is moved at once where that is said, and its line asks as well', async () => {
    const form = await admin.says('把公众号单独作为一个来源');
    expect((await form.submit({ priority: 'high' })).text).toContain('公众号 — 优先级高');
    expect(await wordsOf('ad')).not.toContain('公众号');
    const asked = await admin.types('管理来源 小红书 --优先级 高');
    expect((await asked.press('单列为来源')).text).toContain('小红书 — 优先级高');
    expect((await admin.types('管理来源 官网 --响应小时 4')).text).toContain('官网咨询 — 优先级高 · 4 小时内响应');
  });

  it('R7 R10: is asked about in the other lists of the house', async () => {
    expect((await admin.types('新增结果 占线')).labels).toEqual(['单列为通话结果', '修改“未接通”']);
  });
});

describe('a rule for such a word', () => {
  it('R4 R5: says what it would cover before anything is saved, and is for all of it where that is meant', async () => {
    const form = await tom.says('leads from Facebook go to Jim');
    expect(form.text).toMatch(/“Facebook” is only a word for Advertisement \(.+\): is the rule for all of it\?/u);
    const unsaid = await form.submit();
    expect(unsaid.text).toContain('is the rule for all of it?');
    expect((await unsaid.submit({ covers: 'all' })).text).toContain('Advertisement → Jim Green');
  });

  it('R4 R5: makes a source of it where that is meant, with one Undo', async () => {
    const form = await admin.says('百度来的线索给李雷');
    const saved = await form.submit({ covers: 'own' });
    expect(saved.text).toContain('百度 → 李雷');
    expect(saved.text).toContain('“百度”已单列为来源');
    expect(saved.text).toContain('广告 → Jim Green');
    await saved.press('撤销');
    expect(await wordsOf('ad')).toContain('百度');
    expect((await admin.types('分配规则')).text).not.toContain('百度 →');
  });

  it('R4: typed as a line is asked as well; the short name of a source is none', async () => {
    const typed = await admin.types('管理 规则 --来源 百度 --同事 李雷');
    expect(typed.text).toContain('“百度”只是广告（');
    expect((await typed.submit({ covers: 'own' })).text).toContain('百度 → 李雷');
    expect((await admin.types('管理 规则 --来源 官网 --同事 李雷')).text).toContain('官网咨询 → 李雷');
  });
});
