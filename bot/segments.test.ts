import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;
let jim: Chat;
let han: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-01-05T10:30:00+08:00');
  talk = openChat(company);
  [li, zhang, jim, han] = [talk.as('li'), talk.as('zhang'), talk.as('jim'), talk.as('han')];
  for (const [at, name] of ['华星电子', '云栖数据', '明珠医疗', '天府食品'].entries()) {
    await li.types(`新客户 ${name}有限公司 --联系人 ${'王李张刘'[at]}总 --电话 1380013800${at} --地区 上海`);
  }
  for (const [at, name] of ['Acme Manufacturing', 'Globex Trading'].entries()) {
    await jim.types(`customer add "${name} Ltd" --phone "+1 212 555 010${at}"`);
  }
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  await li.types('新工单 华星电子 到货慢 --类型 投诉');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

/** Nobody was called yet. */
const CLEAR = 'DELETE FROM call_list_entries; DELETE FROM tasks WHERE follow_up_id IS NOT NULL; DELETE FROM follow_ups';

async function count(what: string): Promise<number> {
  const { rows } = await company.database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`);
  return rows[0]?.n ?? -1;
}

describe('a segment (R8, R16)', () => {
  it('is the last question under a name, in Chinese, and taken back by Undo', async () => {
    await li.says('3个月没联系的客户');
    const saved = await li.says('存成 老客户回访');
    expect(saved.text).toContain('名单“老客户回访”（4）');
    expect(saved.text).toContain('90 天及以上无跟进');
    expect((await saved.press('撤销')).text).toContain('名单: 老客户回访（已移除）');
    expect(await count('segments')).toBe(0);
  });

  it('is the last question under a name, in English, and opened by it', async () => {
    await jim.says('customers not contacted for 90 days');
    const saved = await jim.says('save this as dormant customers');
    expect(saved.text).toContain('List “dormant customers” (2)');
    expect((await jim.says('open list dormant')).text).toContain('Acme Manufacturing Ltd');
    expect((await jim.says('my lists')).text).toContain('dormant customers');
  });

  it('is saved from the button of an answer, and its name may be the question itself', async () => {
    const answer = await li.says('3个月没联系的客户有哪些');
    const form = await answer.press('存为名单');
    expect((await form.submit({ name: '回访' })).text).toContain('名单“回访”（4）');
    expect((await li.types('存名单 3个月没联系的客户')).text).toContain('（4）');
    expect((await li.types('存名单 随便什么')).text).toContain('请先查询');
    expect((await li.types('存名单 回访 --问题 3个月没联系的客户')).text).toContain('已有同名名单“回访”');
  });

  it('is its owner’s alone until he shares it with his team, and only he changes it (R84)', async () => {
    expect((await zhang.types('打开名单 回访')).text).not.toContain('华星');
    await li.types('修改名单 回访 --可见范围 我的团队');
    expect((await zhang.types('打开名单 回访')).text).toContain('回访（4）');
    expect((await han.types('打开名单 回访')).text).toContain('回访（0）');
    expect((await han.types('删除名单 回访')).text).toContain('只有李雷可以修改');
    expect((await jim.types('lists')).text).not.toContain('回访');
    await li.types('修改名单 回访 --新名称 老客户回访');
    expect((await li.says('我的名单')).text).toContain('老客户回访');
  });

  it('goes to somebody who has one of that name already (R21)', async () => {
    const { pool } = company.database;
    await zhang.types('存名单 交接 --问题 3个月没联系的客户');
    await li.types('存名单 交接 --问题 3个月没联系的客户');
    await pool.query(`UPDATE segments SET owner_id = $1 WHERE name = '交接'`, [company.actor('zhang').userId]);
    expect(await count(`segments WHERE name = '交接' AND owner_id = '${company.actor('zhang').userId}'`)).toBe(2);
    await pool.query(`DELETE FROM segments WHERE name = '交接'`);
  });
});

describe('what customers bought (R16)', () => {
  beforeAll(async () => {
    const wang = talk.as('wang');
    await wang.types('新增产品 边缘网关 --单价 3600 --编号 HL-G10');
    await wang.types('新增产品 "工业 5G 网关" --单价 8900 --编号 HL-G30');
    await wang.types('新增产品 云平台年费 --单价 48000 --编号 HL-S1');
    await company.database.pool.query(
      `WITH bought (customer, code) AS (VALUES ('华星电子有限公司', 'HL-G10'), ('华星电子有限公司', 'HL-S1'), ('云栖数据有限公司', 'HL-G30')),
        deals AS (INSERT INTO opportunities (id, customer_id, name, owner_id, stage_key, currency, created_by)
          SELECT gen_random_uuid(), c.id, code, c.owner_id, 'won', 'CNY', c.owner_id FROM bought JOIN customers c ON c.name = bought.customer RETURNING id, name)
       INSERT INTO opportunity_products (id, opportunity_id, product_id, quantity, price, currency)
         SELECT gen_random_uuid(), d.id, p.id, 1, 100, 'CNY' FROM deals d JOIN products p ON p.code = d.name`,
    );
  });

  it('is asked by a part of a product’s name, and of another what they did not', async () => {
    const gateways = await li.says('买过网关的客户');
    expect(gateways.text).toContain('2 个客户');
    expect(gateways.text).toMatch(/买过(?:工业 5G 网关或边缘网关|边缘网关或工业 5G 网关)/);
    const without = await li.says('买过网关但没买过云平台的客户');
    expect(without.text).toContain('云栖数据');
    expect(without.text).not.toContain('华星电子');
    expect(without.text).toContain('没买过云平台年费');
    expect((await li.says('存成 缺云平台')).text).toContain('名单“缺云平台”（1）');
    expect((await li.says('打开缺云平台名单')).text).toContain('没买过云平台年费');
  });

  it('is asked in pinyin and in English, and by what we do not sell the price list is told', async () => {
    expect((await li.says('买过bianyuanwangguan的客户')).text).toContain('买过边缘网关');
    const none = await jim.says('customers who bought 网关 but not printers');
    expect(none.text).toContain('There is no product called “printers”. We sell: ');
    expect(none.text).toContain('边缘网关');
    expect((await li.says('买过打印机的客户')).text).toContain('没有名为“打印机”的产品。在售产品：');
  });
});

describe('a question that is a list at once (R8)', () => {
  it('is saved under the name it is given in the same sentence, and opened without quotes', async () => {
    const saved = await li.says('3个月没联系的客户存成名单 冬季复购');
    expect(saved.text).toContain('名单“冬季复购”（4）');
    expect((await li.says('打开冬季复购名单')).text).toContain('冬季复购（4）');
    await li.types('删除名单 冬季复购');
    const winter = await jim.says('save customers not contacted for 30 days as a list called winter');
    expect(winter.text).toContain('List “winter” (2)');
    expect((await jim.says('open the winter list')).text).toContain('winter (2)');
    await company.database.pool.query(`DELETE FROM segments WHERE name IN ('冬季复购', 'winter', '缺云平台')`);
  });

  it('is of leads nobody was in touch with for so long, those that are closed left out', async () => {
    await moveClock(company.database, '2026-04-20T10:30:00+08:00');
    await li.types('新线索 王建国 --公司 星河科技 --电话 13800138077');
    await li.types('新线索 赵强 --公司 银河科技 --电话 13800138078');
    await li.types('新线索 孙小美 --公司 天河科技 --电话 13800138079');
    await li.types('结果 孙小美 明确拒绝 没有预算');
    await moveClock(company.database, '2026-05-12T10:30:00+08:00');
    await li.types('线索跟进 赵强 发了资料');
    await moveClock(company.database, '2026-05-13T10:30:00+08:00');
    const waiting = await li.says('两周没联系的线索');
    expect(waiting.text).toContain('1 条线索');
    expect(waiting.text).toContain('王建国');
    const lately = await talk.as('wang').says('leads not contacted for 2 weeks');
    expect(lately.text).toContain('王建国');
    expect(lately.text).not.toContain('赵强');
    await company.database.pool.query("UPDATE leads SET owner_id = $1 WHERE company LIKE '%河科技'", [
      company.actor('chen').userId,
    ]);
  });
});

describe('a call list (R8)', () => {
  it('shows one customer: why, how to reach him, his open complaint first (R14)', async () => {
    const card = await li.says('按老客户回访名单逐个联系');
    expect(card.text).toContain('已处理 0 / 4，还剩 4');
    expect(card.text).toContain('90 天及以上无跟进');
    expect(card.text).toContain('138');
    const all = [card, await li.says('下一个'), await li.says('下一个'), await li.says('下一个')];
    expect(all.filter(({ text }) => text.includes('⚠ 投诉：到货慢'))).toHaveLength(1);
    expect(new Set(all.map(({ card: { title } }) => title)).size).toBe(4);
    const end = await li.says('下一个');
    expect(end.text).toContain('名单“老客户回访”已全部处理');
    expect(end.text).toContain('未记录，明天再来: 4');
    await company.database.pool.query('DELETE FROM call_list_entries');
  });

  it('goes on with log, skip and later, keeps its place, and sums up at the end', async () => {
    const first = await li.types('开始联系 老客户回访');
    const again = await li.types('开始联系 老客户回访');
    expect(again.card.title).toBe(first.card.title);
    const form = await first.press('已联系，记录');
    const logged = await form.submit({ note: '聊了续约' });
    expect(logged.text).toContain('已记录');
    const second = await logged.press('下一个客户');
    expect(second.card.title).not.toBe(first.card.title);
    expect(second.text).toContain('已处理 1 / 4，还剩 3');
    const asked = await second.press('跳过');
    const third = await asked.submit({ reason: 'wrong_number' });
    expect(third.text).toContain('已处理 2 / 4，还剩 2');
    const fourth = await third.press('明天再联系');
    expect(fourth.text).toContain('已处理 3 / 4，还剩 1');
    // An old card says nothing of whoever is in hand now.
    expect((await third.press('下一个')).card.title).toBe(fourth.card.title);
    const end = await li.says('跳过，没需求');
    expect(end.text).toContain('已联系: 1');
    expect(end.text).toContain('已跳过: 2');
    expect(end.text).toContain('稍后联系: 1');
    expect(await count(`call_list_entries WHERE reason IN ('wrong_number', 'no_need')`)).toBe(2);
    const back = await end.press('撤销');
    expect(back.text).toContain('已撤销');
    expect((await li.types('开始联系 老客户回访')).card.title).toBe(fourth.card.title);
    await company.database.pool.query('DELETE FROM call_list_entries');
    await company.database.pool.query('DELETE FROM follow_ups');
  });

  it('never gives one customer to two people, also when they ask in the same moment', async () => {
    const open = '开始联系 老客户回访';
    const [mine, theirs] = await Promise.all([li.types(open), zhang.types(open)]);
    expect(new Set([mine.card.title, theirs.card.title]).size).toBe(2);
    expect((await li.says('下一个')).card.title).not.toBe(theirs.card.title);
    // His time over, the customer is anybody's.
    await moveClock(company.database, '2026-05-13T11:30:00+08:00');
    const seen = [await li.types(open), await li.says('下一个'), await li.says('下一个')].map(({ card }) => card.title);
    expect(seen).toContain(theirs.card.title);
    await company.database.pool.query('DELETE FROM call_list_entries');
  });

  it('passes over whoever left the list meanwhile', async () => {
    const first = await li.types('开始联系 老客户回访');
    await zhang.types(`跟进 ${first.card.title} 已经打过电话`);
    const next = await li.types('开始联系 老客户回访');
    expect(next.card.title).not.toBe(first.card.title);
    expect(await count('call_list_entries')).toBe(1);
  });

  it('works in English from a sentence to its end', async () => {
    const first = await jim.says('call the dormant customers list');
    expect(first.text).toContain('0 of 2 done, 2 to go');
    expect(first.text).toContain('no word for 90 days or more');
    await jim.says(`Called ${first.card.title}, they want a new quote`);
    const second = await jim.says('next');
    expect(second.text).toContain('1 of 2 done, 1 to go');
    const end = await jim.says('skip, wrong number');
    expect(end.text).toContain('“dormant customers” is done');
    expect(end.text).toContain('Called: 1');
  });

  it('goes on by words alone: of nobody by name, they are of whoever is in hand', async () => {
    await company.database.pool.query(CLEAR);
    const first = await li.types('开始联系 老客户回访');
    const logged = await li.says('聊了，下周二回访，有意向');
    expect(logged.text).toContain(first.card.title);
    expect(logged.text).toContain('下一步: 回访');
    const second = await logged.press('下一个客户');
    const none = await li.says('没人接');
    expect(none.text).toContain(second.card.title);
    await none.press('下一个客户');
    const skipped = await li.says('跳过');
    expect(skipped.form.inputs.map(({ name }) => name)).toEqual(['reason']);
    const fourth = await skipped.submit({ reason: 'not_now' });
    expect(fourth.text).toContain('已处理 3 / 4');
    expect((await talk.as('tom').says('no answer')).form.inputs.map(({ name }) => name)).toContain('party');
    await company.database.pool.query(CLEAR);
  });

  it('without a list in hand offers those there are', async () => {
    expect((await han.says('下一个')).text).toContain('名单（1）');
    expect((await talk.as('tom').says('next customer')).text).toContain('No lists yet');
  });
});

describe('a call list of leads (R7, R8, R16)', () => {
  it('gives one lead at a time, whose outcome is one press, and nobody to two people', async () => {
    for (const [at, name] of ['王建国', '赵敏', '钱多多'].entries()) {
      await li.types(`新线索 ${name} --公司 星河${at}厂 --电话 1390013900${at} --来源 展会`);
    }
    await li.says('我的新线索有哪些');
    await li.says('存成 展会线索');
    await li.types('修改名单 展会线索 --可见范围 我的团队');
    const opened = await li.types('打开名单 展会线索');
    const first = await opened.press('开始联系');
    expect(first.text).toContain('展会线索');
    expect(first.text).toContain('已处理 0 / 3，还剩 3');
    expect(first.text).toContain('来源: 展会');
    const outcome = first.labels[0] ?? '';
    const ended = await first.press(outcome);
    expect(ended.labels).toContain('下一条线索');
    const second = await ended.press('下一条线索');
    expect(second.card.title).not.toBe(first.card.title);
    expect(
      await count(`call_list_entries WHERE lead_id IS NOT NULL AND customer_id IS NULL AND state = 'called'`),
    ).toBe(1);
    const third = await (await second.press('跳过')).submit({ reason: 'not_now' });
    const end = await third.press('1 小时后');
    expect(end.text).toContain('名单“展会线索”已全部处理');
    expect(end.text).toContain('稍后联系: 1');
    const back = await end.press('撤销');
    expect(back.text).toContain('已撤销');
    expect((await li.types('开始联系 展会线索')).card.title).toBe(third.card.title);
    await company.database.pool.query('DELETE FROM call_list_entries');
    const titles = await Promise.all(['a', 'b'].map(() => li.types('开始联系 展会线索')));
    expect(new Set(titles.map(({ card }) => card.title)).size).toBe(1);
  });

  it('takes how it ended by words alone, as a lead has it (R7)', async () => {
    await company.database.pool.query(CLEAR);
    const first = await li.types('开始联系 展会线索');
    const ended = await li.says('没人接');
    expect(ended.text).toContain(first.card.title.split(' · ')[0]);
    expect(await count(`leads WHERE outcome_key = 'no_answer'`)).toBe(1);
    expect(ended.labels).toContain('下一条线索');
    await company.database.pool.query(CLEAR);
  });

  it('says in English whom to call, passes over a lead that was closed, and goes on after a sentence', async () => {
    for (const name of ['Mary Major', 'John Doe']) {
      await jim.types(`lead add "${name}" --company "${name} Works"`);
    }
    const saved = await jim.types('list save "fair leads" --question "leads created this month"');
    expect(saved.text).toContain('List “fair leads” (2)');
    const first = await jim.says('call the fair leads list');
    expect(first.text).toContain('0 of 2 done, 2 to go');
    const logged = await jim.types(`lead log "${first.card.title.split(' · ')[0]}" "Wants prices"`);
    const second = await logged.press('Next on the list');
    expect(second.text).toContain('1 of 2 done, 1 to go');
    await company.database.pool.query(`UPDATE leads SET status = 'dropped' WHERE contact_name = $1`, [
      second.card.title.split(' · ')[0],
    ]);
    expect((await jim.says('next')).text).toContain('“fair leads” is done');
  });
});

describe('an open complaint (R14)', () => {
  it('is seen wherever somebody is about to get in touch', async () => {
    const mark = '⚠ 有未处理投诉';
    expect((await li.types('跟进 华星电子 打了电话 --下一步 回电话 --下一步日期 明天')).text).toContain(mark);
    expect((await li.types('任务')).text).toContain(mark);
    expect((await li.says('有哪些客户')).text).toContain(mark);
    expect((await li.types('新客户 华星机械有限公司')).text).toBeDefined();
    expect((await li.types('找客户 华星')).text).toContain(mark);
    expect((await li.types('跟进 云栖数据 打了电话')).text).not.toContain('⚠');
  });
});

describe('what came of a call (R8, R35)', () => {
  it('with nobody in hand they are of whoever was spoken of last; what may answer the bot is only offered', async () => {
    await company.database.pool.query(CLEAR);
    await li.types('新线索 冉大勇 --公司 鼎沸厨房');
    await jim.types('lead add "Trevor Mills" --company "Silverleaf Orchards"');
    await li.says('查看线索 冉大勇');
    expect((await li.says('没人接')).text).toContain('冉大勇：未接通');
    await jim.says('show Trevor Mills');
    const offered = await jim.says('maybe later');
    expect(offered.labels).toContain('Log the call: Trevor Mills');
    expect((await jim.says('no answer')).text).toContain('Trevor Mills');
    await jim.types('customer Acme');
    expect((await jim.says('no answer')).text).toContain('Logged: Acme Manufacturing Ltd');
  });
});
