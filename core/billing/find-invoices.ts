import type { Core } from '../context.ts';
import { findCustomers } from '../customers/find-customers.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { type Sight, sightOf } from '../opportunities/open-deals.ts';
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

const BY_DUE = 'x.due_on, x.issued_on, x.id';

/**
 * SQL, to select from: the first of those whose money is the actor's to look after, which of the pool's are everybody's who keeps the
 * books. Whoever does not see all is led owner by owner, as in open-deals.ts.
 */
const lookedAfter = (sight: Sight, where: string) =>
  sight === 'all'
    ? `(SELECT x.* FROM seen.open_invoices x WHERE ${where} ORDER BY ${BY_DUE} LIMIT $1::int + $2::int)`
    : `(SELECT o.* FROM unnest((SELECT parley_visible())::uuid[]) AS who
          CROSS JOIN LATERAL (SELECT x.* FROM seen.open_invoices x WHERE x.owner_id = who AND ${where} ORDER BY ${BY_DUE} LIMIT $1::int + $2::int) o
        UNION ALL
        SELECT x.* FROM seen.open_invoices x WHERE x.customer_id = ANY ((SELECT parley_granted())::uuid[])
           AND NOT coalesce(x.owner_id = ANY ((SELECT parley_visible())::uuid[]), false) AND ${where})`;

const NOTHING_ELSE = `NULL::timestamptz AS "voidedAt", NULL::text AS "voidReason", '{}'::text[] AS unseen, NULL::json AS document`;

/**
 * Invoices that are not paid, by the day they were due: the oldest first, as payments go. Of the customers that are named those too whose amounts the reader may not see: nobody can tell him whether they are paid.
 */
export async function findOpenInvoices(
  core: Core,
  { customerIds, which = 'open', limit, offset = 0 }: Wanted,
): Promise<InvoiceLine[]> {
  const isLate = which === 'overdue';
  const rows = await core.sql<Row>(
    customerIds
      ? {
          name: `invoices-${which}-of`,
          text: `SELECT ${COLUMNS}, i.open::text AS open, ${NOTHING_ELSE}
              FROM (SELECT k.id, k.name FROM seen.customers k WHERE k.id = ANY ($4) OFFSET 0) c
                CROSS JOIN LATERAL (SELECT b.* FROM ${BALANCES} b WHERE b.customer_id = c.id OFFSET 0) i
             WHERE (i.open > 0 OR i.open IS NULL) AND ${isLate ? 'i.due_on < $3' : '$3::date IS NOT NULL'}
             ORDER BY i.due_on, i.issued_on, i.id LIMIT $1::int OFFSET $2::int`,
          values: [limit, offset, core.today, customerIds],
          isRead: true,
        }
      : {
          name: `invoices-${which}-${sightOf(core.actor)}`,
          text: `SELECT ${COLUMNS}, x.open::text AS open, ${NOTHING_ELSE}
              FROM ${lookedAfter(sightOf(core.actor), `x.open > 0 AND ${isLate ? 'x.due_on < $3' : '$3::date IS NOT NULL'}`)} x
                JOIN seen.invoices i ON i.id = x.id JOIN seen.customers c ON c.id = i.customer_id
             ORDER BY ${BY_DUE} LIMIT $1::int OFFSET $2::int`,
          values: [limit, offset, core.today],
          isRead: true,
        },
  );
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
