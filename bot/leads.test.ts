import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let han: Chat;
let jim: Chat;
let admin: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, han, jim, admin] = [talk.as('li'), talk.as('han'), talk.as('jim'), talk.as('admin')];
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const rows = async <Row>(sql: string) => (await company.database.pool.query(sql)).rows as Row[];
const names = (text: string) => text.split('\n').filter((line) => line.includes(' — '));

describe('a source', () => {
  it('R2: is chosen by any of its words, and orders the list before age does', async () => {
    await jim.types('lead add "Cold Carl" --source "cold call"');
    await jim.types('lead add "Expo Eve" --source expo');
    await jim.types('lead add "Web Wendy" --source "web form"');
    expect(names((await jim.types('leads')).text)).toEqual([
      'Web Wendy — Website · 10:30 · answer within 2 h',
      'Expo Eve — Trade show · 10:30 · answer within 2 h',
      'Cold Carl — Cold call · 10:30 · answer within 2 h',
    ]);
  });

  it('R2: nobody knows is asked about, and keeps its word as another one', async () => {
    const asked = await li.types('新线索 钱多多 --来源 抖音直播');
    expect(asked.labels.slice(0, 2)).toEqual(['其他：抖音直播', '官网咨询']);
    expect((await asked.press('其他：抖音直播')).text).toContain('来源: 抖音直播');
    expect(await rows(`SELECT source_key, source FROM leads WHERE contact_name = '钱多多'`)).toEqual([
      { source_key: 'other', source: '抖音直播' },
    ]);
  });

  it('R2: is added and changed in chat by an admin, and taken back', async () => {
    const added = await admin.types(
      '管理来源 直播 --英文名 Webinar --优先级 高 --响应小时 1 --同义词 抖音直播、线上直播',
    );
    expect(added.text).toContain('直播 — 优先级高 · 1 小时内响应 · 抖音直播、线上直播');
    expect((await han.types('新线索 孙小美 --来源 线上直播')).text).toContain('来源: 直播');
    const changed = await admin.types('admin source Webinar --priority low --state off');
    expect(changed.text).toContain('直播 — 已停用 · 优先级低');
    await changed.press('撤销');
    expect(await rows(`SELECT priority, active FROM lead_sources WHERE name_en = 'Webinar'`)).toEqual([
      { priority: 1, active: true },
    ]);
    expect((await admin.types('管理来源 展会 --同义词 官网')).text).toContain('“官网”已属于“官网咨询”');
    expect((await li.types('管理 来源')).text).toContain('管理员');
  });
});

describe('an enquiry', () => {
  it('R3: puts the lead first, marked, until somebody answers it', async () => {
    const asked = await jim.types('enquiry "Cold Carl" "Asks for prices again" --source website');
    expect(asked.text).toContain('Asked again: Cold Carl');
    expect(names((await jim.types('leads')).text)[0]).toBe(
      '🔔 Cold Carl — asked again · Cold call · 10:30 · answer within 2 h',
    );
    expect((await jim.types('lead show "Cold Carl"')).text).toContain('10:30 · Website — Asks for prices again');
    await moveClock(company.database, new Date('2026-05-13T02:40:00Z'));
    await jim.types('outcome "Cold Carl" interested "Wants a demo"');
    expect(names((await jim.types('leads')).text)[0]).toBe('Web Wendy — Website · 10:30 · answer within 2 h');
  });

  it('R3: is told to the owner when a colleague takes it in', async () => {
    await talk.as('tom').types('enquiry "Web Wendy" "Called the hotline"');
    expect(await rows(`SELECT event FROM outbox WHERE event = 'lead.enquired'`)).toHaveLength(1);
  });
});

describe('a number that can be none', () => {
  it('R80: is shown in its field with what is wrong, and not dropped', async () => {
    const form = await li.says('新线索 周杰，电话 139001390');
    expect(form.text).toMatch(/电话: 139001390 ! /);
    expect(await rows(`SELECT id FROM leads WHERE contact_name = '周杰'`)).toEqual([]);
  });
});

