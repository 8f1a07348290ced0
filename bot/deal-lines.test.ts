// A line of a deal that is there already is shown before it is written over (R24, R26, R84, issue 4).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;
let jim: Chat;
let tom: Chat;

const rows = async (sql: string) => (await company.database.pool.query<Record<string, unknown>>(sql)).rows;
const lineOf = (code: string) =>
  rows(
    `SELECT d.quantity, d.price::int AS price FROM opportunity_products d JOIN products p ON p.id = d.product_id WHERE p.code = '${code}'`,
  );
const held = (said: { form: { inputs: readonly { name: string; value?: string }[] } }) =>
  Object.fromEntries(said.form.inputs.map(({ name, value }) => [name, value]));

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, zhang, jim, tom] = [talk.as('li'), talk.as('zhang'), talk.as('jim'), talk.as('tom')];
  await company.database.pool.query(
    `INSERT INTO products (id, code, name_zh, name_en, price, currency) VALUES
       (gen_random_uuid(), 'HL-G10', '边缘网关', 'EdgeGate 10', 360000, 'CNY'), (gen_random_uuid(), 'HL-B5', '边缘计算盒', 'EdgeBox 5', 1580000, 'CNY'),
       (gen_random_uuid(), 'HL-S1', '温度传感器', 'Thermo 1', 12000, 'CNY'), (gen_random_uuid(), 'HL-R2', '采集器', 'Collector 2', 90000, 'CNY')`,
  );
  await li.types('新客户 华星电子有限公司 --联系人 王建国');
  await li.types('新商机 华星电子 --名称 二期');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a product of a deal', () => {
  it('opens its form as it stands, and one part of it is changed alone', async () => {
    await li.types('商机产品 二期 --产品 HL-G10 --数量 5 --单价 3400');
    const open = await li.types('商机产品 二期 --产品 HL-G10');
    expect(held(open)).toMatchObject({ quantity: '5', price: '¥3,400' });
    await open.submit({ quantity: '6' });
    expect(await lineOf('HL-G10')).toEqual([{ quantity: 6, price: 340_000 }]);
    await li.types('商机产品 二期 --产品 HL-G10 --单价 3300');
    expect(await lineOf('HL-G10')).toEqual([{ quantity: 6, price: 330_000 }]);
    await li.types('商机产品 二期 --产品 HL-G10 --数量 7');
    expect(await lineOf('HL-G10')).toEqual([{ quantity: 7, price: 330_000 }]);
  });

  it('shows both versions where a colleague was faster, and keeps his where he is told to', async () => {
    const open = await li.types('商机产品 二期 --产品 HL-G10');
    await zhang.types('商机产品 二期 --产品 HL-G10 --数量 9');
    const both = await open.submit({ quantity: '8', price: '3200' });
    expect(both.text).toBe(
      [
        '其他人刚刚改过',
        '数量（你）: 8',
        '数量（对方）: 9 · 张伟 10:30',
        '你的修改尚未保存。',
        '[用我的] [保留对方的]',
      ].join('\n'),
    );
    await both.press('保留对方的');
    expect(await lineOf('HL-G10')).toEqual([{ quantity: 9, price: 320_000 }]);
  });

  it('is shown before it is written over by a form that was opened without it', async () => {
    const [empty, other] = [await li.types('商机产品 二期'), await li.types('商机产品 二期 --产品 HL-B5')];
    await zhang.types('商机产品 二期 --产品 HL-B5 --数量 2');
    const both = await empty.submit({ product: 'HL-B5', quantity: '4' });
    expect(both.text).toBe(
      ['已有记录', '数量（你）: 4', '数量（现有）: 2 · 张伟 10:30', '你的修改尚未保存。', '[用我的] [保留现有的]'].join(
        '\n',
      ),
    );
    expect((await both.press('保留现有的')).text).toContain('边缘计算盒 × 2');
    expect((await other.submit({ quantity: '3' })).text).toContain('数量（对方）: 2 · 张伟 10:30');
    await (await empty.submit({ product: 'HL-B5', quantity: '4' })).press('用我的');
    expect(await lineOf('HL-B5')).toEqual([{ quantity: 4, price: 1_580_000 }]);
  });

  it('is shown as it stands once it was chosen on an empty form; how many there are to be is asked of a new one', async () => {
    const empty = await (await li.types('查看商机 二期')).press('产品…');
    const shown = await empty.submit({ product: 'HL-B5' });
    expect(held(shown)).toMatchObject({ quantity: '4', price: '¥15,800' });
    await shown.submit({ quantity: '5' });
    expect(await lineOf('HL-B5')).toEqual([{ quantity: 5, price: 1_580_000 }]);
    const asked = await (await li.types('商机产品 二期')).submit({ product: 'HL-S1' });
    expect(asked.form.inputs.find(({ name }) => name === 'quantity')?.error).toBe('请填写数量。');
    await asked.submit({ quantity: '3' });
    expect(await lineOf('HL-S1')).toEqual([{ quantity: 3, price: 12_000 }]);
  });

  it('is another one where its form is sent for that, and nothing it showed of the first is said of it', async () => {
    const [open, again] = [await li.types('商机产品 二期 --产品 HL-S1'), await li.types('商机产品 二期 --产品 HL-S1')];
    await open.submit({ product: 'HL-R2', quantity: '4' });
    expect(await lineOf('HL-R2')).toEqual([{ quantity: 4, price: 90_000 }]);
    const both = await again.submit({ product: 'HL-B5', quantity: '4' });
    expect(both.text).toContain('数量（你）: 4\n数量（现有）: 5 · 李雷 10:30');
    expect(await lineOf('HL-S1')).toEqual([{ quantity: 3, price: 12_000 }]);
  });

  it('that a colleague has taken away comes back only by his word', async () => {
    const open = await li.types('商机产品 二期 --产品 HL-R2');
    await zhang.types('商机产品 二期 --产品 HL-R2 --数量 0');
    const both = await open.submit({ quantity: '6' });
    expect(both.text).toContain('数量（你）: 6\n数量（对方）: —');
    expect(await lineOf('HL-R2')).toEqual([]);
    await both.press('用我的');
    expect(await lineOf('HL-R2')).toMatchObject([{ quantity: 6 }]);
  });

  it('is confirmed from a sentence beside what stands (R102)', async () => {
    const open = await li.says('华星的商机里加8套HL-B5');
    expect(held(open)).toMatchObject({ quantity: '8', price: '¥15,800' });
    await zhang.types('商机产品 二期 --产品 HL-B5 --数量 7');
    expect((await open.submit()).text).toContain('数量（你）: 8\n数量（对方）: 7 · 张伟 10:30');
  });

  it('speaks English as well', async () => {
    await jim.types('customer add Globex');
    await jim.types('opportunity open Globex --name Phase2');
    const [open, empty] = [
      await jim.types('deal product Phase2 --product HL-G10'),
      await jim.types('deal product Phase2'),
    ];
    await tom.types('deal product Phase2 --product HL-G10 --quantity 2');
    const both = await empty.submit({ product: 'HL-G10', quantity: '4' });
    expect(both.text).toContain('This is on record already\nQuantity, yours: 4\nQuantity, as it is: 2 · Tom Brown');
    expect(both.labels).toEqual(['Save mine', 'Keep what is there']);
    expect((await open.submit({ quantity: '4' })).text).toContain('Quantity, theirs: 2 · Tom Brown');
  });
});

