// Everything the bot says to somebody who may see a record but not its protected fields, searched for what they hold.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Button } from '../../bot/cards/card.ts';
import type { Command } from '../../bot/command.ts';
import { everyCommand } from '../../bot/commands/index.ts';
import { fieldsOf } from '../../bot/fields/field.ts';
import { isRecordKind } from '../../bot/fields/kinds.ts';
import { findNotice } from '../../bot/notices/index.ts';
import { DomainError } from '../../core/errors.ts';
import { PROTECTED_FIELDS, type ProtectedField } from '../../core/permissions/fields.ts';
import { work } from '../../core/work.ts';
import { fewer, sample } from '../support/breadth.ts';
import { buttonsOf, type Chat, openChat, type Said } from '../support/chat.ts';
import { moveClock } from '../support/clock.ts';
import { type Company, ORG, openCompany } from '../support/company.ts';

/** What each protected field holds, as it may be written on a card. */
const CANARIES: Readonly<Record<ProtectedField, RegExp>> = {
  'customers.phone': /1381111\s?2222/,
  'customers.address': /CNRYADDRESS/,
  'customers.place': /33\.7654/,
  'contacts.phone': /1381111\s?3333/,
  'contacts.email': /contact@cnry/,
  'leads.phone': /1381111\s?4444/,
  'leads.email': /lead@cnry/,
  'leads.note': /CNRYLEAD/,
  'leads.place': /34\.8765/,
  'leads.drop_reason': /CNRYDROPPED/,
  'enquiries.note': /CNRYASKED/,
  'opportunities.amount': /7,?654,?321|765\.4|765432100/,
  'opportunities.discount_bps': /6\.54/,
  'opportunities.lost_reason': /CNRYLOST/,
  'sales_documents.amount': /7,?600,?001|760\.0001|760000100/,
  'invoices.amount': /7,?600,?002|760\.0002|760000200/,
  'payments.amount': /7,?600,?003|760\.0003|760000300/,
  'credit_limits.amount': /7,?600,?004|760\.0004|760000400/,
  'opportunity_products.price': /8,?765,?432|876\.5/,
  'follow_ups.note': /CNRYSAID/,
  'follow_ups.said': /CNRYTHREAD/,
  'follow_ups.check_in': /CNRYPLACE/,
};

/** Some hundreds of messages a person. */
const EVERYTHING_MS = 180_000;

/** Those who see records of people they do not lead, each by his role. */
const ONLOOKERS = ['chen', 'zhao', 'liu', 'admin', 'mei'];
const SENTENCES = [
  '本季度各人预计成交多少',
  '商机总额',
  '金额大于1万的商机',
  '最近的跟进',
  '本月新线索',
  '所有客户',
  '华星电子的联系方式',
  '高飞的电话是多少',
  '华星电子的跟进记录',
  '看板',
  '今天有什么安排',
  '我的团队今天怎么样',
  'pipeline this quarter',
  'all follow-ups this month',
];

let company: Company;
let talk: ReturnType<typeof openChat>;
let ids: Record<string, string>;

