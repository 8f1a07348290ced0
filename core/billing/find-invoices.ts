import type { Core } from '../context.ts';
import { findCustomers } from '../customers/find-customers.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { BALANCES } from './balances.ts';
import { calledSo } from './called-so.ts';
import type { DocumentKind } from './document.ts';

/** An invoice with what is still open of it; both null where the reader may not see amounts. One that is void has nothing open. */
export type InvoiceLine = {
  id: string;
  number: string;
  customerId: string;
  customerName: string;
  /** The order or contract it bills. */
  document: { id: string; kind: DocumentKind; number: string } | null;
  issuedOn: Day;
  dueOn: Day;
  amount: bigint | null;
  open: bigint | null;
  currency: string;
  voidedAt: Date | null;
  voidReason: string | null;
  version: number;
  unseen: string[];
};

type Row = Omit<InvoiceLine, 'amount' | 'open'> & { amount: string | null; open: string | null };

const COLUMNS = `i.id, i.number, i.customer_id AS "customerId", c.name AS "customerName", i.issued_on::text AS "issuedOn", i.due_on::text AS "dueOn",
    i.amount::text AS amount, i.currency, i.version`;

/** Throws not_found. */
export async function getInvoice(core: Core, id: string): Promise<InvoiceLine> {
  const [row] = await core.sql<Row>({
    name: 'invoice',
    text: `SELECT ${COLUMNS}, i.voided_at AS "voidedAt", i.void_reason AS "voidReason", i.unseen,
        (SELECT json_build_object('id', d.id, 'kind', d.kind, 'number', d.number) FROM seen.sales_documents d WHERE d.id = i.document_id) AS document,
        (SELECT b.open::text FROM ${BALANCES} b WHERE b.customer_id = i.customer_id AND b.id = i.id) AS open
      FROM seen.invoices i JOIN seen.customers c ON c.id = i.customer_id WHERE i.id = $1`,
    values: [id],
    isRead: true,
  });
  if (!row) {
    throw new DomainError('not_found', `invoice ${id}`);
  }
  return toLine(row);
}

export const INVOICES_SHOWN = ['open', 'overdue'] as const;

export type InvoicesShown = (typeof INVOICES_SHOWN)[number];

/** Of the customers that are the actor's to look after, or of these. */
type Wanted = { customerIds?: readonly string[] | undefined; which?: InvoicesShown; limit: number; offset?: number };

/** Those whose money is the actor's to look after; of the pool's, those who keep the books look after all. */
const LOOKED_AFTER = `k.owner_id = ANY ((SELECT parley_visible())::uuid[]) OR k.id = ANY ((SELECT parley_granted())::uuid[])
  OR (k.owner_id IS NULL AND (SELECT parley_keeps_books()))`;

/**
 * Invoices that are not paid, by the day they were due: the oldest first, as payments go. Customer by customer: nobody reads others'
 * invoices for his own. Of the customers that are named those too whose amounts the reader may not see: nobody can tell him whether they are paid.
 */
export async function findOpenInvoices(
  core: Core,
  { customerIds, which = 'open', limit, offset = 0 }: Wanted,
): Promise<InvoiceLine[]> {
  const rows = await core.sql<Row>({
    name: customerIds ? `invoices-${which}-of` : `invoices-${which}`,
    text: `SELECT ${COLUMNS}, i.open::text AS open, NULL::timestamptz AS "voidedAt", NULL::text AS "voidReason", '{}'::text[] AS unseen, NULL::json AS document
        FROM (SELECT k.id, k.name FROM seen.customers k WHERE ${customerIds ? 'k.id = ANY ($1)' : `$1::uuid[] IS NULL AND (${LOOKED_AFTER})`} OFFSET 0) c
          CROSS JOIN LATERAL (SELECT b.* FROM ${BALANCES} b WHERE b.customer_id = c.id OFFSET 0) i
       WHERE ${customerIds ? '(i.open > 0 OR i.open IS NULL)' : 'i.open > 0'} ${which === 'overdue' ? 'AND i.due_on < $4' : 'AND $4::date IS NOT NULL'}
       ORDER BY i.due_on, i.issued_on, i.id LIMIT $2 OFFSET $3`,
    values: [customerIds ?? null, limit, offset, core.today],
    isRead: true,
  });
  return rows.map(toLine);
}

/** Whether the actor's roles show him of every invoice whether it is paid. */
export async function seesPaid(core: Core): Promise<boolean> {
  const [row] = await core.sql<{ isSeen: boolean }>({
    name: 'invoices-seen',
    text: `SELECT parley_access('invoices.amount') = 'full' AND parley_access('payments.amount') = 'full' AS "isSeen"`,
    isRead: true,
  });
  return row?.isSeen === true;
}

/** By its number, else the open ones of a customer called so. */
export async function searchInvoices(
  core: Core,
  { mention, limit = 8 }: { mention: string; limit?: number },
): Promise<InvoiceLine[]> {
  const [known] = await core.sql<{ id: string }>({
    name: 'invoice-by-number',
    text: `SELECT id FROM seen.invoices WHERE id = ANY (${calledSo('invoices', '$1')})`,
    values: [mention],
    isRead: true,
  });
  if (known) {
    return [await getInvoice(core, known.id)];
  }
  const customers = await findCustomers(core, { mention });
  return customers.length === 0 ? [] : findOpenInvoices(core, { customerIds: customers.map(({ id }) => id), limit });
}

function toLine({ amount, open, ...row }: Row): InvoiceLine {
  return { ...row, amount: amount === null ? null : BigInt(amount), open: open === null ? null : BigInt(open) };
}
