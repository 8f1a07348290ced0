import type pg from 'pg';
import type { Size } from './size.ts';
import { ago, chance, idIn, oneOf } from './sql.ts';
import * as words from './words.ts';

/** Whose something is that hangs on a customer of nobody. */
export const somebody = (at: string, { people }: Pick<Size, 'people'>): string =>
  idIn('users', `6 + ${at} % ${people - 5}`);

/** Some customers are dealt with far more than others; a prime spreads them over the books. */
const someCustomer = (at: string, salt: number, { customers }: Size) =>
  idIn('customers', `1 + floor(power(${chance(at, salt)}, 1.5) * ${customers})::bigint * 7919 % ${customers}`);

const NAME = (at: string, salt: number) =>
  `CASE WHEN ${chance(at, salt)} < 0.75 THEN ${oneOf(words.SURNAMES, at, salt + 1)} || ${oneOf(words.GIVEN, at, salt + 2)}
        ELSE ${oneOf(words.FIRST, at, salt + 1)} || ' ' || ${oneOf(words.LAST, at, salt + 2)} END`;

/** What hangs on customers, but what was said of them. The first of each kind are open. */
export async function fillRecords(client: pg.ClientBase, size: Size): Promise<void> {
  for (const fill of [opportunities, contacts, leads, tasks, tickets, touches, poolMoves, approvals, audit]) {
    await client.query(fill(size));
  }
  await client.query(OBJECT_TYPE);
  for (const fill of [objects, orders, invoices, payments, limits]) {
    await client.query(fill(size));
  }
}

/** Equipment that is served every half year. */
const OBJECT_TYPE = `INSERT INTO object_types (id, key, name_zh, name_en, label_zh, label_en, fields, rules) VALUES (
  ${idIn('object_types', '1')}, 'equipment', '设备', 'Equipment', '编号', 'Number',
  '[{"key":"installed","kind":"date","name":{"zh":"安装日期","en":"Installed"}}]',
  '[{"key":"service","kind":"task","field":"installed","days":180,"repeats":true,"task":{"zh":"{name} 保养","en":"Service of {name}"}}]')`;

/** Every customer has one. */
function objects({ customers }: Size): string {
  return `INSERT INTO objects (id, type_id, customer_id, name, "values", created_by)
    SELECT ${idIn('objects', 'g')}, ${idIn('object_types', '1')}, ${idIn('customers', 'g')}, 'E-' || g,
           jsonb_build_object('installed', (current_date - (g * 13 % 700)::int)::text), ${idIn('users', '4')}
      FROM generate_series(1::bigint, ${customers}) g`;
}

/** Open ones have stood for up to 60 days, a few of them for longer. */
function opportunities(size: Size): string {
  const { all, open } = size.opportunities;
  const since = `CASE WHEN g <= ${open} THEN 60 * power(${chance('g', 1)}, 2) + CASE WHEN g % 40 = 0 THEN 90 ELSE 0 END ELSE 30 + 800 * ${chance('g', 1)} END`;
  return `INSERT INTO opportunities (id, name, customer_id, owner_id, created_by, stage_key, stage_since, amount, currency, close_on, created_at)
    SELECT ${idIn('opportunities', 'g')}, ${oneOf(words.DEALS, 'g', 2)} || ' ' || g, c.id, coalesce(c.owner_id, ${somebody('g', size)}), coalesce(c.owner_id, ${somebody('g', size)}),
           CASE WHEN g <= ${open} THEN ${oneOf(['contact', 'contact', 'needs', 'proposal', 'negotiation'], 'g', 3)} ELSE ${oneOf(['won', 'won', 'lost'], 'g', 3)} END,
           ${ago(since)}, (1000 + ${chance('g', 4)} * 1e8)::bigint, CASE WHEN ${chance('g', 5)} < 0.9 THEN 'CNY' ELSE 'USD' END,
           (${ago(since)})::date + 60, ${ago(`${since} + 30 * ${chance('g', 6)}`)}
      FROM generate_series(1::bigint, ${all}) g JOIN customers c ON c.id = ${someCustomer('g', 7, size)}`;
}

function contacts({ customers }: Size): string {
  return `INSERT INTO contacts (id, customer_id, name, phone, email)
    SELECT ${idIn('contacts', 'g')}, ${idIn('customers', `1 + g % ${customers}`)}, ${NAME('g', 10)},
           '+86139' || lpad((g * 7919 % 100000000)::text, 8, '0'), 'p' || g || '@firm' || g % 5000 || '.example'
      FROM generate_series(1::bigint, ${Math.floor(customers * 1.3)}) g`;
}