async function idsOf(sql: Record<string, string>): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, text] of Object.entries(sql)) {
    const { rows } = await company.database.pool.query<{ id: string }>(text);
    found[name] = rows[0]?.id ?? '';
  }
  return found;
}

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  const query = (text: string) => company.database.pool.query(text);
  await query(
    `WITH mei AS (INSERT INTO users (id, name, roles, locale) VALUES (gen_random_uuid(), '梅', '{marketing}', 'zh') RETURNING id)
     INSERT INTO identities (id, user_id, platform, workspace, external_id) SELECT id, id, 'slack', 'T1', 'mei' FROM mei`,
  );
  talk = openChat(company);
  const li = talk.as('li');
  await li.types('新客户 华星电子有限公司 --联系人 王总 --电话 13811112222');
  await li.types('新商机 华星电子 --名称 产线 --金额 7654321');
  await li.types('新商机 华星电子 --名称 旧产线 --金额 7654321');
  await li.types('推进 旧产线 --阶段 输单 --输单原因 CNRYLOST');
  await li.types('折扣 产线 --折扣 16%');
  await li.types('跟进 华星电子 CNRYSAID');
  await li.types('归档对话 华星电子 概要 --原文 "王总：CNRYTHREAD"');
  await li.types('签到 华星电子 CNRYPLACE');
  await li.types('新线索 高飞 --公司 飞鸟科技 --电话 13811114444 --邮箱 lead@cnry.example --备注 CNRYLEAD');
  await li.types('新咨询 高飞 CNRYASKED');
  await li.types('新线索 低谷 --公司 深谷实业');
  await li.types('结果 低谷 明确拒绝 CNRYDROPPED');
  await li.types('待办 回访 --截止 明天 --客户 华星电子');
  await query(`UPDATE customers SET address = 'CNRYADDRESS', place = '{"latitude": 33.7654, "longitude": 120.1}'`);
  await query(`UPDATE leads SET place = '{"latitude": 34.8765, "longitude": 120.1}'`);
  await query(`UPDATE contacts SET phone = '+8613811113333', email = 'contact@cnry.example'`);
  await query(`UPDATE opportunities SET discount_bps = 654 WHERE name = '产线'`);
  await query(
    `WITH p AS (INSERT INTO products (id, code, name_zh, name_en, price, currency) VALUES (gen_random_uuid(), 'P-1', '采集器', '采集器', 100, 'CNY') RETURNING id)
     INSERT INTO opportunity_products (id, opportunity_id, product_id, quantity, price, currency)
     SELECT gen_random_uuid(), o.id, p.id, 1, 876543200, 'CNY' FROM opportunities o, p WHERE o.name = '产线'`,
  );
  await query(
    `WITH of AS (SELECT id, created_by AS by FROM customers),
       d AS (INSERT INTO sales_documents (id, kind, number, customer_id, dated_on, amount, currency, state, created_by)
             SELECT gen_random_uuid(), 'order', 'O-1', id, '2026-05-20', 760000100, 'CNY', 'open', by FROM of),
       i AS (INSERT INTO invoices (id, number, customer_id, issued_on, due_on, amount, currency, created_by)
             SELECT gen_random_uuid(), 'INV-1', id, '2026-05-18', '2026-05-19', 760000200, 'CNY', by FROM of),
       p AS (INSERT INTO payments (id, customer_id, received_on, amount, currency, created_by)
             SELECT gen_random_uuid(), id, '2026-05-20', 760000300, 'CNY', by FROM of)
     INSERT INTO credit_limits (id, customer_id, amount, currency, created_by) SELECT gen_random_uuid(), id, 760000400, 'CNY', by FROM of`,
  );
  await query(`UPDATE teams SET lead_id = NULL WHERE name <> '北区'`);
  ids = await idsOf({
    customer: 'SELECT id FROM customers',
    opportunity: `SELECT id FROM opportunities WHERE name = '产线'`,
    anyDeal: `SELECT id FROM opportunities WHERE name = '产线'`,
    lead: `SELECT id FROM leads WHERE contact_name = '高飞'`,
    dropped: `SELECT id FROM leads WHERE contact_name = '低谷'`,
    task: 'SELECT id FROM tasks',
    document: 'SELECT id FROM sales_documents',
    invoice: 'SELECT id FROM invoices',
    payment: 'SELECT id FROM payments',
    person: `SELECT id FROM users WHERE name = '李雷'`,
    request: 'SELECT id FROM approval_requests',
    change: 'SELECT id FROM changes ORDER BY at LIMIT 1',
  });
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

/** The press of a command with every record it could be about. */
function pressOf(command: Command): Button {
  const input = Object.fromEntries(
    fieldsOf(command.input).flatMap(({ name, meta, required }) => {
      const id =
        isRecordKind(meta.kind) && (required || meta.positional) ? ids[meta.kind] : meta.hidden ? ids[name] : undefined;
      return id ? [[name, id] as const] : [];
    }),
  );
  return { label: command.name, command: command.name, input };
}

const reads = () => new Set(everyCommand().flatMap(({ name, effect }) => (effect === 'read' ? [name] : [])));

/** Who is tried with how little of it, in a quick run: his share of all there is to try. */
type Share = { nth: number; from: number };
const ALL: Share = { nth: 1, from: 0 };

