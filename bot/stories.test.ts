import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chat, openChat, type Said } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T07:30:00Z')); // a Wednesday, 15:30 in Shanghai
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 鹿鸣乳业有限公司 --联系人 高总');
  await li.types('新客户 云栈冷链物流有限公司');
  await li.types('添加联系人 鹿鸣乳业 潘经理');
  await li.types('新商机 云栈冷链 --名称 冷藏车定位');
  await li.types('新商机 鹿鸣乳业 --名称 清洗记录');
  await jim.types('customer add "Brook Dairy" --contact "Dana Fox"');
  await jim.types('customer add "Summit Robotics Inc"');
  await jim.types('opportunity open "Brook Dairy" --name "Tank monitoring"');
  await jim.types('opportunity open "Summit Robotics" --name "Cell monitoring"');
});
beforeEach(async () => {
  await company.database.pool.query('DELETE FROM follow_ups');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const told = async () => {
  const { rows } = await company.database.pool.query<{ said: string }>(
    `SELECT concat_ws(' | ', c.name, f.kind, f.happened_on::text, f.note) AS said
       FROM follow_ups f JOIN customers c ON c.id = f.customer_id ORDER BY f.created_at, f.id`,
  );
  return rows.map(({ said }) => said);
};

describe('several customers told of in one breath', () => {
  it('R35: each has what was said of him, on its day, and nothing of the other', async () => {
    await li.says('昨天上午拜访鹿鸣乳业谈了价格，下午去云栈冷链看了车');
    expect(await told()).toEqual([
      '鹿鸣乳业有限公司 | visit | 2026-05-12 | 昨天上午拜访鹿鸣乳业谈了价格',
      '云栈冷链物流有限公司 | visit | 2026-05-12 | 下午去云栈冷链看了车',
    ]);
  });

  it('R35: what is said of all of them is kept with each', async () => {
    await jim.says('Called Dana at Brook Dairy and Omar at Summit Robotics, both happy');
    expect(await told()).toEqual([
      'Brook Dairy | call | 2026-05-13 | Called Dana at Brook Dairy, both happy',
      'Summit Robotics Inc | call | 2026-05-13 | Omar at Summit Robotics, both happy',
    ]);
  });

  it('R35: one Undo takes all of it back', async () => {
    const said = await jim.says('Visited Brook Dairy in the morning and Summit Robotics in the afternoon');
    expect(await told()).toHaveLength(2);
    const rows = said.card.body.flatMap((node) =>
      node.type === 'actions' ? [node.buttons.map(({ label }) => label)] : [],
    );
    expect(rows).toEqual([['Open customer'], ['Open customer', 'Undo']]);
    await said.press('Undo');
    expect(await told()).toEqual([]);
  });

  it('R35: people of one customer are one entry', async () => {
    await li.says('给高总和潘经理都打了电话');
    expect(await told()).toEqual(['鹿鸣乳业有限公司 | call | 2026-05-13 | 给高总和潘经理都打了电话']);
  });

  it('R35: a customer mentioned in passing is no story of his', async () => {
    await li.says('今天拜访了鹿鸣乳业，他们说云栈冷链也在用');
    await jim.says('Visited Brook Dairy today with Tom and Summit Robotics came along');
    expect((await told()).map((line) => line.split(' | ')[0])).toEqual(['鹿鸣乳业有限公司', 'Brook Dairy']);
  });
});

describe('a day that cannot have been meant', () => {
  it('R35, R14: is asked about, not put down a year ago', async () => {
    const said = await li.says('5月20日拜访了鹿鸣乳业');
    expect(said.text).toContain('已发生的事');
    expect(await told()).toEqual([]);
  });
});

function chosen({ form }: Said): string | undefined {
  const deal = form.inputs.find(({ name }) => name === 'opportunity');
  return deal?.options?.find(({ value }) => value === deal.value)?.label;
}

describe('whose deal a discount is for', () => {
  it('R42: is told by who of the customer asks for it, whatever was spoken of last', async () => {
    await li.types('商机 查看 冷藏车定位');
    const asked = await li.says('高总嫌贵，要再降5个点');
    expect(chosen(asked)).toBe('清洗记录 · 鹿鸣乳业有限公司');
    await jim.types('opportunity show "Cell monitoring"');
    const said = await jim.says("Dana thinks it's too expensive, wants 5% off");
    expect(chosen(said)).toBe('Tank monitoring · Brook Dairy');
  });
});
