const PAID = 'sum(p.amount) AS sum, bool_or(p.amount IS NULL) AS hidden FROM seen.payments p';

/**
 * SQL: every invoice that stands, with what of it is still `open`, as `b`; the one definition of what is paid.
 * A payment pays the invoice it names. What names none, or is more than its invoice, pays the customer's invoices of that
 * currency by the day they are due, the oldest first. Nothing of it is stored, so what is undone, void or merged counts at once; what
 * is open stands besides in `open_invoices`, which triggers keep by the same words (parley_unpaid) for what goes through all who owe.
 * `open` is null where the reader may not see the amounts. Narrowed by customer the rest is not read.
 */
export const BALANCES = `(
  SELECT r.id, r.number, r.customer_id, r.document_id, r.issued_on, r.due_on, r.amount, r.currency, r.created_at, r.version,
    CASE WHEN r.rest IS NOT NULL AND r.pool IS NOT NULL THEN (r.rest - greatest(0, least(r.rest, r.pool - r.before)))::bigint END AS open
  FROM (
    SELECT n.*, coalesce(sum(n.rest) OVER (PARTITION BY n.customer_id, n.currency ORDER BY n.due_on, n.issued_on, n.id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before,
      n.paid - sum(n.amount - n.rest) OVER (PARTITION BY n.customer_id, n.currency) AS pool
    FROM (
      SELECT i.*, CASE WHEN i.amount IS NOT NULL AND NOT coalesce(named.hidden, false) THEN greatest(0, i.amount - coalesce(named.sum, 0)) END AS rest,
        CASE WHEN NOT coalesce(paid.hidden, false) THEN coalesce(paid.sum, 0) END AS paid
      FROM seen.invoices i
        LEFT JOIN (SELECT p.customer_id, p.currency, p.invoice_id, ${PAID} WHERE p.invoice_id IS NOT NULL AND p.voided_at IS NULL GROUP BY 1, 2, 3) named
          ON named.customer_id = i.customer_id AND named.currency = i.currency AND named.invoice_id = i.id
        LEFT JOIN (SELECT p.customer_id, p.currency, ${PAID} WHERE p.voided_at IS NULL GROUP BY 1, 2) paid
          ON paid.customer_id = i.customer_id AND paid.currency = i.currency
      WHERE i.voided_at IS NULL) n) r)`;

/** SQL: what a customer owes and how much of that is late, a currency each. `$today` is the reader's day. */
export const receivableOf = (customer: string, today: string) => `(
  SELECT coalesce(json_agg(json_build_object('currency', x.currency, 'open', x.open::text, 'overdue', x.overdue::text, 'since', x.since)), '[]')
  FROM (SELECT b.currency, sum(b.open) AS open, coalesce(sum(b.open) FILTER (WHERE b.due_on < ${today}), 0) AS overdue,
          min(b.due_on) FILTER (WHERE b.due_on < ${today} AND b.open > 0) AS since
        FROM seen.open_invoices b WHERE b.customer_id = ${customer} GROUP BY b.currency HAVING sum(b.open) > 0 ORDER BY 2 DESC) x)`;

/** What a customer owes in one currency; `overdue` is part of `open`, and `since` the day its oldest part was due. */
export type Receivable = { currency: string; open: string; overdue: string; since: string | null };
