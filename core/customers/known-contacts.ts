import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { fold, personKeys } from '../names/index.ts';
import { personNames } from '../names/person-names.ts';
import type { ContactRole } from './contact-role.ts';

/** Somebody at a customer, with the part he plays in one deal or in general. */
export type KnownContact = {
  id: string;
  name: string;
  title: string | null;
  role: ContactRole | null;
  roleId: string | null;
  roleVersion: number | null;
};

/** Where a role holds: in one deal, or in general where none is named. */
export type RoleScope = { customerId: string; opportunityId?: string | undefined };

export function findKnownContacts(core: Core, { customerId, opportunityId }: RoleScope): Promise<KnownContact[]> {
  return core.sql<KnownContact>({
    name: 'contacts-with-roles',
    text: `SELECT p.id, p.name, p.title, r.role, r.id AS "roleId", r.version AS "roleVersion"
             FROM seen.contacts p LEFT JOIN contact_roles r ON r.contact_id = p.id AND r.opportunity_id IS NOT DISTINCT FROM $2
            WHERE p.customer_id = $1 ORDER BY p.created_at`,
    values: [customerId, opportunityId ?? null],
  });
}

/** Who is meant by a name or a surname with its title. Throws bad_input for several. */
export function contactCalled(people: readonly KnownContact[], said: string): KnownContact | undefined {
  for (const name of [said, ...personNames(said)]) {
    const lower = name.toLowerCase();
    const exact = people.filter((each) => each.name.toLowerCase() === lower);
    const called = exact.length > 0 ? exact : people.filter((each) => isCalled(each.name.toLowerCase(), lower));
    const meant = called.length > 0 ? called : people.filter((each) => personKeys(each.name).includes(fold(name)));
    const [only, another] = meant;
    if (only && another) {
      const names = meant.map((each) => each.name);
      throw new DomainError('bad_input', 'a name of several contacts', {
        say: {
          en: `Which “${said}” do you mean: ${names.join(', ')}?`,
          zh: `“${said}”指的是哪一位：${names.join('、')}？`,
        },
      });
    }
    if (only) {
      return only;
    }
  }
  return undefined;
}

/** Whom somebody reports to, by name; undefined where none is named. Throws not_found for nobody known, and for himself. */
export function getSuperior(
  people: readonly KnownContact[],
  {
    reportsTo,
    contactId,
    customerName,
  }: { reportsTo: string | undefined; contactId: string | undefined; customerName: string },
): KnownContact | undefined {
  const superior = reportsTo === undefined ? undefined : contactCalled(people, reportsTo);
  if (reportsTo !== undefined && (!superior || superior.id === contactId)) {
    throw nobodyCalled(reportsTo, customerName);
  }
  return superior;
}

export const nobodyCalled = (said: string, customerName: string) =>
  new DomainError('not_found', `contact ${said}`, {
    say: {
      en: `I know nobody called ${said} at ${customerName}. Add that person first.`,
      zh: `${customerName}没有名为${said}的联系人，请先添加。`,
    },
  });

/** Writes down what part somebody plays; nothing where he plays it already. */
export function giveRole(
  core: Core,
  {
    contactId,
    known,
    role,
    scope,
  }: { contactId: string; known: KnownContact | undefined; role: ContactRole; scope: RoleScope },
): void {
  if (known?.roleId && known.roleVersion !== null) {
    if (role !== known.role) {
      core.change.update('contact_roles', known.roleId, { role }, { version: known.roleVersion });
    }
    return;
  }
  const { customerId, opportunityId = null } = scope;
  core.change.insert('contact_roles', { id: newId(), customerId, contactId, opportunityId, role });
}

function isCalled(name: string, said: string): boolean {
  return name.startsWith(said) || name.split(' ').includes(said);
}
