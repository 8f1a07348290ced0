/**
 * SQL: the ids of the records of a table with exactly this number or reference, in any case. Found by index beneath the row
 * policies, which then judge these few: lower() is not leakproof, so that beside a policy every row would be judged first.
 */
export const calledSo = (table: 'sales_documents' | 'invoices' | 'payments', words: string) =>
  `(SELECT parley_billing_called('${table}', ${words}))::uuid[]`;
