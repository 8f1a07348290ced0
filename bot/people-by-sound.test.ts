import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchContacts } from '../core/customers/search-contacts.ts';
import { asSystem } from '../core/db/system.ts';
import { hearNames } from '../core/hear-names.ts';
import { search } from '../core/search/search.ts';
import { openChat } from '../test/support/chat.ts';
import { type Company, openCompany, type PersonKey } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  await talk.as('li').types('新客户 深圳市华星电子有限公司 --联系人 王建国 --电话 13800138000');
  await talk.as('li').types('新线索 曾小飞 --公司 飞鸟科技');
  await talk.as('jim').types('customer add "Globex Tools Ltd" --contact "Annabel Leeson"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const found = (who: PersonKey, words: string) =>
  company.as(who, async (core) => (await search(core, words)).hits.map(({ kind, name }) => `${kind}: ${name}`));

const meant = (who: PersonKey, mention: string) =>
  company.as(who, async (core) => (await searchContacts(core, { mention })).map(({ name }) => name));

describe('a person at a customer, as customers are (R20)', () => {
  it.each([
    ['wangjianguo', 'in pinyin'],
    ['Wang Jianguo', 'in syllables'],
    ['wjg', 'by initials'],
    ['王健国', 'as it sounds'],
    ['wnagjianguo', 'mistyped in pinyin'],
  ])('is found by %s: %s', async (words) => {
    expect(await found('li', words)).toEqual(['contact: 王建国']);
    expect(await meant('li', words)).toEqual(['王建国']);
    expect([await found('jim', words), await meant('jim', words)]).toEqual([[], []]); // R84
  });

  it.each(['Anabel Leeson', 'annabel', 'Annabel Leesson'])('is found by “%s”, nearly as it is spelt', async (words) => {
    expect(await found('jim', words)).toEqual(['contact: Annabel Leeson']);
    expect(await meant('jim', words)).toEqual(['Annabel Leeson']);
    expect(await found('li', words)).toEqual([]);
  });

  it('is found at the customer that is named, and not for a name that is another', async () => {
    expect(await meant('li', 'wangjianguo · 华星')).toEqual(['王建国']);
    expect(await meant('chen', 'wangjianguo · Globex')).toEqual([]);
    expect(await meant('li', '王建军')).toEqual([]);
    expect(await meant('jim', 'Isabel Lawson')).toEqual([]);
  });

  it('is meant so in a line and in a sentence of either language', async () => {
    const li = talk.as('li');
    for (const line of ['contact wangjianguo', '联系人 王健国']) {
      expect((await li.types(line)).text).toContain('138 0013 8000');
    }
    for (const said of ["What's Wang Jianguo's phone number?", '王健国的电话是多少', 'wangjianguo的电话']) {
      expect((await li.says(said)).text).toContain('138 0013 8000');
    }
  });

  it('is not put on file twice for being spelt in letters (R24)', async () => {
    const asked = await talk.as('li').types('添加联系人 华星电子 "Wang Jianguo" --职务 总工');
    expect(asked.text).toContain('没有名为“Wang Jianguo”的联系人。你指的是王建国吗？');
    expect((await talk.as('li').types('查看联系人 王建国')).text).not.toContain('总工');
    await asked.press('王建国');
    expect((await talk.as('li').types('查看联系人 wangjianguo')).text).toContain('总工');
    const { rows } = await company.database.pool.query('SELECT FROM contacts');
    expect(rows).toHaveLength(2);
  });

  it('is not written over by somebody whose name only sounds so (R24)', async () => {
    const li = talk.as('li');
    await li.types('新客户 海纳仪器有限公司 --联系人 李娜 --电话 13800138055');
    const asked = await li.types('添加联系人 海纳仪器 Lina --电话 13800138066');
    expect(asked.text).toContain('你指的是李娜吗？');
    const phones = async () =>
      (await company.database.pool.query(`SELECT name, phone FROM contacts WHERE name IN ('李娜', 'Lina')`)).rows;
    expect(await phones()).toEqual([{ name: '李娜', phone: '+8613800138055' }]);
    await asked.press('新建联系人“Lina”');
    expect(await phones()).toEqual([
      { name: '李娜', phone: '+8613800138055' },
      { name: 'Lina', phone: '+8613800138066' },
    ]);
    await company.database.pool.query(`DELETE FROM contacts WHERE name IN ('李娜', 'Lina')`);
  });

  it('is found by the new name after a correction, and by the old one once that is undone (R106)', async () => {
    const corrected = await talk.as('li').types('修改联系人 王建国 --姓名 黄志强');
    expect([await meant('li', 'huangzhiqiang'), await meant('li', 'wangjianguo')]).toEqual([['黄志强'], []]);
    await corrected.press('撤销');
    expect([await meant('li', 'huangzhiqiang'), await meant('li', 'wangjianguo')]).toEqual([[], ['王建国']]);
  });
});

it('what people are known by is read with their customer, and written by whoever works on it (R84)', async () => {
  const keys = (who: PersonKey) =>
    company.as(who, (core) =>
      core.sql({ text: `SELECT key FROM name_keys WHERE entity = 'contact' AND key LIKE 'wang%'` }),
    );
  expect([await keys('li'), await keys('jim')]).toEqual([[{ key: 'wangjianguo' }], []]);
  const { rows } = await company.database.pool.query(`SELECT id FROM contacts WHERE name = '王建国'`);
  const text = `INSERT INTO name_keys (id, entity, record_id, key) VALUES (gen_random_uuid(), 'contact', $1, 'boss')`;
  await expect(company.as('jim', (core) => core.sql({ text, values: [rows[0].id] }))).rejects.toThrow(
    'row-level security',
  );
});

it('a lead is found by how the name of its contact sounds (R20)', async () => {
  expect(await found('li', 'zengxiaofei')).toEqual(['lead: 曾小飞']);
  expect((await talk.as('li').types('contact zengxiaofei')).text).toContain('飞鸟科技');
});

it('names that were on file before are heard, some at a time, each once', async () => {
  const { pool } = company.database;
  await pool.query(`DELETE FROM name_keys WHERE entity = 'contact' OR key LIKE 'zeng%'`);
  await pool.query(`INSERT INTO name_keys (id, entity, record_id, key)
    SELECT gen_random_uuid(), 'contact', id, '?' FROM contacts WHERE name = '王建国'
    UNION ALL SELECT gen_random_uuid(), 'lead', id, '?' FROM leads
    UNION ALL SELECT gen_random_uuid(), 'contact', gen_random_uuid(), '?'`);
  expect(await found('li', 'wangjianguo')).toEqual([]);
  const hear = () => asSystem(company.database, 'schedule', (transaction) => hearNames(transaction, { limit: 2 }));
  expect([await hear(), await hear(), await hear()]).toEqual([2, 1, 0]);
  expect(await found('li', 'wangjianguo')).toEqual(['contact: 王建国']);
  expect(await found('li', 'zengxiaofei')).toEqual(['lead: 曾小飞']);
});