/** All that is said to a person who tries everything; by how it was said. */
async function everythingSaidTo(key: string, { nth, from } = ALL): Promise<[after: string, json: string][]> {
  const chat: Chat = talk.as(key);
  const heard: [string, string][] = [];
  const tell = (after: string, said: unknown) =>
    heard.push([after, JSON.stringify(said, (_, value) => (typeof value === 'bigint' ? String(value) : value))]);
  const hear = async (after: string, said: Said, depth = 0): Promise<void> => {
    tell(after, said.reply);
    const buttons = said.reply?.kind === 'card' ? buttonsOf(said.card) : [];
    for (const button of buttons.filter(({ command }) => depth < 1 && reads().has(command)).slice(0, 6)) {
      await hear(`${after} › ${button.label}`, await chat.presses(button), depth + 1);
    }
  };
  for (const command of sample(everyCommand(), nth, from)) {
    await hear(`press ${command.name}`, await chat.presses(pressOf(command)));
  }
  const names = ['华星电子', '产线', '高飞', '回访', '李雷'];
  const lines = everyCommand().filter(({ isInternal, effect }) => !isInternal && effect === 'read');
  for (const { words, input } of sample(lines, nth, from)) {
    for (const name of fieldsOf(input).some(({ meta }) => meta.positional) ? ['', ...names] : ['']) {
      await hear(`line ${words.zh[0]} ${name}`, await chat.types(`${words.zh[0]} ${name}`));
    }
  }
  const dropped = { label: 'dropped', command: 'lead.show', input: { lead: ids.dropped } };
  await hear('press lead.show of a dropped one', await chat.presses(dropped));
  for (const sentence of SENTENCES) {
    await hear(`sentence ${sentence}`, await chat.says(sentence));
  }
  await hear('home', await chat.does({ kind: 'home' }));
  await hear('shared', await chat.does({ kind: 'shared', text: '今天拜访了华星电子' }));
  for (const source of ['customer', 'opportunity', 'lead', 'task', 'person']) {
    for (const query of names) {
      tell(`search ${source} ${query}`, await chat.looksFor(query, source));
      tell(`search ${query}`, await chat.looksFor(query));
    }
    tell(`link ${source}`, await chat.looksUp({ kind: 'linked', source, query: ids[source] ?? '' }));
    tell(
      `view ${source}`,
      await chat.looksUp({ kind: 'view', query: '', command: `${source}.show`, input: { [source]: ids[source] } }),
    );
  }
  for (const each of await noticesTo(key)) tell('notice', each);
  return heard;
}

async function noticesTo(key: string): Promise<unknown[]> {
  const { rows } = await company.database.pool.query(
    `SELECT u.id AS "userId", u.name, u.roles, 'zh' AS locale, 'Asia/Shanghai' AS "timeZone" FROM users u JOIN identities i ON i.user_id = u.id WHERE i.external_id = $1`,
    [key],
  );
  const subjects = [
    ['approval', { requestId: ids.request, level: 1 }],
    ['approvalDecided', { requestId: ids.request }],
    ['leadGiven', { leadId: ids.lead }],
    ['taskGiven', { taskId: ids.task }],
    ['taskChanged', { taskId: ids.task, by: ids.task }],
    ['reminder', { taskId: ids.task, timed: true }],
    ['digest', { day: '2026-05-20' }],
  ] as const;
  const told: unknown[] = [];
  // One after another: at once, each would have a connection of its own, on which everything is planned anew.
  for (const [name, subject] of subjects) {
    told.push(
      await work(company.database, { actor: rows[0], org: ORG, origin: { via: 'job' } }, async (core) =>
        findNotice(name, subject)?.draw(core),
      ).catch((error: unknown) => {
        if (error instanceof DomainError) return undefined; // not for him
        throw error;
      }),
    );
  }
  return told;
}

const found = (heard: readonly [string, string][], fields: readonly ProtectedField[]) =>
  fields.flatMap((field) =>
    heard.flatMap(([after, json]) => (CANARIES[field].test(json) ? [`${field} after ${after}`] : [])),
  );

describe('nothing that is said holds a protected field (R84, R87)', () => {
  it.each([...ONLOOKERS.map((key) => [key, 'hidden'] as const), ['mei', 'masked'] as const])(
    'to %s, by any path, where every field is %s for every role',
    async (key, access) => {
      await company.database.pool.query('UPDATE field_policies SET access = $1', [access]);
      const heard = await everythingSaidTo(key, { nth: ONLOOKERS.length, from: ONLOOKERS.indexOf(key) });
      expect(heard.length).toBeGreaterThan(fewer(120, 60));
      expect(found(heard, PROTECTED_FIELDS)).toEqual([]);
    },
    EVERYTHING_MS,
  );

  it(
    'though its owner hears of all that is shown anywhere, so that the search can find something',
    async () => {
      const heard = await everythingSaidTo('li');
      const fields = PROTECTED_FIELDS.filter((field) => found(heard, [field]).length > 0);
      expect(fields).toEqual(PROTECTED_FIELDS.filter((field) => !['customers.place', 'leads.place'].includes(field)));
    },
    EVERYTHING_MS,
  );
});
