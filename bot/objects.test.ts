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

  it('are put on record with what was said and what comes next, by what is done with them (R22, R35)', async () => {
    const asked = await li.says('今天带陈先生看了翡翠湾3栋1201，很喜欢，周六带他太太再看');
    expect(asked.text).toContain('翡翠湾3栋1201');
    const saved = await asked.press('保存');
    expect(saved.form.inputs.find(({ name }) => name === 'manager')).toMatchObject({ label: '案场经理' });
  });

  it('are put on record by a line, shown on the customer’s card, changed and listed', async () => {
    await li.types('登记档案 车辆 陈先生 沪B99999 --购车日期 2024年3月 --颜色 黑色');
    expect(await stored('沪B99999')).toEqual({ boughtOn: '2024-03-01', colour: 'black' });
    const found = await li.types('查找 沪B99999');
    expect(found.text).toContain('客户档案（1）\n沪B99999 — 陈先生');
    expect((await jim.types('find 沪B99999')).text).toContain('Nothing found');
    const section = await li.says('陈先生的车辆');
    expect(section.text).toContain('沪B99999');
    expect((await li.types('客户 陈先生 --内容 客户档案')).text).toContain('车辆 · 沪B99999');
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

  it('are listed by when their rule asks for something, the soonest first', async () => {
    await li.types('登记档案 船只 陈先生 海星号 --下水日期 2025-06-01');
    await li.types('登记档案 船只 陈先生 远帆号 --下水日期 2025-12-01');
    const due = await li.types('档案列表 船只 --到期不晚于 6月30日');
    expect(due.text).toContain('6月30日 周二前到期的船只（1）');
    expect(due.text).toContain('海星号 — 6月1日 周一 · 海星号 年检提醒 · 陈先生');
    expect(due.text).not.toContain('远帆号');
    expect((await li.says('哪些船只快到年检了')).text).toContain('海星号');
    expect((await jim.types('items 船只 --due-by "30 June"')).text).toContain('Nothing falls due until then.');
  });

  it('are paged, what falls due as well as all there are, and the rest takes the place of what is shown', async () => {
    await company.database.pool.query(
      `INSERT INTO objects (id, type_id, customer_id, name, "values", created_by)
       SELECT gen_random_uuid(), t.id, c.id, '驳船' || lpad(g::text, 2, '0'), jsonb_build_object(t.fields -> 0 ->> 'key', (date '2025-06-01' + g)::text), c.created_by
         FROM object_types t, customers c, generate_series(1, 24) g WHERE t.name_zh = '船只' AND c.name = '陈先生'`,
    );
    const due = await li.types('档案列表 船只 --到期不晚于 6月30日');
    expect(due.card.title).toBe('6月30日 周二前到期的船只（1–10）');
    expect(due.text).not.toContain('驳船10');
    const second = await due.press('更多');
    expect(second.card.title).toContain('（11–20）');
    expect(second.text).toContain('驳船10');
    const last = await second.press('更多');
    expect(last.card.title).toContain('（21–25）');
    expect(last.labels).not.toContain('更多');
    const all = await li.types('items 船只');
    expect(all.card.title).toContain('（1–10）');
    expect((await all.press('更多')).card.title).toContain('（11–20）');
    expect((await li.says('哪些船只快到年检了')).labels).toContain('更多');
    await company.database.pool.query(`DELETE FROM objects WHERE name LIKE '驳船%'`);
  });

  it('keep the other language of what is called so when an admin changes something else', async () => {
    const labels = "SELECT label_zh, label_en FROM object_types WHERE name_en = 'Vehicle'";
    const before = (await company.database.pool.query(labels)).rows;
    const form = await talk.as('admin').types('修改档案类型 车辆');
    await form.submit({ synonyms: '车' });
    expect((await company.database.pool.query(labels)).rows).toEqual(before);
    expect(before[0]?.label_zh).not.toBe(before[0]?.label_en);
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

describe('what is asked of own objects in chat (R22, R102, R103)', () => {
  it('is answered by sentence and by line, in both languages, with what was understood', async () => {
    await li.types('登记档案 车辆 陈先生 沪X1 --购车日期 2020年3月 --车价 10万 --里程 90000');
    await li.types('登记档案 车辆 陈先生 沪X2 --购车日期 2019年1月 --车价 5万');
    const said = await li.says('2022年以前买的车辆有多少');
    expect(said.card.title).toBe('2 个车辆');
    expect(said.text).toContain('车辆 · 数量 · 购车日期 至2021年12月31日');
    expect((await li.says('那2019年的呢')).card.title).toBe('1 个车辆');
    expect((await li.types('问 车辆按客户')).text).toContain('陈先生');
    expect((await li.says('2022年以前买的车辆总车价')).card.title).toBe('车价合计 ¥150,000 · 2 个车辆');
    const list = await li.says('里程超过5万的车辆');
    expect(list.text).toContain('沪X1 · 陈先生');
    expect((await list.press('查看')).text).toContain('车辆：沪X1');
    expect((await jim.says('how many showings this month')).text).toMatch(/^1 showing/);
    expect((await jim.types('ask showings by customer')).text).toContain('Ms Li');
  });

  it('is kept as a list, which tells kindly when its kind is gone', async () => {
    const admin = talk.as('admin');
    await admin.types('新增档案类型 展台 --字段 "面积:数字"');
    await li.types('登记档案 展台 陈先生 T1 --面积 40');
    await li.says('面积超过30的展台');
    expect((await li.says('存成 大展台')).text).toContain('展台 · 面积 > 30');
    await (await admin.types('移除档案类型 展台')).submit();
    expect((await li.types('我的名单')).text).toContain('大展台 — 已取消的档案类型');
    expect((await li.types('打开名单 大展台')).text).toContain('公司已不再登记这类档案');
  });
});

describe('an own object that should not be there (R22, R106)', () => {
  it('goes by its button and comes back with Undo; whose it is not cannot take it away', async () => {
    await li.types('登记档案 车辆 陈先生 沪R1');
    const gone = await (await li.types('查看档案 沪R1')).press('移除');
    expect(gone.card.title).toBe('已移除 · 车辆：沪R1');
    expect((await li.types('查找 沪R1')).text).not.toContain('陈先生');
    expect((await li.types('档案列表 车辆 --客户 陈先生')).text).not.toContain('沪R1');
    await gone.press('撤销');
    expect((await li.types('查看档案 沪R1')).card.title).toBe('车辆：沪R1');
    expect((await jim.types('item remove 沪R1')).text).not.toContain('Removed');
  });

  it('goes by a line, and by a sentence that is confirmed first', async () => {
    const said = await li.says('车辆沪R1登记错了');
    expect(said.card.title).toBe('移除一份档案');
    expect((await said.submit()).text).toContain('已移除 · 车辆：沪R1');
    await jim.types('item add showing "Ms Li" "unit 7" --manager 刘洋');
    expect((await (await jim.says('delete the showing unit 7')).submit()).text).toContain('Removed: Showing: unit 7');
    expect((await jim.types('item remove "unit 12-3"')).text).toContain('Removed: Showing: unit 12-3');
    expect((await jim.types('undo')).text).toContain('unit 12-3');
    expect((await li.says('删除所有车辆')).text).not.toContain('已移除');
  });

  it('goes with its kind, whose admin sees how many there are; Undo or the same name brings all of it back', async () => {
    const admin = talk.as('admin');
    await admin.types('新增档案类型 拖车 --字段 "吨位:数字"');
    await li.types('登记档案 拖车 陈先生 TC1 --吨位 3');
    await li.types('登记档案 拖车 陈先生 TC2');
    const asked = await admin.says('停用档案类型 拖车');
    expect(asked.text).toContain('2 份档案及其提醒将不再显示');
    const gone = await asked.submit();
    expect(gone.card.title).toBe('已移除档案类型：拖车');
    expect((await li.types('查找 TC1')).text).not.toContain('陈先生');
    expect((await li.types('登记档案 拖车 陈先生 TC3')).text).not.toContain('已登记');
    await gone.press('撤销');
    expect((await li.types('查看档案 TC1')).text).toContain('吨位: 3');
    await (await admin.types('移除档案类型 拖车')).submit();
    expect((await admin.types('管理 档案类型')).text).not.toContain('拖车');
    await (await admin.types('新增档案类型 拖车')).submit();
    expect((await li.types('查看档案 TC1')).text).toContain('吨位: 3');
    expect((await li.types('移除档案类型 拖车')).text).toContain('管理员');
  });

  it('stands among the customer’s changes, field by field and by name (R13)', async () => {
    await li.types('登记档案 车辆 陈先生 沪S1 --颜色 白色 --车价 10万');
    await (await li.types('修改档案 沪S1')).submit({ colour: 'black', price: '12万' });
    await li.types('移除档案 沪S1');
    const changes = await li.types('客户 陈先生 --内容 变更记录');
    expect(changes.text).toContain('车辆 沪S1 移除');
    expect(changes.text).toContain('车价：¥100,000 → ¥120,000；颜色：白色 → 黑色');
    expect(changes.text).toMatch(/车辆 沪S1 新建 — 车价：¥100,000；颜色：白色/);
  });
});

it('R22: a kind of record that is said with very long signs is asked about like any other that nobody knows', async () => {
  const asked = await li.types(`登记档案 ${'👨‍👩‍👧‍👦'.repeat(20)}`);
  expect(asked.text).not.toContain('出错');
  expect(asked.reply?.kind).toBe('form');
});
