import type { Core } from '../context.ts';
import { findCustomers } from '../customers/find-customers.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { calledSo } from './called-so.ts';

/** Money that came in; `amount` is null where the reader may not see it. */
export type PaymentLine = {
  id: string;
  customerId: string;
  customerName: string;
  /** The invoice it names; without one it goes to the oldest. */
  invoice: { id: string; number: string } | null;
  receivedOn: Day;
  amount: bigint | null;
  currency: string;
  reference: string | null;
  voidedAt: Date | null;
  voidReason: string | null;
  version: number;
  unseen: string[];
};

type Row = Omit<PaymentLine, 'amount'> & { amount: string | null };

const LINE = `SELECT p.id, p.customer_id AS "customerId", c.name AS "customerName", p.received_on::text AS "receivedOn", p.amount::text AS amount, p.currency,
    p.reference, p.voided_at AS "voidedAt", p.void_reason AS "voidReason", p.version, p.unseen,
    (SELECT json_build_object('id', i.id, 'number', i.number) FROM seen.invoices i WHERE i.id = p.invoice_id) AS invoice
  FROM seen.payments p JOIN seen.customers c ON c.id = p.customer_id`;

/** Throws not_found. */
export async function getPayment(core: Core, id: string): Promise<PaymentLine> {
  const [row] = await core.sql<Row>({
    name: 'payment',
    text: `${LINE} WHERE p.id = $1`,
    values: [id],
    isRead: true,
  });
  if (!row) {
    throw new DomainError('not_found', `payment ${id}`);
  }
  return toLine(row);
}

/** Of a customer called so or with this reference, the latest first; none that is void. */
export async function searchPayments(
  core: Core,
  { mention, limit = 8 }: { mention: string; limit?: number },
): Promise<PaymentLine[]> {
  const customers = await findCustomers(core, { mention });
  const rows = await core.sql<Row>({
    name: 'payments-of-customers',
    text: `${LINE} WHERE (p.customer_id = ANY ($1) OR p.id = ANY (${calledSo('payments', '$3')})) AND p.voided_at IS NULL ORDER BY p.received_on DESC, p.created_at DESC, p.id LIMIT $2`,
    values: [customers.map(({ id }) => id), limit, mention],
    isRead: true,
  });
  return rows.map(toLine);
}

function toLine({ amount, ...row }: Row): PaymentLine {
  return { ...row, amount: amount === null ? null : BigInt(amount) };
}
