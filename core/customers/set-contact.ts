import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { personNames } from '../names/person-names.ts';
import type { ContactRole } from './contact-role.ts';
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

type Known = {
  id: string;
  name: string;
  title: string | null;
  role: ContactRole | null;
  roleId: string | null;
  roleVersion: number | null;
};

/**
 * Says who somebody at a customer is and what he decides (R24); whoever is not on file yet is put there.
 * Throws bad_input where several people of the customer are called so.
 */
export async function setContact(core: Core, change: ContactChange): Promise<SetContact> {
  const { customerId, person, role, title, phone, email, reportsTo } = change;
  const [customer, people] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    core.sql<Known>({
      name: 'contacts-with-roles',
      text: `SELECT p.id, p.name, p.title, r.role, r.id AS "roleId", r.version AS "roleVersion"
               FROM seen.contacts p LEFT JOIN contact_roles r ON r.contact_id = p.id AND r.opportunity_id IS NULL
              WHERE p.customer_id = $1 ORDER BY p.created_at`,
      values: [customerId],
    }),
  ]);
  const known = pick(people, person);
  const superior = reportsTo === undefined ? undefined : pick(people, reportsTo);
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
  if (role && known?.roleId && known.roleVersion !== null) {
    if (role !== known.role) {
      core.change.update('contact_roles', known.roleId, { role }, { version: known.roleVersion });
    }
  } else if (role) {
    core.change.insert('contact_roles', { id: newId(), contactId: id, customerId, role });
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

/** Who is meant by a name or a surname with its title. Throws bad_input for several. */
function pick(people: readonly Known[], said: string): Known | undefined {
  for (const name of personNames(said)) {
    const lower = name.toLowerCase();
    const exact = people.filter((each) => each.name.toLowerCase() === lower);
    const meant = exact.length > 0 ? exact : people.filter((each) => isCalled(each.name.toLowerCase(), lower));
    const [only, another] = meant;
    if (only && another) {
      const names = meant.map((each) => each.name);
      throw new DomainError('bad_input', `several contacts like ${said}`, {
        say: { en: `Which one: ${names.join(', ')}?`, zh: `是哪一位：${names.join('、')}？` },
      });
    }
    if (only) {
      return only;
    }
  }
  return undefined;
}

function isCalled(name: string, said: string): boolean {
  return name.startsWith(said) || name.split(' ').includes(said);
}
