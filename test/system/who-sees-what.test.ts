// Han's work, full of canaries, in a company where Li sits beside her: what he can see and change of it, by any path.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeButton } from '../../adapters/slack/wire.ts';
import { CANARY, fillWithCanaries, forged } from '../support/canaries.ts';
import { type Parley, startParley } from '../support/parley.ts';
import { guardedTables, queryAs } from '../support/row-security.ts';

const parley: Parley = await startParley({
  strangers: [{ id: 'USTRANGER', name: 'CNRY Stranger', email: 'stranger@cnry.example' }],
});
const [li, han, zhang] = [parley.person('li'), parley.person('han'), parley.person('zhang')];
await fillWithCanaries(parley);
const TABLES = await guardedTables(parley.database);

afterAll(() => parley.close());

const idOf = async (sql: string): Promise<string> => {
  const { rows } = await parley.database.pool.query<{ id: string }>(sql);
  if (!rows[0]) throw new Error(`nothing found by ${sql}`);
  return rows[0].id;
};
const userId = (name: string) => idOf(`SELECT id FROM users WHERE name = '${name}'`);

describe('without an actor', () => {
  it.each(TABLES)('%s is empty', async (table) => {
    expect(await parley.count(table)).toBeGreaterThan(0);
    expect(await queryAs(parley.database, undefined, `SELECT 1 FROM ${table} LIMIT 1`)).toEqual([]);
  });
});

/** Han's records, and what li, who sits beside her, could try with them. */
const OF_HAN = {
  customers: await idOf("SELECT id FROM customers WHERE name = '飞鸟科技有限公司'"),
  contacts: await idOf("SELECT id FROM contacts WHERE name = 'CNRY联系人'"),
  leads: await idOf("SELECT id FROM leads WHERE company = 'CNRY公司'"),
  opportunities: await idOf("SELECT id FROM opportunities WHERE name = 'CNRY商机'"),
  stage_moves: await idOf('SELECT id FROM stage_moves WHERE from_stage IS NOT NULL'),
  opportunity_products: await idOf('SELECT id FROM opportunity_products'),
  opportunity_competitors: await idOf('SELECT id FROM opportunity_competitors'),
  opportunity_members: await idOf('SELECT id FROM opportunity_members'),
  contact_roles: await idOf('SELECT id FROM contact_roles'),
  follow_ups: await idOf("SELECT id FROM follow_ups WHERE note LIKE '%CNRY%'"),
  taggings: await idOf('SELECT id FROM taggings'),
  enquiries: await idOf('SELECT id FROM enquiries'),
  duplicate_questions: await idOf('SELECT id FROM duplicate_questions'),
  tasks: await idOf("SELECT id FROM tasks WHERE title = 'CNRY任务'"),
  touches: await idOf("SELECT id FROM touches WHERE what = 'CNRY触达'"),
  objects: await idOf("SELECT id FROM objects WHERE name = 'CNRY车辆'"),
  milestones: await idOf("SELECT id FROM milestones WHERE name = 'CNRY节点'"),
  sales_documents: await idOf("SELECT id FROM sales_documents WHERE number = 'CNRY订单'"),
  invoices: await idOf("SELECT id FROM invoices WHERE number = 'CNRY发票'"),
  payments: await idOf("SELECT id FROM payments WHERE reference = 'CNRY回款'"),
  credit_limits: await idOf('SELECT id FROM credit_limits'),
  service_tickets: await idOf("SELECT id FROM service_tickets WHERE title = 'CNRY工单'"),
  ticket_entries: await idOf("SELECT id FROM ticket_entries WHERE text = 'CNRY进展'"),
  approval_requests: await idOf('SELECT id FROM approval_requests'),
  approval_steps: await idOf("SELECT id FROM approval_steps WHERE state = 'pending'"),
  name_keys: await idOf(
    "SELECT k.id FROM name_keys k JOIN customers c ON c.id = k.record_id WHERE c.name = '飞鸟科技有限公司' LIMIT 1",
  ),
  grants: await idOf('SELECT id FROM grants LIMIT 1'),
  handovers: await idOf('SELECT id FROM handovers'),
  reports: await idOf('SELECT id FROM reports'),
  report_comments: await idOf('SELECT id FROM report_comments'),
  files: await idOf("SELECT id FROM files WHERE name = 'CNRY.pdf'"),
};
type Guarded = keyof typeof OF_HAN;
const GUARDED = Object.keys(OF_HAN) as Guarded[];

