import type { Prisma } from '../../prisma/generated/client.ts';
import type { EventName, EventOf } from '../events.ts';
import { newId } from '../id.ts';
import { isMasked } from '../permissions/mask.ts';

/** What may be written, table by table, in the words of the schema. */
export type Rows = {
  users: Prisma.UserUncheckedCreateInput;
  teams: Prisma.TeamUncheckedCreateInput;
  identities: Prisma.IdentityUncheckedCreateInput;
  admissions: Prisma.AdmissionUncheckedCreateInput;
  grants: Prisma.GrantUncheckedCreateInput;
  customers: Prisma.CustomerUncheckedCreateInput;
  contacts: Prisma.ContactUncheckedCreateInput;
  name_keys: Prisma.NameKeyUncheckedCreateInput;
  leads: Prisma.LeadUncheckedCreateInput;
  pipelines: Prisma.PipelineUncheckedCreateInput;
  stages: Prisma.StageUncheckedCreateInput;
  lead_sources: Prisma.LeadSourceUncheckedCreateInput;
  assignment_rules: Prisma.AssignmentRuleUncheckedCreateInput;
  routing_profiles: Prisma.RoutingProfileUncheckedCreateInput;
  lead_outcomes: Prisma.LeadOutcomeUncheckedCreateInput;
  recycle_reasons: Prisma.RecycleReasonUncheckedCreateInput;
  lead_rules: Prisma.LeadRuleUncheckedCreateInput;
  pool_moves: Prisma.PoolMoveUncheckedCreateInput;
  enquiries: Prisma.EnquiryUncheckedCreateInput;
  tags: Prisma.TagUncheckedCreateInput;
  taggings: Prisma.TaggingUncheckedCreateInput;
  duplicate_questions: Prisma.DuplicateQuestionUncheckedCreateInput;
  opportunities: Prisma.OpportunityUncheckedCreateInput;
  products: Prisma.ProductUncheckedCreateInput;
  opportunity_products: Prisma.OpportunityProductUncheckedCreateInput;
  opportunity_competitors: Prisma.OpportunityCompetitorUncheckedCreateInput;
  opportunity_members: Prisma.OpportunityMemberUncheckedCreateInput;
  contact_roles: Prisma.ContactRoleUncheckedCreateInput;
  stage_moves: Prisma.StageMoveUncheckedCreateInput;
  follow_ups: Prisma.FollowUpUncheckedCreateInput;
  tasks: Prisma.TaskUncheckedCreateInput;
  service_tickets: Prisma.ServiceTicketUncheckedCreateInput;
  touches: Prisma.TouchUncheckedCreateInput;
  milestones: Prisma.MilestoneUncheckedCreateInput;
  sales_documents: Prisma.SalesDocumentUncheckedCreateInput;
  invoices: Prisma.InvoiceUncheckedCreateInput;
  payments: Prisma.PaymentUncheckedCreateInput;
  credit_limits: Prisma.CreditLimitUncheckedCreateInput;
  object_types: Prisma.ObjectTypeUncheckedCreateInput;
  objects: Prisma.CustomObjectUncheckedCreateInput;
  tier_rules: Prisma.TierRuleUncheckedCreateInput;
  customer_tiers: Prisma.CustomerTierUncheckedCreateInput;
  segments: Prisma.SegmentUncheckedCreateInput;
  call_list_entries: Prisma.CallListEntryUncheckedCreateInput;
  ticket_entries: Prisma.TicketEntryUncheckedCreateInput;
  files: Prisma.FileUncheckedCreateInput;
  approval_requests: Prisma.ApprovalRequestUncheckedCreateInput;
  approval_steps: Prisma.ApprovalStepUncheckedCreateInput;
  field_policies: Prisma.FieldPolicyUncheckedCreateInput;
  redeliveries: Prisma.RedeliveryUncheckedCreateInput;
  audit_checks: Prisma.AuditCheckUncheckedCreateInput;
  hook_sources: Prisma.HookSourceUncheckedCreateInput;
  hook_deliveries: Prisma.HookDeliveryUncheckedCreateInput;
  gateways: Prisma.GatewayUncheckedCreateInput;
  gateway_sends: Prisma.GatewaySendUncheckedCreateInput;
  handovers: Prisma.HandoverUncheckedCreateInput;
  reports: Prisma.ReportUncheckedCreateInput;
  report_comments: Prisma.ReportCommentUncheckedCreateInput;
  pending_actions: Prisma.PendingActionUncheckedCreateInput;
};

