import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let admin: Chat;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  admin = talk.as('admin');
});
afterEach(async () => {
  await talk.close();
  await company.close();
});

/** Everything a template may touch. */
async function setUp(): Promise<unknown> {
  const { rows } = await company.database.pool.query(
    `SELECT jsonb_build_object(
       'stages', (SELECT jsonb_agg(to_jsonb(s) - 'version' - 'id' ORDER BY s.position) FROM stages s),
       'sources', (SELECT jsonb_agg(to_jsonb(s) - 'version' ORDER BY s.key) FROM lead_sources s),
       'tags', (SELECT jsonb_agg(to_jsonb(t) - 'version' ORDER BY t.key) FROM tags t),
       'rules', (SELECT jsonb_agg(to_jsonb(r) - 'version') FROM lead_rules r),
       'tiers', (SELECT jsonb_agg(to_jsonb(r) - 'version' ORDER BY r.tier) FROM tier_rules r),
       'objects', (SELECT jsonb_agg(to_jsonb(t) - 'version' ORDER BY t.key) FROM object_types t)) AS all`,
  );
  return rows[0]?.all;
}

async function stages(): Promise<string[]> {
  const { rows } = await company.database.pool.query<{ key: string }>('SELECT key FROM stages ORDER BY position');
  return rows.map(({ key }) => key);
}

describe('an industry template (R63)', () => {
  it('is offered to the admin of an empty company, and to nobody else', async () => {
    const hello = await admin.says('你好');
    expect(hello.text).toContain('刚开始使用？选择行业');
    const five = await hello.press('选择行业模板');
    expect(five.text).toContain('SaaS 软件');
    expect(five.labels).toEqual(['查看内容', '查看内容', '查看内容', '查看内容', '查看内容']);
    expect((await talk.as('li').says('你好')).text).not.toContain('选择行业');
    await talk.as('li').types('新线索 高飞');
    expect((await admin.types('帮助')).text).not.toContain('选择行业');
  });

  it('is shown before it changes anything, put in place in one step, and taken back', async () => {
    const before = await setUp();
    const shown = await admin.says('套用汽车后市场模板');
    expect(shown.text).toBe(
      [
        '“汽车后市场”模板将配置',
        '商机阶段: 咨询 → 预约到店 → 到店检测 → 报价',
        '线索来源: + 自然到店、保险公司、团购平台',
        '标签: + 车队、保险到期、新能源车',
        '客户档案: + 车辆',
        '规则: 线索 1 小时内响应；90 天无进展回公海；阶段最长天数：预约到店 7、到店检测 3、报价 3',
        'A 类客户: 180 天内联系 3 次',
        '角色对应: 服务顾问＝销售代表、客服回访＝客服、店长＝销售经理',
        '[套用] [其他行业]',
      ].join('\n'),
    );
    expect(await setUp()).toEqual(before);
    const done = await shown.press('套用');
    expect(done.card).toMatchObject({ title: '已套用“汽车后市场”模板', tone: 'good' });
    expect(await stages()).toEqual(['contact', 'needs', 'inspection', 'proposal', 'won', 'lost']);
    const { rows } = await company.database.pool.query<{ changes: number }>(
      `SELECT count(DISTINCT c.id)::int AS changes FROM changes c JOIN audit_entries e ON e.change_id = c.id WHERE c.command = 'template.apply'`,
    );
    expect(rows).toEqual([{ changes: 1 }]);
    await done.press('撤销');
    expect(await setUp()).toEqual(before);
  });

  it('lets a rep record the industry’s own object at once, and is not taken back beneath it', async () => {
    const done = await admin.types('套用模板 汽车后市场');
    const li = talk.as('li');
    await li.types('新客户 陈先生');
    const said = await li.says('给陈先生登记一辆车 沪A12345 2023年5月买的');
    expect((await said.submit()).text).toContain('已登记 · 车辆：沪A12345');
    expect((await done.press('撤销')).text).toContain('之后已有其他记录依赖它');
  });

  it('keeps stages that deals stand in, and rules that somebody changed, and says so', async () => {
    const li = talk.as('li');
    await li.types('新客户 华星电子');
    await li.types('新商机 华星电子 --名称 二期');
    await admin.types('admin response --hours 6');
    const was = await stages();
    const shown = await admin.says('use the SaaS template');
    expect(shown.text).toContain('保持不变（1 个商机正在使用）：初步接触 → 需求确认 → 方案报价 → 商务谈判');
    expect(shown.text).toContain('规则: 保持你们的设置');
    expect(shown.text).toContain('已在使用或自行修改过的内容保持不变。');
    await shown.press('套用');
    expect(await stages()).toEqual(was);
    expect((await admin.says('use the SaaS template')).card.title).toBe('SaaS 软件：已是当前配置');
  });

  it('keeps stages that somebody set up by hand before there are deals, and says so', async () => {
    await admin.types('修改阶段 商务谈判 --中文名称 合同评审');
    const was = await setUp();
    const shown = await admin.types('admin template 房地产');
    expect(shown.text).toContain('保持不变（你们的设置）：初步接触 → 需求确认 → 方案报价 → 合同评审');
    await shown.press('套用');
    expect(await stages()).toEqual(['contact', 'needs', 'proposal', 'negotiation', 'won', 'lost']);
    expect(was).toMatchObject({ stages: expect.arrayContaining([expect.objectContaining({ name_zh: '合同评审' })]) });
    expect(await setUp()).toMatchObject({ stages: (was as { stages: unknown }).stages });
  });

  it('keeps a template’s stages that somebody changed since', async () => {
    await admin.types('套用模板 房地产');
    await admin.types('修改阶段 来电来访 --赢率 11');
    const was = await stages();
    await admin.types('template apply FMCG');
    expect(await stages()).toEqual(was);
  });

  it('gives way to another as long as nothing uses it', async () => {
    await admin.types('套用模板 房地产');
    await admin.types('template apply FMCG');
    expect(await stages()).toEqual(['contact', 'sampling', 'proposal', 'negotiation', 'won', 'lost']);
    const { rows } = await company.database.pool.query(
      'SELECT response_hours AS hours, protect_days AS days FROM lead_rules',
    );
    expect(rows).toEqual([{ hours: 8, days: 30 }]);
  });

  it('asks which industry where it knows none of that name', async () => {
    expect((await admin.types('admin template bakery')).text).toContain('SaaS 软件');
    expect((await talk.as('li').types('套用模板 SaaS')).text).toContain('管理员');
  });
});
