import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { isPersonCalled, nameKeys, personKeys, personNames } from '../names/index.ts';
import { CONTACTS_CALLED_SO, calledSo } from './called-so.ts';
import { findCustomers, meantIds } from './find-customers.ts';
import { CONTACTS_HEARD_SO, heardAs, nearest } from './heard-so.ts';

/** How somebody can be reached, among what the actor may see; null where nobody has put it on file. */
export type Reachable = {
  kind: 'contact' | 'customer' | 'lead';
  /** The customer's or the lead's. */
  id: string;
  name: string;
  title: string | null;
  customerName: string | null;
  phone: string | null;
  email: string | null;
  /** A phone is on file that the actor may not see. */
  isUnseen: boolean;
  /** The day he left the company. */
  leftOn: Day | null;
};

const LIMIT = 8;
const MOST_LEADS = 60;

const unseenOf = (row: string) => `(${row}.phone IS NULL AND 'phone' = ANY (${row}.unseen)) AS "isUnseen"`;

/** Whom a name may mean: people at that customer where one is named, else people and leads called so or whose company is, else the customer itself. */
export async function findContacts(
  core: Core,
  { person, customer }: { person?: string | undefined; customer?: string | undefined },
): Promise<Reachable[]> {
  const customers = customer ? meantIds(await findCustomers(core, { mention: customer })) : undefined;
  if (customer && customers?.length === 0) {
    return ofLeads(core, customer, person);
  }
  if (!person) {
    return customers ? ofCustomers(core, customers) : [];
  }
  for (const name of personNames(person)) {
    const found = await called(core, name, customers);
    if (found.length > 0) {
      return found;
    }
  }
  const leads = customers ? [] : await ofLeads(core, person);
  return leads.length > 0 ? leads : heard(core, person, customers);
}

/** Leads that are called so, or whose company is; where a `person` is said only those who are called so, or nearly: never another's number. */
async function ofLeads(core: Core, mention: string, person?: string): Promise<Reachable[]> {
  const found = await core.sql<Reachable>({
    name: 'leads-to-reach',
    text: `SELECT DISTINCT 'lead' AS kind, l.id, l.contact_name AS name, NULL AS title, l.company AS "customerName", l.phone, l.email, ${unseenOf('l')}, NULL::date AS "leftOn"
             FROM parley_leads_named($1, ${MOST_LEADS}) n JOIN seen.leads l ON l.id = n.id ORDER BY 3, 2`,
    values: [[...new Set([...nameKeys(mention), ...personKeys(mention)])]],
  });
  const meant = person === undefined ? found : found.filter(({ name }) => isPersonCalled(person, name));
  return meant.length > 0 || person === undefined ? meant.slice(0, LIMIT) : nearest(person, found, LIMIT);
}

/** Contacts and leads whose name begins with these words or holds them as a word. */
function called(core: Core, name: string, customers: readonly string[] | undefined): Promise<Reachable[]> {
  return core.sql<Reachable>({
    name: 'contacts-called',
    text: `SELECT 'contact' AS kind, c.id, p.name, p.title, c.name AS "customerName", p.phone, p.email, ${unseenOf('p')}, p.left_on AS "leftOn" ${CONTACTS_CALLED_SO}
           UNION ALL
           SELECT 'lead', l.id, l.contact_name, NULL, l.company, l.phone, l.email, ${unseenOf('l')}, NULL::date FROM seen.leads l
            WHERE ($2::uuid[] IS NULL OR l.customer_id = ANY ($2)) AND l.status IN ('new', 'working', 'nurturing')
              AND ${calledSo('l.contact_name')}
           ORDER BY 9 NULLS FIRST, 3, 5 LIMIT ${LIMIT}`,
    values: [name, customers ?? null],
  });
}

/** Contacts and leads whose names sound so, or are nearly spelt so. */
async function heard(core: Core, said: string, customers: readonly string[] | undefined): Promise<Reachable[]> {
  const found = await core.sql<Reachable>({
    name: 'contacts-heard-to-reach',
    text: `SELECT 'contact' AS kind, c.id, p.name, p.title, c.name AS "customerName", p.phone, p.email, ${unseenOf('p')}, p.left_on AS "leftOn" ${CONTACTS_HEARD_SO}
           UNION ALL
           SELECT DISTINCT 'lead', l.id, l.contact_name, NULL, l.company, l.phone, l.email, ${unseenOf('l')}, NULL::date
             FROM parley_leads_named($1, ${MOST_LEADS}) n JOIN seen.leads l ON l.id = n.id WHERE $3::uuid[] IS NULL OR l.customer_id = ANY ($3)`,
    values: [...heardAs(said), customers ?? null],
  });
  return nearest(said, found, LIMIT);
}

/** The company's own number first, then its people's. */
function ofCustomers(core: Core, customers: readonly string[]): Promise<Reachable[]> {
  return core.sql<Reachable>({
    name: 'contacts-of',
    text: `SELECT kind, id, name, title, "customerName", phone, email, "isUnseen", "leftOn" FROM (
             SELECT 'customer' AS kind, c.id, c.name, NULL AS title, NULL AS "customerName", c.phone, NULL AS email, ${unseenOf('c')}, NULL::date AS "leftOn", 0 AS at, c.created_at
               FROM seen.customers c WHERE c.id = ANY ($1)
             UNION ALL
             SELECT 'contact', c.id, p.name, p.title, c.name, p.phone, p.email, ${unseenOf('p')}, p.left_on, 1, p.created_at
               FROM seen.contacts p JOIN seen.customers c ON c.id = p.customer_id WHERE c.id = ANY ($1)) x
           ORDER BY "leftOn" NULLS FIRST, at, created_at LIMIT ${LIMIT}`,
    values: [customers],
  });
}
