// Whatever the chat: what somebody deletes in a form that changes a record is empty after, and everything else stays (R12).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyCommand } from '../../bot/commands/index.ts';
import { fieldsOf } from '../../bot/fields/field.ts';
import { sample } from '../support/breadth.ts';
import { type Chat, openChat, type Said } from '../support/chat.ts';
import { moveClock } from '../support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../support/company.ts';
import { SENDINGS, type Sending } from '../support/sent-forms.ts';

type Row = Record<string, unknown>;

type Case = {
  command: string;
  line: string;
  /** Its form comes of a sentence alone: a line with as much does it at once. */
  isSaid?: true;
  /** The record as it is kept. */
  table: string;
  where: string;
  /** Columns that hold nothing once the field is emptied. */
  fields: Record<string, readonly string[]>;
  /** Fields that cannot be emptied. */
  stays: readonly string[];
  /** Fields that show nothing that stands: what is typed there is added, or says which line is meant. */
  adds?: readonly string[];
  /** Whose it is to change; 李雷's where nothing is said. */
  by?: PersonKey;
};

const CASES: readonly Case[] = [
  {
    command: 'customer.change',
    line: '修改客户 华星电子',
    table: 'customers',
    where: "name = '华星电子有限公司'",
    fields: { region: ['region'], industry: ['industry'], phone: ['phone'], address: ['address'] },
    stays: ['name'],
  },
  {
    command: 'contact.change',
    line: '修改联系人 孙晓岚',
    table: '(SELECT p.*, r.role FROM contacts p LEFT JOIN contact_roles r ON r.contact_id = p.id) AS people',
    where: "name = '孙晓岚'",
    fields: { title: ['title'], phone: ['phone'], email: ['email'], reportsTo: ['reports_to'], role: ['role'] },
    stays: ['name'],
  },
  {
    command: 'contact.set',
    line: '给华星电子添加联系人孙晓岚',
    isSaid: true,
    table: '(SELECT p.*, r.role FROM contacts p LEFT JOIN contact_roles r ON r.contact_id = p.id) AS people',
    where: "name = '孙晓岚'",
    fields: {},
    stays: ['title', 'phone', 'email', 'reportsTo', 'role'],
  },
  {
    command: 'customer.tier',
    line: '客户等级 华星电子',
    table: '(SELECT manual_tier, manual_reason FROM customer_tiers) AS tiers',
    where: 'manual_tier IS NOT NULL',
    fields: {},
    stays: ['reason'],
  },
  {
    command: 'milestone.change',
    line: '修改节点 华星电子 安装',
    table: 'milestones',
    where: "remark IS NULL OR remark = '要吊车'",
    fields: { planned: ['planned_on'], done: ['done_on'], remark: ['remark'] },
    stays: ['name'],
  },
  {
    command: 'touch.change',
    line: '修改触达 华星电子',
    table: 'touches',
    where: 'true',
    fields: {},
    stays: ['what', 'kind', 'on'],
  },
  {
    command: 'lead.change',
    line: '修改线索 王建国',
    table: "(SELECT l.*, nullif(product_ids, '{}') AS products FROM leads l) AS leads",
    where: "contact_name = '王建国'",
    fields: {
      company: ['company'],
      phone: ['phone'],
      email: ['email'],
      source: ['source_key'],
      region: ['region'],
      industry: ['industry'],
      products: ['products'],
    },
    stays: ['contact'],
  },
  {
    command: 'opportunity.change',
    line: '修改商机 传感器采购',
    table: 'opportunities',
    where: "name = '传感器采购'",
    fields: { amount: ['amount'], closeOn: ['close_on'] },
    stays: ['name'],
    // Asked of a lost one alone.
    adds: ['lostReason'],
  },
  {
    command: 'opportunity.product',
    line: '商机产品 传感器采购 --产品 边缘网关',
    table: 'opportunity_products',
    where: 'true',
    fields: {},
    stays: ['quantity', 'price'],
    adds: ['product'],
  },
  {
    command: 'opportunity.contact',
    line: '决策链 传感器采购 --联系人 马总',
    table: 'contact_roles',
    where: 'opportunity_id IS NOT NULL',
    fields: {},
    stays: ['role'],
    adds: ['contact'],
  },
  {
    command: 'opportunity.member',
    line: '商机成员 传感器采购 --同事 韩梅梅',
    table: 'opportunity_members',
    where: 'share = 30',
    fields: {},
    stays: ['share'],
    adds: ['person'],
  },
  {
    command: 'task.change',
    line: '修改任务 发合同',
    table: 'tasks',
    where: "title = '发合同'",
    fields: { due: ['due_on', 'due_time', 'remind_at'], customer: ['customer_id'] },
    stays: ['title', 'owner'],
  },
  {
    command: 'follow-up.change',
    line: '修改跟进 华星电子',
    table: 'follow_ups',
    where: "note LIKE '%价格谈妥'",
    fields: { mood: ['mood'], outcome: ['outcome'] },
    stays: ['kind', 'note', 'on', 'movedTo'],
  },
  {
    command: 'object.change',
    line: '修改档案 沪A12345',
    table:
      '(SELECT id, name, customer_id, x.* FROM objects, jsonb_to_record("values") AS x ("boughtOn" text, price jsonb, mileage int, colour text, plate text)) AS objects',
    where: "name = '沪A12345'",
    fields: { boughtOn: ['boughtOn'], price: ['price'], mileage: ['mileage'], colour: ['colour'] },
    stays: ['name', 'plate'],
  },
  {
    command: 'ticket.change',
    line: '更新工单 到货慢',
    table: 'service_tickets',
    where: "title = '到货慢'",
    fields: { contact: ['contact_id'] },
    stays: ['priority', 'assignee'],
    adds: ['note'],
  },
  {
    command: 'tag.change',
    line: '修改标签 高意向',
    table: 'tags',
    where: "key = '高意向'",
    fields: {},
    stays: ['nameZh', 'nameEn', 'state'],
    adds: ['synonyms', 'name'],
    by: 'admin',
  },
  {
    command: 'segment.change',
    line: '修改名单 老客户回访',
    table: 'segments',
    where: "name = '老客户回访'",
    fields: {},
    stays: ['name', 'sharing'],
  },
  {
    command: 'stage.change',
    line: '修改阶段 方案报价',
    // Nothing is asked for and no days are counted: as empty as a column of its own that holds nothing.
    table: `(SELECT name_zh, name_en, probability, position, task_zh, max_days, idle_days, nullif(task_days, 0) AS task_days, nullif(entry, '{}') AS entry,
              nullif(exit, '{}') AS exit, nullif(signers, '{}') AS signers FROM stages) AS stages`,
    where: "name_zh = '方案报价'",
    fields: {
      maxDays: ['max_days'],
      idleDays: ['idle_days'],
      entry: ['entry'],
      exit: ['exit'],
      signers: ['signers'],
      task: ['task_zh', 'task_days'],
      taskDays: ['task_days'],
    },
    stays: ['nameZh', 'nameEn', 'probability'],
    adds: ['after', 'before', 'alsoEntry', 'alsoExit'],
    by: 'admin',
  },
  {
    command: 'pipeline.change',
    line: '修改流程 销售',
    table: 'pipelines',
    where: "name_zh LIKE '%销售%'",
    fields: {},
    stays: ['skipping', 'back', 'winning', 'pileDays', 'pilePercent', 'pileDeals'],
    by: 'admin',
  },
  {
    command: 'admin.pool',
    line: '公海规则',
    table: 'lead_rules',
    where: 'true',
    fields: {},
    stays: ['claimsPerDay', 'heldMost', 'protectDays', 'warnDays'],
    by: 'admin',
  },
  {
    command: 'admin.response',
    line: '响应时限',
    table: 'lead_rules',
    where: 'true',
    fields: {},
    stays: [],
    by: 'admin',
  },
  {
    command: 'admin.source',
    line: '修改来源 官网咨询',
    table: 'lead_sources',
    where: "name_zh = '官网咨询'",
    fields: { responseHours: ['response_hours'] },
    stays: ['nameZh', 'nameEn', 'priority', 'state'],
    adds: ['synonyms'],
    by: 'admin',
  },
  {
    command: 'admin.outcome',
    line: '修改结果 明确拒绝',
    table: 'lead_outcomes',
    where: "name_zh = '明确拒绝'",
    fields: {},
    stays: ['nameZh', 'nameEn', 'status', 'reason', 'nextDays', 'state'],
    adds: ['synonyms'],
    by: 'admin',
  },
  {
    command: 'admin.recycle-reason',
    line: '修改放回原因 联系不上',
    table: 'recycle_reasons',
    where: "name_zh = '联系不上'",
    fields: {},
    stays: ['nameZh', 'nameEn', 'state'],
    adds: ['synonyms'],
    by: 'admin',
  },
  {
    command: 'product.change',
    line: '修改产品 温度传感器',
    table: 'products',
    where: "name_zh = '温度传感器'",
    fields: { code: ['code'] },
    stays: ['price', 'nameZh', 'nameEn', 'state'],
    by: 'admin',
  },
  {
    command: 'document.change',
    line: '修改合同 HT-1',
    table: 'sales_documents',
    where: "number = 'HT-1'",
    fields: { starts: ['starts_on'], ends: ['ends_on'] },
    stays: ['amount', 'on', 'number'],
    // A press on its card, not a field of its form.
    adds: ['state'],
  },
  {
    command: 'invoice.change',
    line: '修改发票 FP-1',
    table: 'invoices',
    where: "number = 'FP-1'",
    fields: {},
    stays: ['amount', 'due', 'on', 'number'],
    by: 'zhao',
  },
  {
    command: 'payment.change',
    line: '修改回款 首款',
    table: 'payments',
    where: "reference = '首款' OR reference IS NULL",
    fields: { invoice: ['invoice_id'], reference: ['reference'] },
    stays: ['amount', 'on'],
    by: 'zhao',
  },
  {
    command: 'hook.change',
    line: '修改接入 官网表单',
    table: 'hook_sources',
    where: "name = '官网表单'",
    fields: { source: ['source_key'] },
    stays: ['perMinute', 'keepDays', 'keepUnmatched', 'enquiries', 'state'],
    adds: ['fields'],
    by: 'admin',
  },
  {
    command: 'gateway.change',
    line: '修改网关 短信',
    table: 'gateways',
    where: "name = '短信'",
    fields: {},
    stays: ['url', 'zh', 'en', 'tries', 'keepDays', 'state'],
    by: 'admin',
  },
  {
    command: 'credit.set',
    line: '信用额度 华星电子',
    table: 'credit_limits',
    where: 'true',
    fields: {},
    stays: [],
    by: 'zhao',
  },
  {
    command: 'tier.change',
    line: '修改等级规则 C',
    table: 'tier_rules',
    where: "tier = 'C'",
    fields: {},
    stays: ['needs', 'contacts', 'days', 'intent', 'openDeals', 'openAmount', 'wonAmount', 'wonDays', 'cares'],
    // Kept with the other conditions, so that no column is empty without it.
    adds: ['tag'],
    by: 'admin',
  },
  {
    command: 'admin.rule',
    line: '修改规则 10',
    table: `(SELECT position, team_id, territory, wins, load, active, nullif(regions, '{}') AS regions,
              nullif(industries, '{}') AS industries, nullif(sources, '{}') AS sources FROM assignment_rules) AS rules`,
    where: 'position = 10',
    fields: { regions: ['regions'], industries: ['industries'], sources: ['sources'], team: ['team_id'] },
    stays: ['territory', 'expertise', 'product', 'wins', 'load', 'fairness', 'state'],
    // In place of a team; and of a word that is only another source's, which of the two it stands for.
    adds: ['person', 'covers'],
    by: 'admin',
  },
  {
    command: 'admin.territory',
    line: '管理区域 李雷',
    table: `(SELECT user_id, away_until, nullif(regions, '{}') AS regions, nullif(industries, '{}') AS industries,
              nullif(product_ids, '{}') AS products FROM routing_profiles) AS profiles`,
    where: 'true',
    fields: { regions: ['regions'], industries: ['industries'], products: ['products'], awayUntil: ['away_until'] },
    stays: [],
    adds: ['alsoKnows'],
    by: 'admin',
  },
  {
    command: 'admin.roles',
    line: '管理角色 韩梅梅',
    table: '(SELECT name, roles[1] AS role, roles[2] AS also, team_id, active FROM users) AS people',
    where: "name = '韩梅梅'",
    fields: { also: ['also'] },
    stays: ['role', 'team', 'active'],
    by: 'admin',
  },
  {
    command: 'admin.teams',
    line: '新建团队华东',
    isSaid: true,
    table: 'teams',
    where: "name = '华东'",
    fields: {},
    stays: ['parent', 'lead'],
    // Says which.
    adds: ['name'],
    by: 'admin',
  },
  {
    command: 'team.change',
    line: '修改团队 北区',
    table: 'teams',
    where: "name LIKE '北区%'",
    fields: { parent: ['parent_id'], lead: ['lead_id'] },
    stays: ['name'],
    by: 'admin',
  },
  {
    command: 'admin.object',
    line: '修改档案类型 设备',
    table: `(SELECT key, name_zh, name_en, label_zh, fields, nullif(synonyms, '{}') AS synonyms,
              nullif(jsonb_path_query_array(rules, '$[*] ? (@.kind == "task")'), '[]') AS reminders,
              nullif(jsonb_path_query_array(rules, '$[*] ? (@.kind == "tell")'), '[]') AS told FROM object_types) AS types`,
    where: "name_zh = '设备'",
    fields: { synonyms: ['synonyms'], remind: ['reminders'], tell: ['told'] },
    stays: ['nameZh', 'nameEn', 'called', 'fields'],
    by: 'admin',
  },
  {
    command: 'field.change',
    line: '修改字段权限 "线索 · 电话" --角色 客服',
    table: 'field_policies',
    where: "entity = 'leads' AND field = 'phone' AND role = 'service'",
    fields: {},
    stays: ['access'],
    adds: ['role'],
    by: 'admin',
  },
];