export type TableName = keyof Rows;

type Op =
  | { op: 'insert'; table: TableName; row: Record<string, unknown> }
  | {
      op: 'update';
      table: TableName;
      id: string;
      set: Record<string, unknown>;
      version?: number;
      when?: Record<string, unknown>;
    }
  | { op: 'delete'; table: TableName; id: string; version?: number }
  /** Many rows that change alike: one statement. */
  | { op: 'updates'; table: TableName; set: Record<string, unknown>; rows: { id: string; version: number }[] }
  /** Two customers become one; `take` are the columns in which the one that goes (`from`) is right. */
  | { op: 'merge'; table: 'customers'; id: string; version: number; from: string; fromVersion: number; take: string[] }
  /** `id` is the change that merged them. */
  | { op: 'unmerge'; table: 'customers'; id: string };

type PlannedEvent = { id: string; event: EventName; payload: unknown; runAt?: string };

/** What must still hold when the row is written; anything else is a conflict and nothing is written. */
export type Condition = { version?: number; when?: Record<string, string | number | boolean | null> };

/**
 * The writes of one transaction, collected by the use cases and applied together: rows, audit entries and outbox
 * in one statement (`parley_apply`). Rows planned here cannot be read back before a flush.
 */
export class ChangeSet {
  private ops: Op[] = [];
  private events: PlannedEvent[] = [];
  private touched = false;

  insert<Table extends TableName>(table: Table, row: Rows[Table] & { id: string }): void {
    this.touched = true;
    this.ops.push({ op: 'insert', table, row: toColumns(row) });
  }

  /** What is undefined stays as it is. */
  update<Table extends TableName>(
    table: Table,
    id: string,
    set: { readonly [Name in keyof Rows[Table]]?: Rows[Table][Name] | undefined },
    { version, when }: Condition = {},
  ): void {
    this.touched = true;
    this.ops.push({
      op: 'update',
      table,
      id,
      set: toColumns(set),
      ...(version === undefined ? {} : { version }),
      ...(when ? { when: toColumns(when) } : {}),
    });
  }

  remove(table: TableName, id: string, { version }: Pick<Condition, 'version'> = {}): void {
    this.touched = true;
    this.ops.push({ op: 'delete', table, id, ...(version === undefined ? {} : { version }) });
  }

  /** Rows already in the database's own words, as Undo takes them from the audit. */
  restore(op: Op): void {
    this.touched = true;
    this.ops.push(op);
  }

  /** Announces a fact; whoever reacts does so after the commit, at the earliest at `runAt`. */
  record<Name extends EventName>(event: Name, payload: EventOf<Name>, { runAt }: { runAt?: Date } = {}): void {
    this.events.push({ id: newId(), event, payload, ...(runAt ? { runAt: runAt.toISOString() } : {}) });
  }

  get isEmpty(): boolean {
    return this.ops.length === 0 && this.events.length === 0;
  }

  /** True once any row was planned, also after it was flushed: there is something to undo. */
  get hasRows(): boolean {
    return this.touched;
  }

  /** Hands over what was collected and starts afresh. */
  take(): { ops: Op[]; events: PlannedEvent[] } {
    const taken = { ops: this.ops, events: this.events };
    this.ops = [];
    this.events = [];
    return taken;
  }
}

export type PlannedOp = Op;

/** A value as it was shown to somebody who may not see it is left as it stands. */
function toColumns(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const name in row) {
    const value = row[name];
    if (value !== undefined && !isMasked(value)) {
      written[toColumn(name)] = typeof value === 'bigint' ? value.toString() : value;
    }
  }
  return written;
}

const columns = new Map<string, string>();

function toColumn(name: string): string {
  const known = columns.get(name);
  if (known !== undefined) {
    return known;
  }
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columns.set(name, column);
  return column;
}
