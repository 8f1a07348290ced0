import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { isId } from '../id.ts';
import { personNames } from '../names/person-names.ts';
import { CONTACTS_CALLED_SO } from './called-so.ts';
import { findCustomers, meantIds } from './find-customers.ts';
import { CONTACTS_HEARD_SO, heardAs, nearest } from './heard-so.ts';
import { stillThere } from './known-contacts.ts';

export type ContactLine = { id: string; name: string; customerId: string; customerName: string; leftOn: Day | null };

/** Between a person and his customer, as one says whom one means. */
export const AT = ' · ';

const LIMIT = 8;

const LINE = `p.id, p.name, c.id AS "customerId", c.name AS "customerName", p.left_on AS "leftOn"`;

/**
 * People at customers who are called so: 王总, Mr Wang, Mary Major · Acme, or · the customer's id; else those whose names sound so.
 * Who has left is meant only where nobody else is; `isFormer` looks for nobody but them.
 */
export async function searchContacts(
  core: Core,
  { mention, isFormer = false }: { mention: string; isFormer?: boolean },
): Promise<ContactLine[]> {
  const [person = '', customer] = mention.split(AT);
  const customers = customer ? await customersMeant(core, customer) : null;
  let former: readonly ContactLine[] = [];
  for (const name of personNames(person.trim())) {
    const found = await core.sql<ContactLine>({
      name: 'contacts-named',
      text: `SELECT ${LINE} ${CONTACTS_CALLED_SO} WHERE NOT $3 OR p.left_on IS NOT NULL
              ORDER BY lower(p.name) = lower($1) DESC, p.left_on IS NOT NULL, p.name, c.name LIMIT ${LIMIT}`,
      values: [name, customers, isFormer],
    });
    const exact = found.filter((each) => each.name.toLowerCase() === name.toLowerCase());
    const meant = stillThere(exact.length > 0 ? exact : found);
    if (meant.some(({ leftOn }) => leftOn === null)) {
      return [...meant];
    }
    former = former.length > 0 ? former : meant;
  }
  if (former.length > 0) {
    return [...former];
  }
  const heard = await heardSo(core, person.trim(), customers);
  return [...stillThere(isFormer ? heard.filter(({ leftOn }) => leftOn !== null) : heard)];
}

/** Those whose names sound so, or are nearly spelt so: wangxiuying, Jonh Smith. */
async function heardSo(core: Core, said: string, customers: string[] | null): Promise<ContactLine[]> {
  const heard = await core.sql<ContactLine>({
    name: 'contacts-heard',
    text: `SELECT ${LINE} ${CONTACTS_HEARD_SO}`,
    values: [...heardAs(said), customers],
  });
  return nearest(said, heard, LIMIT);
}

/** A customer pointed at (这家客户) is known by his id, any other by what he is called. */
async function customersMeant(core: Core, mention: string): Promise<string[]> {
  return isId(mention) ? [mention] : meantIds(await findCustomers(core, { mention }));
}

/** Those the actor has had to do with of late, who are still there, or else have left. */
export function findRecentContacts(
  core: Core,
  { limit, isFormer = false }: { limit: number; isFormer?: boolean },
): Promise<ContactLine[]> {
  return core.sql<ContactLine>({
    name: 'contacts-recent',
    text: `SELECT ${LINE} FROM seen.contacts p JOIN seen.customers c ON c.id = p.customer_id
            WHERE c.owner_id = $1 AND (p.left_on IS NOT NULL) = $3 ORDER BY p.created_at DESC, p.id LIMIT $2`,
    values: [core.actor.userId, limit, isFormer],
  });
}