/** Every row of hers as it stands. */
async function herRows(): Promise<string> {
  const { rows } = await parley.database.pool.query(
    GUARDED.map((table) => `SELECT '${table}' AS t, to_jsonb(x)::text AS row FROM ${table} x`).join(' UNION ALL ') +
      ' ORDER BY 1, 2',
  );
  return JSON.stringify(rows);
}
const HER_CHANGE = await idOf(
  "SELECT c.id FROM changes c JOIN users u ON u.id = c.actor_id WHERE u.name = '韩梅梅' AND undoable_until IS NOT NULL LIMIT 1",
);
const HER_PENDING = await idOf(
  "SELECT p.id FROM pending_actions p JOIN users u ON u.id = p.user_id WHERE u.name = '韩梅梅' LIMIT 1",
);
const ADMISSION = await idOf('SELECT id FROM admissions');
const step = { request: OF_HAN.approval_requests, step: OF_HAN.approval_steps };
const ME = await userId('李雷');
const MANAGER = await userId('张伟');

describe('raw SQL as a colleague', () => {
  it.each(GUARDED)('finds nothing of hers in %s, where her manager finds it', async (table) => {
    const sql = `SELECT id FROM ${table} WHERE id = '${OF_HAN[table]}'`;
    expect(await queryAs(parley.database, ME, sql)).toEqual([]);
    expect(await queryAs(parley.database, MANAGER, sql)).toHaveLength(1);
  });

  it.each(GUARDED)('changes and deletes nothing of hers in %s', async (table) => {
    const change = `UPDATE ${table} SET version = version + 1 WHERE id = '${OF_HAN[table]}' RETURNING id`;
    const remove = `DELETE FROM ${table} WHERE id = '${OF_HAN[table]}' RETURNING id`;
    expect(await queryAs(parley.database, ME, change)).toEqual([]);
    expect(await queryAs(parley.database, ME, remove).catch((error: Error) => error.message)).toBeOneOf([
      [],
      `permission denied for table ${table}`,
    ]);
  });

  it('finds her name in no table but that of colleagues and his own', async () => {
    for (const table of TABLES) {
      const rows = await queryAs<{ row: string }>(
        parley.database,
        ME,
        `SELECT to_jsonb(x)::text AS row FROM ${table} x`,
      );
      expect({ table, seen: rows.filter(({ row }) => CANARY.test(row)) }).toEqual({ table, seen: [] });
    }
  });

  it.each([
    [
      'a contact of her customer',
      `INSERT INTO contacts (id, customer_id, name) VALUES (gen_random_uuid(), '${OF_HAN.customers}', 'x')`,
    ],
    [
      'a follow-up of her customer',
      `INSERT INTO follow_ups (id, customer_id, author_id, kind, note, happened_on) VALUES (gen_random_uuid(), '${OF_HAN.customers}', '${ME}', 'note', 'x', '2026-05-20')`,
    ],
    [
      'a follow-up of her lead',
      `INSERT INTO follow_ups (id, lead_id, author_id, kind, note, happened_on) VALUES (gen_random_uuid(), '${OF_HAN.leads}', '${ME}', 'note', 'x', '2026-05-20')`,
    ],
    [
      'a tag on her lead',
      `INSERT INTO taggings (id, tag_id, lead_id, created_by) SELECT gen_random_uuid(), id, '${OF_HAN.leads}', '${ME}' FROM tags LIMIT 1`,
    ],
    [
      'an enquiry of her lead',
      `INSERT INTO enquiries (id, lead_id, created_by) VALUES (gen_random_uuid(), '${OF_HAN.leads}', '${ME}')`,
    ],
    [
      'a handover of her work',
      `INSERT INTO handovers (id, from_id, to_id, made_by, items) SELECT gen_random_uuid(), id, '${ME}', '${ME}', '[]' FROM users WHERE name = '韩梅梅'`,
    ],
    [
      'a question in her name',
      `INSERT INTO duplicate_questions (id, asker_id, owner_id) VALUES (gen_random_uuid(), '${MANAGER}', '${ME}')`,
    ],
    [
      'a task about her customer',
      `INSERT INTO tasks (id, title, owner_id, created_by, customer_id) VALUES (gen_random_uuid(), 'x', '${ME}', '${ME}', '${OF_HAN.customers}')`,
    ],
    [
      'a touch of her customer',
      `INSERT INTO touches (id, customer_id, kind, what, occurred_at, created_by) VALUES (gen_random_uuid(), '${OF_HAN.customers}', 'other', 'x', '2026-05-20', '${ME}')`,
    ],
    [
      'a milestone of her customer',
      `INSERT INTO milestones (id, customer_id, name, created_by) VALUES (gen_random_uuid(), '${OF_HAN.customers}', 'x', '${ME}')`,
    ],
    [
      'an order of her customer',
      `INSERT INTO sales_documents (id, kind, number, customer_id, dated_on, amount, currency, state, created_by) VALUES (gen_random_uuid(), 'order', 'x', '${OF_HAN.customers}', '2026-05-20', 1, 'CNY', 'open', '${ME}')`,
    ],
    [
      'an invoice of her customer',
      `INSERT INTO invoices (id, number, customer_id, issued_on, due_on, amount, currency, created_by) VALUES (gen_random_uuid(), 'x', '${OF_HAN.customers}', '2026-05-20', '2026-05-21', 1, 'CNY', '${ME}')`,
    ],
    [
      'a payment of her customer',
      `INSERT INTO payments (id, customer_id, received_on, amount, currency, created_by) VALUES (gen_random_uuid(), '${OF_HAN.customers}', '2026-05-20', 1, 'CNY', '${ME}')`,
    ],
    [
      'a credit limit of her customer',
      `INSERT INTO credit_limits (id, customer_id, amount, currency, created_by) VALUES (gen_random_uuid(), '${OF_HAN.customers}', 1, 'CNY', '${ME}')`,
    ],
    [
      'an object of her customer',
      `INSERT INTO objects (id, type_id, customer_id, name, created_by) VALUES (gen_random_uuid(), (SELECT id FROM object_types LIMIT 1), '${OF_HAN.customers}', 'x', '${ME}')`,
    ],
    [
      'a role of her contact',
      `INSERT INTO contact_roles (id, contact_id, customer_id, role) VALUES (gen_random_uuid(), '${OF_HAN.contacts}', '${OF_HAN.customers}', 'blocker')`,
    ],
    [
      'a ticket of her customer',
      `INSERT INTO service_tickets (id, customer_id, kind, title, opened_by) VALUES (gen_random_uuid(), '${OF_HAN.customers}', 'request', 'x', '${ME}')`,
    ],
    [
      'a word on a ticket of hers',
      `INSERT INTO ticket_entries (id, ticket_id, author_id, text) VALUES (gen_random_uuid(), '${OF_HAN.service_tickets}', '${ME}', 'x')`,
    ],
    [
      'an opportunity of her customer',
      `INSERT INTO opportunities (id, customer_id, name, owner_id, stage_key, currency, created_by) VALUES (gen_random_uuid(), '${OF_HAN.customers}', 'x', '${ME}', 'contact', 'CNY', '${ME}')`,
    ],
    [
      'himself to her opportunity',
      `INSERT INTO opportunity_members (id, opportunity_id, user_id, share) VALUES (gen_random_uuid(), '${OF_HAN.opportunities}', '${ME}', 0)`,
    ],
    [
      'a competitor to her opportunity',
      `INSERT INTO opportunity_competitors (id, opportunity_id, name) VALUES (gen_random_uuid(), '${OF_HAN.opportunities}', 'x')`,
    ],
    [
      'a role to her contact',
      `INSERT INTO contact_roles (id, customer_id, contact_id, role) VALUES (gen_random_uuid(), '${OF_HAN.customers}', '${OF_HAN.contacts}', 'user')`,
    ],
    [
      'a step of her opportunity',
      `INSERT INTO stage_moves (id, opportunity_id, to_stage, moved_by) VALUES (gen_random_uuid(), '${OF_HAN.opportunities}', 'won', '${ME}')`,
    ],
    [
      'a name for her customer',
      `INSERT INTO name_keys (id, key, entity, record_id) VALUES (gen_random_uuid(), 'x', 'customer', '${OF_HAN.customers}')`,
    ],
    [
      'a file to her opportunity',
      `INSERT INTO files (id, entity, record_id, name, media_type, bytes, sha256, storage_key, uploaded_by, origin) VALUES (gen_random_uuid(), 'opportunity', '${OF_HAN.opportunities}', 'x', 'x', 1, 'x', 'x', '${ME}', 'slack')`,
    ],
    [
      'leave to see her opportunity',
      `INSERT INTO grants (id, entity, record_id, user_id, reason) VALUES (gen_random_uuid(), 'opportunity', '${OF_HAN.opportunities}', '${ME}', 'watcher')`,
    ],
    [
      'leave to see her customer',
      `INSERT INTO grants (id, entity, record_id, user_id, reason) VALUES (gen_random_uuid(), 'customer', '${OF_HAN.customers}', '${ME}', 'watcher')`,
    ],
    [
      'a request on her opportunity',
      `INSERT INTO approval_requests (id, kind, entity, record_id, round, requester_id, terms) VALUES (gen_random_uuid(), 'other', 'opportunity', '${OF_HAN.opportunities}', 1, '${ME}', '{}')`,
    ],
    ['a colleague', `INSERT INTO users (id, name, roles) VALUES (gen_random_uuid(), 'x', '{admin}')`],
    [
      'an account for himself as her',
      `INSERT INTO identities (id, user_id, platform, workspace, external_id) SELECT gen_random_uuid(), id, 'slack', 'T2', 'ULI' FROM users WHERE name = '韩梅梅'`,
    ],
  ])('cannot add %s', async (_, sql) => {
    await expect(queryAs(parley.database, ME, sql)).rejects.toThrow('row-level security');
  });

  it.each([
    ['his roles', `UPDATE users SET roles = '{admin}' WHERE id = '${ME}'`],
    ['his team', `UPDATE users SET team_id = NULL WHERE id = '${ME}'`],
    ['his address, by which others are linked', `UPDATE users SET email = 'han2@hualan.example' WHERE id = '${ME}'`],
  ])('cannot give himself %s', async (_, sql) => {
    await expect(queryAs(parley.database, ME, sql)).rejects.toThrow('is not for');
  });

  it('may choose how he is spoken to', async () => {
    const sql = `UPDATE users SET locale = 'en', digest_at = '07:30', version = version + 1 WHERE id = '${ME}' RETURNING locale`;
    expect(await queryAs(parley.database, ME, sql)).toEqual([{ locale: 'en' }]);
  });
});

