import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';

/** Whose a customer is; nobody's where he lies in the pool. Throws not_found. */
export async function getCustomerHolder(
  core: Core,
  id: string,
): Promise<{ id: string; name: string; ownerId: string | null; ownerName: string | null }> {
  const [found] = await core.sql<{ id: string; name: string; ownerId: string | null; ownerName: string | null }>({
    name: 'customer-holder',
    text: `SELECT c.id, c.name, c.owner_id AS "ownerId", u.name AS "ownerName"
             FROM seen.customers c LEFT JOIN users u ON u.id = c.owner_id WHERE c.id = $1`,
    values: [id],
    isRead: true,
  });
  if (!found) {
    throw new DomainError('not_found', `customer ${id}`);
  }
  return found;
}
