import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;
let zhang: Chat;
let tom: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T17:30:30+08:00'); // a Wednesday
  talk = openChat(company);
  [li, jim, zhang, tom] = [talk.as('li'), talk.as('jim'), talk.as('zhang'), talk.as('tom')];
  await li.types('新客户 华星电子有限公司');
  await li.types('新商机 华星电子 --名称 采集器 --金额 35万');
  await li.types('推进 华星电子');
  await li.types('新线索 王工 --公司 星河科技');
  await li.says('今天拜访了华星电子，王总对报价基本满意');
  await li.types('待办 发合同 --截止 今天');
  await li.types('待办 打印资料 --截止 今天');
  await li.types('完成 打印资料');
  await li.types('待办 给王总回电话 --截止 明天');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

async function count(rows: string): Promise<number> {
  const result = await company.database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${rows}`);
  return result.rows[0]?.n ?? -1;
}

const valuesOf = (said: Awaited<ReturnType<Chat['says']>>) =>
  Object.fromEntries(said.form.inputs.map(({ name, value }) => [name, value]));

describe('a daily report (R40)', () => {
  it('is drafted from what was logged, and is nothing until it is sent', async () => {
    const said = await li.says('写日报');
    expect(valuesOf(said)).toEqual({
      on: '2026-05-13',
      done: [
        '商机推进（1）\n• 采集器 · 华星电子有限公司：初步接触 → 需求确认',
        '客户跟进（1）\n• 华星电子有限公司（拜访）：今天拜访了华星电子，王总对报价基本满意',
        '新增商机（1）\n• 采集器 · 华星电子有限公司 ¥350,000',
        '新增线索（1）\n• 王工 · 星河科技',
        '完成任务（1）\n• 打印资料',
      ].join('\n\n'),
      plan: '计划（1）\n• 明天（5月14日 周四） · 给王总回电话\n\n未完成，继续跟进（1）\n• 发合同',
      needs: undefined,
    });
    expect(said.text).toContain('将提交给张伟。');
    expect(await count('reports')).toBe(0);
  });

  it('takes what is added by words, where it belongs, until it is sent', async () => {
    await li.says('写日报');
    const added = await li.says('加一句：明天去天津');
    expect(valuesOf(added).plan).toMatch(/• 发合同\n\n• 明天去天津$/u);
    expect(added.text).toContain('已加上：明天去天津');
    expect((await li.says('加一句：明天去天津')).text).not.toContain('明天去天津；明天去天津');
    const more = await li.says('再加一条：星河科技需要张总支持');
    expect(valuesOf(more)).toMatchObject({ needs: '• 星河科技需要张总支持' });
    expect(valuesOf(more).plan).toContain('明天去天津');
    expect(more.text).toContain('已加上：明天去天津；星河科技需要张总支持');
    expect(valuesOf(await li.says('交了')).plan).toContain('明天去天津');
    expect(await count('reports')).toBe(0);
  });

  it('holds what is added after it was sent once, though more was added before (R40)', async () => {
    const first = await li.says('写日报');
    expect(first.reply?.kind).toBe('form');
    const sent = await (await li.says('加一句：明天去天津')).submit();
    const again = await li.says('加一句：后天去青岛');
    expect(valuesOf(again).plan).toMatch(/• 明天去天津\n• 后天去青岛$/u);
    expect(valuesOf(again).plan?.match(/去天津/gu)).toHaveLength(1);
    expect(again.text).toContain('已加上：后天去青岛');
    await li.says('写日报');
    expect((await li.says('加一句：明天去天津')).text).not.toContain('已加上'); // it was sent with it
    await sent.press('撤销');
  });

  it('is the same draft however often it is asked for', async () => {
    expect(valuesOf(await li.says('写日报'))).toEqual(valuesOf(await li.types('日报')));
  });

  it('is edited and sent to whoever leads its author, and taken back by Undo while nobody has said anything of it', async () => {
    const sent = await (await li.says('写日报')).submit({ needs: '想请张总一起去一趟' });
    expect(sent.text).toBe('日报已提交给张伟\n今天（5月13日 周三）\n[查看] [撤销]');
    expect((await sent.press('撤销')).text).toContain('工作报告: 今天（5月13日 周三）（已移除）');
    expect(await count('reports')).toBe(0);
  });

  it('sent again is a new version that keeps the first as it was', async () => {
    await (await li.says('写日报')).submit({ done: '第一版' });
    const again = await li.says('写日报');
    expect(valuesOf(again).done).toBe('第一版');
    expect(again.text).toContain('17:30 已提交过，将更新为新版本。');
    await again.submit({ done: '第二版' });
    expect(await count("reports WHERE done = '第一版'")).toBe(1);
    const shown = await zhang.says('看李雷的日报');
    expect(shown.text).toContain('第二版');
    expect(shown.text).toContain('第 2 版');
    expect(shown.text).not.toContain('第一版');
  });

  it('that says the same is not sent twice', async () => {
    expect((await (await li.says('写日报')).submit()).text).toContain('内容与已提交的相同');
    expect(await count('reports')).toBe(2);
  });

  it('is not sent empty, nor of a day to come', async () => {
    const empty = await (await jim.says('write my daily report')).submit({ done: '' });
    expect(empty.text).toContain('Say in a few words what was done.');
    expect((await jim.types('daily report 2026-05-20')).text).toContain('That time has not come yet.');
  });

  it('of a day that cannot be read comes back with what was typed', async () => {
    const said = await (await jim.says('write my daily report')).submit({ on: 'whenever', done: 'Saw Acme' });
    expect(valuesOf(said)).toMatchObject({ on: 'whenever', done: 'Saw Acme' });
    expect(said.text).toContain('I cannot read that as a day.');
  });

  it('is written in English for who reads English', async () => {
    await jim.types('customer add "Acme Manufacturing Ltd"');
    await jim.says('Visited Acme today, they like the offer');
    expect(valuesOf(await jim.says('write my daily report'))).toMatchObject({
      done: 'Follow-ups (1)\n• Acme Manufacturing Ltd (Visit): Visited Acme today, they like the offer',
    });
  });

  it('holds no more than a form takes, however much was logged', async () => {
    for (let at = 0; at < 15; at++) await jim.types(`log Acme "${'long words '.repeat(30)}${at}" --kind call`);
    const done = valuesOf(await jim.says('write my daily report')).done ?? '';
    expect(done.length).toBeLessThanOrEqual(900);
    expect(done).toContain('Follow-ups (16)');
    expect(done).toContain('• and 4 more on record');
  });

  it('of ten thousand characters is sent and shown whole', async () => {
    const long = 'ω'.repeat(9_990);
    await jim.types(`daily report 2026-05-12 --done "${long}"`);
    expect((await tom.types('report show Jim')).text.includes(long)).toBe(true);
    const again = await jim.types('daily report 2026-05-12');
    expect(valuesOf(again)).toEqual({ on: '2026-05-12', done: undefined, plan: undefined, needs: undefined });
    expect(again.text).toContain('What I did: too long to be shown here; stays as it is unless you type.');
    await again.submit({ plan: 'Call Acme' });
    const shown = await tom.types('report show Jim');
    expect(shown.text.includes(long)).toBe(true);
    expect(shown.text).toContain('Call Acme');
  });
});

describe('a comment on a report (R40)', () => {
  it('is written in a form, is seen by both, and keeps the report from being taken back', async () => {
    const sent = await (await li.says('写日报')).submit({ done: '第三版' });
    const form = await (await zhang.says('看李雷的日报')).press('评论');
    expect(form.form.inputs.map(({ name }) => name)).toEqual(['text']);
    const said = await form.submit({ text: '明天一起去华星' });
    expect(said.text).toContain('张伟 · 17:30 — 明天一起去华星');
    expect((await li.types('查看报告')).text).toContain('明天一起去华星');
    expect((await sent.press('撤销')).text).toContain('之后已有其他记录依赖它');
    expect(await count("reports WHERE done = '第三版'")).toBe(1);
    await (await li.says('写日报')).submit({ done: '第四版' });
    expect((await li.says('谁没交日报')).text).toContain('评论 1');
    await said.press('撤销');
    expect(await count('report_comments')).toBe(0);
  });

  it('is said in a sentence, in both languages', async () => {
    expect((await zhang.says('评论李雷的日报：报价再快一点')).text).toContain('报价再快一点');
    await (await jim.says('write my daily report')).submit({ done: 'Saw Acme' });
    expect((await tom.says("comment on Jim's daily report: good work")).text).toContain('good work');
  });

  it('is said of the report that is on the screen, and all that was logged is one press away', async () => {
    const shown = await zhang.says('看李雷的日报');
    expect((await shown.press('查看全部跟进原文')).text).toContain('华星电子有限公司');
    await zhang.says('看李雷的日报');
    const commented = await zhang.says('评论：不错，星河盯紧');
    expect(commented.text).toContain('不错，星河盯紧');
    await commented.press('撤销');
  });

  it('is not made by a colleague, who does not see the report either', async () => {
    const { rows } = await company.database.pool.query<{ id: string }>("SELECT id FROM reports WHERE done = '第三版'");
    const press = { label: '', command: 'report.comment', input: { report: rows[0]?.id, text: 'x' } };
    expect((await talk.as('han').presses(press)).text).toContain('没有找到');
    expect((await talk.as('han').says('看李雷的日报')).text).toBe('还没有可查看的日报。');
  });
});

describe('who has sent a report (R40)', () => {
  it('is a list of those one leads, whoever has not sent it first', async () => {
    await talk.as('han').types('新客户 天府食品');
    const said = await zhang.says('谁没交日报');
    expect(said.text).toBe(
      [
        '日报 · 今天（5月13日 周三）：已交 1/2',
        '未交（1）',
        '韩梅梅 — 已记录 0 条跟进',
        '已交（1）',
        '李雷 — 17:30 · 评论',
        '[前一天] [周报]',
      ].join('\n'),
    );
    expect((await said.press('前一天')).card.title).toBe('日报 · 昨天（5月12日 周二）：已交 0/2');
    // It is Wednesday: the week that was due is the one before.
    const weeks = await said.press('周报');
    expect(weeks.card.title).toBe('周报 · 5月4日 周一起一周：已交 0/2');
    expect((await weeks.press('后一周')).card.title).toBe('周报 · 5月11日 周一起一周：已交 0/2');
  });

  it('is one’s own reports for whoever leads nobody', async () => {
    expect((await jim.says('who has not sent their report')).text).toContain('My reports');
  });
});

describe('a weekly report (R40)', () => {
  it('is that of the week from Monday on, whichever day of it is said', async () => {
    const said = await li.says('交周报');
    expect(valuesOf(said).on).toBe('2026-05-11');
    expect(valuesOf(said).plan).toContain('给王总回电话');
    const sent = await said.submit();
    expect(sent.text).toContain('周报已提交给张伟\n5月11日 周一起一周');
    expect(await count("reports WHERE period = 'week' AND starts_on = '2026-05-11'")).toBe(1);
  });

  it('of somebody nobody leads is kept, and says so', async () => {
    const sent = await talk.as('chen').types('周报 --完成情况 跑了三个区');
    expect(sent.text).toContain('周报已保存');
    expect(sent.text).toContain('你没有直属上级');
  });
});

it('a period with many deals closed counts each kind whole (R40)', async () => {
  await company.database.pool.query(`
    INSERT INTO opportunities (id, name, customer_id, owner_id, created_by, stage_key, currency, created_at)
      SELECT gen_random_uuid(), '批量' || n, (SELECT id FROM customers LIMIT 1), u.id, u.id, 'won', 'CNY', '2026-05-01' FROM generate_series(1, 20) n, users u WHERE u.name = '李雷';
    INSERT INTO stage_moves (id, opportunity_id, from_stage, to_stage, moved_by, moved_at)
      SELECT gen_random_uuid(), id, 'needs', 'won', owner_id, '2026-05-12T03:00:00Z' FROM opportunities WHERE name LIKE '批量%'`);
  const done = String(valuesOf(await li.types('日报 昨天')).done);
  expect(done).toContain('成交（20）');
  expect(done).not.toContain('商机推进');
});

describe('what was told late (R37 R40)', () => {
  it('stands in the next report, marked, and in that one only', async () => {
    const han = talk.as('han');
    await han.types('新客户 远山机械有限公司');
    await (await han.types('日报')).submit({ done: '走访园区' });
    await moveClock(company.database, '2026-05-13T20:00:00+08:00');
    await han.says('刚给远山机械打了电话，确认交期');
    await moveClock(company.database, '2026-05-14T18:00:00+08:00');
    await han.says('昨天下午拜访了远山机械，王总要看样机');
    await han.says('今天给远山机械发了邮件');
    const draft = await han.types('日报');
    expect(valuesOf(draft).done).toBe(
      [
        '客户跟进（1）\n• 远山机械有限公司（邮件）：今天给远山机械发了邮件',
        '补记跟进（2）\n• 昨天（5月13日 周三） · 远山机械有限公司（电话）：刚给远山机械打了电话，确认交期\n• 昨天（5月13日 周三） · 远山机械有限公司（拜访）：昨天下午拜访了远山机械，王总要看样机',
      ].join('\n\n'),
    );
    await draft.submit();
    await moveClock(company.database, '2026-05-15T18:00:00+08:00');
    expect(valuesOf(await han.types('日报')).done ?? '').not.toContain('补记');
  });

  it('is told in English to who reads English, and is left to its own day where that has no report yet', async () => {
    await jim.types('customer add "Acme Manufacturing Ltd"');
    await jim.says('called Acme, they want a demo');
    await moveClock(company.database, '2026-05-16T10:00:00+08:00');
    expect(valuesOf(await jim.types('daily report')).done).toBeUndefined();
    await jim.says('visited Acme two days ago');
    expect(valuesOf(await jim.types('daily report')).done).toContain(
      'Follow-ups added later (1)\n• Thu 14 May · Acme Manufacturing Ltd (Visit): visited Acme two days ago',
    );
  });

  it('stands in the next report where it was told of a check-in, the morning before a report went, or of a day without one', async () => {
    const han = talk.as('han');
    const drafted = async (day: string) => String(valuesOf(await han.types(`日报 ${day}`)).done ?? '');
    const isTime = (time: string) => moveClock(company.database, `2026-05-${time}:00+08:00`);
    await isTime('18T16:00');
    await han.types('签到 远山机械');
    await (await han.types('日报')).submit();
    await isTime('19T10:00');
    expect((await han.says('昨天拜访了远山机械，谈了报价')).text).toContain('补记于: 10:00');
    expect((await han.says('远山机械的跟进记录')).text).toContain('今天（5月19日 周二）补记');
    expect(await drafted('2026-05-19')).toMatch(/^补记跟进（1）\n• 昨天.*谈了报价$/);
    await isTime('20T09:00');
    await han.says('前天给远山机械打了电话，确认样机');
    await isTime('20T10:00');
    const before = await han.types('日报 2026-05-19');
    expect(valuesOf(before).done).not.toContain('确认样机');
    await before.submit();
    expect(await drafted('2026-05-20')).toMatch(/^补记跟进（1）\n• .*确认样机$/);
    await isTime('20T11:00');
    await han.types('日报 2026-05-18 --完成情况 改了一处');
    const today = await han.types('日报 2026-05-20');
    expect(valuesOf(today).done).toMatch(/^补记跟进（1）\n• .*确认样机$/);
    await today.submit();
    await isTime('20T18:30');
    await han.says('5月16日拜访了远山机械，看了展厅');
    await isTime('21T18:00');
    expect(await drafted('2026-05-21')).toMatch(/^补记跟进（1）\n• .*看了展厅$/);
  });
});

describe('what was done after a report had gone (R40)', () => {
  it('of leads, deals and tasks stands in the next one, marked with its day, and in that one only', async () => {
    const han = talk.as('han');
    await moveClock(company.database, '2026-05-20T17:30:00+08:00');
    await han.types('新任务 发样品 --截止 2026-05-22');
    await (await han.types('日报')).submit({ done: '整理资料' });
    await moveClock(company.database, '2026-05-20T20:00:00+08:00');
    await han.types('新线索 钱进 --公司 钱塘纸业');
    await han.types('新商机 远山机械 --名称 样机采购 --金额 8万');
    await (await han.types('推进商机 样机采购 --阶段 需求确认')).text;
    await han.types('完成任务 发样品');
    await moveClock(company.database, '2026-05-21T18:00:00+08:00');
    await han.types('新线索 孙立 --公司 立方包装');
    const draft = await han.types('日报');
    const { done } = valuesOf(draft);
    expect(done).toContain('新增商机（1）\n• 昨天（5月20日 周三） · ');
    expect(done).toContain('新增线索（2）\n• 昨天（5月20日 周三） · 钱进 · 钱塘纸业\n• 孙立 · 立方包装');
    expect(done).toContain('完成任务（1）\n• 昨天（5月20日 周三） · 发样品');
    await draft.submit();
    await moveClock(company.database, '2026-05-22T18:00:00+08:00');
    expect(valuesOf(await han.types('日报')).done ?? '').not.toMatch(/钱进|样机|发样品|孙立/u);
  });

  it('is what a comment on “the report” is about when it was sent last', async () => {
    await (await jim.says('write my weekly report')).submit({ done: 'Two deals moved' });
    const said = await tom.says("comment on Jim's report: good work, call me");
    expect(said.text).toContain('Two deals moved');
    expect(said.text).toContain('good work, call me');
    expect((await tom.says("comment on Jim's daily report: and this one")).text).toContain('Saw Acme');
  });
});

describe('a draft of many long lines (R40)', () => {
  it('names every one of eleven long lines, and whole those there is room for', async () => {
    await moveClock(company.database, '2026-06-03T10:30:00+08:00');
    for (let at = 0; at < 11; at++)
      await jim.types(`log Acme "${at}: ${'they want the revised offer '.repeat(4)}" --kind call`);
    const done = valuesOf(await jim.says('write my daily report')).done ?? '';
    expect(done.split('\n').filter((line) => line.includes('they want'))).toHaveLength(11);
    expect(done).not.toContain('more on record');
    await moveClock(company.database, '2026-06-04T10:30:00+08:00');
    await li.types(`跟进 华星电子 ${'客户希望下周看到修改后的报价'.repeat(8)}`);
    expect(valuesOf(await li.says('写日报')).done).toContain('客户希望下周看到修改后的报价'.repeat(8));
  });
});