/** What the product keeps of a row for itself: it follows what a person keeps there. */
const OWN = ['version', 'company_key', 'place', 'product_ids'];

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
const changerOf = ({ by = 'li' }: Pick<Case, 'by'>): Chat => talk.as(by);

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  li = talk.as('li');
  const field = (key: string, kind: string, more = {}) => ({ key, name: { zh: key, en: key }, kind, ...more });
  await company.database.pool.query(
    `INSERT INTO object_types (id, key, name_zh, name_en, label_zh, label_en, fields, rules, position)
     VALUES (gen_random_uuid(), 'vehicle', '车辆', 'Vehicle', '车牌号', 'Number plate', $1, '[]', 1)`,
    [
      JSON.stringify([
        field('boughtOn', 'date', { past: true }),
        field('price', 'money'),
        field('mileage', 'number'),
        field('colour', 'choice', { options: [{ value: 'white', name: { zh: '白色', en: 'White' } }] }),
        field('plate', 'text', { required: true }),
      ]),
    ],
  );
  await talk.as('admin').types('新增产品 边缘网关 --单价 3600');
  for (const line of [
    '新客户 华星电子有限公司 --地区 华东 --行业 电子制造 --电话 02161234567',
    '修改客户 华星电子 --地址 "上海市浦东新区世纪大道100号"',
    '添加联系人 华星电子 马总',
    '客户等级 华星电子 A --原因 战略客户',
    '添加联系人 华星电子 孙晓岚 --角色 影响者 --职务 科长 --电话 13800138000 --邮箱 sun@example.com --汇报给 马总',
    '新线索 王建国 --公司 星河科技 --电话 13900139000 --邮箱 wang@example.com --来源 展会',
    '修改线索 王建国 --地区 华北 --行业 物流 --意向产品 边缘网关',
    '跟进 华星电子 王总很满意，价格谈妥 --方式 拜访',
    '新商机 华星电子 --名称 传感器采购 --金额 35万 --预计成交 2026-06-30',
    '商机产品 传感器采购 --产品 边缘网关 --数量 2',
    '决策链 传感器采购 --联系人 马总 --角色 决策人',
    '商机成员 传感器采购 --同事 韩梅梅 --比例 30',
    '新任务 发合同 --客户 华星电子 --截止 "2026-05-20 15:00"',
    '交付节点 华星电子 安装 --计划 2026-06-01 --备注 要吊车',
    '修改节点 华星电子 安装 --完成日期 2026-05-12',
    '记录触达 华星电子 白皮书 --类型 下载资料',
    '登记档案 vehicle 华星电子 沪A12345 --boughtOn 2023-05-01 --price 20万 --mileage 3000 --colour 白色 --plate 蓝牌',
  ]) {
    expect((await li.types(line)).card.tone, line).not.toBe('warning');
  }
  for (const line of [
    '新工单 华星电子 到货慢 --类型 投诉 --优先级 高 --联系人 孙晓岚',
    '存名单 老客户回访 --问题 3个月没联系的老客户',
  ]) {
    await li.types(line);
  }
  for (const line of [
    '修改阶段 方案报价 --最长天数 14 --未跟进天数 7 --进入条件 金额 --离开条件 预计成交日期 --进入需审批 销售总监 --进入任务 报价 --任务天数 3',
    '新增接入 官网表单 --来源 官网',
    '新增网关 短信 https://sms.hualan.example/parley',
    '新增产品 温度传感器 --单价 120 --编号 TS-1',
    '管理 角色 韩梅梅 --兼任 财务',
    '管理 团队 --名称 华东 --上级团队 北区 --负责人 韩梅梅',
    '修改来源 官网咨询 --响应小时 3',
    '修改等级规则 C --跟进次数 4 --天数 30 --意向 是 --进行中商机 1 --在谈金额 10万 --成交金额 5万 --成交天数 365 --标签 高意向',
    '管理 规则 10 --区域 江苏、上海 --行业 医疗 --来源 官网咨询 --团队 北区',
    '管理区域 李雷 --区域 江苏 --行业 医疗 --产品 边缘网关 --休假至 2026-06-30',
    '新增档案类型 设备 --英文名 Machine --同义词 机器 --名称叫 编号 --字段 "装机日期:日期，顾问:同事" --提醒 "装机日期 每 180: {name} 该保养了" --通知 顾问',
  ]) {
    const said = await talk.as('admin').types(line);
    expect(said.card.tone, said.text).not.toBe('warning');
  }
  await li.types('新合同 华星电子 50万 --编号 HT-1 --开始日期 2026-05-13 --到期日期 2026-12-31');
  await talk.as('zhao').types('信用额度 华星电子 80万');
  await talk.as('zhao').types('新发票 华星电子 10万 --编号 FP-1 --到期日 2026-06-30');
  await talk.as('zhao').types('登记回款 华星电子 5万 --发票 FP-1 --摘要 首款');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