describe('leads of a sort', () => {
  it('R2 R16: are asked for in a sentence by their source and status', async () => {
    const shown = await jim.says('trade show leads');
    expect(shown.text).toContain('Expo Eve');
    expect(shown.text).not.toContain('Cold Carl');
    expect((await jim.says('nurturing leads')).text).not.toContain('Expo Eve');
    expect((await jim.says('show lead Expo Eve')).text).toContain('Trade show');
  });
});

describe('a tag', () => {
  it('R1: is typed once and used again, on leads and customers, however it is written', async () => {
    await li.types('新客户 明珠医疗');
    expect((await li.types('标签 钱多多 高意向、渠道商')).text).toContain('标签: 高意向、渠道商');
    expect((await li.types('标签 明珠医疗 渠道商')).text).toContain('标签: 渠道商');
    expect((await jim.types('tag "Expo Eve" High-Intent')).text).toContain('Tags: high intent');
    expect(await rows(`SELECT name_zh FROM tags WHERE key IN ('渠道商', 'highintent')`)).toEqual([
      { name_zh: '渠道商' },
    ]);
    const found = await li.types('查标签 渠道商');
    expect(names(found.text)).toEqual(['明珠医疗 — 客户 · 李雷', '钱多多 — 线索 · 李雷']);
    expect(names((await li.types('我的线索 --标签 高意向')).text)).toHaveLength(1);
    expect((await li.types('客户 明珠医疗')).text).toContain('标签: 渠道商');
  });

  it('R1: comes off, and Undo puts it back', async () => {
    const off = await li.types('去标签 钱多多 高意向');
    expect(off.text).toContain('标签: 渠道商');
    await off.press('撤销');
    expect((await li.types('查看线索 钱多多')).text).toContain('标签: 高意向、渠道商');
    expect((await li.types('去标签 钱多多 不存在')).text).toContain('钱多多没有标签“不存在”。');
  });

  it('R1 R84: is put on by nobody who does not work on the record', async () => {
    expect((await han.types('标签 钱多多 高意向')).text).toContain('没有找到');
  });
});

describe('the outcome of a call', () => {
  it('R7: sets the status, logs the call and plans the next touch', async () => {
    await li.types('新线索 王建国 --公司 星河科技 --电话 13911112222 --来源 展会');
    const said = await li.types('结果 王建国 考虑 预算下月才批 --下次联系 下周三');
    expect(said.text).toContain(
      '王建国：感兴趣但需考虑\n状态: 培育中\n情况: 预算下月才批\n下一步: 回访王建国 · 5月20日 周三',
    );
    const card = await li.types('查看线索 王建国');
    expect(card.text).toContain('状态: 培育中 · 感兴趣但需考虑');
    expect(card.text).toContain('今天（5月13日 周三） · 电话 · 李雷 — 预算下月才批');
  });

  it('R7: is one press on the lead’s card, and Undo takes all of it back', async () => {
    const pressed = await (await li.types('查看线索 王建国')).press('有意向');
    expect(pressed.text).toContain('状态: 跟进中');
    await pressed.press('撤销');
    expect(await rows(`SELECT status, outcome_key FROM leads WHERE contact_name = '王建国'`)).toEqual([
      { status: 'nurturing', outcome_key: 'considering' },
    ]);
    expect(
      await rows(`SELECT 1 FROM follow_ups f JOIN leads l ON l.id = f.lead_id WHERE l.contact_name = '王建国'`),
    ).toHaveLength(1);
  });

  it('R7: asks why in its form before it drops a lead', async () => {
    const asked = await li.types('结果 孙小美 明确拒绝');
    expect(asked.text).toContain('没有找到');
    const form = await han.types('结果 孙小美 明确拒绝');
    expect(form.text).toContain('情况说明:  ! 请简单说明原因。');
    const dropped = await form.submit({ note: '价格太高' });
    expect(dropped.text).toContain('状态: 已放弃');
    expect(await rows(`SELECT status, drop_reason FROM leads WHERE contact_name = '孙小美'`)).toEqual([
      { status: 'dropped', drop_reason: '价格太高' },
    ]);
  });

  it('R7: leaves a lead as it is when nobody answered, with a task to try again', async () => {
    const said = await jim.types('lead outcome "Expo Eve" "no answer"');
    expect(said.text).toContain('Status: New');
    expect(said.text).toContain('Next step: Call Expo Eve again · tomorrow (Thu 14 May)');
  });
});

