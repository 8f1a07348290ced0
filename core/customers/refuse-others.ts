import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';

/** Whose a customer is, where the actor may see it and change nothing about it; undefined where he may. */
export async function findOtherOwner(core: Core, customerId: string): Promise<{ name: string } | undefined> {
  const [other] = await core.sql<{ name: string }>({
    name: 'customer-of-another',
    text: `SELECT u.name FROM seen.customers c JOIN users u ON u.id = c.owner_id
            WHERE c.id = $1 AND NOT c.owner_id = ANY (parley_workable()) AND NOT c.id = ANY (parley_granted_work())`,
    values: [customerId],
    isRead: true,
  });
  return other;
}

/** Throws forbidden, naming whom to ask, where `owner` is somebody else (`findOtherOwner`). */
export function refuseOthers(customer: { id: string; name: string }, owner: { name: string } | undefined): void {
  if (owner) {
    throw new DomainError('forbidden', `customer ${customer.id} is another's`, {
      say: {
        en: `${customer.name} is with ${owner.name}. Please ask ${owner.name} to enter it. Nothing was saved.`,
        zh: `${customer.name}由${owner.name}负责，请让${owner.name}来登记。尚未保存。`,
      },
    });
  }
}
