import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let admin: Chat;
let zhang: Chat;
let li: Chat;

const one = async (sql: string) => (await company.database.pool.query<Record<string, unknown>>(sql)).rows[0];

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:30Z'));
  await company.database.pool.query(`UPDATE users SET roles = roles || '{admin}' WHERE name = '张伟'`);
  talk = openChat(company);
  [admin, zhang, li] = [talk.as('admin'), talk.as('zhang'), talk.as('li')];
  await li.types('新客户 华星电子');
  await li.types('新工单 华星电子 到货慢 --类型 投诉 --优先级 普通');
  await li.types('存名单 老客户回访 --问题 3个月没联系的老客户');
  await admin.types('新增接入 官网表单 --来源 官网');
  await admin.types('新增产品 温度传感器 --单价 120 --编号 TS-1');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a form that meets what a colleague has saved meanwhile shows both versions', () => {
  it('of a stage, whose other fields are saved where his is kept', async () => {
    const open = await admin.types('修改阶段 方案报价');
    await zhang.types('修改阶段 方案报价 --最长天数 14 --进入需审批 销售总监');
    const both = await open.submit({ maxDays: '21', signers: 'manager', probability: '55' });
    expect(both.text).toBe(
      [
        '其他人刚刚改过',
        '最长天数（你）: 21',
        '最长天数（对方）: 14 · 张伟 10:30',
        '进入需审批（你）: 销售经理',
        '进入需审批（对方）: 销售总监 · 张伟 10:30',
        '你的修改尚未保存。',
        '[用我的] [保留对方的] [只用我的最长天数] [只用我的进入需审批]',
      ].join('\n'),
    );
    expect(await one(`SELECT max_days, probability FROM stages WHERE name_zh = '方案报价'`)).toMatchObject({
      max_days: 14,
    });
    await both.press('保留对方的');
    expect(await one(`SELECT max_days, signers, probability FROM stages WHERE name_zh = '方案报价'`)).toEqual({
      max_days: 14,
      signers: ['director'],
      probability: 55,
    });
  });

  it('of a stage with nothing else to save, which is shown among all of them', async () => {
    const open = await admin.types('修改阶段 商务谈判');
    await zhang.types('修改阶段 商务谈判 --最长天数 14');
    const both = await open.submit({ maxDays: '21' });
    expect((await both.press('保留对方的')).text).toContain('销售流程与阶段');
    expect(await one(`SELECT max_days FROM stages WHERE name_zh = '商务谈判'`)).toEqual({ max_days: 14 });
  });

  it('of a pipeline', async () => {
    const open = await admin.types('修改流程 销售');
    await zhang.types('修改流程 销售 --跳过阶段 不允许 --堆积占比 30');
    const both = await open.submit({ pilePercent: '45', pileDays: '20' });
    expect(both.text).toContain('堆积占比（你）: 45\n堆积占比（对方）: 30 · 张伟 10:30');
    expect(both.text).not.toContain('跳过阶段');
    await both.press('用我的');
    expect(await one(`SELECT skipping, pile_percent, pile_days FROM pipelines WHERE name_zh LIKE '%销售%'`)).toEqual({
      skipping: 'refused',
      pile_percent: 45,
      pile_days: 20,
    });
  });

  it('of the rules of the pool, of which there is one', async () => {
    const open = await admin.types('公海规则');
    await zhang.types('公海规则 --每日认领 5');
    const both = await open.submit({ claimsPerDay: '8', heldMost: '70' });
    expect(both.text).toContain('每日认领（你）: 8\n每日认领（对方）: 5 · 张伟 10:30');
    await both.press('用我的');
    expect(await one('SELECT claims_per_day, held_most FROM lead_rules')).toEqual({ claims_per_day: 8, held_most: 70 });
    const again = await admin.types('公海规则');
    await zhang.types('公海规则 --每日认领 6');
    const form = await (await again.submit({ claimsPerDay: '9' })).press('保留对方的');
    expect(form.form.inputs[0]).toMatchObject({ name: 'claimsPerDay', value: '6' });
  });

  it('of a connected system', async () => {
    const open = await admin.types('修改接入 官网表单');
    await zhang.types('修改接入 官网表单 --每分钟上限 90 --状态 停用');
    const both = await open.submit({ perMinute: '120', keepDays: '10' });
    expect(both.text).toContain('每分钟上限（你）: 120\n每分钟上限（对方）: 90 · 张伟 10:30');
    await both.press('保留对方的');
    expect(await one(`SELECT per_minute, keep_body_days, active FROM hook_sources WHERE name = '官网表单'`)).toEqual({
      per_minute: 90,
      keep_body_days: 10,
      active: false,
    });
  });

  it('of a gateway to customers', async () => {
    await admin.types('新增网关 短信 https://sms.hualan.example/p');
    const open = await admin.types('修改网关 短信');
    await zhang.types('修改网关 短信 --最多尝试 5 --状态 停用');
    const both = await open.submit({ tries: '8', zh: '{name}，已收到。' });
    expect(both.text).toContain('最多尝试（你）: 8\n最多尝试（对方）: 5 · 张伟 10:30');
    await both.press('保留对方的');
    expect(await one('SELECT max_attempts, text_zh, active FROM gateways')).toEqual({
      max_attempts: 5,
      text_zh: '{name}，已收到。',
      active: false,
    });
  });

  it('of a product', async () => {
    const open = await admin.types('修改产品 温度传感器');
    await zhang.types('修改产品 温度传感器 --单价 130 --编号 TS-2');
    const both = await open.submit({ price: '150', nameEn: 'Heat sensor' });
    expect(both.text).toContain('单价（对方）: ¥130');
    expect(both.text).not.toContain('编号');
    await both.press('用我的');
    expect(await one('SELECT name_en, code, price::int FROM products')).toEqual({
      name_en: 'Heat sensor',
      code: 'TS-2',
      price: 15000,
    });
  });

  it('of a list', async () => {
    const open = await li.types('修改名单 老客户回访');
    await li.types('修改名单 老客户回访 --新名称 老客户');
    const both = await open.submit({ name: '回访名单', sharing: 'team' });
    expect(both.text).toContain('新名称（你）: 回访名单\n新名称（对方）: 老客户 · 李雷 10:30');
    await both.press('保留对方的');
    expect(await one('SELECT name, team_id IS NOT NULL AS shared FROM segments')).toEqual({
      name: '老客户',
      shared: true,
    });
  });

  it('of a ticket, whose note is added all the same', async () => {
    const open = await li.types('更新工单 到货慢');
    await zhang.types('更新工单 到货慢 --优先级 紧急');
    const both = await open.submit({ priority: 'high', note: '已补发' });
    expect(both.text).toContain('优先级（你）: 高\n优先级（对方）: 紧急 · 张伟 10:30');
    await both.press('保留对方的');
    expect(
      await one('SELECT t.priority, e.text FROM service_tickets t JOIN ticket_entries e ON e.ticket_id = t.id'),
    ).toEqual({ priority: 'urgent', text: '已补发' });
  });

  it('and one that is sent as it was opened changes nothing', async () => {
    for (const [by, line] of [
      [admin, '修改阶段 方案报价'],
      [admin, '修改流程 销售'],
      [admin, '公海规则'],
      [admin, '修改接入 官网表单'],
      [li, '更新工单 到货慢'],
    ] as const) {
      expect((await (await by.types(line)).submit({})).text, line).toContain('内容没有变化。');
    }
  });

  it.each([
    [
      '修改来源 官网咨询',
      '--响应小时 3',
      { responseHours: '5' },
      '响应小时（你）: 5\n响应小时（对方）: 3 · 张伟 10:30',
      '线索来源',
    ],
    [
      '修改结果 明确拒绝',
      '--下次天数 3',
      { nextDays: '5' },
      '下次天数（你）: 5\n下次天数（对方）: 3 · 张伟 10:30',
      '通话结果',
    ],
    [
      '修改放回原因 暂无需求',
      '--英文名 Nothing',
      { nameEn: 'None' },
      '英文名（你）: None\n英文名（对方）: Nothing · 张伟 10:30',
      '放回',
    ],
  ])('of what a company names itself: %s', async (line, theirs, mine, both, list) => {
    const open = await admin.types(line);
    await zhang.types(`${line} ${theirs}`);
    const sent = await open.submit(mine);
    expect(sent.text).toContain(both);
    expect((await sent.press('保留对方的')).card.title).toContain(list);
    const again = await admin.types(line);
    await again.submit(mine);
    expect((await (await admin.types(line)).submit(mine)).text).toContain('内容没有变化。');
  });

  it('of the hours within which leads are answered', async () => {
    const open = await admin.types('响应时限');
    await zhang.types('响应时限 4');
    const sent = await open.submit({ hours: '6' });
    expect(sent.text).toContain('小时（你）: 6\n小时（对方）: 4 · 张伟 10:30');
    await sent.press('用我的');
    expect(await one('SELECT response_hours FROM lead_rules')).toEqual({ response_hours: 6 });
  });
});