describe('who is on file already', () => {
  it('R10 R80: is shown with what may be seen, and takes in what was typed, with Undo', async () => {
    const met = await li.types('新线索 王工 --公司 上海星河科技有限公司 --邮箱 wang@xinghe.example --备注 要两台样机');
    expect(met.text).toContain('王建国 · 星河科技 — 线索 · 公司相同 · 李雷');
    expect(met.labels).toEqual(['查看', '并入此记录', '仍然新建']);
    expect((await met.press('查看')).text).toContain('王建国 · 星河科技');
    const merged = await met.press('并入此记录');
    expect(merged.text).toContain('已并入：王建国 · 星河科技');
    const card = (await li.types('查看线索 王建国')).text;
    expect(card).toContain('邮箱: wang@xinghe.example');
    expect(card).toContain('王工 · 要两台样机');
    await merged.press('撤销');
    expect(await rows(`SELECT email, last_enquiry_at FROM leads WHERE contact_name = '王建国'`)).toEqual([
      { email: null, last_enquiry_at: null },
    ]);
  });

  it('R10: can be added all the same with a reason, from a form that holds everything typed', async () => {
    const met = await li.types('新线索 王小二 --公司 星河科技 --备注 另一个部门');
    const form = await met.press('仍然新建');
    expect(form.text).toContain('联系人: 王小二\n公司: 星河科技');
    expect(form.text).toContain('备注: 另一个部门');
    const again = await met.press('仍然新建'); // closed the first one
    expect((await again.submit({ reason: '采购部单独立项' })).text).toContain('线索已添加：王小二\n公司: 星河科技');
    expect(await rows(`SELECT duplicate_reason FROM leads WHERE contact_name = '王小二'`)).toEqual([
      { duplicate_reason: '采购部单独立项' },
    ]);
  });

  it('R10: of a colleague’s record nothing is said but whose it is, and he can be asked', async () => {
    const met = await han.types('新线索 小王 --电话 139-1111-2222 --备注 展会遇到');
    expect(met.text).toContain('李雷的线索 — 线索 · 电话相同 · 李雷');
    expect(met.text).not.toMatch(/星河|王建国/);
    expect(met.labels).toEqual(['询问李雷', '仍然新建']);
    expect((await met.press('询问李雷')).text).toContain('已询问李雷');
    expect(await rows(`SELECT contact, phone, note FROM duplicate_questions`)).toEqual([
      { contact: '小王', phone: '+8613911112222', note: '展会遇到' },
    ]);
    expect(await rows(`SELECT 1 FROM leads WHERE contact_name = '小王'`)).toEqual([]);
  });

  it('R10: is met by a customer’s name, a contact’s phone, and a name that only sounds alike', async () => {
    await li.types('新客户 华星电子有限公司 --联系人 王总 --电话 13800138000');
    expect((await li.types('新客户 深圳华星电子')).text).toContain('华星电子有限公司 — 客户 · 公司相同 · 李雷');
    expect((await li.types('新线索 老王 --电话 13800138000')).text).toContain('华星电子有限公司 — 客户 · 电话相同');
    expect((await li.types('新客户 华兴电子')).text).toContain('华星电子有限公司 — 客户 · 名称相近');
    expect((await han.types('新客户 华兴电子')).text).toContain('李雷的客户 — 客户 · 名称相近 · 李雷');
    expect((await li.says('新建客户华星电子，联系人李工，电话13700001111')).reply?.kind).toBe('form');
  });

  it('R10: is met from a form and from a sentence just so', async () => {
    const form = await li.says('新线索：星河科技的赵六，展会认识的');
    expect(form.reply?.kind).toBe('form');
    expect((await form.submit()).text).toContain('可能已在系统中');
  });
});

