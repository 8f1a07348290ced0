import type { Wish } from '../approvals/approval.ts';
import type { Core } from '../context.ts';
import { IS_FIRST_CALL } from '../leads/close-lead-tasks.ts';
import { HAS_ENQUIRY, WAITS } from '../leads/find-leads.ts';
import { DUE } from '../leads/response.ts';
import { openMarkOf } from '../tickets/open-mark.ts';
import { standingDeals } from './standing-deals.ts';
import {
  type LateInvoice,
  PAGE_LINES,
  SECTION_LINES,
  SECTIONS,
  type Section,
  type SectionName,
  type Today,
  type WaitingApproval,
} from './today.ts';

/** The actor as $1, his day as $2, his zone as $3, his roles as $4, how many lines as $5, after how many as $6. */
const GIVEN = '(SELECT $1::uuid, $2::date, $3::text, $4::text[], $5::int, $6::int) given';

const PAGE = 'LIMIT $5::int OFFSET $6::int';

const TASKS = `SELECT t.id, t.title, t.due_on AS "dueOn", t.due_time AS "dueTime", c.id AS "customerId", c.name AS "customerName",
      ${openMarkOf('t.customer_id')} AS mark, count(*) OVER () AS total
    FROM tasks t LEFT JOIN seen.customers c ON c.id = t.customer_id WHERE t.owner_id = $1 AND t.done_at IS NULL`;

/** Whoever may not see what is open is told of none. */
const LATE = 'x.due_on < $2::date AND x.open > 0';
const BY_DUE = 'b.due_on, b.issued_on, b.id';

const LINES: Readonly<Record<SectionName, string>> = {
  scheduled: `${TASKS} AND t.due_on = $2::date AND t.due_time IS NOT NULL ORDER BY t.due_time, t.created_at, t.id ${PAGE}`,
  overdue: `${TASKS} AND t.due_on < $2::date AND NOT ${IS_FIRST_CALL} ORDER BY t.due_on, t.due_time NULLS LAST, t.created_at, t.id ${PAGE}`,
  due: `${TASKS} AND t.due_on = $2::date AND t.due_time IS NULL AND NOT ${IS_FIRST_CALL} ORDER BY t.created_at, t.id ${PAGE}`,
  leads: `SELECT l.id, l.contact_name AS contact, l.company, l.phone, floor(extract(epoch FROM ${DUE} - parley_now()) / 60)::int AS "minutesLeft",
      ${HAS_ENQUIRY} AS "hasEnquiry", count(*) OVER () AS total
    FROM seen.leads l LEFT JOIN lead_sources s ON s.key = l.source_key
   WHERE l.owner_id = $1 AND ${WAITS}
   ORDER BY ${HAS_ENQUIRY} DESC, ${DUE}, coalesce(s.priority, 2), l.id ${PAGE}`,
  approvals: `SELECT r.id, p.id AS "stepId", q.name AS "requesterName", r.kind, (r.terms->>'bps')::int AS bps,
      r.terms->>'from' AS "from", r.terms->>'to' AS "to", r.terms->>'lostReason' AS "lostReason",
      json_build_object('zh', r.terms->>'fromZh', 'en', r.terms->>'fromEn') AS "fromName", json_build_object('zh', r.terms->>'toZh', 'en', r.terms->>'toEn') AS "toName",
      coalesce(o.name, r.terms->>'opportunity', '—') AS "opportunityName", coalesce(c.name, r.terms->>'customer', '—') AS "customerName",
      CASE WHEN 'amount' = ANY (o.unseen) THEN NULL ELSE r.terms->>'amount' END AS amount, r.terms->>'currency' AS currency, count(*) OVER () AS total
    FROM approval_steps p JOIN approval_requests r ON r.id = p.request_id AND r.state = 'pending' JOIN users q ON q.id = r.requester_id
    LEFT JOIN seen.opportunities o ON o.id = r.record_id LEFT JOIN seen.customers c ON c.id = o.customer_id
   WHERE p.state = 'pending' AND p.role = ANY ($4) AND r.requester_id <> $1 ORDER BY r.created_at, r.id ${PAGE}`,
  invoices: `SELECT b.id, b.number, b.customer_id AS "customerId", c.name AS "customerName", b.due_on AS "dueOn", b.open::text AS open, b.currency, b.total
    FROM (SELECT b.*, count(*) OVER () AS total
            FROM (SELECT x.* FROM seen.open_invoices x WHERE x.owner_id = $1 AND ${LATE}
                  UNION ALL SELECT x.* FROM seen.open_invoices x WHERE 'finance' = ANY ($4) AND x.owner_id IS DISTINCT FROM $1 AND ${LATE}) b
           ORDER BY ${BY_DUE} ${PAGE}) b JOIN seen.customers c ON c.id = b.customer_id ORDER BY ${BY_DUE}`,
  deals: `SELECT d.id, o.name, o.customer_id AS "customerId", c.name AS "customerName", json_build_object('zh', d.name_zh, 'en', d.name_en) AS "stageName",
      d.kind, d.days, d."limit", d.total
    FROM (SELECT b.*, count(*) OVER () AS total FROM (${standingDeals({ owner: '$1', today: '$2::date', zone: '$3' })}) b
           ORDER BY b.days - b."limit" DESC, b.id ${PAGE}) d
    JOIN seen.opportunities o ON o.id = d.id LEFT JOIN seen.customers c ON c.id = o.customer_id ORDER BY d.days - d."limit" DESC, d.id`,
};

