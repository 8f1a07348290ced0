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

/** Nobody is called so, but the name of one or several sounds so: 李娜 is written Lina, and so is Lina. */
export class SoundsLike extends DomainError {
  readonly said: string;
  readonly names: readonly string[];

  constructor(said: string, names: readonly string[]) {
    super('bad_input', 'a name that only sounds like a contact', {
      say: {
        en: `Nobody there is called “${said}”. Do you mean ${names.join(' or ')}?`,
        zh: `没有名为“${said}”的联系人。你指的是${names.join('还是')}吗？`,
      },
    });
    this.said = said;
    this.names = names;
  }
}

/** Who is meant by a name or a surname with its title. Throws bad_input for several, SoundsLike where only the sound fits. */
export function contactCalled(people: readonly KnownContact[], said: string): KnownContact | undefined {
  for (const name of [said, ...personNames(said)]) {
    const lower = name.toLowerCase();
    const exact = people.filter((each) => each.name.toLowerCase() === lower);
    const meant = exact.length > 0 ? exact : people.filter((each) => isCalled(each.name.toLowerCase(), lower));
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
  const heard = [said, ...personNames(said)].flatMap((name) =>
    people.filter((each) => personKeys(each.name).includes(fold(name))),
  );
  if (heard.length > 0) {
    throw new SoundsLike(said, [...new Set(heard.map((each) => each.name))]);
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