async function rowOf({ table, where }: Case): Promise<Row> {
  const { rows } = await company.database.pool.query<{ row: Row }>(
    `SELECT to_jsonb(t) AS row FROM (SELECT * FROM ${table} WHERE ${where}) t`,
  );
  expect(rows).toHaveLength(1);
  return Object.fromEntries(Object.entries(rows[0]?.row ?? {}).filter(([column]) => !OWN.includes(column)));
}

const opened = (each: Case) => (each.isSaid ? changerOf(each).says(each.line) : changerOf(each).types(each.line));

async function sent(sending: Sending, open: Said, emptied: readonly string[], by = li): Promise<Said> {
  const acted = sending.send(open.card, emptied);
  if (acted.kind !== 'submit') {
    throw new Error('a form that was pressed');
  }
  return by.does(acted);
}

it('stands in this table for every command that changes a record, and every field of it', () => {
  const changing = everyCommand().filter(({ changes }) => changes);
  expect(CASES.map(({ command }) => command).sort()).toEqual(changing.map(({ name }) => name).sort());
  for (const { name, input } of changing.filter((each) => !each.tailor)) {
    const own = CASES.find(({ command }) => command === name);
    const declared = fieldsOf(input).filter(({ meta }) => !meta.hidden && !meta.positional && meta.kind !== 'time');
    const named = [...Object.keys(own?.fields ?? {}), ...(own?.stays ?? []), ...(own?.adds ?? [])];
    expect(named.sort(), name).toEqual(declared.map((field) => field.name).sort());
  }
});