const statement = (sections: readonly SectionName[]) =>
  `SELECT ${sections.map((section) => `(SELECT coalesce(json_agg(line), '[]') FROM (${LINES[section]}) line) AS "${section}"`).join(',\n')} FROM ${GIVEN}`;

type Lines<Of extends SectionName> = (Today[Of]['lines'][number] & { total: number })[];
type StoredApproval = Omit<WaitingApproval, 'amount' | 'kind'> & {
  kind: Wish['kind'];
  bps: number | null;
  amount: string | null;
} & Omit<Extract<Wish, { kind: 'stage' }>, 'kind'>;
type StoredInvoice = Omit<LateInvoice, 'open'> & { open: string };
type Row = { [Of in Exclude<SectionName, 'approvals' | 'invoices'>]?: Lines<Of> } & {
  approvals?: (StoredApproval & { total: number })[];
  invoices?: (StoredInvoice & { total: number })[];
};

/** One section alone, and after how many of its lines. */
export type Page = { only: SectionName; from?: number | undefined };

/** The actor's day in one statement: of each section the first few and how many there are; or a page of one of them. */
export async function getToday({ sql, actor, today }: Core, page?: Page): Promise<Today> {
  const [row = {}] = await sql<Row>({
    name: page ? `today-${page.only}` : 'today',
    text: statement(page ? [page.only] : SECTIONS),
    values: [actor.userId, today, actor.timeZone, [...actor.roles], page ? PAGE_LINES : SECTION_LINES, page?.from ?? 0],
  });
  return {
    scheduled: toSection(row.scheduled),
    leads: toSection(row.leads),
    overdue: toSection(row.overdue),
    due: toSection(row.due),
    approvals: toSection(row.approvals, toApproval),
    invoices: toSection(row.invoices, ({ open, ...line }) => ({ ...line, open: BigInt(open) })),
    deals: toSection(row.deals),
  };
}

function toSection<Line>(rows: readonly (Line & { total: number })[] | undefined): Section<Line>;
function toSection<Stored, Line>(
  rows: readonly (Stored & { total: number })[] | undefined,
  read: (stored: Stored) => Line,
): Section<Line>;
function toSection(
  rows: readonly { total: number }[] = [],
  read: (stored: object) => unknown = (line) => line,
): Section<unknown> {
  return { lines: rows.map(({ total: _, ...line }) => read(line)), total: rows[0]?.total ?? 0 };
}

function toApproval({
  kind,
  bps,
  from,
  to,
  fromName,
  toName,
  lostReason,
  amount,
  ...line
}: StoredApproval): WaitingApproval {
  const wish: Wish = kind === 'stage' ? { kind, from, to, fromName, toName, lostReason } : { kind, bps: bps ?? 0 };
  return { ...line, ...wish, amount: amount === null ? null : BigInt(amount) };
}
