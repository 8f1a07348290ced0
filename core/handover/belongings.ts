import type { TableName } from '../changes/change-set.ts';
import type { Text } from '../text.ts';

/** What somebody is responsible for in one table, in SQL about its row `t`. */
export type Belonging = {
  /** Who is; where no column says it, `open` does, of person $1. */
  column?: string;
  one: Text;
  many: Text;
  /** Which of it still asks for somebody; all of it where nothing is said. */
  open?: string;
  title: string;
  /** The customer or lead it hangs on: it goes where that goes. */
  home: string;
  /** The deal it goes with; with none where nothing is said. */
  deal?: string;
  region?: string;
  industry?: string;
};

const DEAL_OPEN =
  "EXISTS (SELECT FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key WHERE o.id = t.opportunity_id AND s.kind = 'open')";
const homeOfDeal = (id: string) => `(SELECT o.customer_id FROM seen.opportunities o WHERE o.id = ${id})`;
const nameOfDeal = (id: string) => `(SELECT o.name FROM seen.opportunities o WHERE o.id = ${id})`;

/**
 * Everything that goes to somebody else when a colleague leaves (R21), in the order it is said. A column that names a person
 * stands here or in STAYS: a test reads the catalogue.
 */
export const BELONGINGS = {
  customers: {
    column: 'owner_id',
    one: { en: 'customer', zh: '客户' },
    many: { en: 'customers', zh: '个客户' },
    title: 't.name',
    home: 't.id',
    region: 't.region',
    industry: 't.industry',
  },
  leads: {
    column: 'owner_id',
    one: { en: 'lead', zh: '线索' },
    many: { en: 'leads', zh: '条线索' },
    open: "t.status IN ('new', 'working', 'nurturing')",
    title: "concat_ws(' · ', t.contact_name, t.company)",
    home: 'coalesce(t.customer_id, t.id)',
    region: 't.region',
    industry: 't.industry',
  },
  opportunities: {
    column: 'owner_id',
    one: { en: 'open deal', zh: '商机' },
    many: { en: 'open deals', zh: '个进行中商机' },
    open: "EXISTS (SELECT FROM stages s WHERE s.key = t.stage_key AND s.kind = 'open')",
    title: 't.name',
    home: 't.customer_id',
    deal: 't.id',
  },
  tasks: {
    column: 'owner_id',
    one: { en: 'task', zh: '待办' },
    many: { en: 'tasks', zh: '项待办' },
    open: 't.done_at IS NULL',
    title: 't.title',
    home: `coalesce(t.customer_id, ${homeOfDeal('t.opportunity_id')}, t.lead_id)`,
    deal: 't.opportunity_id',
  },
  service_tickets: {
    column: 'assignee_id',
    one: { en: 'ticket', zh: '工单' },
    many: { en: 'tickets', zh: '个工单' },
    open: 't.closed_at IS NULL',
    title: 't.title',
    home: 't.customer_id',
  },
  approval_requests: {
    column: 'requester_id',
    one: { en: 'request for approval', zh: '审批申请' },
    many: { en: 'requests for approval', zh: '个待审批申请' },
    open: "t.state = 'pending'",
    title: "concat_ws(' · ', t.terms->>'customer', t.terms->>'opportunity')",
    home: homeOfDeal('t.record_id'),
    deal: 't.record_id',
  },
  opportunity_members: {
    column: 'user_id',
    one: { en: 'part in a deal', zh: '商机协作' },
    many: { en: 'parts in deals', zh: '个商机协作' },
    open: DEAL_OPEN,
    title: nameOfDeal('t.opportunity_id'),
    home: homeOfDeal('t.opportunity_id'),
    deal: 't.opportunity_id',
  },
  grants: {
    column: 'user_id',
    one: { en: 'access', zh: '访问授权' },
    many: { en: 'accesses', zh: '项访问授权' },
    open: '(t.ends_at IS NULL OR t.ends_at > parley_now())',
    title: nameOfDeal('t.record_id'),
    home: homeOfDeal('t.record_id'),
    deal: 't.record_id',
  },
  // A field of theirs names him; of one customer that is given they name whoever they named.
  objects: {
    one: { en: 'record that names him', zh: '指定人档案' },
    many: { en: 'records that name him', zh: '份档案的指定人' },
    open: '$2::uuid IS NULL AND t.id IN (SELECT o.id FROM parley_objects_naming($1) o)',
    title: 't.name',
    home: 't.customer_id',
  },
  segments: {
    column: 'owner_id',
    one: { en: 'list', zh: '名单' },
    many: { en: 'lists', zh: '个名单' },
    title: 't.name',
    home: 'NULL::uuid',
  },
  teams: {
    column: 'lead_id',
    one: { en: 'team to lead', zh: '团队负责人' },
    many: { en: 'teams to lead', zh: '个团队的负责人' },
    title: 't.name',
    home: 'NULL::uuid',
  },
} as const satisfies Partial<Record<TableName, Belonging>>;

export type BelongingTable = keyof typeof BELONGINGS;

export const BELONGING_TABLES = Object.keys(BELONGINGS) as BelongingTable[];

export function belongingOf(table: BelongingTable): Belonging {
  return BELONGINGS[table];
}

/** Columns that name a person for ever: who did it, or what is his alone. */
export const STAYS: ReadonlySet<string> = new Set([
  // who did it
  'call_list_entries.person_id',
  'pool_moves.created_by',
  'pool_moves.user_id',
  'customers.created_by',
  'customer_tiers.manual_by',
  'touches.created_by',
  'milestones.created_by',
  'objects.created_by',
  'sales_documents.created_by',
  'invoices.created_by',
  'payments.created_by',
  'credit_limits.created_by',
  'service_tickets.opened_by',
  'service_tickets.closed_by',
  'ticket_entries.author_id',
  'leads.created_by',
  'enquiries.created_by',
  'tags.created_by',
  'taggings.created_by',
  'duplicate_questions.asker_id',
  'duplicate_questions.owner_id',
  'opportunities.created_by',
  'stage_moves.moved_by',
  'stage_moves.asked_by',
  'follow_ups.author_id',
  'tasks.created_by',
  'approval_steps.decided_by',
  'admissions.user_id',
  'hook_sources.created_by',
  'gateways.created_by',
  'gateway_sends.asked_by',
  'admissions.decided_by',
  'audit_checks.asked_by',
  'changes.actor_id',
  'files.uploaded_by',
  'handovers.from_id',
  'handovers.to_id',
  'handovers.made_by',
  // a rule for somebody who is gone gives to nobody: the next one decides
  'assignment_rules.user_id',
  'reports.author_id',
  'reports.sent_to',
  'report_comments.author_id',
  // his alone
  'identities.user_id',
  'link_codes.user_id',
  'routing_profiles.user_id',
  'pending_actions.user_id',
  'deliveries.user_id',
  'posted_cards.user_id',
  'received_files.user_id',
]);
