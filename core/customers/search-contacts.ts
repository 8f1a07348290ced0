import type { Core } from '../context.ts';
import { isId } from '../id.ts';
import { personNames } from '../names/person-names.ts';
import { CONTACTS_CALLED_SO } from './called-so.ts';
import { findCustomers, meantIds } from './find-customers.ts';
import { CONTACTS_HEARD_SO, heardAs, nearest } from './heard-so.ts';

export type ContactLine = { id: string; name: string; customerId: string; customerName: string };

/** Between a person and his customer, as one says whom one means. */
export const AT = ' · ';

const LIMIT = 8;

/** People at customers who are called so: 王总, Mr Wang, Mary Major · Acme, or · the customer's id; else those whose names sound so. */
export async function searchContacts(core: Core, { mention }: { mention: string }): Promise<ContactLine[]> {
  const [person = '', customer] = mention.split(AT);
  const customers = customer ? await customersMeant(core, customer) : null;
  for (const name of personNames(person.trim())) {
    const found = await core.sql<ContactLine>({
      name: 'contacts-named',
      text: `SELECT p.id, p.name, c.id AS "customerId", c.name AS "customerName" ${CONTACTS_CALLED_SO}
              ORDER BY lower(p.name) = lower($1) DESC, p.name, c.name LIMIT ${LIMIT}`,
      values: [name, customers],
    });
    const exact = found.filter((each) => each.name.toLowerCase() === name.toLowerCase());
    if (found.length > 0) {
      return exact.length > 0 ? exact : found;
    }
  }
  return heardSo(core, person.trim(), customers);
}

/** Those whose names sound so, or are nearly spelt so: wangxiuying, Jonh Smith. */
async function heardSo(core: Core, said: string, customers: string[] | null): Promise<ContactLine[]> {
  const heard = await core.sql<ContactLine>({
    name: 'contacts-heard',
    text: `SELECT p.id, p.name, c.id AS "customerId", c.name AS "customerName" ${CONTACTS_HEARD_SO}`,
    values: [...heardAs(said), customers],
  });
  return nearest(said, heard, LIMIT);
}

/** A customer pointed at (这家客户) is known by his id, any other by what he is called. */
async function customersMeant(core: Core, mention: string): Promise<string[]> {
  return isId(mention) ? [mention] : meantIds(await findCustomers(core, { mention }));
}

/** Those the actor has had to do with of late. */
export function findRecentContacts(core: Core, { limit }: { limit: number }): Promise<ContactLine[]> {
  return core.sql<ContactLine>({
    name: 'contacts-recent',
    text: `SELECT p.id, p.name, c.id AS "customerId", c.name AS "customerName" FROM seen.contacts p JOIN seen.customers c ON c.id = p.customer_id
            WHERE c.owner_id = $1 ORDER BY p.created_at DESC, p.id LIMIT $2`,
    values: [core.actor.userId, limit],
  });
}