/** Of the open ones a fifth is in the pool, a third is new; a new one waits for hours, a few of them for weeks. */
function leads({ people, leads: { all, open } }: Size): string {
  const status = `CASE WHEN g > ${open} THEN ${oneOf(['converted', 'dropped', 'dropped'], 'g', 20)} ELSE ${oneOf(['new', 'working', 'nurturing'], 'g', 20)} END`;
  const days = `CASE WHEN g > ${open} THEN 40 + 800 * ${chance('g', 21)} WHEN g % 4 = 0 THEN 40 * ${chance('g', 21)} ELSE 2 * ${chance('g', 21)} END`;
  return `INSERT INTO leads (id, contact_name, company, phone, status, owner_id, created_by, source_key, region, industry, given_at, first_response_at, last_touch_at, converted_at, created_at)
    SELECT ${idIn('leads', 'g')}, ${NAME('g', 22)},
           ${oneOf(words.BRANDS, 'g', 25)} || ${oneOf(words.BRANDS, 'g', 26)} || ${oneOf(words.TRADES, 'g', 27)},
           '+86137' || lpad((g * 7907 % 100000000)::text, 8, '0'), status,
           CASE WHEN g % 5 > 0 OR g > ${open} THEN ${idIn('users', `6 + g % ${people - 5}`)} END, ${idIn('users', '4')},
           ${oneOf(['website', 'referral', 'exhibition', 'ad'], 'g', 28)}, ${oneOf(words.REGIONS, 'g', 29)}, ${oneOf(words.INDUSTRIES, 'g', 30)},
           ${ago('days')}, CASE WHEN status <> 'new' THEN ${ago('days / 2')} END, CASE WHEN status <> 'new' THEN ${ago('days / 3')} END,
           CASE WHEN status = 'converted' THEN ${ago('days / 3')} END, ${ago('days')}
      FROM (SELECT g, ${status} AS status, ${days} AS days FROM generate_series(1::bigint, ${all}) g) x`;
}

/** Open ones are due within days of today, a tenth of them today by the clock. */
function tasks(size: Size): string {
  const { all, open } = size.tasks;
  return `INSERT INTO tasks (id, title, owner_id, created_by, customer_id, due_on, due_time, done_at, remind_at, created_at)
    SELECT ${idIn('tasks', 'g')}, ${oneOf(['Call about the offer', 'Send the contract', '寄样品', '确认交期', '约下周拜访'], 'g', 40)},
           coalesce(c.owner_id, ${somebody('g', size)}), coalesce(c.owner_id, ${somebody('g', size)}), c.id,
           CASE WHEN g > ${open} THEN (${ago(`10 + 800 * ${chance('g', 41)}`)})::date WHEN g % 10 = 0 THEN parley_now()::date
                ELSE (parley_now()::date + (${chance('g', 41)} * 20 - 6)::int) END,
           CASE WHEN g % 10 = 0 THEN '15:30' END,
           CASE WHEN g > ${open} THEN ${ago(`9 + 800 * ${chance('g', 41)}`)} END,
           CASE WHEN g <= ${open} AND g % 3 = 0 THEN ${ago(`-10 * ${chance('g', 42)}`)} END, ${ago(`20 + 800 * ${chance('g', 41)}`)}
      FROM generate_series(1::bigint, ${all}) g JOIN customers c ON c.id = ${someCustomer('g', 43, size)}`;
}

function tickets(size: Size): string {
  const { all, open } = size.tickets;
  const service = idIn('users', '3');
  const opened = `${ago(`CASE WHEN g <= ${open} THEN 10 ELSE 20 + 700 * ${chance('g', 50)} END`)}`;
  return `INSERT INTO service_tickets (id, customer_id, kind, title, priority, assignee_id, opened_by, opened_at, closed_at, closed_by)
    SELECT ${idIn('service_tickets', 'g')}, c.id, ${oneOf(['complaint', 'fault', 'question', 'request'], 'g', 51)}, ${oneOf(words.RARE, 'g', 52)},
           ${oneOf(['low', 'normal', 'normal', 'high', 'urgent'], 'g', 53)}, ${service}, ${service}, ${opened},
           CASE WHEN g > ${open} THEN ${opened} + interval '3 days' END, CASE WHEN g > ${open} THEN ${service} END
      FROM generate_series(1::bigint, ${all}) g JOIN customers c ON c.id = ${someCustomer('g', 54, size)}`;
}

function touches(size: Size): string {
  return `INSERT INTO touches (id, customer_id, kind, what, occurred_at, source)
    SELECT ${idIn('touches', 'g')}, ${someCustomer('g', 60, size)}, ${oneOf(['site_visit', 'download', 'event'], 'g', 61)}, 'Price list',
           ${ago(`400 * ${chance('g', 62)}`)}, 'website' FROM generate_series(1::bigint, ${size.customers}) g`;
}

