import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let admin: Chat;
let li: Chat;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  [admin, li] = [talk.as('admin'), talk.as('li')];
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const rows = async <Row>(sql: string) => (await company.database.pool.query(sql)).rows as Row[];

describe('a rule said in a sentence', () => {
  it('R5: adds to what a rep covers once its form is confirmed, and is taken back', async () => {
    await admin.types('管理 区域 韩梅梅 --区域 江苏');
    const asked = await admin.says('华北的线索归韩梅梅');
    expect(asked.reply?.kind).toBe('form');
    expect(await rows('SELECT regions FROM routing_profiles')).toEqual([{ regions: ['江苏'] }]);
    const done = await asked.submit();
    expect(done.text).toContain('韩梅梅 — 江苏、华北');
    await done.press('撤销');
    expect(await rows('SELECT regions FROM routing_profiles')).toEqual([{ regions: ['江苏'] }]);
  });

  it('R26: puts a new stage before the one named, with its limit', async () => {
    const asked = await admin.says('加一个阶段“试用”，在方案报价之前，最多14天');
    expect(asked.text).toContain('排在其前: proposal');
    expect(asked.text).not.toContain('排在其后');
    const done = await asked.submit({ pipeline: 'sales', nameEn: 'Trial' });
    expect(done.text).toContain('试用');
    expect(
      await rows("SELECT name_zh AS name, max_days AS days FROM stages WHERE kind = 'open' ORDER BY position"),
    ).toMatchObject([{ name: '初步接触' }, { name: '需求确认' }, { name: '试用', days: 14 }, { name: '方案报价' }, {}]);
  });

  it('R15: sets when a customer is of a tier, in English too', async () => {
    const asked = await admin.says('customers with 4+ contacts in 45 days and intent are tier A');
    await asked.submit();
    expect(await rows("SELECT conditions FROM tier_rules WHERE tier = 'A'")).toEqual([
      { conditions: [{ kind: 'contacts', days: 45, atLeast: 4 }, { kind: 'intent' }] },
    ]);
  });

  it('R10: sets the rules of the pool after they were shown, for an admin only', async () => {
    const refused = await li.says('每人最多领20条线索');
    expect(refused.text).toContain('管理员');
    const asked = await admin.says('每人最多领20条线索');
    expect(asked.text).toContain('持有上限: 20');
    const done = await asked.submit();
    expect(done.text).toContain('20');
    expect((await admin.types('公海规则')).text).toContain('持有上限: 20');
  });

  it('R84: shows a field to a role and takes that back; which phone is asked where it was not said', async () => {
    const access = () =>
      rows(
        "SELECT access FROM field_policies WHERE role = 'service' AND entity = 'opportunities' AND field = 'amount'",
      );
    const done = await (await admin.says('让客服能看到商机金额')).submit();
    expect(await access()).toEqual([{ access: 'full' }]);
    await done.press('撤销');
    expect(await access()).toEqual([{ access: 'hidden' }]);
    const which = await admin.says('reps must not see phone numbers');
    expect(which.form.inputs.find(({ name }) => name === 'field')?.value).toBeUndefined();
  });

  it('R2 R7: sets a source and how a call may end', async () => {
    await (await admin.says('展会来的线索优先级调高')).submit();
    expect(await rows("SELECT priority FROM lead_sources WHERE name_zh LIKE '%展会%'")).toEqual([{ priority: 1 }]);
    await (await admin.says('加一个电话结果“已转介绍”，状态改成培育中，7天后再联系')).submit();
    expect(await rows("SELECT status, next_days AS days FROM lead_outcomes WHERE name_zh = '已转介绍'")).toEqual([
      { status: 'nurturing', days: 7 },
    ]);
  });

  it('R15 R22 R29: what holds for all of them is nobody’s to-do: it opens what it sets, for whoever may', async () => {
    const rules = [
      '30天内联系3次以上而且有明确采购意向的算A类',
      '需求确认超过5天提醒',
      '我们要记客户的设备，有购买日期，到一年提醒保养',
    ];
    const before = await rows('SELECT count(*)::int AS count FROM tasks');
    const asked = await admin.says(rules[0] ?? '');
    expect(asked.form.inputs.find(({ name }) => name === 'days')?.value).toBe('30');
    expect((await admin.says(rules[1] ?? '')).form.inputs.find(({ name }) => name === 'maxDays')?.value).toBe('5');
    expect((await admin.says(rules[2] ?? '')).card.title).toContain('档案类型');
    for (const rule of rules) {
      expect((await li.says(rule)).text, rule).toContain('管理员');
    }
    expect(await rows('SELECT count(*)::int AS count FROM tasks')).toEqual(before);
  });
});
