import type { ChangeSet } from '../changes/change-set.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { OpenMark } from '../tickets/open-mark.ts';

/** A customer with his one open opportunity, which what is said about him belongs to; null when he has none or several. */
export type CustomerWithDeal = {
  id: string;
  name: string;
  opportunityId: string | null;
  /** What he waits for (R14). */
  mark: OpenMark | null;
  /** The call list on which the actor has him in hand. */
  calls: string | null;
};

/** Read in a transaction, for the rest of it. */
const seen = new WeakMap<ChangeSet, Map<string, CustomerWithDeal>>();

/** Whoever was found by name need not be read again by his id. */
export function keepInSight({ change }: Core, customers: readonly CustomerWithDeal[]): void {
  const known = seen.get(change) ?? new Map<string, CustomerWithDeal>();
  seen.set(change, known);
  for (const customer of customers) {
    known.set(customer.id, customer);
  }
}

/** Throws not_found, also for one the actor may not see. */
export async function getCustomerWithDeal(core: Core, customerId: string): Promise<CustomerWithDeal> {
  const known = seen.get(core.change)?.get(customerId);
  if (known) {
    return known;
  }
  const [customer] = await core.lookUp<CustomerWithDeal>('customer_with_deal', { id: customerId });
  if (!customer) {
    throw new DomainError('not_found', `customer ${customerId}`);
  }
  return customer;
}