describe.each(CASES)('$command', (each) => {
  describe.each(sample(SENDINGS, SENDINGS.length, CASES.indexOf(each)))('on $platform', (sending) => {
    it.each(Object.entries(each.fields))('empties %s alone, and Undo brings it back', async (field, columns) => {
      const before = await rowOf(each);
      for (const column of columns) {
        expect(before[column], column).not.toBeNull();
      }
      const done = await sent(sending, await opened(each), [field], changerOf(each));
      expect(await rowOf(each), done.text).toEqual({
        ...before,
        ...Object.fromEntries(columns.map((column) => [column, null])),
      });
      await done.press('撤销');
      expect(await rowOf(each)).toEqual(before);
    });

    it('changes nothing where nothing was changed, and says beside the field what cannot be empty', async () => {
      const before = await rowOf(each);
      const open = await opened(each);
      expect((await sent(sending, open, [], changerOf(each))).text).toContain('内容没有变化');
      for (const field of each.stays) {
        const refused = await sent(sending, open, [field, ...Object.keys(each.fields)], changerOf(each));
        expect(refused.form.inputs.find(({ name }) => name === field)?.error).toBe('此项不能为空。');
      }
      expect(await rowOf(each)).toEqual(before);
    });
  });

  it('marks what cannot be empty as required', async () => {
    const { form } = await opened(each);
    const required = form.inputs.filter((input) => input.required).map(({ name }) => name);
    expect(required).toEqual(expect.arrayContaining([...each.stays]));
    expect(required.filter((name) => name in each.fields)).toEqual([]);
  });

  it.each(Object.entries(each.fields))(
    'empties %s by a line, and nothing that it does not name',
    async (field, columns) => {
      const before = await rowOf(each);
      const option = field.replace(/[A-Z]/gu, (letter) =>
        each.command === 'object.change' ? letter : `-${letter.toLowerCase()}`,
      );
      const done = await changerOf(each).types(`${each.line} --${option} -`);
      expect(await rowOf(each), done.text).toEqual({
        ...before,
        ...Object.fromEntries(columns.map((column) => [column, null])),
      });
      await done.press('撤销');
      expect(await rowOf(each)).toEqual(before);
    },
  );
});