describe('at Slack a colleague', () => {
  /** What li is shown for a gesture of his. */
  async function shown(gesture: () => Promise<unknown>): Promise<string> {
    const before = li.cards.length;
    parley.fake.setViews(li.id, []);
    const answer = await gesture();
    await parley.settles();
    const seen = [
      answer,
      li.cards.slice(before).map(({ text, blocks }) => [text, blocks]),
      parley.fake.openViews(li.id),
    ];
    return JSON.stringify(seen);
  }

  it.each([
    '客户 飞鸟科技',
    '找客户 飞鸟',
    '文件 飞鸟科技',
    '存文件 飞鸟科技',
    '查看商机 飞鸟科技',
    '查看商机 商机',
    '推进 飞鸟科技',
    '推进 商机 --阶段 签约成交',
    '折扣 飞鸟科技 --折扣 5%',
    '新商机 飞鸟科技 --名称 抢单',
    '查看线索 高飞',
    '转化线索 高飞',
    '查看任务 任务',
    '完成任务 任务',
    '推迟任务 任务 --到 明天',
    '跟进 飞鸟科技 --内容 串门',
    '跟进记录 飞鸟科技',
    '我的商机 --负责人 韩梅梅',
    '我的线索',
    '线索 --范围 公海',
    '我的任务',
    '今天',
    '漏斗',
    '待我审批',
    '新客户 飞鸟科技有限公司',
    '管理 人员',
    '撤销',
  ])('types “%s” and learns and changes nothing', async (line) => {
    const before = await herRows();
    expect(await shown(() => li.types(line))).not.toMatch(CANARY);
    expect(await herRows()).toBe(before);
  });

  it.each([
    '韩梅梅的商机有哪些',
    '飞鸟科技的商机金额是多少',
    '本季度管道',
    '本季度北区的商机总额',
    '今天拜访了飞鸟科技，聊得不错，下周三发合同',
    '飞鸟科技申请5%的折扣',
    '高飞的电话是多少',
  ])('says “%s” and learns and changes nothing', async (sentence) => {
    const before = await herRows();
    expect(await shown(() => li.says(sentence))).not.toMatch(CANARY);
    expect(await herRows()).toBe(before);
  });

  it.each<[string, Record<string, unknown>]>([
    ['customer.show', { customer: OF_HAN.customers }],
    ['file.list', { record: OF_HAN.opportunities }],
    ['file.add', { record: OF_HAN.customers }],
    ['follow-up.log', { customer: OF_HAN.customers, note: 'x' }],
    ['follow-up.list', { customer: OF_HAN.customers }],
    ['opportunity.open', { customer: OF_HAN.customers, name: 'x' }],
    ['opportunity.show', { opportunity: OF_HAN.opportunities }],
    ['opportunity.advance', { opportunity: OF_HAN.opportunities }],
    ['opportunity.advance', { opportunity: OF_HAN.opportunities, stage: 'won', version: 1 }],
    ['opportunity.discount', { opportunity: OF_HAN.opportunities, percent: 500 }],
    ['lead.show', { lead: OF_HAN.leads }],
    ['lead.convert', { lead: OF_HAN.leads }],
    ['lead.outcome', { lead: OF_HAN.leads, outcome: 'interested' }],
    ['lead.enquiry', { lead: OF_HAN.leads }],
    ['tag.add', { party: OF_HAN.leads, tags: 'x' }],
    ['duplicate.merge', { party: OF_HAN.leads, note: 'x' }],
    ['task.show', { task: OF_HAN.tasks }],
    ['task.done', { task: OF_HAN.tasks }],
    ['task.snooze', { task: OF_HAN.tasks, until: '1h' }],
    ['task.add', { title: 'x', customer: OF_HAN.customers }],
    ['approval.show', { request: OF_HAN.approval_requests }],
    ['approval.approve', step],
    ['approval.reject', step],
    ['approval.withdraw', { request: OF_HAN.approval_requests }],
    ['change.undo', { change: HER_CHANGE }],
    ['pending.take', { pending: HER_PENDING, choice: 0 }],
    ['admin.admit', { admission: ADMISSION, role: 'admin' }],
    ['admin.decline', { admission: ADMISSION }],
    ['admin.roles', { person: ME, role: 'admin' }],
  ])('presses %s with an id of hers and learns and changes nothing', async (command, input) => {
    await li.types('待办 自己的事');
    const before = await herRows();
    const admissions = await parley.count('admissions', "state = 'pending'");
    expect(await shown(() => li.presses('完成', { on: forged(li.card, writeButton({ command, input })) }))).not.toMatch(
      CANARY,
    );
    expect(await herRows()).toBe(before);
    expect(await parley.count('admissions', "state = 'pending'")).toBe(admissions);
    expect(await parley.count('users', "name = '李雷' AND roles = '{rep}'")).toBe(1);
  });

  it('is told of her customer only that it exists and whose it is (R10)', async () => {
    await li.types('新客户 飞鸟科技有限公司');
    expect(li.card.text).toContain('可能已在系统中：飞鸟科技有限公司\n韩梅梅的客户');
  });

  it('counts in totals nothing of hers', async () => {
    await li.types('漏斗');
    const before = li.card.words;
    await han.types('新商机 飞鸟科技 --名称 CNRY更多 --金额 99万');
    await li.types('漏斗');
    expect(li.card.words).toBe(before);
  });
});

describe('her manager', () => {
  it.each([
    ['查看商机 CNRY商机', '¥7,654,321'],
    ['客户 飞鸟科技', 'CNRY联系人'],
    ['查看线索 高飞', 'CNRY公司'],
    ['查看任务 CNRY任务', 'CNRY任务'],
    ['跟进记录 飞鸟科技', 'CNRY纪要'],
    ['我的商机 --负责人 韩梅梅', 'CNRY商机'],
  ])('sees by “%s” what is hers', async (line, words) => {
    await zhang.types(line);
    expect(zhang.card.words).toContain(words);
  });
});

describe('somebody who has left', () => {
  beforeAll(async () => {
    await parley.database.pool.query(`UPDATE users SET active = false WHERE id = $1`, [MANAGER]);
  });

  it.each(TABLES)('sees nothing in %s', async (table) => {
    await expect(queryAs(parley.database, MANAGER, `SELECT 1 FROM ${table}`)).rejects.toThrow('no active user');
  });

  it('is told so at Slack and shown nothing', async () => {
    await zhang.types('客户 飞鸟科技');
    expect(zhang.card.text).toContain('你的账号已停用');
  });
});
