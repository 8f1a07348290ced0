import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import { DuplicateFound } from '../duplicates/duplicate-found.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { DomainError } from '../errors.ts';
import { knowAnew } from '../known-by.ts';
import { nameKeys } from '../names/index.ts';
import { companyKey } from './customer.ts';

/** What is corrected of a customer. */
const CUSTOMER_FIELDS = ['name', 'region', 'industry', 'phone', 'address'] as const;

type FieldName = (typeof CUSTOMER_FIELDS)[number];

export type CustomerFields = Record<Exclude<FieldName, 'name'>, string | null> & {
  id: string;
  name: string;
  version: number;
  /** What is on file and not shown to the actor in full. */
  unseen: string[];
};

/** As far as the actor may see them. Throws not_found. */
export async function getCustomerFields(core: Core, id: string): Promise<CustomerFields> {
  const [customer] = await core.sql<CustomerFields>({
    name: 'customer-fields',
    text: 'SELECT id, name, region, industry, phone, address, version, unseen FROM seen.customers WHERE id = $1',
    values: [id],
  });
  if (!customer) {
    throw new DomainError('not_found', `customer ${id}`);
  }
  return customer;
}

export type SavedCustomerField = { field: FieldName; before: string | null; after: string | null };

export type CustomerChange = { customerId: string } & {
  [Name in Exclude<FieldName, 'name'>]?: string | null | undefined;
} & {
  name?: string | undefined;
  /** Why it is another one though name or phone are on file elsewhere (R10). */
  duplicateReason?: string | undefined;
};

/**
 * Sets what is given of a customer, null takes it away; under a new name it is found at once, and under the old one no more (R12).
 * Throws bad_input where nothing changes, DuplicateFound where the new name or phone is somebody else's (R10, R80).
 */
export async function changeCustomer(
  core: Core,
  { customerId, duplicateReason, ...given }: CustomerChange,
): Promise<{ customer: { id: string; name: string }; saved: SavedCustomerField[] }> {
  const before = await getCustomerFields(core, customerId);
  const changed = CUSTOMER_FIELDS.filter((field) => given[field] !== undefined && given[field] !== before[field]);
  if (changed.length === 0) {
    throw nothingChanges(customerId);
  }
  const set = Object.fromEntries(changed.map((field) => [field, given[field]]));
  const { name = before.name } = given;
  if (!duplicateReason) {
    const party = { company: set.name ?? undefined, phone: set.phone ?? undefined };
    const others = (await findDuplicates(core, party)).filter(({ id }) => id !== customerId);
    if (others.length > 0) {
      throw new DuplicateFound(name, others);
    }
  }
  core.change.update(
    'customers',
    customerId,
    {
      ...set,
      ...(set.name ? { nameKey: companyKey(set.name) } : {}),
      ...(duplicateReason ? { duplicateReason } : {}),
    },
    { version: before.version },
  );
  if (set.name) {
    await knowAnew(core, { entity: 'customer', recordId: customerId }, new Set(nameKeys(set.name)));
  }
  const saved = changed.map((field) => ({ field, before: before[field], after: given[field] ?? null }));
  return { customer: { id: customerId, name }, saved };
}
