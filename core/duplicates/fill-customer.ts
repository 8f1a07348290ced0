import type { Core } from '../context.ts';
import { putContact } from '../customers/put-contact.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Spot } from '../visits/visit.ts';

/** What is newly known of a customer that is on file. */
export type NewFacts = {
  customerId: string;
  region?: string | undefined;
  industry?: string | undefined;
  contact?: string | undefined;
  /** E.164 */
  phone?: string | undefined;
  email?: string | undefined;
  place?: Spot | undefined;
};

type Known = {
  name: string;
  region: string | null;
  industry: string | null;
  phone: string | null;
  place: Spot | null;
  version: number;
  contacts: { id: string; name: string; phone: string | null; email: string | null; version: number }[];
};

/**
 * Fills what is empty and changes nothing that is there; a person nobody knew becomes a contact. `left` are the words that
 * found no place, as something else stands there. Throws not_found.
 */
export async function fillCustomer(core: Core, facts: NewFacts): Promise<{ id: string; name: string; left: string[] }> {
  const { customerId, region, industry, contact, phone, email, place } = facts;
  const [known] = await core.sql<Known>({
    name: 'customer-to-fill',
    text: `SELECT c.name, c.region, c.industry, c.phone, c.place, c.version,
             (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'phone', t.phone, 'email', t.email, 'version', t.version)), '[]')
                FROM contacts t WHERE t.customer_id = c.id) AS contacts
             FROM customers c WHERE c.id = $1`,
    values: [customerId],
    isRead: true,
  });
  if (!known) {
    throw new DomainError('not_found', `customer ${customerId}`);
  }
  const set = empties(known, { region, industry, phone: contact ? undefined : phone });
  const lacksPlace = place !== undefined && known.place === null;
  if (Object.keys(set).length > 0 || lacksPlace) {
    core.change.update(
      'customers',
      customerId,
      { ...set, ...(lacksPlace ? { place } : {}) },
      { version: known.version },
    );
  }
  const whom = fillContact(core, known, facts);
  const kept = Object.values({ ...known, ...set, contacts: null, place: null });
  const placed = new Set<unknown>([...kept, whom?.name, whom?.phone, whom?.email]);
  const left = [contact, phone, email, region, industry].flatMap((word) => (word && !placed.has(word) ? [word] : []));
  return { id: customerId, name: known.name, left };
}

type Whom = { name: string; phone?: string | null | undefined; email?: string | null | undefined };

/** The contact that is meant, as he stands afterwards; undefined where nobody is named or known. */
function fillContact(core: Core, known: Known, { customerId, contact, phone, email }: NewFacts): Whom | undefined {
  const person = known.contacts.find(
    (each) => each.name === contact || (phone && each.phone === phone) || (email && each.email === email),
  );
  if (person) {
    const filled = empties(person, { phone, email });
    if (Object.keys(filled).length > 0) {
      core.change.update('contacts', person.id, filled, { version: person.version });
    }
    return { ...person, ...filled };
  }
  if (contact === undefined) {
    return undefined;
  }
  const added = { name: contact, phone: phone ?? null, email: email ?? null };
  putContact(core, { id: newId(), customerId, ...added });
  return added;
}

/** Of these values those whose place is empty. */
export function empties<Key extends string>(
  known: Readonly<Record<NoInfer<Key>, string | null>>,
  values: Readonly<Record<Key, string | undefined>>,
): { [Name in Key]?: string } {
  const filled: { [Name in Key]?: string } = {};
  for (const name in values) {
    const value = values[name];
    if (value !== undefined && !known[name]) {
      filled[name] = value;
    }
  }
  return filled;
}
