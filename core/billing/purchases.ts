/**
 * SQL: what a customer bought, row by row: his orders, and where there are none the deals he won; the one definition of amount,
 * frequency and last order (R12). `day` makes of an instant the day it was.
 */
export const purchasesOf = (customer: string, day: (instant: string) => string) => {
  const orders = `FROM seen.sales_documents d WHERE d.customer_id = ${customer} AND d.kind = 'order' AND d.voided_at IS NULL`;
  return `(SELECT 'order' AS what, d.dated_on AS day, d.amount, d.currency ${orders}
    UNION ALL SELECT 'deal', ${day('o.stage_since')}, o.amount, o.currency
      FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'won'
     WHERE o.customer_id = ${customer} AND NOT EXISTS (SELECT ${orders}))`;
};
