import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChat } from '../test/support/chat.ts';
import { type Company, openCompany, type PersonKey } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

const rows = async <Row>(sql: string) => (await company.database.pool.query(sql)).rows as Row[];
const named = () =>
  rows<{ name: string; manager: string; note: string | null }>(
    `SELECT o.name, u.name AS manager, o."values" ->> 'note' AS note FROM objects o JOIN users u ON u.id::text = o."values" ->> 'manager' ORDER BY 1`,
  );
const naming = (person: PersonKey) =>
  company.as(person, (core) =>
    core.sql({ text: `SELECT n.id FROM users u, parley_objects_naming(u.id) n WHERE u.name = '李雷'` }),
  );

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  await company.database.pool.query(
    `INSERT INTO object_types (id, key, name_zh, name_en, label_zh, label_en, fields, rules, position)
     VALUES (gen_random_uuid(), 'showing', '带看', 'Showing', '房源', 'Unit', $1, '[]', 1)`,
    [
      JSON.stringify([
        { key: 'manager', name: { zh: '案场经理', en: 'Site manager' }, kind: 'person' },
        { key: 'note', name: { zh: '备注', en: 'Note' }, kind: 'text' },
      ]),
    ],
  );
  const [li, han, jim] = [talk.as('li'), talk.as('han'), talk.as('jim')];
  await li.types('新客户 陈先生');
  await li.types('登记档案 showing 陈先生 A-1 --manager 李雷 --note 周末');
  await han.types('新客户 王女士');
  await han.types('登记档案 showing 王女士 A-2 --manager 李雷');
  await han.types('登记档案 showing 王女士 A-3 --manager 韩梅梅');
  await jim.types('customer add "Ms Li"');
  await jim.types('object add showing "Ms Li" A-4 --manager 李雷');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const standing = (one: string, two: string, four: string) => [
  { name: 'A-1', manager: one, note: '周末' },
  { name: 'A-2', manager: two, note: null },
  { name: 'A-3', manager: '韩梅梅', note: null },
  { name: 'A-4', manager: four, note: null },
];

describe('an own record that names whoever leaves (R21, R22)', () => {
  it('names whoever follows him, as far as the giver may change it, and him again after an Undo', async () => {
    expect(await named()).toEqual(standing('李雷', '李雷', '李雷'));
    const plan = await talk.as('zhang').types('交接 李雷 韩梅梅');
    expect(plan.text).toContain('韩梅梅: 1 个客户 · 2 份档案的指定人');
    const done = await plan.press('全部交接');
    expect(await named()).toEqual(standing('韩梅梅', '韩梅梅', '李雷'));
    const list = await done.press('清单');
    expect(list.text).toContain('A-1');
    expect(list.labels.filter((label) => label === '查看')).toHaveLength(3);
    await done.press('撤销');
    expect(await named()).toEqual(standing('李雷', '李雷', '李雷'));
  });

  it('goes all the same where an admin hands it over, who may change it wherever it hangs', async () => {
    const done = await (await talk.as('admin').types('交接 李雷 韩梅梅')).press('全部交接');
    expect(await named()).toEqual(standing('韩梅梅', '韩梅梅', '韩梅梅'));
    await done.press('撤销');
  });

  it('stays as it is where only its customer is given away', async () => {
    const given = await talk.as('zhang').types('转交客户 陈先生 韩梅梅');
    expect(given.text).toContain('1 个客户');
    expect(await named()).toEqual(standing('李雷', '李雷', '李雷'));
    await given.press('撤销');
  });

  it('is found by whoever leads him, and by nobody else', async () => {
    expect((await naming('zhang')).length).toBe(3);
    expect(await naming('han')).toEqual([]);
    expect(await naming('jim')).toEqual([]);
  });
});
