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

describe('a lead added though its number is on file (R10, R11)', () => {
  const statusOf = async (contact: string) => {
    const { rows } = await company.database.pool.query(
      `SELECT l.status, c.name, c.duplicate_reason AS reason FROM leads l LEFT JOIN customers c ON c.id = l.customer_id WHERE l.contact_name = $1`,
      [contact],
    );
    return rows;
  };
  const add = async (line: string, reason = '总机相同') => {
    await (await li.types(line)).press('仍然新建').then((form) => form.submit({ reason }));
  };

  it('is told truly what is the same, and becomes a customer of its own for a reason, by button', async () => {
    await talk.as('han').types('新客户 秋水电子 --联系人 高工 --电话 13700002222');
    await add('新线索 何平 --公司 恒星电子 --电话 13700002222');
    const form = await li.types('转化线索 何平');
    expect(form.text).toContain('韩梅梅已有客户电话相同，请先与其确认，或说明为何另建。');
    expect(form.text).not.toContain('秋水');
    expect(form.form.inputs.find(({ name }) => name === 'reason')?.value).toBe('总机相同');
    const met = await li.types('转化线索 何平 --商机 网关 --金额 12万');
    expect(met.text).toContain('韩梅梅的客户 — 客户 · 电话相同 · 韩梅梅');
    expect(met.labels).toEqual(['询问韩梅梅', '另建客户']);
    const own = await met.press('另建客户');
    expect(own.text).toContain('重复录入理由:  ! 请简单说明原因。');
    const done = await own.submit({ reason: '同一栋楼的两家公司' });
    expect(done.text).toContain('已转为客户：恒星电子\n联系人: 何平\n商机: 网关\n金额: ¥120,000');
    expect(await statusOf('何平')).toEqual([{ status: 'converted', name: '恒星电子', reason: '同一栋楼的两家公司' }]);
    const { rows } = await company.database.pool.query(
      `SELECT 1 FROM audit_entries a JOIN changes c ON c.id = a.change_id
        WHERE c.command = 'lead.convert' AND a.entity = 'customers' AND a.after::text LIKE '%同一栋楼的两家公司%'`,
    );
    expect(rows).toHaveLength(1);
    await done.press('撤销');
    expect(await statusOf('何平')).toEqual([{ status: 'new', name: null, reason: null }]);
  });

  it('joins the one that is there, or none, by line and by sentence', async () => {
    await li.types('新客户 春江仪表 --联系人 江工 --电话 13700003333');
    await add('新线索 江涛 --公司 江涛机电 --电话 13700003333');
    const met = await li.types('转化线索 江涛 --同时建商机 是');
    expect(met.text).toContain('春江仪表 — 客户 · 电话相同 · 李雷');
    expect(met.labels).toEqual(['查看', '并入该客户', '另建客户']);
    const joined = await met.press('并入该客户');
    expect(joined.text).toContain('已并入客户：春江仪表');
    await joined.press('撤销');
    const again = await li.types('转化线索 江涛 --并入客户 春江仪表');
    expect(again.text).toContain('已并入客户：春江仪表');
    await again.press('撤销');
    const said = await li.says('把江涛转成客户，是另一家公司');
    expect((await said.submit()).text).toContain('已转为客户：江涛机电');
    expect(await statusOf('江涛')).toEqual([{ status: 'converted', name: '江涛机电', reason: '是另一家公司' }]);
  });

  it('joins a customer of another name, in English', async () => {
    await jim.types('customer add "Harbor Tools"');
    await jim.types('lead add "Olga Reyes" --company "Reyes Trading"');
    const form = await jim.says('convert Olga Reyes into Harbor Tools');
    expect(form.text).toContain('Harbor Tools is a customer already (Jim Green): the lead joins it.');
    expect((await form.submit()).text).toContain('Harbor Tools');
    expect(await statusOf('Olga Reyes')).toEqual([{ status: 'converted', name: 'Harbor Tools', reason: null }]);
  });
});