describe('what an admin sets up opens as it stands, and is not written over unseen (issue 4)', () => {
  it('a rule of a tier, whose other conditions stay', async () => {
    const open = await admin.types('修改等级规则 A');
    expect(open.form.inputs.find(({ name }) => name === 'contacts')?.value).toBe('3');
    await zhang.types('修改等级规则 A --跟进次数 5 --标签 高意向');
    const both = await open.submit({ contacts: '4', wonAmount: '50万' });
    expect(both.text).toContain('跟进次数（你）: 4\n跟进次数（对方）: 5 · 张伟 10:30');
    expect((await both.press('保留对方的')).text).toContain('客户等级规则');
    const again = await admin.types('修改等级规则 A');
    const held = Object.fromEntries(again.form.inputs.map(({ name, value }) => [name, value]));
    expect(held).toMatchObject({ contacts: '5', wonAmount: '¥500,000' });
    expect(again.form.inputs.find(({ name }) => name === 'tag')?.options?.[0]?.label).toBe('高意向');
  });

  it('a rule for new leads, to which a region is added without asking', async () => {
    await zhang.types('管理 规则 10 --区域 江苏 --团队 北区');
    const [open, added, fresh] = [
      await admin.types('管理 规则 10'),
      await admin.types('管理 规则 10'),
      await (await admin.types('分配规则')).press('新增规则'),
    ];
    await zhang.types('管理 规则 10 --区域 江苏、上海 --产品分 30');
    const both = await open.submit({ regions: '浙江', wins: '7' });
    expect(both.text).toContain('区域（你）: 浙江\n区域（对方）: 江苏、上海 · 张伟 10:30');
    await both.press('保留对方的');
    await added.submit({ regions: '+安徽' });
    const known = await fresh.submit({ number: '10', team: '南区' });
    expect(known.text).toContain('已有记录\n团队（你）: 南区');
    expect(known.text).toContain('团队（现有）: 北区');
    await known.press('保留现有的');
    expect(
      await one(
        `SELECT r.regions, r.wins, r.product, t.name FROM assignment_rules r JOIN teams t ON t.id = r.team_id WHERE position = 10`,
      ),
    ).toMatchObject({ regions: ['江苏', '上海', '安徽'], wins: 7, product: 30, name: '北区' });
  });

  it('what a seller knows, where nothing was known of him as well', async () => {
    const open = await admin.types('管理区域 李雷');
    await zhang.types('管理区域 李雷 --区域 江苏 --行业 医疗');
    const both = await open.submit({ regions: '浙江', awayUntil: '2026-06-01' });
    expect(both.text).toContain('区域（你）: 浙江\n区域（对方）: 江苏 · 张伟 10:30');
    await both.press('用我的');
    expect(await one(`SELECT p.regions, p.industries, p.away_until::text AS away FROM routing_profiles p`)).toEqual({
      regions: ['浙江'],
      industries: ['医疗'],
      away: '2026-06-01',
    });
  });

  it('a team', async () => {
    const open = await admin.types('修改团队 南区');
    await zhang.types('修改团队 南区 --负责人 Jim');
    const both = await open.submit({ lead: '李雷', name: '华南区' });
    expect(both.text).toContain('负责人（你）: 李雷 · 北区');
    expect(both.text).toContain('负责人（对方）: Jim Green · 张伟 10:30');
    expect((await both.press('保留对方的')).text).toContain('华南区');
    expect(
      await one(`SELECT t.name, u.name AS lead FROM teams t JOIN users u ON u.id = t.lead_id WHERE t.name = '华南区'`),
    ).toEqual({ name: '华南区', lead: 'Jim Green' });
  });

  it('a kind of records, one that came meanwhile as well', async () => {
    const fresh = await (await admin.types('管理 档案类型')).press('新增类型');
    await zhang.types('新增档案类型 车辆 --名称叫 车牌号 --字段 颜色:白色/黑色');
    const open = await admin.types('修改档案类型 车辆');
    await zhang.types('修改档案类型 车辆 --名称叫 牌照');
    const both = await open.submit({ called: '车牌', synonyms: '汽车' });
    expect(both.text).toContain('名称叫（你）: 车牌\n名称叫（对方）: 牌照 · 张伟 10:30');
    await both.press('保留对方的');
    const known = await fresh.submit({ kind: '车辆', called: '编号' });
    expect(known.text).toContain('名称叫（现有）: 牌照 · 张伟 10:30');
    expect(await one(`SELECT label_zh, synonyms FROM object_types WHERE name_zh = '车辆'`)).toEqual({
      label_zh: '牌照',
      synonyms: ['汽车'],
    });
  });

  it('what a role sees of a field; a form that was opened for none is sent as it is', async () => {
    const open = await admin.types('修改字段权限 "客户 · 电话" --角色 财务');
    await zhang.types('修改字段权限 "客户 · 电话" --角色 财务 --权限 脱敏');
    const both = await open.submit({ access: 'hidden' });
    expect(both.text).toContain('权限（你）: 不可见\n权限（对方）: 脱敏 · 张伟 10:30');
    await both.press('用我的');
    const empty = await (await admin.types('管理 字段')).press('修改…');
    await empty.submit({ field: 'customers.phone', role: 'finance', access: 'masked' });
    expect(
      await one(
        `SELECT access FROM field_policies WHERE entity = 'customers' AND field = 'phone' AND role = 'finance'`,
      ),
    ).toEqual({ access: 'masked' });
  });

  it('how much a customer may owe', async () => {
    await company.database.pool.query(`UPDATE users SET roles = roles || '{finance}' WHERE name IN ('张伟', '管理员')`);
    await zhang.types('信用额度 华星电子 50万');
    const open = await admin.types('信用额度 华星电子');
    await zhang.types('信用额度 华星电子 60万');
    const both = await open.submit({ limit: '80万' });
    expect(both.text).toContain('信用额度（你）: 80万\n信用额度（对方）: ¥600,000 · 张伟 10:30');
    expect((await both.press('保留对方的')).card.title).toContain('华星电子');
    expect(await one('SELECT amount::int FROM credit_limits')).toEqual({ amount: 60_000_000 });
  });

  it('says so in English as well', async () => {
    await company.database.pool.query(`UPDATE users SET roles = roles || '{admin}' WHERE name IN ('Tom Brown')`);
    const tom = talk.as('tom');
    const open = await tom.types('admin tier B');
    await zhang.types('修改等级规则 B --跟进次数 7');
    expect((await open.submit({ contacts: '9' })).text).toMatch(/Contacts, yours: 9\nContacts, theirs: 7 · 张伟 /);
    const rule = await tom.types('admin rule 20');
    await zhang.types('管理 规则 20 --区域 江苏');
    expect((await rule.submit({ regions: 'Boston' })).text).toContain('Regions, yours: Boston\nRegions, theirs: 江苏');
  });
});
