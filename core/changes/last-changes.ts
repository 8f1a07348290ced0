import type { Core } from '../context.ts';

/** Tables whose records several people change by form. */
export type ChangedTable =
  | 'opportunities'
  | 'opportunity_products'
  | 'opportunity_members'
  | 'contact_roles'
  | 'assignment_rules'
  | 'routing_profiles'
  | 'tier_rules'
  | 'object_types'
  | 'field_policies'
  | 'follow_ups'
  | 'customers'
  | 'leads'
  | 'objects'
  | 'tasks'
  | 'contacts'
  | 'milestones'
  | 'touches'
  | 'sales_documents'
  | 'invoices'
  | 'payments'
  | 'credit_limits'
  | 'service_tickets'
  | 'segments'
  | 'stages'
  | 'pipelines'
  | 'hook_sources'
  | 'gateways'
  | 'lead_rules'
  | 'tags'
  | 'lead_sources'
  | 'lead_outcomes'
  | 'recycle_reasons'
  | 'products'
  | 'users'
  | 'customer_tiers'
  | 'teams';

/** Who changed a field last, and when. */
export type Changed = { field: string; who: string | null; personId: string | null; at: Date };

/** Who changed these fields of a record last, among what the reader may see of it; fields are named as in the code. */
export function findLastChanges(
  core: Core,
  { table, id, fields }: { table: ChangedTable; id: string; fields: readonly string[] },
): Promise<Changed[]> {
  return core.sql<Changed>({
    name: `last-changes-${table}`,
    text: `SELECT f.field, l.who, l.person AS "personId", l.at FROM ${table} o
             CROSS JOIN LATERAL unnest($2::text[], $3::text[]) AS f (field, col)
             CROSS JOIN LATERAL parley_last_change('${table}', o.id, f.col) l WHERE o.id = $1`,
    values: [id, fields, fields.map((field) => field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`))],
    isRead: true,
  });
}