describe('who works on a deal, and who decides at the customer’s', () => {
  it('opens with the share that stands, and a colleague’s is not written over unseen', async () => {
    await li.types('商机成员 二期 --同事 韩梅梅 --比例 30');
    const open = await li.types('商机成员 二期 --同事 韩梅梅');
    expect(held(open)).toMatchObject({ share: '30' });
    await zhang.types('商机成员 二期 --同事 韩梅梅 --比例 20');
    const both = await open.submit({ share: '40' });
    expect(both.text).toContain('比例（你）: 40\n比例（对方）: 20 · 张伟 10:30');
    await both.press('用我的');
    expect((await li.types('查看商机 二期')).text).toContain('韩梅梅 40%');
    expect((await open.submit({ person: 'Jim', share: '25' })).text).toContain('Jim Green 25%');
  });

  it('opens with the part that somebody plays, and a colleague’s word is not written over unseen', async () => {
    await li.types('决策链 二期 --联系人 王总 --角色 支持者');
    const open = await li.types('决策链 二期 --联系人 王总');
    expect(held(open)).toMatchObject({ role: 'champion' });
    await zhang.types('决策链 二期 --联系人 王建国 --角色 决策人');
    const both = await open.submit({ role: 'blocker' });
    expect(both.text).toContain('角色（你）: 反对者\n角色（对方）: 决策人 · 张伟 10:30');
    await both.press('保留对方的');
    expect((await li.types('查看商机 二期')).text).toContain('王建国（决策人）');
    const empty = await (await (await li.types('查看商机 二期')).press('人员与竞争…')).press('决策链…');
    expect(held(await empty.submit({ contact: '王总' }))).toMatchObject({ role: 'decision_maker' });
    expect((await empty.submit({ contact: '王总', role: 'user' })).text).toContain('角色（现有）: 决策人');
  });
});
