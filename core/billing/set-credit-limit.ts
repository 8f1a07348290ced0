import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import { newId } from '../id.ts';
import { amountIn, type Money } from '../money.ts';

/** `before` and `limit` are null where there is none. */
export type SetLimit = { customer: { id: string; name: string }; before: Money | null; limit: Money | null };

export type CreditLimit = { id: string; amount: bigint | null; currency: string; version: number };

/** Says how much a customer may owe (R13); null takes the limit away. Throws bad_input where nothing changes. */
export async function setCreditLimit(
  core: Core,
  { customerId, limit: said }: { customerId: string; limit: Money | null },
): Promise<SetLimit> {
  const [customer, known] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    findCreditLimit(core, customerId),
  ]);
  const limit = said && amountIn(known?.currency ?? core.org.currency, said);
  const before = known && known.amount !== null ? { minor: known.amount, currency: known.currency } : null;
  if (limit ? before?.minor === limit.minor && before.currency === limit.currency : !before) {
    throw nothingChanges(customerId);
  }
  const set = { amount: limit?.minor ?? null, ...(limit ? { currency: limit.currency } : {}) };
  if (known) {
    core.change.update('credit_limits', known.id, set, { version: known.version });
  } else if (limit) {
    const { userId } = core.actor;
    core.change.insert('credit_limits', {
      id: newId(),
      customerId,
      amount: limit.minor,
      currency: limit.currency,
      createdBy: userId,
    });
  }
  return { customer: { id: customerId, name: customer.name }, before, limit };
}

/** Undefined where a customer may owe anything. */
export async function findCreditLimit(core: Core, customerId: string): Promise<CreditLimit | undefined> {
  const [row] = await core.sql<Omit<CreditLimit, 'amount'> & { amount: string | null }>({
    name: 'credit-limit',
    text: 'SELECT id, amount::text AS amount, currency, version FROM seen.credit_limits WHERE customer_id = $1',
    values: [customerId],
    isRead: true,
  });
  return row && { ...row, amount: row.amount === null ? null : BigInt(row.amount) };
}
