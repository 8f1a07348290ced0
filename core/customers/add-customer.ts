import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { nameKeys } from '../names/index.ts';
import { companyKey } from './customer.ts';

export type NewCustomer = {
  name: string;
  region?: string | undefined;
  industry?: string | undefined;
  /** E.164 */
  phone?: string | undefined;
  contact?: string | undefined;
  /** The actor when left out. */
  ownerId?: string | undefined;
};

/** Puts a customer on file, with its owner and the words it is found under (R20). Throws exists (R10). */
export async function addCustomer(
  core: Core,
  { name, region, industry, phone, contact, ownerId = core.actor.userId }: NewCustomer,
): Promise<{ id: string; name: string }> {
  await refuseDuplicate(core, { name, phone });
  const id = newId();
  core.change.insert('customers', {
    id,
    name,
    nameKey: companyKey(name),
    ownerId,
    createdBy: core.actor.userId,
    region: region ?? null,
    industry: industry ?? null,
    phone: phone ?? null,
  });
  for (const key of nameKeys(name)) {
    core.change.insert('name_keys', { id: newId(), entity: 'customer', recordId: id, key });
  }
  if (contact) {
    core.change.insert('contacts', { id: newId(), customerId: id, name: contact, phone: phone ?? null });
  }
  return { id, name };
}

export type Duplicate = { customerId: string | null; name: string | null; ownerName: string | null };

/** A customer of that name or phone; of one the actor may not see he learns only whose it is. */
export async function findDuplicate(
  core: Core,
  { name, phone }: { name: string; phone?: string | undefined },
): Promise<Duplicate | undefined> {
  const [found] = await core.sql<Duplicate>({
    name: 'duplicate-customer',
    text: `SELECT d.customer_id AS "customerId", c.name, d.owner_name AS "ownerName"
             FROM parley_duplicate_customer($1, $2) d LEFT JOIN seen.customers c ON c.id = d.customer_id
            ORDER BY d.customer_id NULLS LAST LIMIT 1`,
    values: [companyKey(name), phone ?? null],
  });
  return found;
}

async function refuseDuplicate(core: Core, wanted: { name: string; phone?: string | undefined }): Promise<void> {
  const found = await findDuplicate(core, wanted);
  if (found) {
    const { name } = wanted;
    const owner = found.ownerName;
    throw new DomainError('exists', 'a customer of that name or phone exists', {
      say: owner
        ? { en: `${name} is on file already; ${owner} looks after it.`, zh: `${name}已在系统中，负责人是${owner}。` }
        : { en: `${name} is on file already, in the public pool.`, zh: `${name}已在系统中，目前在公海。` },
    });
  }
}
