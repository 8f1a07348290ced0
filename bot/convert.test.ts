import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

const dealsOf = async (customer: string) => {
  const { rows } = await company.database.pool.query(
    `SELECT o.name, o.amount::int / 100 AS amount, o.close_on::text AS "closeOn" FROM opportunities o
       JOIN customers c ON c.id = o.customer_id WHERE c.name = $1`,
    [customer],
  );
  return rows;
};

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await talk.as('admin').types('新增产品 温度传感器 --单价 120');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a lead becomes a customer, a contact and an opportunity in one step (R11)', () => {
  it('of a sentence with a sum and a day, whose form shows what the opportunity will be called', async () => {
    await li.types('新线索 王建国 --公司 远景动力');
    const form = await li.says('把王建国转成客户，商机20万，下月底成交');
    expect(form.form.inputs.find(({ name }) => name === 'opportunity')?.value).toBe('远景动力');
    const done = await form.submit();
    expect(done.text).toContain('商机: 远景动力\n金额: ¥200,000\n预计成交: 6月30日');
    expect(await dealsOf('远景动力')).toEqual([{ name: '远景动力', amount: 200_000, closeOn: '2026-06-30' }]);
    await done.press('撤销');
    expect(await dealsOf('远景动力')).toEqual([]);
  });

  it('in English, of a sentence that only asks for one', async () => {
    await jim.types('lead add "Mary Major" --company Initech');
    await (await jim.says('convert Mary Major and open a deal')).submit();
    expect(await dealsOf('Initech')).toEqual([{ name: 'Initech', amount: null, closeOn: null }]);
  });

  it('of a line, called by the product they asked for', async () => {
    await li.types('新线索 孙小美 --公司 青松仪器 --意向产品 温度传感器');
    expect((await li.types('转化线索 孙小美 --金额 5万')).text).toContain('商机: 温度传感器\n金额: ¥50,000');
    expect(await dealsOf('青松仪器')).toEqual([{ name: '温度传感器', amount: 50_000, closeOn: null }]);
    await jim.types('lead add "Bob Poole" --company Globex');
    await jim.types('convert "Bob Poole" --deal yes');
    expect(await dealsOf('Globex')).toEqual([{ name: 'Globex', amount: null, closeOn: null }]);
  });

  it('of its form, and opens none where nothing of one was given', async () => {
    await li.types('新线索 周杰 --公司 白桦仪器');
    const form = await li.types('转化线索 周杰');
    expect(form.form.inputs.map(({ name }) => name)).not.toContain('deal');
    await form.submit({ closeOn: '2026-06-15' });
    expect(await dealsOf('白桦仪器')).toEqual([{ name: '白桦仪器', amount: null, closeOn: '2026-06-15' }]);
    await li.types('新线索 吴敏 --公司 松江电器');
    await (await li.says('把吴敏转成客户')).submit();
    expect(await dealsOf('松江电器')).toEqual([]);
  });
});
