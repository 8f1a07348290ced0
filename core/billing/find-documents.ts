import type { Core } from '../context.ts';
import { findCustomers } from '../customers/find-customers.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { calledSo } from './called-so.ts';
import type { DocumentKind, DocumentState } from './document.ts';

/** A quote, contract or order; `amount` is null where the reader may not see it. */
export type DocumentLine = {
  id: string;
  kind: DocumentKind;
  number: string;
  customerId: string;
  customerName: string;
  opportunityId: string | null;
  opportunityName: string | null;
  datedOn: Day;
  startsOn: Day | null;
  endsOn: Day | null;
  amount: bigint | null;
  currency: string;
  state: DocumentState;
  voidedAt: Date | null;
  voidReason: string | null;
  /** Of an order or a contract: what was billed of it. */
  billed: bigint | null;
  version: number;
  unseen: string[];
};

type Row = Omit<DocumentLine, 'amount' | 'billed'> & { amount: string | null; billed: string | null };

const LINE = `SELECT d.id, d.kind, d.number, d.customer_id AS "customerId", c.name AS "customerName", d.opportunity_id AS "opportunityId",
    o.name AS "opportunityName", d.dated_on::text AS "datedOn", d.starts_on::text AS "startsOn", d.ends_on::text AS "endsOn", d.amount::text AS amount,
    d.currency, d.state, d.voided_at AS "voidedAt", d.void_reason AS "voidReason", d.version, d.unseen,
    (SELECT sum(i.amount)::text FROM seen.invoices i WHERE i.document_id = d.id AND i.voided_at IS NULL) AS billed
  FROM seen.sales_documents d JOIN seen.customers c ON c.id = d.customer_id LEFT JOIN seen.opportunities o ON o.id = d.opportunity_id`;

/** Throws not_found. */
export async function getDocument(core: Core, id: string): Promise<DocumentLine> {
  const [row] = await core.sql<Row>({
    name: 'sales-document',
    text: `${LINE} WHERE d.id = $1`,
    values: [id],
    isRead: true,
  });
  if (!row) {
    throw new DomainError('not_found', `document ${id}`);
  }
  return toLine(row);
}

/** By its number, else those of a customer called so, the newest first; none that is void. */
export async function searchDocuments(
  core: Core,
  { mention, limit = 8 }: { mention: string; limit?: number },
): Promise<DocumentLine[]> {
  const rows = await core.sql<Row>({
    name: 'sales-documents-by-number',
    text: `${LINE} WHERE d.id = ANY (${calledSo('sales_documents', '$1')}) AND d.voided_at IS NULL ORDER BY d.kind LIMIT $2`,
    values: [mention, limit],
    isRead: true,
  });
  if (rows.length > 0) {
    return rows.map(toLine);
  }
  const customers = await findCustomers(core, { mention });
  return findDocuments(core, { customerIds: customers.map(({ id }) => id), limit });
}

/** The newest first, of these customers, or of those the actor put on record; none that is void. */
export async function findDocuments(
  core: Core,
  { customerIds, limit }: { customerIds?: readonly string[]; limit: number },
): Promise<DocumentLine[]> {
  const rows = await core.sql<Row>({
    name: customerIds ? 'sales-documents-of-customers' : 'sales-documents-of-own',
    text: `${LINE} WHERE ${customerIds ? 'd.customer_id = ANY ($1)' : 'd.created_by = $1'} AND d.voided_at IS NULL ORDER BY d.dated_on DESC, d.created_at DESC, d.id LIMIT $2`,
    values: [customerIds ?? core.actor.userId, limit],
    isRead: true,
  });
  return rows.map(toLine);
}

function toLine({ amount, billed, ...row }: Row): DocumentLine {
  return {
    ...row,
    amount: amount === null ? null : BigInt(amount),
    billed: billed === null ? null : BigInt(billed),
  };
}
