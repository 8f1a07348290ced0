import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { ContactRole } from './contact-role.ts';
import { contactCalled, findKnownContacts, giveRole } from './known-contacts.ts';
import { getCustomerWithDeal } from './sole-deal.ts';

export type ContactChange = {
  customerId: string;
  person: string;
  role?: ContactRole | undefined;
  title?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  /** The name of whom he reports to, at the same customer. */
  reportsTo?: string | undefined;
};

export type SetContact = {
  id: string;
  name: string;
  isNew: boolean;
  customer: { id: string; name: string };
  title: string | null;
  role: ContactRole | undefined;
  reportsTo: string | undefined;
};

/**
 * Says who somebody at a customer is and what he decides (R24); whoever is not on file yet is put there.
 * Throws bad_input where several people of the customer are called so.
 */
export async function setContact(core: Core, change: ContactChange): Promise<SetContact> {
  const { customerId, person, role, title, phone, email, reportsTo } = change;
  const [customer, people] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    findKnownContacts(core, { customerId }),
  ]);
  const known = contactCalled(people, person);
  const superior = reportsTo === undefined ? undefined : contactCalled(people, reportsTo);
  if (reportsTo !== undefined && (!superior || superior.id === known?.id)) {
    throw new DomainError('not_found', `contact ${reportsTo}`, {
      say: {
        en: `I know nobody called ${reportsTo} at ${customer.name}. Add that person first.`,
        zh: `${customer.name}没有名为${reportsTo}的联系人，请先添加。`,
      },
    });
  }
  const id = known?.id ?? newId();
  const given = {
    ...(title ? { title } : {}),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(superior ? { reportsTo: superior.id } : {}),
  };
  if (!known) {
    core.change.insert('contacts', { id, customerId, name: person, ...given });
  } else if (Object.keys(given).length > 0) {
    core.change.update('contacts', id, given);
  }
  if (role) {
    giveRole(core, { contactId: id, known, role, scope: { customerId } });
  }
  if (known && !core.change.hasRows) {
    throw new DomainError('bad_input', `nothing new of contact ${id}`, {
      say: { en: 'It stands like that already.', zh: '内容没有变化。' },
    });
  }
  return {
    id,
    name: known?.name ?? person,
    isNew: !known,
    customer: { id: customerId, name: customer.name },
    title: title ?? known?.title ?? null,
    role,
    reportsTo: superior?.name,
  };
}
