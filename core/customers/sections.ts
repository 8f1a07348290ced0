import { BALANCES } from '../billing/balances.ts';
import type { DocumentKind, DocumentState } from '../billing/document.ts';
import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import type { Felt, FollowUpKind } from '../follow-ups/follow-up.ts';
import { IS_MILESTONE_MENDED } from '../journal/find-milestones.ts';
import { IS_MENDED } from '../journal/find-touches.ts';
import type { TouchKind } from '../journal/touch.ts';
import { KEPT, OBJECT_PEOPLE, OBJECT_TYPE, type ObjectLine } from '../objects/find-objects.ts';
import type { Text } from '../text.ts';
import type { Priority, TicketKind } from '../tickets/ticket.ts';
import type { CheckIn } from '../visits/visit.ts';
import type { ContactRole } from './contact-role.ts';

/** What there is to see of a customer beyond the first glance (R13), in the order it is offered. */
export const SECTIONS = [
  'contacts',
  'follow-ups',
  'opportunities',
  'billing',
  'tickets',
  'objects',
  'touches',
  'milestones',
  'changes',
] as const;

export type SectionName = (typeof SECTIONS)[number];

/** One row of each, as PostgreSQL puts it into JSON. `note`, `phone` and `amount` are what the actor may see of them. */
export type SectionRows = {
  contacts: {
    id: string;
    name: string;
    title: string | null;
    phone: string | null;
    roles: ContactRole[];
    reportsTo: string | null;
    /** The day his superior left. */
    superiorLeftOn: Day | null;
    leftOn: Day | null;
  };
  'follow-ups': Felt & {
    kind: FollowUpKind;
    note: string | null;
    on: Day;
    happenedAt: string | null;
    writtenAt: string;
    checkIn: CheckIn | null;
    authorName: string;
  };
  opportunities: {
    id: string;
    name: string;
    stage: Text;
    amount: string | null;
    currency: string;
    closeOn: Day | null;
  };
  billing: {
    record: 'document' | 'invoice' | 'payment';
    /** Of a document. */
    kind: DocumentKind | null;
    id: string;
    number: string | null;
    on: Day;
    dueOn: Day | null;
    amount: string | null;
    open: string | null;
    currency: string;
    state: DocumentState | null;
    isVoid: boolean;
  };
  tickets: { id: string; title: string; kind: TicketKind; priority: Priority; openedAt: string; isClosed: boolean };
  touches: { id: string; kind: TouchKind; what: string; at: string; source: string; isMine: boolean };
  objects: Pick<ObjectLine, 'id' | 'name' | 'type' | 'values' | 'people'>;
  milestones: {
    id: string;
    name: string;
    plannedOn: Day | null;
    doneOn: Day | null;
    remark: string | null;
    isMine: boolean;
  };
  changes: Change;
};