describe('a form that was emptied', () => {
  const addressOf = async (name: string) =>
    (await company.database.pool.query('SELECT region, phone, address FROM customers WHERE name = $1', [name])).rows[0];

  it('meets what somebody else wrote there meanwhile with both versions (R12)', async () => {
    const zhang = talk.as('zhang');
    await li.types('新客户 白桦仪器 --地区 北京');
    const open = await li.types('修改客户 白桦仪器');
    await zhang.types('修改客户 白桦仪器 --地区 天津');
    const both = await open.submit({ region: '' });
    expect(both.text).toContain('地区（你）: —\n地区（对方）: 天津');
    expect(await addressOf('白桦仪器')).toMatchObject({ region: '天津' });
    await both.press('用我的');
    expect(await addressOf('白桦仪器')).toMatchObject({ region: null });
  });

  it('leaves what somebody else emptied meanwhile, and says where it is written anew (R12)', async () => {
    const zhang = talk.as('zhang');
    await li.types('新客户 红松仪器 --地区 北京 --行业 仪器');
    const [left, changed] = [await li.types('修改客户 红松仪器'), await li.types('修改客户 红松仪器')];
    await zhang.types('修改客户 红松仪器 --地区 -');
    await left.submit({ industry: '仪表' });
    expect(await addressOf('红松仪器')).toMatchObject({ region: null });
    expect((await changed.submit({ region: '上海' })).text).toContain('地区（你）: 上海\n地区（对方）: —');
  });

  it.each(SENDINGS)('leaves what it showed in part only, on $platform (R84)', async (sending) => {
    const admin = talk.as('admin');
    await admin.types('修改字段权限 "客户 · 电话" --角色 管理员 --权限 脱敏');
    await company.database.pool.query(
      "UPDATE customers SET phone = '+8613911112222', region = '北京' WHERE name = '白桦仪器'",
    );
    const acted = sending.send((await admin.types('修改客户 白桦仪器')).card, ['phone', 'region']);
    if (acted.kind === 'submit') {
      await admin.does(acted);
    }
    expect(await addressOf('白桦仪器')).toMatchObject({ phone: '+8613911112222', region: null });
  });

  it.each(SENDINGS)('carries long texts through $platform without saying that they changed', async (sending) => {
    await li.types(`新线索 钱多 --公司 ${'长'.repeat(190)} --地区 ${'远'.repeat(190)} --行业 ${'宽'.repeat(190)}`);
    const stood = async () =>
      (
        await company.database.pool.query(
          "SELECT length(company) AS company, length(region) AS region, length(industry) AS industry FROM leads WHERE contact_name = '钱多'",
        )
      ).rows[0];
    expect((await sent(sending, await li.types('修改线索 钱多'), [])).text).toContain('内容没有变化');
    const done = await sent(sending, await li.types('修改线索 钱多'), ['region']);
    expect(await stood()).toEqual({ company: 190, region: null, industry: 190 });
    await done.press('撤销');
    expect(await stood()).toEqual({ company: 190, region: 190, industry: 190 });
  });

  it.each(SENDINGS)('leaves a choice that is no longer offered, on $platform', async (sending) => {
    await li.types('新线索 吴用 --来源 展会 --地区 华东');
    await company.database.pool.query(
      "UPDATE leads SET source_key = 'other', source = '老乡' WHERE contact_name = '吴用'",
    );
    await sent(sending, await li.types('修改线索 吴用'), ['region', 'source']);
    const { rows } = await company.database.pool.query("SELECT source, region FROM leads WHERE contact_name = '吴用'");
    expect(rows).toEqual([{ source: '老乡', region: null }]);
    await company.database.pool.query("DELETE FROM leads WHERE contact_name = '吴用'");
  });
});

