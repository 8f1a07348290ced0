import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';

/** What is corrected of a customer; its name is its identity and stays. */
export const CUSTOMER_FIELDS = ['region', 'industry', 'phone', 'address'] as const;

type FieldName = (typeof CUSTOMER_FIELDS)[number];

export type CustomerFields = Record<FieldName, string | null> & {
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

/** Sets what is given of a customer; null takes it away. Throws bad_input where nothing changes. */
export async function changeCustomer(
  core: Core,
  { customerId, ...given }: { customerId: string } & { [Name in FieldName]?: string | null | undefined },
): Promise<{ customer: { id: string; name: string }; changed: FieldName[]; emptied: FieldName[] }> {
  const { id, name, version, ...before } = await getCustomerFields(core, customerId);
  const changed = CUSTOMER_FIELDS.filter((field) => given[field] !== undefined && given[field] !== before[field]);
  if (changed.length === 0) {
    throw new DomainError('bad_input', `nothing changes on ${customerId}`, {
      say: { en: 'It stands like that already.', zh: '内容没有变化。' },
    });
  }
  core.change.update('customers', id, Object.fromEntries(changed.map((field) => [field, given[field]])), { version });
  return { customer: { id, name }, changed, emptied: changed.filter((field) => given[field] === null) };
}
