import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '../core/db/system.ts';
import { remindOwners } from '../core/objects/remind-owners.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, ORG, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let admin: Chat;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:00:30+08:00');
  talk = openChat(company);
  [admin, li, jim] = [talk.as('admin'), talk.as('li'), talk.as('jim')];
  await admin.types('新增产品 机油 --英文名 "Engine oil" --单价 300');
  await admin.types('新增产品 滤芯 --英文名 Filters --编号 F-1 --单价 80');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const remind = (today: string) =>
  asSystem(company.database, 'schedule', (transaction) => remindOwners(transaction, { today, org: ORG, limit: 10 }));
const rows = async <Row extends object>(sql: string) => (await company.database.pool.query<Row>(sql)).rows;

describe('what a reminder suggests (R22)', () => {
  it('is set in chat with its rule, said back, and kept where something else is changed', async () => {
    const declared = await admin.types(
      '新增档案类型 车辆 --英文名 Vehicle --名称叫 车牌号 --字段 "购车日期:日期，颜色:白色/黑色" --提醒 "购车日期 每 180: {name} 该保养了，推荐 机油、F-1、玻璃水"',
    );
    expect(declared.text).toContain('建任务“… 该保养了，推荐 机油、F-1、玻璃水”');
    const form = await admin.types('修改档案类型 车辆');
    expect(form.form.inputs.find(({ name }) => name === 'remind')?.value).toBe(
      '购车日期 每 180: {name} 该保养了，推荐 机油、F-1、玻璃水',
    );
    await form.submit({ synonyms: '汽车' });
    expect(await rows(`SELECT rules FROM object_types`)).toMatchObject([
      {
        rules: [
          {
            task: { zh: '{name} 该保养了' },
            goods: [{ zh: '机油' }, { zh: 'F-1' }, { zh: '玻璃水' }],
          },
        ],
      },
    ]);
  });

  it('stands on the task with one press that opens the deal with those lines, and Undo', async () => {
    await li.types('新客户 陈先生');
    await li.types('登记档案 车辆 陈先生 沪A12345 --购车日期 2026-05-01');
    await moveClock(company.database, '2026-10-28T10:00:30+08:00');
    expect(await remind('2026-10-28')).toBe(1);
    const card = await li.types('查看任务 沪A12345');
    expect(card.text).toContain('推荐: 机油、F-1、玻璃水');
    const opened = await card.press('建商机');
    expect(opened.text).toContain('商机已建立：沪A12345 该保养了');
    expect(opened.text).toContain('金额: ¥380\n产品: 机油、滤芯');
    const again = await card.press('建商机');
    expect(again.text).toContain('商机已在进行中：沪A12345 该保养了');
    const lines = () =>
      rows(`SELECT p.name_zh AS zh, d.quantity, d.price::int AS price, o.amount::int AS amount FROM opportunity_products d
              JOIN products p ON p.id = d.product_id JOIN opportunities o ON o.id = d.opportunity_id ORDER BY 1`);
    expect(await lines()).toEqual([
      { zh: '机油', quantity: 1, price: 30_000, amount: 38_000 },
      { zh: '滤芯', quantity: 1, price: 8_000, amount: 38_000 },
    ]);
    await opened.press('撤销');
    expect(await lines()).toEqual([]);
  });

  it('says which products are priced in another currency than the deal', async () => {
    await admin.types('新增产品 传感器 --英文名 Sensor --单价 "USD 20"');
    const opened = await li.types('新商机 陈先生 --名称 改装 --产品 机油、传感器');
    expect(opened.text).toContain('产品: 机油\n未添加（以其他币种定价）：传感器。');
  });

  it('is said in English as well, and is words where the price list has none of it', async () => {
    await admin.types(
      '修改档案类型 车辆 --提醒 "购车日期 每 180: Service {name}, suggest wiper blades and engine oil"',
    );
    await jim.types('customer add "Ms Stone"');
    await jim.types('item add 车辆 "Ms Stone" BX20 --购车日期 2026-05-01');
    await rows(`UPDATE tasks SET done_at = parley_now() WHERE done_at IS NULL`);
    await rows(
      `UPDATE object_dues SET due_on = '2026-10-28' WHERE object_id IN (SELECT id FROM objects WHERE name LIKE 'BX%')`,
    );
    expect(await remind('2026-10-28')).toBe(1);
    const card = await jim.types('task show BX');
    expect(card.text).toContain('Suggest: wiper blades, engine oil');
    expect((await card.press('Open an opportunity')).text).toContain('Products: Engine oil');
  });
});