export type Change = {
  at: string;
  actorName: string | null;
  entity:
    | 'customers'
    | 'customer_tiers'
    | 'contacts'
    | 'milestones'
    | 'objects'
    | 'sales_documents'
    | 'invoices'
    | 'payments'
    | 'credit_limits';
  action: 'insert' | 'update' | 'delete';
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

export type Section = {
  [Name in SectionName]: { name: Name; rows: SectionRows[Name][]; hasMore: boolean };
}[SectionName];

/** Each lists what it shows of customer $1 as `row`, from place $3 on, at most $2 of them. */
const LISTS: Readonly<Record<SectionName, string>> = {
  contacts: `SELECT json_build_object('id', p.id, 'name', p.name, 'title', p.title, 'phone', p.phone, 'reportsTo', b.name, 'superiorLeftOn', b.left_on, 'leftOn', p.left_on,
      'roles', (SELECT coalesce(json_agg(DISTINCT r.role), '[]') FROM contact_roles r WHERE r.contact_id = p.id)) AS row
    FROM seen.contacts p LEFT JOIN seen.contacts b ON b.id = p.reports_to
   WHERE p.customer_id = $1 ORDER BY p.left_on IS NOT NULL, p.created_at, p.id LIMIT $2 OFFSET $3`,
  'follow-ups': `SELECT json_build_object('kind', f.kind, 'note', f.note, 'mood', f.mood, 'outcome', f.outcome, 'on', f.happened_on,
      'happenedAt', f.happened_at, 'writtenAt', f.created_at, 'checkIn', f.check_in, 'authorName', u.name) AS row
    FROM seen.follow_ups f JOIN users u ON u.id = f.author_id WHERE f.customer_id = $1
   ORDER BY f.happened_on DESC, coalesce(f.happened_at, f.created_at) DESC LIMIT $2 OFFSET $3`,
  opportunities: `SELECT json_build_object('id', o.id, 'name', o.name, 'stage', json_build_object('zh', s.name_zh, 'en', s.name_en),
      'amount', o.amount::text, 'currency', o.currency, 'closeOn', o.close_on) AS row
    FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key WHERE o.customer_id = $1
    ORDER BY s.kind = 'open' DESC, o.created_at DESC, o.id LIMIT $2 OFFSET $3`,
  billing: `SELECT json_build_object('record', x.record, 'kind', x.kind, 'id', x.id, 'number', x.number, 'on', x.on_day, 'dueOn', x.due_on,
      'amount', x.amount::text, 'open', x.open::text, 'currency', x.currency, 'state', x.state, 'isVoid', x.is_void) AS row
    FROM (SELECT 'document' AS record, d.kind, d.id, d.number, d.dated_on AS on_day, NULL::date AS due_on, d.amount, NULL::bigint AS open, d.currency, d.state,
            d.voided_at IS NOT NULL AS is_void, d.created_at FROM seen.sales_documents d WHERE d.customer_id = $1
          UNION ALL SELECT 'invoice', NULL, i.id, i.number, i.issued_on, i.due_on, i.amount, b.open, i.currency, NULL, i.voided_at IS NOT NULL, i.created_at
            FROM seen.invoices i LEFT JOIN (SELECT s.id, s.open FROM ${BALANCES} s WHERE s.customer_id = $1) b ON b.id = i.id WHERE i.customer_id = $1
          UNION ALL SELECT 'payment', NULL, p.id, p.reference, p.received_on, NULL, p.amount, NULL, p.currency, NULL, p.voided_at IS NOT NULL, p.created_at
            FROM seen.payments p WHERE p.customer_id = $1) x
   ORDER BY x.on_day DESC, x.created_at DESC, x.id LIMIT $2 OFFSET $3`,
  tickets: `SELECT json_build_object('id', t.id, 'title', t.title, 'kind', t.kind, 'priority', t.priority, 'openedAt', t.opened_at,
      'isClosed', t.closed_at IS NOT NULL) AS row
    FROM service_tickets t WHERE t.customer_id = $1 ORDER BY t.closed_at IS NOT NULL, t.opened_at DESC, t.id LIMIT $2 OFFSET $3`,
  touches: `SELECT json_build_object('id', t.id, 'isMine', ${IS_MENDED}, 'kind', t.kind, 'what', t.what, 'at', t.occurred_at, 'source', t.source) AS row
    FROM touches t WHERE t.customer_id = $1 ORDER BY t.occurred_at DESC, t.id LIMIT $2 OFFSET $3`,
  objects: `SELECT json_build_object('id', o.id, 'name', o.name, 'type', ${OBJECT_TYPE}, 'values', o."values", 'people', ${OBJECT_PEOPLE}) AS row
    FROM objects o JOIN object_types t ON t.id = o.type_id WHERE o.customer_id = $1 AND ${KEPT} ORDER BY t.position, t.key, o.created_at DESC, o.id LIMIT $2 OFFSET $3`,
  milestones: `SELECT json_build_object('id', m.id, 'isMine', ${IS_MILESTONE_MENDED}, 'name', m.name, 'plannedOn', m.planned_on, 'doneOn', m.done_on, 'remark', m.remark) AS row
    FROM milestones m WHERE m.customer_id = $1 AND m.removed_at IS NULL ORDER BY coalesce(m.done_on, m.planned_on) NULLS LAST, m.created_at, m.id LIMIT $2 OFFSET $3`,
  changes: `SELECT json_build_object('at', c.at, 'actorName', c."actorName", 'entity', c.entity, 'action', c.action, 'before', c.before, 'after', c.after) AS row
    FROM parley_customer_changes($1, $2, $3) c ORDER BY c.id DESC`,
};

const PAGE = 5;

/** One page of one section, in one statement. Throws not_found for a customer the actor may not see. */
export async function findSection(
  core: Core,
  { customerId, name, page }: { customerId: string; name: SectionName; page: number },
): Promise<{ customer: { id: string; name: string }; section: Section }> {
  const [found] = await core.sql<{ name: string; rows: Section['rows'] }>({
    name: `customer-${name}`,
    text: `SELECT c.name, (SELECT coalesce(json_agg(x.row), '[]') FROM (${LISTS[name]}) x) AS rows FROM seen.customers c WHERE c.id = $1`,
    values: [customerId, PAGE + 1, page * PAGE],
  });
  if (!found) {
    throw new DomainError('not_found', `customer ${customerId}`);
  }
  const section = { name, rows: found.rows.slice(0, PAGE), hasMore: found.rows.length > PAGE } as Section;
  return { customer: { id: customerId, name: found.name }, section };
}