describe('what is emptied by a sentence', () => {
  it('is shown on its form first and said there, in both languages, with Undo (R102)', async () => {
    await li.types('新客户 云杉仪器 --地区 北京 --行业 仪器');
    const asked = await li.says('把云杉仪器的地区清空');
    expect(asked.text).toContain('将清空：地区');
    expect(asked.form.inputs.slice(1).map(({ name, value }) => [name, value])).toEqual([
      ['name', '云杉仪器'],
      ['region', undefined],
      ['industry', '仪器'],
      ['phone', undefined],
      ['address', undefined],
    ]);
    const done = await asked.submit({ region: '' });
    expect(done.text).toContain('已修改：云杉仪器\n地区: 北京 → 已清空');
    expect((await done.press('撤销')).text).toContain('云杉仪器');
    const jim = talk.as('jim');
    await jim.types('customer add Globex --region East');
    const said = await jim.says("clear Globex's region");
    expect(said.text).toContain('Will be emptied: Region');
    expect((await said.submit({ region: '' })).text).toContain('Changed: Globex\nRegion: East → emptied');
  });

  it('is done at once where it is a task of one’s own, with Undo', async () => {
    const done = await li.says('把发合同任务的截止日期清掉');
    const due = async () =>
      (await company.database.pool.query("SELECT due_on::text AS due FROM tasks WHERE title = '发合同'")).rows[0]?.due;
    expect(await due()).toBeNull();
    await done.press('撤销');
    expect(await due()).toBe('2026-05-20');
  });

  it('says that nothing stands there where nothing does', async () => {
    await li.types('新客户 水杉仪器 --地区 北京');
    const asked = await li.says('把水杉仪器的地址清空');
    expect((await asked.submit({})).text).toContain('内容没有变化');
  });
});

it('keeps what a stage asks of a deal that stands there (R26)', async () => {
  await company.database.pool.query(
    "UPDATE stages SET entry = '{amount}' WHERE key = (SELECT stage_key FROM opportunities WHERE name = '传感器采购')",
  );
  const refused = await li.types('修改商机 传感器采购 --金额 -');
  expect(refused.text).toContain('阶段要求填写金额，不能清空');
  expect((await li.types('查看商机 传感器采购')).text).toContain('金额: ¥350,000');
});