/** Of two years; every fourth of them a quote. */
function orders(size: Size): string {
  return `INSERT INTO sales_documents (id, kind, number, customer_id, dated_on, amount, currency, state, created_by)
    SELECT ${idIn('sales_documents', 'g')}, CASE WHEN g % 4 = 0 THEN 'quote' ELSE 'order' END, 'N-' || g, ${someCustomer('g', 80, size)},
           (${ago(`730 * ${chance('g', 81)}`)})::date, (1000 + ${chance('g', 82)} * 1e7)::bigint, 'CNY', CASE WHEN g % 4 = 0 THEN 'sent' ELSE 'delivered' END, ${somebody('g', size)}
      FROM generate_series(1::bigint, ${size.customers * 2}) g`;
}

/** Each order is billed. */
function invoices({ customers }: Size): string {
  return `INSERT INTO invoices (id, number, customer_id, document_id, issued_on, due_on, amount, currency, created_by)
    SELECT ${idIn('invoices', 'g')}, 'I-' || g, d.customer_id, d.id, d.dated_on, d.dated_on + 30, d.amount, d.currency, d.created_by
      FROM generate_series(1::bigint, ${customers * 2}) g JOIN sales_documents d ON d.id = ${idIn('sales_documents', 'g')} AND d.kind = 'order'`;
}

/** Nearly all of it came in a month later; half of that names its invoice. */
function payments({ customers }: Size): string {
  return `INSERT INTO payments (id, customer_id, invoice_id, received_on, amount, currency, created_by)
    SELECT ${idIn('payments', 'g')}, i.customer_id, CASE WHEN g % 2 = 0 THEN i.id END, i.due_on, i.amount, i.currency, i.created_by
      FROM generate_series(1::bigint, ${customers * 2}) g JOIN invoices i ON i.id = ${idIn('invoices', 'g')} AND i.due_on < parley_now()::date AND g % 20 <> 1`;
}

function limits({ customers, people }: Size): string {
  return `INSERT INTO credit_limits (id, customer_id, amount, currency, created_by)
    SELECT ${idIn('credit_limits', 'g')}, ${idIn('customers', 'g')}, 10000000, 'CNY', ${somebody('g', { people })} FROM generate_series(1::bigint, ${customers}) g WHERE g % 3 = 0`;
}

/** How each that is in the pool came there. */
function poolMoves({ people }: Size): string {
  return `INSERT INTO pool_moves (id, lead_id, customer_id, kind, user_id, reason_key, created_by, created_at)
    SELECT ${idIn('pool_moves', 'g')}, lead, customer, 'released', who, ${oneOf(['no_budget', 'no_need', 'unreachable'], 'g', 70)}, who, ${ago(`100 * ${chance('g', 71)}`)}
      FROM (SELECT row_number() OVER (ORDER BY id) AS g, lead, customer, ${idIn('users', `6 + row_number() OVER (ORDER BY id) % ${people - 5}`)} AS who
              FROM (SELECT id, id AS lead, NULL::uuid AS customer FROM leads WHERE owner_id IS NULL
                    UNION ALL SELECT id, NULL, id FROM customers WHERE owner_id IS NULL) p) x`;
}

/** One pending signature for each four people, half of them a director's. */
function approvals({ people }: Size): string {
  const count = Math.floor(people / 4);
  const of = (at: string) => `FROM generate_series(1, ${count}) g JOIN opportunities o ON o.id = ${at}`;
  const deal = idIn('opportunities', 'g');
  return `WITH requests AS (
      INSERT INTO approval_requests (id, kind, entity, record_id, round, requester_id, terms)
      SELECT ${idIn('approval_requests', 'g')}, 'discount', 'opportunity', o.id, 1, o.owner_id, '{"bps": 1200, "currency": "CNY", "amount": "100000"}' ${of(deal)} RETURNING id)
    INSERT INTO approval_steps (id, request_id, level, role, state)
    SELECT ${idIn('approval_steps', 'n')}, id, 1, CASE WHEN n % 2 = 0 THEN 'director' ELSE 'executive' END, 'pending'
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM requests) r`;
}

/** Each customer was put on file, and changed once. */
function audit(): string {
  return `WITH made AS (
      INSERT INTO changes (id, at, actor_id, via)
      SELECT gen_random_uuid(), created_at, created_by, 'words' FROM customers RETURNING id, actor_id),
    numbered AS (SELECT id, row_number() OVER () AS n FROM made)
    INSERT INTO audit_entries (change_id, entity, record_id, action, before, after)
    SELECT m.id, 'customers', ${idIn('customers', 'm.n')}, a.action, a.before, '{"region": "华东"}'
      FROM numbered m, (VALUES ('insert', NULL::jsonb), ('update', '{"region": "华南"}')) a (action, before)`;
}