describe('two reps in the same moment', () => {
  it('R80: enter the same lead: one is on file, the other is shown it', async () => {
    for (let round = 0; round < 5; round++) {
      const line = `新线索 抢单${round} --公司 竞速科技${'甲乙丙丁戊'[round]} --电话 1370000100${round}`;
      const [one, two] = await Promise.all([li.types(line), han.types(line)]);
      const texts = [one.text, two.text];
      expect(texts.filter((text) => text.includes('线索已添加'))).toHaveLength(1);
      expect(texts.filter((text) => text.includes('可能已在系统中'))).toHaveLength(1);
      expect(await rows(`SELECT 1 FROM leads WHERE contact_name = '抢单${round}'`)).toHaveLength(1);
    }
  });

  it('R80: enter the same customer: the database takes one of them', async () => {
    const [one, two] = await Promise.all([li.types('新客户 并发实业'), han.types('新客户 并发实业')]);
    expect([one.text, two.text].filter((text) => text.includes('可能已在系统中'))).toHaveLength(1);
    expect(await rows(`SELECT 1 FROM customers WHERE name = '并发实业'`)).toHaveLength(1);
  });
});

describe('converting', () => {
  it('R11: shows first what it will make, and what of it can still be changed', async () => {
    const form = await (await li.types('查看线索 王建国')).press('转化');
    expect(form.text).toContain('将新建客户：星河科技，联系人：王建国。');
    expect(form.text).toContain('客户名称: 星河科技\n联系人: 王建国\n电话: +8613911112222');
  });

  it('R11: makes customer, contact and opportunity in one, takes along what hangs on the lead, and Undo restores all of it', async () => {
    await li.types('标签 王建国 高意向');
    const form = await li.types('转化线索 王建国');
    const done = await form.submit({
      company: '星河科技有限公司',
      opportunity: '产线改造',
      amount: '35万',
      region: '上海',
    });
    expect(done.text).toContain(
      '已转为客户：星河科技有限公司\n联系人: 王建国\n商机: 产线改造\n金额: ¥350,000\n一并带来: 1 条跟进、1 个任务、1 个标签',
    );
    const customer = (await li.types('客户 星河科技')).text;
    expect(customer).toContain('地区: 上海');
    expect(customer).toContain('预算下月才批');
    expect(customer).toContain('标签: 高意向');
    expect(await rows(`SELECT source_key FROM customers WHERE name = '星河科技有限公司'`)).toEqual([
      { source_key: 'exhibition' },
    ]);
    await done.press('撤销');
    expect(await rows(`SELECT 1 FROM customers WHERE name = '星河科技有限公司'`)).toEqual([]);
    expect((await li.types('查看线索 王建国')).text).toContain('标签: 高意向');
    expect(
      await rows(
        `SELECT count(*)::int AS n FROM follow_ups f JOIN leads l ON l.id = f.lead_id WHERE l.contact_name = '王建国' AND f.customer_id IS NULL`,
      ),
    ).toEqual([{ n: 1 }]);
  });

  it('R11: joins a customer who is on file, and fills what it lacks', async () => {
    await li.types('新客户 云栖数据');
    const met = await li.types('新线索 周总 --公司 云栖数据 --电话 13600001111');
    await (await met.press('仍然新建')).submit({ reason: '先跟进' });
    const form = await li.types('转化线索 周总');
    expect(form.text).toContain('云栖数据已是客户（负责人：李雷），线索将并入该客户。');
    expect((await form.submit()).text).toContain('已并入客户：云栖数据');
    expect(
      await rows(
        `SELECT p.name, p.phone FROM contacts p JOIN customers c ON c.id = p.customer_id WHERE c.name = '云栖数据'`,
      ),
    ).toEqual([{ name: '周总', phone: '+8613600001111' }]);
  });
});
