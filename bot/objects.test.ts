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
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await company.database.pool.query(
    `INSERT INTO object_types (id, key, name_zh, name_en, synonyms, label_zh, label_en, fields, rules, position) VALUES
     (gen_random_uuid(), 'vehicle', '车辆', 'Vehicle', '{辆车,car}', '车牌号', 'Number plate', $1, $2, 1),
     (gen_random_uuid(), 'showing', '带看', 'Showing', '{看房}', '房源', 'Unit', $3, $4, 2)`,
    [
      JSON.stringify([
        {
          key: 'boughtOn',
          name: { zh: '购车日期', en: 'Bought on' },
          kind: 'date',
          past: true,
          words: ['买的', 'bought'],
        },
        { key: 'price', name: { zh: '车价', en: 'Price' }, kind: 'money' },
        { key: 'mileage', name: { zh: '里程', en: 'Mileage' }, kind: 'number' },
        {
          key: 'colour',
          name: { zh: '颜色', en: 'Colour' },
          kind: 'choice',
          options: [
            { value: 'white', name: { zh: '白色', en: 'White' } },
            { value: 'black', name: { zh: '黑色', en: 'Black' } },
          ],
        },
      ]),
      '[]',
      JSON.stringify([
        { key: 'shownOn', name: { zh: '带看日期', en: 'Shown on' }, kind: 'date' },
        { key: 'manager', name: { zh: '案场经理', en: 'Site manager' }, kind: 'person', required: true },
      ]),
      '[{"kind": "tell", "key": "tellManager", "field": "manager"}]',
    ],
  );
  await li.types('新客户 陈先生');
  await jim.types('customer add "Ms Li"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

async function stored(name: string): Promise<unknown> {
  const { rows } = await company.database.pool.query('SELECT "values" FROM objects WHERE name = $1', [name]);
  return rows[0]?.values;
}

describe('a company’s own objects (R22)', () => {
  it('are put on record by a sentence in Chinese, by the admin’s own word, on a form made of the declaration', async () => {
    const said = await li.says('给陈先生登记一辆车 沪A12345 2023年5月买的，白色');
    expect(said.card.title).toBe('登记车辆');
    expect(said.form.inputs.map(({ name, label, value }) => [name, label, value])).toEqual([
      ['customer', '客户', '陈先生'],
      ['name', '车牌号', '沪A12345'],
      ['boughtOn', '购车日期', '2023年5月'],
      ['price', '车价', undefined],
      ['mileage', '里程', undefined],
      ['colour', '颜色', 'white'],
    ]);
    expect(await stored('沪A12345')).toBeUndefined();
    const done = await said.submit({ price: '18万', mileage: '32000' });
    expect(done.text).toContain('已登记 · 车辆：沪A12345');
    expect(await stored('沪A12345')).toEqual({
      boughtOn: '2023-05-01',
      colour: 'white',
      mileage: 32000,
      price: { minor: '18000000', currency: 'CNY' },
    });
    expect((await done.press('撤销')).text).toContain('档案: 沪A12345（已移除）');
    expect(await stored('沪A12345')).toBeUndefined();
  });

  it('are put on record by a line, shown on the customer’s card, changed and listed', async () => {
    await li.types('登记档案 车辆 陈先生 沪B99999 --购车日期 2024年3月 --颜色 黑色');
    expect(await stored('沪B99999')).toEqual({ boughtOn: '2024-03-01', colour: 'black' });
    const found = await li.types('查找 沪B99999');
    expect(found.text).toContain('客户档案（1）\n沪B99999 — 陈先生');
    expect((await jim.types('find 沪B99999')).text).toContain('Nothing found');
    const section = await li.says('陈先生的车辆');
    expect(section.text).toContain('沪B99999');
    const card = await li.types('客户 陈先生');
    expect((await card.press('客户档案')).text).toContain('车辆 · 沪B99999');
    const form = await li.types('修改档案 沪B99999');
    expect(form.form.inputs.map(({ name, value }) => [name, value])).toContainEqual(['colour', 'black']);
    const changed = await form.submit({ mileage: '500' });
    expect(changed.text).toContain('里程: 500');
    expect(await stored('沪B99999')).toEqual({ boughtOn: '2024-03-01', colour: 'black', mileage: 500 });
  });

  it('ask for what their type requires and refuse what it does not declare', async () => {
    const said = await jim.says('log a showing of unit 12-3 for Ms Li');
    expect(said.card.title).toBe('New showing');
    const missing = await said.submit();
    expect(missing.form.inputs.find(({ name }) => name === 'manager')).toMatchObject({ error: 'Please fill this in.' });
    const done = await missing.submit({ manager: '刘洋', shownOn: 'tomorrow' });
    expect(done.text).toContain('Recorded: Showing: unit 12-3');
    expect((await jim.types('item add vehicle "Ms Li" X1 --wheels 4')).text).toContain('--wheels');
  });

  it('take no harm from what no text may hold, nor from very much of it', async () => {
    expect((await li.types('修改档案 \u0000*?')).text).toContain('没有找到档案');
    expect((await li.types(`登记档案 车辆 陈先生 \u0000${'长'.repeat(300)}`)).text).toContain('最多 200 个字');
    expect((await li.types('登记档案 \u0000 陈先生 X')).card.title).toBe('登记客户档案（设备、车辆、门店等）');
  });

  it('are asked for in English too, and a kind nobody declared is not guessed', async () => {
    expect((await jim.says("show Ms Li's showings")).text).toContain('unit 12-3');
    expect((await jim.types('item add spaceship "Ms Li" X1')).text).toContain('There are: Vehicle, Showing.');
  });

  it('are declared by an admin in chat, and spoken of by his word from then on', async () => {
    const admin = talk.as('admin');
    const kinds = await admin.types(
      '新增档案类型 船只 --名称叫 船名 --字段 "下水日期:日期，吨位:数字" --提醒 "下水日期 每 365: {name} 年检提醒"',
    );
    expect(kinds.text).toContain(
      '船只 — 船名 · 下水日期:日期，吨位:数字 · “下水日期”后每 365 天，给负责人建任务“… 年检提醒”',
    );
    const said = await li.says('给陈先生登记船只 海星号 吨位300');
    expect(said.form.inputs.map(({ label, value }) => [label, value])).toEqual([
      ['客户', '陈先生'],
      ['船名', '海星号'],
      ['下水日期', undefined],
      ['吨位', '300'],
    ]);
    const form = await admin.types('修改档案类型 船只');
    expect(form.form.inputs.find(({ name }) => name === 'fields')).toMatchObject({ value: '下水日期:日期，吨位:数字' });
    const wrong = await form.submit({ remind: '吨位 + 3: x' });
    expect(wrong.text).toContain('无法识别“吨位 + 3: x”');
    expect((await li.types('管理 档案类型')).text).toContain('管理员');
  });

  it('are read as before after an admin made another kind of one of their fields; what no longer fits is kept unseen', async () => {
    const admin = talk.as('admin');
    await admin.types('新增档案类型 展位 --字段 "负责:文字，布展日:文字，编号:文字"');
    await li.types('登记档案 展位 陈先生 A1 --负责 老王 --布展日 2026-02-31 --编号 七');
    const form = await admin.types('修改档案类型 展位');
    await form.submit({ fields: '负责:同事，布展日:日期，编号:数字', remind: '布展日 + 3: {name} 回访' });
    expect((await li.types('档案列表 展位')).text).toContain('展位 · A1');
    const shown = await li.types('查看档案 A1');
    expect(shown.text).toContain('展位：A1');
    expect(shown.text).not.toContain('2026-02-31');
    const changed = await (await li.types('修改档案 A1')).submit({ 编号: '7' });
    expect(changed.text).toContain('编号: 7');
    await (await admin.types('修改档案类型 展位')).submit({ fields: '负责:文字，布展日:文字，编号:数字', remind: '-' });
    expect((await li.types('查看档案 A1')).text).toContain('负责: 老王');
  });

  it('keep what a colleague changed while a form was open, and show both where it is the same (R12)', async () => {
    const admin = talk.as('admin');
    await admin.types('新增档案类型 机床 --字段 "吨位:数字，漆面:文字"');
    await li.types('登记档案 机床 陈先生 M1 --吨位 300 --漆面 白');
    const [one, two, three] = [
      await li.types('修改档案 M1'),
      await admin.types('修改档案 M1'),
      await li.types('修改档案 M1'),
    ];
    const nameOf = (label: string) => one.form.inputs.find((input) => input.label === label)?.name ?? '';
    await two.submit({ [nameOf('漆面')]: '黑' });
    await one.submit({ [nameOf('吨位')]: '500' });
    const shown = await li.types('查看档案 M1');
    expect(shown.text).toContain('吨位: 500');
    expect(shown.text).toContain('漆面: 黑');
    const both = await three.submit({ [nameOf('漆面')]: '红' });
    expect(both.labels).toContain('用我的');
    await both.press('用我的');
    expect((await li.types('查看档案 M1')).text).toContain('漆面: 红');
  });

  it('take two reminders of one day, and say kindly what a declaration cannot hold', async () => {
    const admin = talk.as('admin');
    await admin.types(
      '新增档案类型 合约 --字段 "签订日:日期" --提醒 "签订日 + 30: {name} 回访；签订日 + 30: {name} 开票"',
    );
    expect((await li.types('登记档案 合约 陈先生 HT1 --签订日 2026-05-01')).text).toContain('已登记');
    const long = await admin.types(`修改档案类型 合约 --字段 "档次:${'高'.repeat(41)}/低"`);
    expect(long.text).toContain('无法识别');
  });
});
